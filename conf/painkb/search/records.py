"""Own the search records: one for each page, section, claim and glossary term, as plain data.

Knows nothing of files, of JavaScript or of how a record is ranked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from painkb.contract import DIRECTIVES, read_query
from painkb.index import Index
from painkb.markup import split_list
from painkb.model import Claim, Page
from painkb.search.facets import BY_ID, facets_of
from painkb.search.raw import Part, RawSection
from painkb.vocab import PageKind, Relation

_SPACE = re.compile(r"[ \t\u00a0\u202f]+")
_SHOWN, _CITED = 2, 1


@dataclass(slots=True)
class SectionRecord:
    """A section: its page by number, where it is, its words, the claims it shows and those it only cites."""

    page: int
    anchor: str
    heading: str
    level: int
    parent: str
    body: str
    shown: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    facets: tuple[str, ...] = ()


@dataclass(slots=True)
class Records:
    """All records: pages and sections by number, and the number of the section that is the home of each claim."""

    pages: list[Page]
    sections: list[SectionRecord]
    homes: dict[str, int]
    disputes: list[tuple[str, ...]]


def build_records(index: Index, raw: Mapping[str, Sequence[RawSection]]) -> Records:
    """Return the records of all pages, by docname, then in reading order."""
    pages = [page for docname, page in sorted(index.registry.pages.items()) if docname in raw]
    sections: list[SectionRecord] = []
    disputes: list[tuple[str, ...]] = []
    for number, page in enumerate(pages):
        facets: dict[str, tuple[str, ...]] = {}
        for found in raw[page.docname]:
            record = _section(index, page, number, found)
            # A narrower heading answers what the heading above it answers.
            record.facets = tuple(dict.fromkeys((*facets_of(page.kind, found.heading), *facets.get(found.parent, ()))))
            facets[found.anchor] = record.facets if found.anchor else ()
            sections.append(record)
            disputes += _disputes(found)
    return Records(pages, sections, _homes(index, pages, sections), disputes)


def _section(index: Index, page: Page, number: int, found: RawSection) -> SectionRecord:
    record = SectionRecord(number, found.anchor, found.heading, found.level, found.parent, "")
    words = [page.meta.summary + "\n"] if found.level == 1 else []
    for part in found.parts:
        words.append(_words(index, part))
        shown = list(_shown(index, page, part))
        record.shown += [claim_id for claim_id in shown if claim_id in index.registry.claims]
        if part.kind in ("claim", "cited") and part.text in index.registry.claims:
            record.cited.append(part.text)
    record.body = tidy("".join(words))
    record.shown = list(dict.fromkeys(record.shown))
    record.cited = [claim_id for claim_id in dict.fromkeys(record.cited) if claim_id not in record.shown]
    return record


def tidy(text: str) -> str:
    """Return a text with single spaces, and one line for each paragraph that says something."""
    lines = (_SPACE.sub(" ", line).strip(" .:;,") for line in text.split("\n"))
    return "\n".join(line for line in lines if len(line) > 1)


def _words(index: Index, part: Part) -> str:
    registry = index.registry
    if part.kind == "text":
        return part.text
    if part.kind == "claim" and part.text in registry.claims:
        value = registry.claims[part.text].claim.value
        return value.text() if value is not None else ""
    if part.kind == "page":
        kind, page_id = part.text.split(":", 1)
        page = registry.page(PageKind(kind), page_id) if kind in PageKind.values() else None
        return page.title if page is not None else page_id
    if part.kind == "block":
        options = dict(part.options)
        listed = index.listing(options) if part.text == "pages" and _sound("pages", options) else []
        return "".join(f"{page.title}\n" for page in listed) + options.get("caption", "") + "\n"
    return ""


def _sound(name: str, options: Mapping[str, str]) -> bool:
    return all(
        value.split()[0] in allowed
        for option, allowed in DIRECTIVES[name].options.items()
        if allowed
        for value in split_list(options.get(option, ""))
    )


def _shown(index: Index, page: Page, part: Part) -> Iterator[str]:
    """Yield the claims whose sentence a part shows; a table of everything is no home, so tools show none."""
    if part.kind == "statement":
        yield part.text
    elif part.kind == "block" and page.kind is not PageKind.TOOL:
        options = dict(part.options)
        if part.text in ("claims", "evidence") and _sound(part.text, options):
            yield from (claim.id for claim in index.select(read_query(part.text, options, page.id)))
        elif part.text == "sources-disagree":
            yield from split_list(options.get("claims", ""))


def _disputes(found: RawSection) -> Iterator[tuple[str, ...]]:
    for part in found.parts:
        if part.kind == "block" and part.text == "sources-disagree":
            yield tuple(split_list(dict(part.options).get("claims", "")))


def _homes(index: Index, pages: list[Page], sections: list[SectionRecord]) -> dict[str, int]:
    """Return where each claim is read best: shown before cited, on its own page before others, first before later."""
    best: dict[str, tuple[int, int]] = {}
    for number, section in enumerate(sections):
        page = pages[section.page]
        for weight, claim_ids in ((_SHOWN, section.shown), (_CITED, section.cited)):
            for claim_id in claim_ids:
                claim = index.registry.claims[claim_id].claim
                rank = weight + 2 * _at_home(claim, page, section)
                if rank > best.get(claim_id, (0, 0))[0]:
                    best[claim_id] = (rank, number)
    return {claim_id: number for claim_id, (_, number) in sorted(best.items())}


def _at_home(claim: Claim, page: Page, section: SectionRecord) -> int:
    own = claim.subject == page.id and page.kind is not PageKind.PATIENT
    fitting = any(claim.topic in BY_ID[facet].topics for facet in section.facets)
    return 2 * own + fitting


def classes_of(index: Index, page: Page) -> list[Page]:
    """Return the drug classes of a page, by its relations."""
    return index.registry.targets(page, Relation.BELONGS_TO)
