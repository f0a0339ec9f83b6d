"""Own which PDFs there are: leaflets, large print, bundles, the book and its volumes. Renders nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from painkb.index import Index
from painkb.typst import backindex, volumes
from painkb.typst.volumes import Entry, Part, Site, Tail, Volume
from painkb.vocab import PageKind

GLOSSARY, BIBLIOGRAPHY = "glossary", "about/bibliography"
INTERFACE = frozenset({"search", "downloads"})
"""Pages that only work on the site; they have no leaflet."""
BUNDLES: dict[str, tuple[str, tuple[PageKind, ...]]] = {
    "drugs": ("Drugs and drug classes", (PageKind.DRUG, PageKind.CLASS)),
    "mechanisms": ("Mechanisms", (PageKind.MECHANISM,)),
    "conditions": ("Conditions", (PageKind.CONDITION,)),
    "patients": ("For patients", (PageKind.PATIENT,)),
    "safety": ("Safety and special groups", (PageKind.SAFETY, PageKind.POPULATION)),
    "tools": ("Guides and tables", (PageKind.GUIDE, PageKind.TOOL)),
}
_SUBJECT = "Why and how antidepressants are used in neuropathic pain, with a source for every clinical fact."


@dataclass(frozen=True, slots=True)
class Plan:
    """What the volumes are made of: all entries by name of the page, in reading order by kind."""

    site: Site
    index: Index
    entries: Mapping[str, Entry]
    marks: Sequence[backindex.Mark]

    def volumes(self, split: int) -> Iterator[Volume]:
        """Yield every PDF, the largest first, so that no long one is left for the end.

        `split` is the most pages of the site that one volume of the book may hold; 0 keeps the book whole.
        """
        yield from self.book(split)
        for name, (title, kinds) in BUNDLES.items():
            parts = [part for kind in kinds if (part := self._part(kind))]
            if parts:
                subject = f"{title}, from {self.site.project}."
                yield volumes.gathered(self.site, name, volumes.BUNDLE, title, subject, parts, Tail())
        for entry in sorted(self.entries.values(), key=lambda entry: -len(entry.body.row_headers)):
            if entry.page.docname in INTERFACE:
                continue
            yield volumes.leaflet(self.site, entry)
            if entry.page.kind is PageKind.PATIENT:
                yield volumes.leaflet(self.site, entry, large=True)

    def book(self, split: int) -> Iterator[Volume]:
        """Yield the book, or its volumes if it has more than `split` pages of the site."""
        parts = [part for kind in PageKind if kind is not PageKind.ROOT and (part := self._part(kind))]
        parts += [
            Part(title, self.entries[docname], ())
            for title, docname in (("Glossary", GLOSSARY), ("References", BIBLIOGRAPHY))
            if docname in self.entries
        ]
        groups = list(_grouped(parts, split))
        for number, group in enumerate(groups, start=1):
            whole = len(groups) == 1
            name = volumes.BOOK if whole else f"{volumes.BOOK}-{number}"
            title = self.site.project if whole else f"{self.site.project}, volume {number} of {len(groups)}"
            tail = self._back_index(group)
            yield volumes.gathered(self.site, name, volumes.WHOLE, title, _SUBJECT, group, tail)

    def _back_index(self, parts: Sequence[Part]) -> Tail:
        inside = {entry.page.docname: entry for part in parts for entry in part.entries}
        glossary = inside.get(GLOSSARY)
        marks = [mark for mark in self.marks if mark[1].partition("#")[0] in inside]
        found = backindex.lines(self.index.registry, inside.values(), marks, glossary)
        places = tuple(label for line in found for label in line.labels)
        return Tail(backindex.source(found), places) if found else Tail()

    def _part(self, kind: PageKind) -> Part | None:
        head = self.index.registry.page(kind, "index")
        pages = [self.entries.get(page.docname) for page in self.index.sections[kind]]
        kept = tuple(entry for entry in pages if entry and entry.page.docname not in INTERFACE | {BIBLIOGRAPHY})
        opening = self.entries.get(head.docname) if head else None
        return Part(kind.plural, opening, kept) if kept or opening else None


def _grouped(parts: Iterable[Part], split: int) -> Iterator[list[Part]]:
    """Yield runs of parts with at most `split` pages; a larger part is cut, its pieces keep its name."""
    group: list[Part] = []
    size = 0
    for part in parts:
        for piece in _pieces(part, split):
            if split and group and size + len(piece.entries) > split:
                yield group
                group, size = [], 0
            group.append(piece)
            size += len(piece.entries)
    if group:
        yield group


def _pieces(part: Part, split: int) -> Iterator[Part]:
    if not split or len(part.entries) <= split:
        yield part
        return
    for start in range(0, len(part.pages), split):
        yield Part(part.title, part.head if start == 0 else None, part.pages[start : start + split])
