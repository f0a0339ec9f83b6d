"""Own the table that `{claims}` shows: one row a claim, columns by choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docutils import nodes

from painkb.index import Index
from painkb.model import Claim, Page
from painkb.nodes import inline, paragraph
from painkb.numerals import safe
from painkb.render.links import page_paragraph
from painkb.render.tables import Column, build_table, text_cell

_COLUMNS: dict[str, Column] = {
    "statement": Column("What the source says", 46),
    "value": Column("Value", 22),
    "jurisdiction": Column("Where", 10),
    "certainty": Column("Certainty", 12),
    "population": Column("Who", 22),
    "about": Column("Concerns", 16),
    "subject": Column("Subject", 16),
    "topic": Column("Topic", 14),
    "source": Column("Source", 18),
}


def build_claims_table(
    index: Index, claims: Sequence[Claim], columns: Sequence[str], caption: str, docname: str
) -> nodes.table:
    """Return the table of `claims`; a column in which every cell would be empty is left out."""
    used = [name for name in columns if any(_cell(index, name, claim, docname) for claim in claims)]
    rows = [[_cell(index, name, claim, docname) for name in used] for claim in claims]
    return build_table([_COLUMNS[name] for name in used], rows, caption, ("kb-claims",))


def _cell(index: Index, name: str, claim: Claim, docname: str) -> list[nodes.Node]:
    return _CELLS[name](index, claim, docname)


def _about(index: Index, claim: Claim, docname: str) -> list[nodes.Node]:
    pages = [page for page_id in claim.about if (page := index.registry.any_page(page_id))]
    return [page_paragraph(pages, docname)] if pages else []


def _subject(index: Index, claim: Claim, docname: str) -> list[nodes.Node]:
    owner: Page | None = index.registry.owner(claim.subject)
    return [page_paragraph([owner], docname)] if owner else text_cell(claim.subject)


def source_cell(claim: Claim, docname: str) -> list[nodes.Node]:
    """Return a cell with the citation of a claim and the place in the source."""
    via = f"; read through {claim.via}" if claim.via else ""
    return [paragraph(inline("source", claim.source, docname), f", {claim.locator}{via}")]


def certainty_cell(claim: Claim) -> list[nodes.Node]:
    """Return a cell with the certainty as words, with a class for its icon."""
    if claim.certainty is None:
        return []
    return [paragraph(claim.certainty.label, classes=("kb-certainty", f"kb-certainty-{claim.certainty}"))]


_CELLS: dict[str, Callable[[Index, Claim, str], list[nodes.Node]]] = {
    "statement": lambda index, claim, docname: text_cell(safe(claim.statement)),
    "value": lambda index, claim, docname: text_cell(claim.value.text() if claim.value else ""),
    "jurisdiction": lambda index, claim, docname: text_cell(claim.jurisdiction.label if claim.jurisdiction else ""),
    "certainty": lambda index, claim, docname: certainty_cell(claim),
    "population": lambda index, claim, docname: text_cell(claim.population or ""),
    "about": _about,
    "subject": _subject,
    "topic": lambda index, claim, docname: text_cell(claim.topic.label),
    "source": lambda index, claim, docname: source_cell(claim, docname),
}
