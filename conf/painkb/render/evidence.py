"""Own what `{evidence}` shows: the summary of findings, and its estimates drawn as forest plots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes

from painkb import numerals
from painkb.index import Index
from painkb.model import Claim
from painkb.nodes import kb_drawing
from painkb.render import forest
from painkb.render.claims_table import certainty_cell, source_cell
from painkb.render.links import page_paragraph
from painkb.render.tables import Column, build_table, text_cell
from painkb.values import Effect
from painkb.vocab import Measure, PageKind

_FEWEST = 2
"""Estimates that make a plot worth its space."""
_NAMES = 2
_NAMED = frozenset({PageKind.DRUG, PageKind.CLASS, PageKind.CONDITION})
_COLUMNS = (
    Column("Treatment and finding", 40),
    Column("Effect", 20),
    Column("Outcome and comparator", 20),
    Column("Studies, people", 12),
    Column("Certainty", 12),
    Column("Source", 16),
)


def build_evidence(index: Index, claims: Sequence[Claim], caption: str, docname: str) -> list[nodes.Node]:
    """Return the summary of findings for `claims` and a forest plot of each measure that several of them have."""
    return [_table(index, claims, caption, docname), *_plots(index, claims, caption, docname)]


def _plots(index: Index, claims: Sequence[Claim], caption: str, docname: str) -> Iterator[kb_drawing]:
    groups: dict[tuple[Measure, str], list[forest.Row]] = {}
    for claim in claims:
        value = claim.value
        if isinstance(value, Effect) and value.low is not None and value.high is not None:
            key = (value.measure, value.unit or "")
            groups.setdefault(key, []).append(_plot_row(index, claim, value, value.low, value.high, docname))
    for (measure, unit), rows in groups.items():
        if len(rows) >= _FEWEST:
            title = (
                f"{measure.label}{f' in {unit}' if unit else ''}: the estimates of the table above with their intervals"
            )
            named = f"{caption}. {title}" if caption else title
            drawn = forest.draw(measure, rows)
            yield kb_drawing("", svg=drawn, alt=forest.describe(measure, rows), caption=named)


def _plot_row(index: Index, claim: Claim, value: Effect, low: float, high: float, docname: str) -> forest.Row:
    registry = index.registry
    pages = [page for page_id in (*claim.about, claim.subject) if (page := registry.owner(page_id))]
    names = [page.title for page in pages if page.docname != docname and page.kind in _NAMED]
    source = registry.sources.get(claim.source)
    year = f", {source.label}" if source else ""
    limits = f"({numerals.number(low)} to {numerals.number(high)})"
    text = f"{numerals.number(value.estimate)} {limits}"
    label = ", ".join(dict.fromkeys(names[:_NAMES])) or (pages[-1].title if pages else claim.subject)
    return forest.Row(label, f"{value.outcome}, against {value.comparator}{year}", value.estimate, low, high, text)


def _table(index: Index, claims: Sequence[Claim], caption: str, docname: str) -> nodes.table:
    rows = [_row(index, claim, docname) for claim in claims]
    used = [position for position in range(len(_COLUMNS)) if any(row[position] for row in rows)]
    columns = [_COLUMNS[position] for position in used]
    return build_table(columns, [[row[position] for position in used] for row in rows], caption, ("kb-evidence",))


def _row(index: Index, claim: Claim, docname: str) -> list[list[nodes.Node]]:
    owner = index.registry.owner(claim.subject)
    who: list[nodes.Node] = [page_paragraph([owner], docname)] if owner and owner.docname != docname else []
    value = claim.value
    outcome = f"{value.outcome}, against {value.comparator}" if isinstance(value, Effect) else ""
    return [
        [*who, nodes.paragraph("", numerals.safe(claim.statement))],
        text_cell(value.text() if value else "not estimated"),
        text_cell(outcome),
        text_cell(_size(value) if isinstance(value, Effect) else ""),
        certainty_cell(claim),
        source_cell(claim, docname),
    ]


def _size(value: Effect) -> str:
    parts = []
    if value.studies is not None:
        parts.append(f"{numerals.number(value.studies)} {'study' if value.studies == 1 else 'studies'}")
    if value.participants is not None:
        parts.append(f"{numerals.number(value.participants)} people")
    return ", ".join(parts)
