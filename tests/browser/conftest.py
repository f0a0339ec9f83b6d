"""Fixture of the browser tests: the served tiny book."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import chromium
from support.book import Book
from support.building import build


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the sound book; one page of it is long enough to scroll."""
    book = Book.sound(tmp_path_factory.mktemp("tiny"))
    book.append("drugs/alphadine.md", "\n### More\n\n" + "Words that fill the page.\n\n" * 60)
    with chromium.serve(build(book.docs, book.root / "out").out) as found:
        yield found
