"""Reading built HTML pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, Tag


def parse(path: Path) -> BeautifulSoup:
    """Return a parsed page."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


@cache
def page(path: Path) -> BeautifulSoup:
    """Return a parsed page that will not change; parsed once in each process, so leave it as it is."""
    return parse(path)


def article(path: Path) -> Tag:
    """Return the part of a page that holds its content."""
    found = parse(path).select_one("article[role=main]") or parse(path).select_one("#furo-main-content")
    assert found is not None, f"{path} has no article"
    return found


def text(tag: Tag) -> str:
    """Return the words of an element with single spaces."""
    return " ".join(tag.get_text().split())


def pairs(tag: Tag) -> dict[str, str]:
    """Return the labels and values of all definition lists in an element."""
    return {
        text(label): text(value)
        for label in tag.find_all("dt")
        if isinstance(value := label.find_next_sibling("dd"), Tag)
    }
