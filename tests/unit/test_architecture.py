"""The code keeps the form that the architecture page promises: layers, sizes, docstrings, annotations."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support.paths import CONF, PACKAGE, ROOT

LAYERS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("vocab", "numerals", "hints", "markup", "passages")),
    (0, ("diagnostics", "topics", "values", "headings")),
    (1, ("model", "textfile", "yamlfile")),
    (2, ("validation", "selection")),
    (2, ("frontmatter", "claims", "sources", "foreign")),
    (3, ("registry", "contract")),
    (3, ("book", "infobox")),
    (3, ("index",)),
    (3, ("checks.*", "claimdiff", "coverage")),
    (4, ("nodes",)),
    (4, ("roles", "directives")),
    (4, ("render.*", "search.*")),
    (4, ("citations",)),
    (5, ("domain",)),
    (6, ("sections", "events")),
    (6, ("builder", "inert", "wrappers", "transforms", "navigation", "export", "search_build", "typst.*")),
    (7, ("extension",)),
    (8, ("__init__",)),
)
"""Rows from the bottom up, with the layer of design.md; a module imports only from rows below its own.

`name.*` is a package: inside it modules may import each other, as long as nothing runs in a circle.
"""

PURE = 3
"""The highest layer that knows nothing of Sphinx and docutils."""
HEAVY = {"sphinx", "docutils", "myst_parser", "furo", "sphinx_design"}
MODULE_LINES = 300
FUNCTION_LINES = 40


def name_of(path: Path) -> str:
    """Return the name of a module inside the package, such as `checks.links`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
ENTRIES = {entry: (row, layer) for row, (layer, names) in enumerate(LAYERS) for entry in names}


def place(name: str) -> tuple[int, int]:
    """Return row and layer of a module."""
    found = ENTRIES.get(name) or ENTRIES.get(f"{name.split('.')[0]}.*")
    assert found, f"{name} has no place: give it one in LAYERS"
    return found


SOURCES = [*sorted(PACKAGE.rglob("*.py")), CONF / "conf.py", *sorted((ROOT / "scripts").glob("*.py"))]
each_module = pytest.mark.parametrize("name", MODULES)
each_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())


def tree_of(path: Path) -> ast.Module:
    """Return the parsed source."""
    return ast.parse(path.read_text("utf-8"))


def imports(name: str) -> Iterator[str]:
    """Yield the modules of the package that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree_of(MODULES[name])):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            for alias in node.names:
                yield from _inside(f"{node.module}.{alias.name}", str(node.module))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from _inside(alias.name, alias.name)


def _inside(full: str, module: str) -> Iterator[str]:
    for candidate in (full, module):
        short = candidate.removeprefix("painkb.")
        if candidate.startswith("painkb.") and short in MODULES:
            yield short
            return


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a source file."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a fresh interpreter that finds the package."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import sys; sys.path.insert(0, {str(CONF)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_entry_of_the_layers_is_a_module_or_package() -> None:
    packages = {f"{name.split('.')[0]}.*" for name in MODULES}
    assert set(ENTRIES) - set(MODULES) - packages == set()


def test_layers_rise_from_row_to_row() -> None:
    numbers = [layer for layer, _ in LAYERS]
    assert numbers == sorted(numbers)


@each_module
def test_an_import_points_only_to_a_lower_row(name: str) -> None:
    row, package = place(name)[0], name.split(".")[0]
    outside = [other for other in imports(name) if other.split(".")[0] != package]
    assert [other for other in outside if place(other)[0] >= row] == []


def test_no_import_runs_in_a_circle() -> None:
    graph = {name: set(imports(name)) - {name, name.split(".")[0]} for name in MODULES}
    list(TopologicalSorter(graph).static_order())  # raises CycleError and names the circle


@each_module
def test_a_pure_module_names_neither_sphinx_nor_docutils(name: str) -> None:
    if place(name)[1] > PURE and name != "__init__":
        return
    tree = tree_of(MODULES[name])
    outside_typing = [node for statement in tree.body for node in _run_at_import(statement)]
    roots = {
        alias.name.split(".")[0] for node in outside_typing if isinstance(node, ast.Import) for alias in node.names
    }
    roots |= {str(node.module).split(".")[0] for node in outside_typing if isinstance(node, ast.ImportFrom)}
    assert roots & HEAVY == set()


def _run_at_import(statement: ast.stmt) -> Iterator[ast.AST]:
    """Yield the nodes of a statement, without what stands under `if TYPE_CHECKING`."""
    if isinstance(statement, ast.If) and isinstance(statement.test, ast.Name) and statement.test.id == "TYPE_CHECKING":
        return
    yield from ast.walk(statement)


@each_module
def test_a_module_is_imported_alone_in_a_fresh_interpreter(name: str) -> None:
    module = "painkb" if name == "__init__" else f"painkb.{name}"
    done = run(f"import {module}")
    assert done.returncode == 0, done.stderr


def test_the_pure_modules_load_neither_sphinx_nor_docutils() -> None:
    pure = [f"painkb.{name}" for name in MODULES if place(name)[1] <= PURE]
    done = run(f"import importlib\nfor name in {pure}: importlib.import_module(name)\nprint(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert {name.split(".")[0] for name in done.stdout.split()} & HEAVY == set()


def test_importing_the_package_imports_nothing_of_it() -> None:
    done = run("import painkb\nprint(*(name for name in sys.modules if name.startswith('painkb.')))")
    assert done.stdout.split() == []


@each_source
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES


def test_the_middle_module_is_short() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in MODULES.values())
    assert lengths[len(lengths) // 2] <= 110


@each_source
def test_functions_are_short(path: Path) -> None:
    long = {node.name: _length(node) for node in functions(path) if _length(node) > FUNCTION_LINES}
    assert long == {}


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@each_source
def test_module_classes_and_public_functions_have_docstrings(path: Path) -> None:
    tree = tree_of(path)
    missing = [] if ast.get_docstring(tree) else ["the module"]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            missing += [] if ast.get_docstring(node) else [node.name]
            missing += [
                f"{node.name}.{item.name}" for item in node.body if _public(item) and not node.name.startswith("_")
            ]
    missing += [node.name for node in tree.body if _public(node)]
    assert missing == []


def _public(node: ast.stmt) -> bool:
    """Tell whether a statement is a public function without a docstring."""
    return isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)


@each_source
def test_functions_are_annotated_in_full(path: Path) -> None:
    bare = [f"{node.name} (line {node.lineno})" for node in functions(path) if not _annotated(node)]
    assert bare == []


def _annotated(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    given += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
    return node.returns is not None and all(arg.annotation or arg.arg in ("self", "cls") for arg in given)
