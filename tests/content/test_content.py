"""The real pages, claims and sources keep every rule; the id of a test is the path of the file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from painkb import book
from painkb.checks import check_book
from painkb.diagnostics import Diagnostic
from painkb.export import CSV_FIELDS, write_data
from painkb.registry import CLAIMS_FOLDER, SOURCES_FILE, Registry
from painkb.vocab import PageKind
from support.paths import DOCS, ROOT

PAGES = [path.relative_to(ROOT).as_posix() for path in book.page_files(DOCS)]
CLAIMS = [path.relative_to(ROOT).as_posix() for path in sorted((DOCS / CLAIMS_FOLDER).glob("*.yaml"))]
SOURCES = f"docs/{SOURCES_FILE}"
DATA = ("kb", "claims", "sources")


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return the registry of the real book."""
    return book.load(DOCS, "docs")


@pytest.fixture(scope="module")
def problems(registry: Registry) -> list[Diagnostic]:
    """Return everything that is wrong with the real book."""
    return check_book(registry)


@pytest.fixture(scope="module")
def data(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the data files of the real book."""
    folder = tmp_path_factory.mktemp("data")
    write_data(registry, folder)
    return folder


def at(problems: list[Diagnostic], path: str) -> str:
    """Return the problems of one file as text, one a line."""
    return "\n".join(str(problem) for problem in problems if problem.path == path)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wrong_with_a_page(path: str, problems: list[Diagnostic]) -> None:
    if found := at(problems, path):
        pytest.fail(found, pytrace=False)


@pytest.mark.parametrize("path", [*CLAIMS, SOURCES])
def test_nothing_is_wrong_with_a_file_of_data(path: str, problems: list[Diagnostic]) -> None:
    if found := at(problems, path):
        pytest.fail(found, pytrace=False)


def test_every_problem_stands_in_a_file_that_is_tested(problems: list[Diagnostic]) -> None:
    assert {problem.path for problem in problems} <= {*PAGES, *CLAIMS, SOURCES}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_read(path: str, registry: Registry) -> None:
    assert path.removeprefix("docs/").removesuffix(".md") in registry.pages


@pytest.mark.parametrize("path", CLAIMS)
def test_a_claims_file_has_claims(path: str, registry: Registry) -> None:
    assert any(located.path == path for located in registry.claims.values())


@pytest.mark.parametrize("name", DATA)
def test_a_data_file_obeys_its_own_schema(name: str, data: Path) -> None:
    schema = json.loads((data / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    content = json.loads((data / f"{name}.json").read_text("utf-8"))
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(content)
    assert [f"{error.json_path}: {error.message[:200]}" for error in found] == []


@pytest.mark.parametrize("name", DATA)
def test_a_schema_refuses_a_record_with_a_key_of_no_meaning(name: str, data: Path) -> None:
    schema = json.loads((data / f"{name}.schema.json").read_text("utf-8"))
    content = json.loads((data / f"{name}.json").read_text("utf-8"))
    records = next(value for value in content.values() if isinstance(value, list))
    records[0]["nonsense"] = 1
    assert not Draft202012Validator(schema).is_valid(content)


@pytest.mark.parametrize("name", DATA)
def test_a_data_file_names_its_license(name: str, data: Path) -> None:
    assert "CC0" in json.loads((data / f"{name}.json").read_text("utf-8"))["license"]["name"]


def test_the_data_hold_every_page_claim_and_source(registry: Registry, data: Path) -> None:
    def count(name: str, key: str) -> int:
        return len(json.loads((data / f"{name}.json").read_text("utf-8"))[key])

    assert count("kb", "pages") == len(registry.pages)
    assert count("claims", "claims") == len(registry.claims)
    assert count("sources", "sources") == len(registry.sources)


def test_the_table_of_claims_has_a_row_for_each_claim_and_a_column_for_each_field(
    registry: Registry, data: Path
) -> None:
    with (data / "claims.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        assert tuple(reader.fieldnames or ()) == CSV_FIELDS
        assert [row["id"] for row in reader] == sorted(registry.claims)


def test_no_page_claims_a_review_that_nobody_signed(registry: Registry) -> None:
    unsigned = [
        page.docname for page in registry.pages.values() if page.meta.status == "reviewed" and not page.meta.review
    ]
    assert unsigned == []


def test_every_kind_that_has_pages_has_a_list_of_them(registry: Registry) -> None:
    kinds = {page.kind for page in registry.pages.values()} - {PageKind.ROOT}
    assert [kind for kind in kinds if registry.page(kind, "index") is None] == []
