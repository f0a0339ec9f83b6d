"""Own how an infobox looks as nodes: a two-column table of labels and facts."""

from __future__ import annotations

from itertools import groupby

from docutils import nodes

from painkb.index import Index
from painkb.infobox import FactRow
from painkb.model import Claim, Page
from painkb.nodes import inline, kb_details, paragraph
from painkb.render.links import page_link, page_paragraph
from painkb.values import Effect, Position


def build_facts(index: Index, page: Page) -> list[nodes.Node]:
    """Return the infobox of a page; nothing when there is nothing to show."""
    rows = index.facts(page)
    if not rows:
        return []
    box = nodes.container(classes=["kb-facts", f"kb-facts-{page.kind}"])
    box += paragraph(f"{page.title} at a glance", classes=("kb-facts-title",))
    for fold, grouped in groupby(sorted(rows, key=lambda row: row.fold), key=lambda row: row.fold):
        fields = _fields(index, list(grouped), page)
        box += kb_details("", fields, summary=fold) if fold else fields
    return [box]


def _fields(index: Index, rows: list[FactRow], page: Page) -> nodes.definition_list:
    items = (_field(index, row, page) for row in rows)
    return nodes.definition_list("", *items, classes=["kb-facts-list"])


def _field(index: Index, row: FactRow, page: Page) -> nodes.definition_list_item:
    body = nodes.definition()
    if row.words:
        body += paragraph(row.words)
    if row.pages:
        body += page_paragraph(row.pages, page.docname)
    for claim in row.claims:
        owner = index.registry.owner(claim.subject)
        line = claim_line(claim, page.docname)
        if owner is not None and owner.docname != page.docname and not isinstance(claim.value, Position):
            line.insert(0, [page_link(owner, page.docname), nodes.Text(": ")])
        body += line
    return nodes.definition_list_item("", nodes.term("", row.label), body)


def claim_line(claim: Claim, docname: str) -> nodes.paragraph:
    """Return one line with place or body, value and citation."""
    parts: list[nodes.Node | str] = []
    if isinstance(claim.value, Position):
        parts.append(f"{claim.value.body}: {claim.value.treatment} ")
    elif claim.jurisdiction is not None:
        tag = nodes.inline("", claim.jurisdiction.value.upper(), classes=["kb-place"])
        parts += [nodes.abbreviation("", "", tag, explanation=claim.jurisdiction.label), " "]
    shown: list[nodes.Node | str] = [inline("claim", claim.id, docname)]
    if isinstance(claim.value, Effect):
        shown.append(f" for {claim.value.outcome}, against {claim.value.comparator}")
    return paragraph(*parts, *shown)
