"""Own lists of pages: what `{pages}` shows, and the sentences that name related pages."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from painkb.index import Index
from painkb.model import Page
from painkb.nodes import bullets, paragraph
from painkb.render.links import page_link, page_links
from painkb.render.tables import Cell, Column, build_table, text_cell
from painkb.vocab import Relation


def build_listing(pages: Sequence[Page], style: str, docname: str) -> nodes.Element:
    """Return the pages as a list (title and summary) or as a table (title, what it is, status)."""
    if style == "table":
        columns = (Column("Page", 24), Column("In one sentence", 56), Column("Checked", 14))
        rows: list[list[Cell]] = [
            [[paragraph(page_link(page, docname))], text_cell(page.meta.summary), text_cell(str(page.meta.checked))]
            for page in pages
        ]
        return build_table(columns, rows, "", ("kb-pages",))
    items: list[list[nodes.Node]] = [
        [paragraph(page_link(page, docname), classes=("kb-page-link",)), paragraph(page.meta.summary)] for page in pages
    ]
    return bullets(items, "kb-pages")


def build_backlinks(index: Index, page: Page) -> list[nodes.Node]:
    """Return one sentence for each relation of a page, forward and backward; it says so when there is none."""
    items: list[list[nodes.Node]] = []
    for relation in Relation:
        targets = index.registry.targets(page, relation)
        if targets:
            items.append([_sentence(page, relation.label, targets)])
        sources = [link.page for link in index.backlinks(page) if link.relation is relation]
        if sources:
            items.append([_sentence(page, relation.inverse, sources)])
    return [bullets(items, "kb-backlinks") if items else paragraph(f"No other page is related to {page.title} yet.")]


def _sentence(page: Page, verb: str, others: Sequence[Page]) -> nodes.paragraph:
    links = page_links(tuple(others), page.docname)
    return paragraph(nodes.strong("", page.title), f" {verb} ", *links, ".")
