"""Own loading a whole docs/ folder into a registry without Sphinx, for scripts and checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from painkb import frontmatter
from painkb.registry import Registry

EXCLUDED = ("contribute/archetypes", "_")
"""Folders (or prefixes of names) below docs/ that hold no pages."""


def load(docs: Path, shown: str | None = None) -> Registry:
    """Return the registry of every page, claim and source below `docs`; `shown` replaces its name in messages."""
    registry = Registry(docs=shown or docs.as_posix())
    for path in page_files(docs):
        docname = path.relative_to(docs).with_suffix("").as_posix()
        registry.note_page(docname, frontmatter.read(path, registry.path_of(docname), docname))
    registry.load_data(docs)
    return registry


def page_files(docs: Path) -> Iterator[Path]:
    """Yield the page files below `docs`, sorted."""
    for path in sorted(docs.rglob("*.md")):
        if not path.relative_to(docs).as_posix().startswith(EXCLUDED):
            yield path
