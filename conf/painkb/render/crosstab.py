"""Own tables that set claims against each other: a row a treatment, effect or drug, a column a body, drug or target.

Every cell is made of claims; an empty one says that no sourced fact is here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes

from painkb import numerals
from painkb.index import Index
from painkb.model import Claim, Page
from painkb.nodes import inline, paragraph
from painkb.render.links import page_link
from painkb.render.tables import Cell, Column, build_table
from painkb.values import Affinity, Position, SideEffect
from painkb.vocab import PageKind, Target

_EMPTY = "–"
_HEAT, _WEAKEST = 5, 4
"""Shades, and the power of ten in nanomolar from which on a cell has the faintest."""
_YEAR = 4
_TOGETHER = re.compile(r"\b(?:combin\w*|with|plus|added|other than|except)\b", re.IGNORECASE)
_LIMIT = re.compile(r" (?:\(.*\)|(?:at|on|above|of|in) .*)$")
"""What narrows an effect to a dose or a group: shown in the cell, so that the row is the effect alone."""
_SAME = {
    "sleepiness": "somnolence",
    "drowsiness": "somnolence",
    "sleeplessness": "insomnia",
    "seizures": "seizure",
    "low sodium": "hyponatremia",
}
_BETWEEN = re.compile(r",| and | or ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with the place it takes; `order` sorts its column, `heat` shades its cell, `page` is that of its row."""

    claim: Claim
    row: str
    column: str
    order: tuple[int, str]
    words: str
    heat: int = 0
    page: Page | None = None


Reader = Callable[[Index, Claim], Iterator[Entry]]


def build_crosstab(
    index: Index, name: str, claims: Sequence[Claim], options: Mapping[str, str], docname: str
) -> list[nodes.Node]:
    """Return the table called `name`; nothing when no claim has a place in it."""
    corner, reader = _TABLES[name]
    wanted = options.get("measure", "")
    chosen = [claim for claim in claims if not wanted or getattr(claim.value, "measure", "") == wanted]
    entries = [entry for claim in chosen for entry in reader(index, claim)]
    entries = list(_shared(entries)) if name == "side-effect-comparison" else entries
    if not entries:
        return []
    columns = [column for _, column in sorted({(entry.order, entry.column) for entry in entries})]
    rows = sorted({entry.row for entry in entries}, key=str.lower)
    cells: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        cells.setdefault((entry.row, entry.column), []).append(entry)
    body = [
        [_header(row, entries, docname), *(_cell(cells.get((row, column), ()), docname) for column in columns)]
        for row in rows
    ]
    width = max(8, 72 // len(columns))
    table = build_table(
        [Column(corner, 22), *(Column(column, width) for column in columns)],
        body,
        options.get("caption", ""),
        ("kb-crosstab",),
    )
    next(iter(table.findall(nodes.colspec)))["stub"] = 1
    _shade(table, rows, columns, cells)
    return [table]


def _shared(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of rows that more than one column fills: what is known of one drug stands on its page."""
    filled: dict[str, set[str]] = {}
    for entry in entries:
        filled.setdefault(entry.row, set()).add(entry.column)
    yield from (entry for entry in entries if len(filled[entry.row]) > 1)


def _header(row: str, entries: Iterable[Entry], docname: str) -> Cell:
    page = next((entry.page for entry in entries if entry.row == row and entry.page), None)
    return [paragraph(page_link(page, docname) if page else row)]


def _cell(entries: Sequence[Entry], docname: str) -> Cell:
    if not entries:
        return [paragraph(_EMPTY, classes=("kb-none",))]
    return [paragraph(inline("claim", entry.claim.id, docname, entry.words)) for entry in entries]


def _shade(table: nodes.table, rows: list[str], columns: list[str], cells: dict[tuple[str, str], list[Entry]]) -> None:
    body = next(iter(table.findall(nodes.tbody)))
    for row, line in zip(rows, body.findall(nodes.row), strict=True):
        for column, cell in zip(columns, list(line.findall(nodes.entry))[1:], strict=True):
            heat = max((entry.heat for entry in cells.get((row, column), ())), default=0)
            if heat:
                cell["classes"].append(f"kb-heat-{heat}")


def _position(index: Index, claim: Claim) -> Iterator[Entry]:
    value = claim.value
    if not isinstance(value, Position):
        return
    pages = [page for page_id in claim.about if (page := index.registry.owner(page_id))]
    year = value.body[-_YEAR:]
    newest = -int(year) if year.isdigit() else 0
    for treatment in _each(value.treatment):
        named = next((page for page in pages if page.title.lower() == treatment.lower()), None)
        yield Entry(claim, _capital(treatment), value.body, (newest, value.body), value.text(), page=named)


def _each(treatments: str) -> list[str]:
    """Return the treatments that one position names; a combination is one treatment.

    >>> _each("capsaicin cream, lidocaine and others"), _each("gabapentin with nortriptyline")
    (['capsaicin cream', 'lidocaine'], ['gabapentin with nortriptyline'])
    """
    if _TOGETHER.search(treatments):
        return [treatments]
    parts = [part.strip() for part in _BETWEEN.split(treatments)]
    return [part for part in parts if part and part != "others"]


def _frequency(index: Index, claim: Claim) -> Iterator[Entry]:
    value, page = claim.value, index.registry.page(PageKind.DRUG, claim.subject)
    if not isinstance(value, SideEffect) or page is None:
        return
    place = f"{claim.jurisdiction.value.upper()}: " if claim.jurisdiction else ""
    limit = _LIMIT.search(value.effect)
    words = place + value.text() + (f", {limit.group().strip(' ()')}" if limit else "")
    for effect in _each(_LIMIT.sub("", value.effect)):
        yield Entry(claim, _capital(_SAME.get(effect, effect)), page.title, (0, page.title), words)


def _affinity(index: Index, claim: Claim) -> Iterator[Entry]:
    value, drug = claim.value, _first_named(index, claim.statement)
    if not isinstance(value, Affinity) or drug is None:
        return
    sign = "" if value.relation == "=" else f"{value.relation}{numerals.NARROW_SPACE}"
    words = f"{sign}{numerals.number(value.nanomolar)}"
    power = math.floor(math.log10(value.nanomolar))
    heat = 1 if value.relation == ">" else max(1, min(_HEAT, _WEAKEST - power))
    yield Entry(claim, drug.title, value.target, (list(Target).index(value.target), ""), words, heat, drug)


def _first_named(index: Index, statement: str) -> Page | None:
    """Return the drug that a statement names first: what is said of a metabolite is not said of its parent."""
    found = [
        (match.start(), page)
        for page in index.sections[PageKind.DRUG]
        if (match := re.search(rf"\b{re.escape(page.title)}\b", statement, re.IGNORECASE))
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_TABLES: dict[str, tuple[str, Reader]] = {
    "guideline-comparison": ("Treatment", _position),
    "side-effect-comparison": ("Effect", _frequency),
    "affinities": ("Medicine", _affinity),
}
CROSSTABS = frozenset(_TABLES)
"""The directives that are shown by these tables."""
