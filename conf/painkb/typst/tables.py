"""Own tables: spans, head rows, row headers, and columns that fit the sheet.

A table too wide for the sheet is turned; one too wide even then is cut into parts that repeat the first column.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from docutils import nodes

from painkb.typst import literals, metrics
from painkb.typst.dispatch import children, handles, join
from painkb.typst.fonts import BOLD, REGULAR
from painkb.typst.sheet import Sheet

PORTRAIT, LANDSCAPE = 56.0, 83.0
"""Widths of the text in em of table type (8.8 pt): 174 mm and 257 mm on A4, less a reserve."""
PAD = 1.2
"""Space inside a cell, left and right together, in em."""
_WIDEST = 120.0
_UNBROKEN = 9.0
"""Cells up to this width are kept on one line if there is room."""
_COLUMN = 14.0
"""Width at which running text in a cell reads well."""
_CROWDED = 80.0
"""A table is turned when columns of that width would need so much more than the sheet has."""
_TALLEST = 42
"""Lines; a row with more may be torn, since it would not fit a sheet otherwise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry with its place in the grid."""

    entry: nodes.entry
    column: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read from its nodes; sizes are in em of table type."""

    head: list[list[Cell]]
    body: list[list[Cell]]
    stubs: int
    least: list[float]
    natural: list[float]

    @property
    def spanned(self) -> bool:
        """Return whether any cell covers several rows or columns."""
        return any(cell.columns > 1 or cell.rows > 1 for row in [*self.head, *self.body] for cell in row)

    def least_width(self, columns: Sequence[int]) -> float:
        """Return the least width of some columns together."""
        return sum(self.least[column] + PAD for column in columns)


def read_grid(table: nodes.Element) -> Grid:
    """Return the grid of a table."""
    group = next(iter(table.findall(nodes.tgroup)))
    specs = [part for part in group.children if isinstance(part, nodes.colspec)]
    head = _rows(group, nodes.thead)
    body = _rows(group, nodes.tbody)
    stubs = sum(1 for spec in specs if spec.get("stub"))
    least, natural = _sizes(len(specs), stubs, head, body)
    return Grid(head, body, stubs, least, natural)


