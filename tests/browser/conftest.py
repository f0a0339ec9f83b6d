"""Fixtures of the browser tests: the browser, the served production site, the served tiny book."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from support import chromium
from support.book import Book
from support.building import build
from support.site import Site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the running browser."""
    with chromium.launch() as found:
        yield found


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Return the address of the production site."""
    with chromium.serve(site.folder) as found:
        yield found


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the sound book; one page of it is long enough to scroll."""
    book = Book.sound(tmp_path_factory.mktemp("tiny"))
    book.append("drugs/alphadine.md", "\n### More\n\n" + "Words that fill the page.\n\n" * 60)
    with chromium.serve(build(book.docs, book.root / "out").out) as found:
        yield found
