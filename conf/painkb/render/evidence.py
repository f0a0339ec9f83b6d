"""Own the summary of findings that `{evidence}` shows: outcome, comparison, effect, size, certainty, source."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from painkb import numerals
from painkb.index import Index
from painkb.model import Claim
from painkb.render.claims_table import certainty_cell, source_cell
from painkb.render.links import page_paragraph
from painkb.render.tables import Column, build_table, text_cell
from painkb.values import Effect

_COLUMNS = (
    Column("Treatment and finding", 40),
    Column("Effect", 20),
    Column("Outcome and comparator", 20),
    Column("Studies, people", 12),
    Column("Certainty", 12),
    Column("Source", 16),
)


def build_evidence_table(index: Index, claims: Sequence[Claim], caption: str, docname: str) -> nodes.table:
    """Return the summary of findings for `claims`, one row each; columns without content are left out."""
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
