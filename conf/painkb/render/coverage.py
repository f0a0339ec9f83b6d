"""Own how the coverage map looks: two tables for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from painkb import coverage
from painkb.coverage import PageCount
from painkb.headings import HEADINGS
from painkb.index import Index
from painkb.nodes import paragraph
from painkb.render.links import page_link
from painkb.render.tables import Cell, Column, build_table, text_cell
from painkb.vocab import PageKind

_HEADINGS = (Column("Heading", 40), Column("Sourced"), Column("Not known or our own words"), Column("Missing"))
_PAGES = (
    Column("Page", 28),
    Column("Own claims", 12),
    Column("Of high risk", 10),
    Column("Read indirectly", 12),
    Column("Claims shown", 12),
    Column("Sources", 10),
    Column("Disagreements", 12),
    Column("Certainty, where graded", 22),
    Column("Oldest check", 14),
    Column("Next check due", 14),
)


def build_coverage(index: Index, docname: str) -> list[nodes.Node]:
    """Return the coverage of every kind of page that has a template."""
    return list(_tables(index, docname))


def _tables(index: Index, docname: str) -> Iterator[nodes.Node]:
    for kind in (kind for kind in PageKind if HEADINGS[kind] and index.sections[kind]):
        count = len(index.sections[kind])
        name = kind.plural
        headings = [
            [text_cell(item.title), *(text_cell(str(number)) for number in (item.filled, item.unknown, item.missing))]
            for item in coverage.count_headings(index, kind)
        ]
        yield build_table(_HEADINGS, headings, f"{name}: headings on {count} pages", ("kb-coverage",))
        pages = [_page(item, docname) for item in coverage.count_pages(index, kind)]
        yield build_table(_PAGES, pages, f"{name}: what each page rests on", ("kb-coverage",))


def _page(item: PageCount, docname: str) -> list[Cell]:
    grades = ", ".join(f"{count} {certainty.label.lower()}" for certainty, count in item.certainty)
    numbers = (item.own, item.high_risk, item.indirect, item.shown, item.sources, item.disagreements)
    return [
        [paragraph(page_link(item.page, docname))],
        *(text_cell(str(number)) for number in numbers),
        text_cell(grades or "none graded"),
        text_cell(f"{item.oldest:%Y-%m-%d}" if item.oldest else "no claims"),
        text_cell(f"{item.page.meta.next_due:%Y-%m-%d}"),
    ]
