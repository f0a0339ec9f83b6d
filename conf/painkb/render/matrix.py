"""Own the comparison table of `{matrix}`: a row a page, a column a topic, every cell from claims."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from painkb.index import MatrixRow
from painkb.model import Claim
from painkb.nodes import paragraph
from painkb.render.facts import claim_line
from painkb.render.links import page_link
from painkb.render.tables import Cell, Column, build_table
from painkb.topics import Topic

NO_CLAIM = "no sourced fact here yet"
"""An empty cell says so: nothing known to us is not the same as nothing to worry about."""


def build_matrix(rows: Sequence[MatrixRow], topics: Sequence[Topic], caption: str, docname: str) -> nodes.table:
    """Return the table; the first column holds row headers."""
    columns = [Column("Medicine", 14), *(Column(topic.label, 24) for topic in topics)]
    body: list[list[Cell]] = []
    for row in rows:
        header = [paragraph(page_link(row.page, docname))]
        body.append([header, *(_cell(cell, docname) for cell in row.cells)])
    table = build_table(columns, body, caption, ("kb-matrix",))
    next(iter(table.findall(nodes.colspec)))["stub"] = 1
    return table


def _cell(claims: Sequence[Claim], docname: str) -> Cell:
    if not claims:
        return [nodes.paragraph("", NO_CLAIM, classes=["kb-none"])]
    return [claim_line(claim, docname) for claim in claims]
