"""Nothing that is visible in HTML is lost in the leaflet: every block of text is found in it, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag
from pdf.reading import LEAFLETS, PDFS, name_of, squeezed, words_in_order
from support.html import article

INTERFACE = (
    "a.headerlink",  # the paragraph sign that copies an address
    "nav.kb-breadcrumbs",  # the way through the site
    ".kb-kind",  # the leaflet has the word for the kind of page in its head
    ".kb-toolbar",
    "summary svg",
    "script",
    "noscript",
    ".copybtn",
    ".kb-pdf",  # the button that leads to the leaflet
    ".sd-hide-link-text",  # the hidden text of a link that covers a card
)
"""What stands on the page for use on a screen only; nothing else may be missing from the leaflet."""
BLOCKS = (
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "summary",
    "figcaption",
    "pre",
    "caption",
)
PAGES = [path for path in LEAFLETS if not path.stem.endswith("-large-print")]


def blocks(tag: Tag) -> list[str]:
    """Return the text of each innermost block."""
    for part in tag.select(", ".join(INTERFACE)):
        part.decompose()
    found = [part for part in tag.find_all(BLOCKS) if not part.find(BLOCKS)]
    return [text for part in found if (text := squeezed(part.get_text()))]


@pytest.mark.parametrize("leaflet", PAGES, ids=name_of)
def test_every_block_of_the_page_is_in_its_leaflet(leaflet: Path) -> None:
    html = PDFS.parent / leaflet.relative_to(PDFS).with_suffix(".html")
    printed = words_in_order(leaflet)
    wanted = blocks(article(html))
    assert wanted
    assert [text for text in wanted if text not in printed] == []


@pytest.mark.parametrize("large", [path for path in LEAFLETS if path.stem.endswith("-large-print")], ids=name_of)
def test_large_print_has_the_same_words(large: Path) -> None:
    normal = large.with_name(large.name.replace("-large-print", ""))
    assert words_in_order(large) == words_in_order(normal)
