"""Own how an infobox looks as nodes: a two-column table of labels and facts."""

from __future__ import annotations

from docutils import nodes

from painkb.index import Index
from painkb.infobox import FactRow
from painkb.model import Claim, Page
from painkb.nodes import inline, paragraph
from painkb.render.links import page_paragraph
from painkb.values import Position


def build_facts(index: Index, page: Page) -> list[nodes.Node]:
    """Return the infobox of a page; nothing when there is nothing to show."""
    rows = index.facts(page)
    if not rows:
        return []
    box = nodes.container(classes=["kb-facts", f"kb-facts-{page.kind}"])
    fields = nodes.definition_list(classes=["kb-facts-list"])
    for row in rows:
        fields += _field(row, page.docname)
    box.extend((paragraph(f"{page.title} at a glance", classes=("kb-facts-title",)), fields))
    return [box]


def _field(row: FactRow, docname: str) -> nodes.definition_list_item:
    body = nodes.definition()
    if row.words:
        body += paragraph(row.words)
    if row.pages:
        body += page_paragraph(row.pages, docname)
    for claim in row.claims:
        body += _claim(claim, docname)
    return nodes.definition_list_item("", nodes.term("", row.label), body)


def _claim(claim: Claim, docname: str) -> nodes.paragraph:
    parts: list[nodes.Node | str] = []
    if isinstance(claim.value, Position):
        parts.append(f"{claim.value.body}: {claim.value.treatment} ")
    elif claim.jurisdiction is not None:
        tag = nodes.inline("", claim.jurisdiction.value.upper(), classes=["kb-place"])
        parts += [nodes.abbreviation("", "", tag, explanation=claim.jurisdiction.label), " "]
    return paragraph(*parts, inline("claim", claim.id, docname))
