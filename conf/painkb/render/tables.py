"""Own the making of docutils tables: header row, widths, row headers, caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docutils import nodes

Cell = Sequence[nodes.Node]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its relative width."""

    title: str
    width: int = 20


def build_table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], caption: str = "", classes: Sequence[str] = ()
) -> nodes.table:
    """Return a table whose first row is its head; each cell is a list of block nodes."""
    table = nodes.table(classes=["kb-table", *classes])
    if caption:
        table += nodes.title("", caption)
        table["ids"].append(f"table-{nodes.make_id(caption)}")  # Sphinx gives a captioned table a permanent link
    group = nodes.tgroup(cols=len(columns))
    table += group
    for column in columns:
        group += nodes.colspec(colwidth=column.width)
    head = nodes.thead()
    head += _row([[nodes.paragraph("", column.title)] for column in columns])
    body = nodes.tbody()
    body.extend(_row(row) for row in rows)
    group.extend((head, body))
    return table


def _row(cells: Sequence[Cell]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        row += nodes.entry("", *cell)
    return row


def text_cell(text: str) -> list[nodes.Node]:
    """Return a cell with one paragraph, or an empty cell."""
    return [nodes.paragraph("", text)] if text else []
