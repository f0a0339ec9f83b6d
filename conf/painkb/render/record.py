"""Own the page record: status, dates, size of the evidence, purpose and how to report an error."""

from __future__ import annotations

from docutils import nodes

from painkb.index import RECORD_LINKS, Index
from painkb.model import Page
from painkb.nodes import paragraph
from painkb.render.links import page_link
from painkb.vocab import PageKind

_NOT_CLINICAL = frozenset({PageKind.ABOUT, PageKind.CONTRIBUTE})
_CLINICAL_NOTE = (
    "For education. It does not replace the judgment of a professional who knows the patient, "
    "nor the product information that is valid where you are."
)


def build_record(index: Index, page: Page, report_url: str) -> nodes.definition_list:
    """Return the record of a page as a list of labels and values."""
    uses, meta = index.uses(page.docname), page.meta
    checks = [index.registry.claims[claim].claim.checked for claim in uses.claims if claim in index.registry.claims]
    rows: list[tuple[str, list[nodes.Node | str]]] = []
    if page.kind not in _NOT_CLINICAL:
        rows.append(("Status", [f"{meta.status.label}. {meta.status.description}"]))
        rows.append(("Evidence searched to", [meta.evidence_to]))
    rows.append(("Last checked", [f"{meta.checked:%Y-%m-%d}"]))
    rows.append(("Next check due", [f"{meta.next_due:%Y-%m-%d}"]))
    if meta.review:
        signed = f"{meta.review.by}, {meta.review.role}, {meta.review.on:%Y-%m-%d}, against {meta.review.against}"
        rows.append(("Reviewed by", [signed]))
    if checks:
        facts = f"{len(uses.claims)} sourced {'fact' if len(uses.claims) == 1 else 'facts'}"
        shown = f"{facts} from {len(uses.sources)} {'source' if len(uses.sources) == 1 else 'sources'}"
        rows.append(("Facts shown", [f"{shown}; the oldest was checked on {min(checks):%Y-%m-%d}"]))
    rows.append(("Purpose", [_CLINICAL_NOTE, *_see(index, page)]))
    rows.append(("Found an error?", _report(report_url, index, page)))
    fields = nodes.definition_list(classes=["kb-record"])
    for label, parts in rows:
        body = nodes.definition("", paragraph(*parts))
        fields += nodes.definition_list_item("", nodes.term("", label), body)
    return fields


def _see(index: Index, page: Page) -> list[nodes.Node | str]:
    target = index.registry.page(PageKind.ABOUT, RECORD_LINKS[0])
    return [" ", page_link(target, page.docname), "."] if target else []


def _report(url: str, index: Index, page: Page) -> list[nodes.Node | str]:
    if url:
        link = nodes.reference("", "Report it", refuri=f"{url}?title=Error+on+{page.docname}", internal=False)
        return [link, f" and name this page ({page.docname})."]
    target = index.registry.page(PageKind.ABOUT, RECORD_LINKS[1])
    if target is None:
        return [f"Report it and name this page ({page.docname})."]
    return ["See how to report it in the ", page_link(target, page.docname), f"; name this page ({page.docname})."]
