"""Own the index at the end of the book: drugs with brands and other names, terms, and what `{index}` marks."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sphinx.util.nodes import _make_id

from painkb.registry import Registry
from painkb.typst import literals
from painkb.typst.volumes import Entry
from painkb.vocab import PageKind

Mark = tuple[str, str]
"""What `{index}` says and the label where it stands."""


@dataclass(slots=True)
class Line:
    """One line of the index: a name, the name to see instead, and labels of places."""

    name: str
    see: set[str] = field(default_factory=set)
    labels: list[str] = field(default_factory=list)


_SKIPPED = frozenset({PageKind.ROOT, PageKind.ABOUT, PageKind.CONTRIBUTE})


def lines(registry: Registry, entries: Iterable[Entry], marks: Iterable[Mark], glossary: Entry | None) -> list[Line]:
    """Return the lines in alphabetical order; the names of terms are taken from the glossary, if the book has it."""
    found: dict[str, Line] = {}

    def line(name: str) -> Line:
        return found.setdefault(name.lower(), Line(name))

    for entry in entries:
        page = entry.page
        if page.kind in _SKIPPED or page.id == "index":
            continue
        line(page.title).labels.append(page.docname)
        for alias in page.meta.aliases:
            if alias.lower() != page.title.lower():
                line(alias).see.add(page.title)
                line(alias).labels.append(page.docname)
    if glossary:
        anchors = set(glossary.body.anchors)
        for name in (name for term in registry.terms.values() for name in term.names):
            anchor = _make_id(f"term-{name}")  # as Sphinx names terms
            docname = glossary.page.docname
            line(name).labels.append(f"{docname}#{anchor}" if anchor in anchors else docname)
    for name, label in marks:
        line(name).labels.append(label)
    return sorted(found.values(), key=lambda item: (_plain(item.name), item.name))


def _plain(name: str) -> str:
    """Return a name as it is sorted: without accents, case and leading signs."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(char for char in bare if not unicodedata.combining(char)).lower().lstrip("-'( ")


def source(found: list[Line]) -> str:
    """Return the index as Typst source, in three columns under initial letters."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for item in found:
        first = _plain(item.name)[:1].upper()
        groups[first if first.isascii() and first.isalpha() else "0–9 and signs"].append(item)
    rows = []
    for letter, items in groups.items():
        rows.append(f"#index-letter({literals.quoted(letter)})")
        for item in items:
            see = ", ".join(sorted(item.see))
            labels = literals.value(list(dict.fromkeys(item.labels)))
            name = literals.content(literals.markup(literals.squeezed(item.name)))
            rows.append(f"#index-entry({name}, {literals.quoted(see)}, {labels})")
    body = "\n".join(rows)
    return f'#set page(header: running-head("Index", ""))\n#part("Index")\n#columns(3)[#set text(size: 8pt)\n{body}\n]'
