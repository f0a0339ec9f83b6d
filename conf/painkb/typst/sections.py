"""Own sections and headings: levels without gaps, one label each, wide tables turned with their heading."""

from __future__ import annotations

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import children, handles, join
from painkb.typst.sheet import Sheet
from painkb.typst.tables import is_wide

DEEPEST = 5
"""Heading level of a page; in a book one more, and PDF knows six."""
_FIRST = "Safety alerts"


@handles("section")
def section(node: nodes.Element, sheet: Sheet) -> str:
    """Return a section; one whose own content has a table wider than the page is set in landscape."""
    if sheet.depth == 0:
        _alerts_first(node)
    sheet.depth += 1
    own = [part for part in node.children if not isinstance(part, nodes.section)]
    turned = sheet.depth > 1 and sheet.nesting == 0 and any(is_wide(part) for part in own)
    sheet.landscape = turned
    body = join(own, sheet)
    if turned:
        body = literals.call("landscape", body)
    sheet.landscape = False
    body += join([part for part in node.children if isinstance(part, nodes.section)], sheet)
    sheet.depth -= 1
    return literals.call("fine-print", body) if _is_fine(node) else body


def _is_fine(node: nodes.Element) -> bool:
    return "kb-generated" in node.get("classes", ())


def _alerts_first(page: nodes.Element) -> None:
    """Move the safety alerts before every other section: whoever prints only the first sheet has them."""
    sections = [part for part in page.children if isinstance(part, nodes.section)]
    for part in sections[1:]:
        title = next(iter(part.findall(nodes.title)), None)
        if title is not None and title.astext() == _FIRST:
            page.remove(part)
            page.insert(page.index(sections[0]), part)


@handles("title")
def title(node: nodes.Element, sheet: Sheet) -> str:
    """Return a heading with its label; further ids of the section become anchors behind it."""
    parent = node.parent
    ids = parent.get("ids", []) if isinstance(parent, nodes.section) else []
    words = children(node, sheet).strip()
    level = min(max(sheet.depth, 1), DEEPEST)
    if sheet.depth <= 1:
        return f"#page-title({literals.quoted(sheet.docname)})[{words}];{sheet.anchors(parent) if ids else ''}"
    label = f"#label({literals.quoted(sheet.label(ids[0]))})" if ids else ""
    sheet.emitted.update(ids[:1])
    heading = f"#[#heading(depth: {level})[{words}]{label}];"
    return heading + (sheet.anchors(parent) if len(ids) > 1 else "")


@handles("subtitle")
def subtitle(node: nodes.Element, sheet: Sheet) -> str:
    """Return the line under a title."""
    return literals.call("rubric", children(node, sheet))
