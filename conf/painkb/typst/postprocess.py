"""Own what pikepdf mends after Typst: row headers, size, a fixed file id. Changes nothing that is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Dictionary, Name, Object

INNER = "kb:"
"""The scheme of links inside a PDF, as in template/inline.typ."""
_TABLELESS = frozenset(
    {Name.P, Name.H1, Name.H2, Name.H3, Name.H4, Name.H5, Name.H6, Name.TR, Name.Lbl, Name.Span, Name.Link, Name.TOC}
)
"""Elements that hold no table, or none that stands by itself: most of a book, so they are not walked."""
_CELLS = frozenset({Name.TR, Name.Table})
ABOVE = 14
"""Points above an anchor that a jump shows: the line that the anchor is in."""


class StructureError(Exception):
    """The tags are not as the translation says; a fault of ours, not of a writer."""


class Place(NamedTuple):
    """Where an anchor is: number of the sheet from 1, distances from its left and top edges in points."""

    sheet: int
    left: float
    top: float


def finish(draft: Path, target: Path, row_headers: list[int], places: dict[str, Place]) -> int:
    """Write the PDF in `draft`, finished, to `target` and return its number of pages.

    Links with our own scheme become jumps to `places`, or to the headings that Typst has named.
    `row_headers` is the number of row header columns of each table in reading order: Typst marks them only behind
    an experimental flag that the wheel does not expose, so their cells become TH with Scope Row here.
    The tag tree leaves Typst uncompressed; object streams halve the file.
    """
    with pikepdf.open(draft) as pdf:
        _mark_row_headers(pdf, row_headers)
        _join_links(pdf, places)
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


def _join_links(pdf: pikepdf.Pdf, places: dict[str, Place]) -> None:
    sheets = [page.obj for page in pdf.pages]
    named = _named_places(pdf)
    numbers = {sheet.objgen: number for number, sheet in enumerate(sheets, start=1)}
    for sheet in sheets:
        for note in sheet.get(Name.Annots, ()):
            address = str(note.A.URI) if Name.A in note and Name.URI in note.A else ""
            if not address.startswith(INNER):
                continue
            key = unquote(address.removeprefix(INNER))
            target = named.get(key)
            if target is None:
                if key not in places:
                    raise StructureError(f'a link leads to "{key}", which this PDF does not hold')
                target = _destination(sheets, places[key])
            del note.A
            note.Dest = target
            note.Contents = f"page {numbers[target[0].objgen]}"  # what Typst says of its own inner links


def _named_places(pdf: pikepdf.Pdf) -> dict[str, Object]:
    if Name.Names not in pdf.Root or Name.Dests not in pdf.Root.Names:
        return {}
    return {str(key): target for key, target in pikepdf.NameTree(pdf.Root.Names.Dests).items()}


def _destination(sheets: Sequence[Object], place: Place) -> Object:
    sheet = sheets[place.sheet - 1]
    height = float(sheet.MediaBox[3])
    return pikepdf.Array([sheet, Name.XYZ, round(place.left, 2), round(height - place.top + ABOVE, 2), 0])


def _mark_row_headers(pdf: pikepdf.Pdf, row_headers: list[int]) -> None:
    root = pdf.Root.get(Name.StructTreeRoot)
    if root is None:
        raise StructureError("the PDF has no tags")
    tables = [element for element in _walk(root, _TABLELESS) if element.get(Name.S) == Name.Table]
    if len(tables) != len(row_headers):
        raise StructureError(f"the PDF has {len(tables)} tables in its tags, the pages have {len(row_headers)}")
    for table, columns in zip(tables, row_headers, strict=True):
        if columns:
            _mark_table(table, columns)


def _mark_table(table: Object, columns: int) -> None:
    """Turn the first `columns` cells of each row into row headers; rows that a span shortens keep fewer."""
    covered: dict[int, int] = {}
    for row in (element for element in _walk(table, _CELLS) if element.get(Name.S) == Name.TR):
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


def _walk(top: Object, closed: frozenset[Object]) -> Iterator[Object]:
    """Yield the structure elements below `top` in reading order; not those inside an element of a `closed` kind."""
    waiting = list(reversed(_children(top)))
    while waiting:
        element = waiting.pop()
        yield element
        if element.get(Name.S) not in closed:
            waiting += reversed(_children(element))


def _children(element: Object) -> list[Object]:
    kids = element.get(Name.K)
    if kids is None:
        return []
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and Name.S in kid]
