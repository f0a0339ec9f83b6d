"""Own what pikepdf mends after Typst: row headers, size, a fixed file id. Changes nothing that is seen."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Object


class StructureError(Exception):
    """The tags are not as the translation says; a fault of ours, not of a writer."""


def finish(raw: bytes, target: Path, row_headers: list[int]) -> int:
    """Write the finished PDF to `target` and return its number of pages.

    `row_headers` is the number of row header columns of each table in reading order: Typst marks them only behind
    an experimental flag that the wheel does not expose, so their cells become TH with Scope Row here. The tag tree
    leaves Typst uncompressed; object streams halve the file.
    """
    with pikepdf.open(BytesIO(raw)) as pdf:
        _mark_row_headers(pdf, row_headers)
        pages = len(pdf.pages)
        partial = target.with_suffix(".part")
        pdf.save(
            partial,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    partial.replace(target)
    return pages


def _mark_row_headers(pdf: pikepdf.Pdf, row_headers: list[int]) -> None:
    root = pdf.Root.get(Name.StructTreeRoot)
    if root is None:
        raise StructureError("the PDF has no tags")
    tables = [element for element in _walk(root) if element.get(Name.S) == Name.Table]
    if len(tables) != len(row_headers):
        raise StructureError(f"the PDF has {len(tables)} tables in its tags, the pages have {len(row_headers)}")
    for table, columns in zip(tables, row_headers, strict=True):
        if columns:
            _mark_table(table, columns)


def _mark_table(table: Object, columns: int) -> None:
    """Turn the first `columns` cells of each row into row headers; rows that a span shortens keep fewer."""
    covered: dict[int, int] = {}
    for row in (element for element in _walk(table, stop=Name.Table) if element.get(Name.S) == Name.TR):
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        column = 0
        for cell in _children(row):
            while column in covered:
                column += 1
            if column >= columns:
                break
            across, down = _spans(cell)
            if cell.get(Name.S) == Name.TD:
                cell[Name.S] = Name.TH
                _add_scope(cell)
            covered |= dict.fromkeys(range(column, column + across), down) if down > 1 else {}
            column += across


def _spans(cell: Object) -> tuple[int, int]:
    for attributes in _attributes(cell):
        if attributes.get(Name.O) == Name.Table:
            return int(attributes.get(Name.ColSpan, 1)), int(attributes.get(Name.RowSpan, 1))
    return 1, 1


def _add_scope(cell: Object) -> None:
    for attributes in _attributes(cell):
        if attributes.get(Name.O) == Name.Table:
            attributes[Name.Scope] = Name.Row
            return
    own = Dictionary(O=Name.Table, Scope=Name.Row)
    found = _attributes(cell)
    cell[Name.A] = pikepdf.Array([*found, own]) if found else own


def _attributes(cell: Object) -> list[Object]:
    found = cell.get(Name.A)
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _walk(top: Object, stop: Name | None = None) -> Iterator[Object]:
    """Yield the structure elements below `top` in reading order; not those inside an inner `stop`."""
    waiting = list(reversed(_children(top)))
    while waiting:
        element = waiting.pop()
        yield element
        if stop is None or element.get(Name.S) != stop:
            waiting += reversed(_children(element))


def _children(element: Object) -> list[Object]:
    kids = element.get(Name.K)
    if kids is None:
        return []
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and Name.S in kid]
