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
_SIZES = {"kb-references": "notes", "kb-page-record": "notes", "kb-generated": "small"}


@handles("section")
def section(node: nodes.Element, sheet: Sheet) -> str:
    """Return a section; one whose own content has a table wider than the page is set in landscape."""
    if sheet.depth == 0:
        _alerts_first(node)
    sheet.depth += 1
    own, inner = _split(node)
    turned = sheet.depth > 1 and sheet.nesting == 0 and any(is_wide(part) for part in own)
    sheet.landscape = turned
    body = join(own, sheet)
    if turned:
        body = literals.call("landscape", body)
    sheet.landscape = False
    body += join(inner, sheet)
    sheet.depth -= 1
    size = next((function for name, function in _SIZES.items() if name in node.get("classes", ())), "")
    return literals.call(size, body) if size else body


def _split(node: nodes.Element) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return what a section holds before its first inner section, and from there on."""
    first = next((place for place, part in enumerate(node.children) if isinstance(part, nodes.section)), len(node))
    return node.children[:first], node.children[first:]


def _alerts_first(page: nodes.Element) -> None:
    """Move the safety alerts right behind the essential facts: whoever prints only the first sheets has them.

    What the infobox folds away in HTML (names, guidelines) follows the alerts.
    """
    sections = [part for part in page.children if isinstance(part, nodes.section)]
    alerts = next((part for part in sections if _title_of(part) == _FIRST), None)
    if alerts is None:
        return
    page.remove(alerts)
    page.insert(page.index(sections[0]) if sections[0] is not alerts else len(page), alerts)
    boxes = [part for part in page.children if isinstance(part, nodes.container)]
    for box in [part for part in boxes if "kb-facts" in part["classes"]]:
        folded = [part for part in box.children if type(part).__name__ == "kb_details"]
        if folded:
            for part in folded:
                box.remove(part)
            page.insert(page.index(alerts) + 1, nodes.container("", *folded, classes=box["classes"]))


def _title_of(section: nodes.Element) -> str:
    title = next(iter(section.findall(nodes.title)), None)
    return title.astext() if title is not None else ""


@handles("title")
def title(node: nodes.Element, sheet: Sheet) -> str:
    """Return a heading with its label; further ids of the section become anchors behind it."""
    parent = node.parent
    ids: list[str] = parent.get("ids", []) if isinstance(parent, nodes.section) else []
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
