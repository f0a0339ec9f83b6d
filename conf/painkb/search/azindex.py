"""Own the A to Z index: every name that leads somewhere, by first letter; says nothing of how it looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from painkb.model import Page
from painkb.search.lexicon import Lexicon, Name

OTHER = "#"
"""The letter of names that begin with a digit or a sign."""


class Entry(NamedTuple):
    """A name, where it leads and what it stands for."""

    text: str
    link: str
    note: str


def build_az(
    pages: list[Page], lexicon: Lexicon, uri: Callable[[str], str], anchors: Mapping[str, str]
) -> list[tuple[str, list[Entry]]]:
    """Return the entries by letter; `uri` gives the address of a page, `anchors` the place of a main term."""
    found: dict[tuple[str, str], Entry] = {}
    for name in lexicon.names:
        entry = _entry(name, pages, lexicon, uri, anchors)
        if entry is not None:
            found.setdefault((name.text.lower(), entry.link), entry)
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(found.values(), key=lambda entry: (_sortable(entry.text), entry.link)):
        letters.setdefault(_letter(entry.text), []).append(entry)
    return sorted(letters.items())


def _entry(
    name: Name, pages: list[Page], lexicon: Lexicon, uri: Callable[[str], str], anchors: Mapping[str, str]
) -> Entry | None:
    number = int(name.target[1:])
    if name.target[0] == "t":
        term = lexicon.terms[number]
        note = "glossary" if name.how == "title" else f"glossary: {term.main}"
        return Entry(name.text, f"{uri(term.docname)}#{anchors.get(term.main, '')}", note)
    if name.target[0] == "n":
        other = lexicon.outside[number]
        if not other.homes:
            return None
        page = pages[other.homes[0]]
        return Entry(name.text, uri(page.docname), f"in {page.title}")
    page = pages[number]
    if name.how == "title":
        return Entry(page.title, uri(page.docname), page.kind.label.lower())
    brand = "brand of " if name.how.startswith("brand") else "see "
    return Entry(name.text, uri(page.docname), f"{brand}{page.title}")


def _sortable(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold() or text


def _letter(text: str) -> str:
    first = _sortable(text)[:1].upper()
    return first if first.isalpha() else OTHER
