"""The site as a whole: its files, and that it does not swell with the number of pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile
from support.book import Book
from support.building import build
from support.site import DOCNAMES, PAGES, Site


def test_every_page_of_the_book_is_in_the_site(site: Site) -> None:
    assert [name for name in DOCNAMES if not site.path(name).is_file()] == []


def test_no_page_of_the_site_is_left_over_or_escapes_the_tests(site: Site) -> None:
    found = {path.relative_to(site.folder).with_suffix("").as_posix() for path in site.folder.rglob("*.html")}
    assert found == set(PAGES)


def test_the_data_files_lie_beside_their_schemas(site: Site) -> None:
    names = {path.name for path in (site.folder / "data").iterdir()}
    assert names >= {f"{name}{end}" for name in ("kb", "claims", "sources") for end in (".json", ".schema.json")}
    assert "claims.csv" in names


def test_the_data_name_pages_that_are_there(site: Site) -> None:
    pages = json.loads((site.folder / "data/kb.json").read_text("utf-8"))["pages"]
    assert len(pages) == len(DOCNAMES)
    assert [page["address"] for page in pages if not (site.folder / page["address"]).is_file()] == []


def test_every_target_for_other_projects_is_there(site: Site) -> None:
    with (site.folder / "objects.inv").open("rb") as stream:
        found = InventoryFile.load(stream, "", lambda base, path: path)
    ours = [item for kind, items in found.items() if kind.startswith("kb:") for item in items.values()]
    paths = {item.uri.split("#")[0].lstrip("/") for item in ours}
    assert len(paths) > 1
    assert [path for path in paths if not (site.folder / path).is_file()] == []


def test_no_file_names_a_folder_of_the_machine_that_built_it(site: Site) -> None:
    home = str(Path(__file__).resolve().parents[2])
    texts = [path for path in site.folder.rglob("*") if path.suffix in {".html", ".js", ".json", ".css", ".csv"}]
    assert [path.name for path in texts if home in path.read_text("utf-8")] == []


def test_no_source_file_of_the_book_is_copied_into_the_site(site: Site) -> None:
    assert [path.name for path in site.folder.rglob("*") if path.suffix in {".md", ".yaml", ".bib", ".py"}] == []


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, int]]:
    """Return the sizes of pages in two books, one with twice as many guides as the other."""
    return {count: _sizes(tmp_path_factory.mktemp("book"), count) for count in (60, 120)}


def _sizes(root: Path, count: int) -> dict[str, int]:
    book = Book.sound(root)
    for number in range(count):
        book.page(f"guides/guide-{number + 1000}", f"Guide {number + 1000}", "Nothing.\n")
    build(book.docs, root / "out")
    names = ("drugs/alphadine", "guides/guide-1000", "guides/guide-1030", "index", "404")
    return {name: (root / "out" / f"{name}.html").stat().st_size for name in names}


def test_pages_do_not_grow_with_the_number_of_pages(sizes: dict[int, dict[str, int]]) -> None:
    assert sizes[60] == sizes[120]