def _rows(group: nodes.Element, part: type[nodes.Element]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    covered: dict[tuple[int, int], bool] = {}
    found = next((child for child in group.children if isinstance(child, part)), None)
    for number, row in enumerate(found.children if found is not None else ()):
        cells: list[Cell] = []
        column = 0
        assert isinstance(row, nodes.row)
        for entry in row.children:
            assert isinstance(entry, nodes.entry)
            while covered.get((number, column)):
                column += 1
            cell = Cell(entry, column, entry.get("morecols", 0) + 1, entry.get("morerows", 0) + 1)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    covered[number + down, column + right] = True
            cells.append(cell)
            column += cell.columns
        rows.append(cells)
    return rows


def _sizes(count: int, stubs: int, head: list[list[Cell]], body: list[list[Cell]]) -> tuple[list[float], list[float]]:
    """Return for each column the width of its longest word, and the width its text asks for.

    What it asks for is the quadratic mean over its cells: rows come out about equally tall then, and one long cell
    among short ones does not starve the other columns.
    """
    font = metrics.load(REGULAR, BOLD)
    least = [1.0] * count
    widths: list[list[float]] = [[] for _ in range(count)]
    for rows, is_head in ((head, True), (body, False)):
        for cell in (cell for row in rows for cell in row if cell.columns == 1):
            blocks = _blocks(cell.entry)
            bold = is_head or cell.column < stubs
            least[cell.column] = max([least[cell.column], *(font.longest_word(block, bold) for block in blocks)])
            if not is_head:
                widths[cell.column].append(max((font.width(block) for block in blocks), default=0.0))
    natural = [_asked(found) for found in widths]
    return least, [max(pair) for pair in zip(least, natural, strict=True)]


def _asked(widths: list[float]) -> float:
    if not widths:
        return 1.0
    mean = math.sqrt(sum(width * width for width in widths) / len(widths))
    return min(max(mean, min(max(widths), _UNBROKEN)), _WIDEST)


def _blocks(entry: nodes.entry) -> list[str]:
    """Return the text of each block of a cell; a list item is a little wider for its sign."""
    found = []
    for part in entry.findall(nodes.TextElement):
        if not isinstance(part, nodes.Inline):
            mark = "•  " if isinstance(part.parent, nodes.list_item) else ""
            found.append(mark.replace(" ", "\u00a0") + " ".join(part.astext().split()))
    return found


def is_wide(node: nodes.Node) -> bool:
    """Return whether a table needs the sheet turned."""
    if not isinstance(node, nodes.table):
        return False
    grid = read_grid(node)
    pairs = zip(grid.least, grid.natural, strict=True)
    comfortable = sum(max(least, min(natural, _COLUMN)) + PAD for least, natural in pairs)
    return grid.least_width(range(len(grid.least))) > PORTRAIT or comfortable > _CROWDED


def parts(grid: Grid, room: float) -> list[list[int]]:
    """Return the columns of each part, so that no part is wider than `room`; the first column is in every one."""
    columns = list(range(len(grid.least)))
    if grid.spanned or grid.least_width(columns) <= room:
        return [columns]
    kept = list(range(max(grid.stubs, 1)))
    found: list[list[int]] = [[]]
    for column in columns[len(kept) :]:
        if found[-1] and grid.least_width([*kept, *found[-1], column]) > room:
            found.append([])
        found[-1].append(column)
    return [[*kept, *some] for some in found]


@handles("table")
def table(node: nodes.Element, sheet: Sheet) -> str:
    """Return a table, in parts if it must be."""
    grid = read_grid(node)
    caption = next((part for part in node.children if isinstance(part, nodes.title | nodes.caption)), None)
    title = children(caption, sheet).strip() if caption is not None else ""
    nested = any(node.findall(lambda part: isinstance(part, nodes.table) and part is not node))
    room = LANDSCAPE if sheet.landscape else PORTRAIT
    cut = [list(range(len(grid.least)))] if nested else parts(grid, room)
    sheet.nesting += 1
    found = []
    for number, columns in enumerate(cut, start=1):
        more = sheet.text(f" (part {number} of {len(cut)})") if len(cut) > 1 else ""
        found.append(_part(grid, columns, title + more, sheet, room))
    sheet.nesting -= 1
    return "\n\n".join(found)


def _part(grid: Grid, columns: list[int], caption: str, sheet: Sheet, room: float) -> str:
    sheet.row_headers.append(grid.stubs)
    head = ", ".join(_cell(cell, sheet) for row in grid.head for cell in row if cell.column in columns)
    body = ", ".join(_cell(cell, sheet) for row in grid.body for cell in row if cell.column in columns)
    least, natural = [grid.least[column] for column in columns], [grid.natural[column] for column in columns]
    settings = (
        f"least: {literals.value(least)}, natural: {literals.value(natural)}, heads: {len(grid.head)}, "
        f"stubs: {grid.stubs}, torn: {literals.value(_too_tall(grid, columns, room))}, caption: [{caption}]"
    )
    return f"#data-table({settings}, head: ({head}{',' if head else ''}), body: ({body}{',' if body else ''}));"


def _cell(cell: Cell, sheet: Sheet) -> str:
    named = [f"{name}: {number}" for name, number in (("colspan", cell.columns), ("rowspan", cell.rows)) if number > 1]
    classes: list[str] = cell.entry.get("classes", [])
    named += [f"fill: heat.at({shade[-1]})" for shade in classes if shade.startswith("kb-heat-")]
    named += [f"align: {side}" for side in ("left", "center", "right") if f"text-{side}" in classes]
    body = join(cell.entry.children, sheet).strip()
    return f"table.cell({', '.join(named)})[{body}]"


def _too_tall(grid: Grid, columns: list[int], room: float) -> bool:
    total = sum(grid.natural[column] for column in columns)
    font = metrics.load(REGULAR, BOLD)
    for cell in (cell for row in grid.body for cell in row if cell.column in columns):
        width = max(room * grid.natural[cell.column] / total, grid.least[cell.column])
        lines = sum(1 + int(font.width(block) / width) for block in _blocks(cell.entry))
        if lines / cell.rows > _TALLEST:
            return True
    return False
