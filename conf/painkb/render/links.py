"""Own links to pages: a cross-reference that Sphinx resolves, so that every format gets it right."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from painkb.model import Page
from painkb.nodes import paragraph


def page_link(page: Page, docname: str, text: str = "") -> addnodes.pending_xref:
    """Return a pending cross-reference from `docname` to `page`."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", text or page.title),
        refdomain="kb",
        reftype=page.kind.value,
        reftarget=page.id,
        refexplicit=True,
        refdoc=docname,
        refwarn=False,
    )


def page_links(pages: list[Page] | tuple[Page, ...], docname: str) -> list[nodes.Node]:
    """Return links separated by commas."""
    parts: list[nodes.Node] = []
    for page in pages:
        if parts:
            parts.append(nodes.Text(", "))
        parts.append(page_link(page, docname))
    return parts


def page_paragraph(pages: list[Page] | tuple[Page, ...], docname: str) -> nodes.paragraph:
    """Return a paragraph of links separated by commas."""
    return paragraph(*page_links(pages, docname))
