"""The search files of the built site: in budget, complete, the same from every kind of build, the only ones."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

from support import building
from support.book import Book
from support.site import Site

BUDGET = 600_000
PAGES = 200


def compressed(path: Path) -> int:
    """Return the size of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_index_is_in_budget_for_two_hundred_pages(site: Site) -> None:
    texts = list((site.folder / "search" / "texts").glob("*.js"))
    share = max(1, PAGES / len(texts))
    assert compressed(site.folder / "search" / "index.js") * share <= BUDGET


def test_the_texts_of_a_page_are_small(site: Site) -> None:
    texts = (site.folder / "search" / "texts").glob("*.js")
    assert [path.name for path in texts if compressed(path) > 40_000] == []


def test_the_engine_is_small(site: Site) -> None:
    scripts = [site.folder / "search" / name for name in ("engine.js", "view.js")]
    assert sum(compressed(path) for path in scripts) <= 50_000


def test_the_search_of_sphinx_is_neither_built_nor_shipped(site: Site) -> None:
    assert not (site.folder / "searchindex.js").exists()


def test_every_page_and_section_has_its_texts(run_js: Callable[[str], Any], site: Site) -> None:
    docs = run_js("painkb.parts.store.pages.map((page) => painkb.parts.file(page.doc))")
    assert [name for name in docs if not (site.folder / name).exists()] == []


def test_every_address_leads_to_a_place_that_exists(run_js: Callable[[str], Any], site: Site) -> None:
    found = run_js(
        "painkb.parts.store.sections.map(({ page, anchor }) => [painkb.parts.store.pages[page].address, anchor])"
    )
    pages = {address: (site.folder / address).read_text("utf-8") for address, _ in found}
    assert [
        f"{address}#{anchor}" for address, anchor in found if anchor and f'id="{anchor}"' not in pages[address]
    ] == []


def test_incremental_and_parallel_builds_give_the_same_bytes(tmp_path: Path) -> None:
    book = Book.sound(tmp_path)
    building.build(book.docs, tmp_path / "one")
    book.append("drugs/betadine.md", "\nA last word.\n")
    building.build(book.docs, tmp_path / "one")
    building.build(book.docs, tmp_path / "two")
    one, two = (building.contents(tmp_path / name / "search") for name in ("one", "two"))
    assert one == two


def test_a_page_that_is_deleted_leaves_no_texts(tmp_path: Path) -> None:
    book = Book.sound(tmp_path)
    book.page("about/extra", "Extra")
    building.build(book.docs, tmp_path / "out")
    assert (tmp_path / "out/search/texts/about.extra.js").exists()
    book.delete("about/extra.md")
    building.build(book.docs, tmp_path / "out")
    assert not (tmp_path / "out/search/texts/about.extra.js").exists()
