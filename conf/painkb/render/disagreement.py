"""Own the who-says-what block that `{sources-disagree}` shows: the positions side by side, then why they differ."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from painkb.index import Index
from painkb.model import Claim
from painkb.nodes import inline, paragraph
from painkb.numerals import safe
from painkb.render.claims_table import certainty_cell
from painkb.render.tables import Column, build_table, text_cell

_COLUMNS = (
    Column("Source", 20),
    Column("Says", 44),
    Column("Value", 18),
    Column("Who", 20),
    Column("Certainty", 12),
)


def build_disagreement(
    index: Index, question: str, claims: Sequence[Claim], body: list[nodes.Node], docname: str
) -> nodes.admonition:
    """Return an admonition with the question, a table of positions in order of year, and the explanation."""
    block = nodes.admonition("", classes=["kb-disagree"])
    block += nodes.title("", f"Sources disagree: {question}")
    ordered = sorted(claims, key=lambda claim: (_year(index, claim), claim.id))
    rows = [_row(claim, docname) for claim in ordered]
    used = [position for position in range(len(_COLUMNS)) if any(row[position] for row in rows)]
    columns = [_COLUMNS[position] for position in used]
    block += build_table(columns, [[row[position] for position in used] for row in rows], "", ("kb-claims",))
    if body:
        block += paragraph(nodes.strong("", "Why they differ"), classes=("kb-why",))
        block.extend(body)
    return block


def _year(index: Index, claim: Claim) -> int:
    source = index.registry.sources.get(claim.source)
    return (source.year or 0) if source else 0


def _row(claim: Claim, docname: str) -> list[list[nodes.Node]]:
    return [
        [paragraph(inline("source", claim.source, docname))],
        text_cell(safe(claim.statement)),
        text_cell(claim.value.text() if claim.value else ""),
        text_cell(claim.population or ""),
        certainty_cell(claim),
    ]
