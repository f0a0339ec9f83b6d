"""Own paragraphs, quotations, code and the small blocks between sections."""

from __future__ import annotations

from docutils import nodes

from painkb.typst import literals
from painkb.typst.design import component_markup
from painkb.typst.dispatch import children, convert, handles, join
from painkb.typst.inline import formula
from painkb.typst.sheet import Sheet


@handles("paragraph", "compact_paragraph")
def paragraph(node: nodes.Element, sheet: Sheet) -> str:
    """Return a paragraph in the look its classes ask for; a picture alone becomes a block."""
    seen = [child for child in node.children if child.astext().strip() or not isinstance(child, nodes.Text)]
    if len(seen) == 1 and isinstance(seen[0], nodes.image):
        return convert(seen[0], sheet)
    body = children(node, sheet).strip()
    for name, function in _LOOKS.items():
        if name in node.get("classes", ()):
            return literals.call(function, body)
    return body


_LOOKS = {
    "kb-facts-title": "facts-title",
    "kb-cited-from": "aside",
    "kb-certainty": "certainty",
    "kb-page-link": "strong",
    "kb-why": "rubric",
}


@handles("rubric", "centered")
def rubric(node: nodes.Element, sheet: Sheet) -> str:
    """Return an unnumbered heading that stays with what follows."""
    return literals.call("rubric", children(node, sheet))


@handles("block_quote")
def block_quote(node: nodes.Element, sheet: Sheet) -> str:
    """Return a quotation."""
    return literals.call("quotation", children(node, sheet))


@handles("attribution")
def attribution(node: nodes.Element, sheet: Sheet) -> str:
    """Return who said it."""
    return literals.call("attribution", f"— {children(node, sheet)}")


@handles("literal_block", "doctest_block")
def literal_block(node: nodes.Element, sheet: Sheet) -> str:
    """Return a block of code; long lines wrap."""
    source = node.astext()
    safe, missing = sheet.cover(source.replace("\t", "    "))
    for name in missing:
        sheet.warn(node, "no-glyph", f"no font of the PDF has {name}; its name is printed instead")
    sheet.words.append(safe)
    return f"#listing({literals.quoted(safe)});"


@handles("math_block", "displaymath")
def math_block(node: nodes.Element, sheet: Sheet) -> str:
    """Return a formula on a line of its own."""
    return formula(node, sheet, block=True)


@handles("line_block")
def line_block(node: nodes.Element, sheet: Sheet) -> str:
    """Return lines that keep their breaks; inner blocks are indented."""
    return literals.call("lines", "#linebreak();".join(convert(child, sheet) for child in node.children))


@handles("line")
def line(node: nodes.Element, sheet: Sheet) -> str:
    """Return one line of a line block."""
    return children(node, sheet)


@handles("transition")
def transition(node: nodes.Element, sheet: Sheet) -> str:
    """Return a rule; the one before footnotes goes, since notes stand at the foot of the page."""
    return "" if "footnotes" in node.get("classes", ()) else "#divider-line();"


@handles("document", "compound", "start_of_file", "figure_legend", "glossary", "hlist", "hlistcol", "acks", "only")
def passed(node: nodes.Element, sheet: Sheet) -> str:
    """Return the blocks inside."""
    return children(node, sheet)


@handles("container")
def container(node: nodes.Element, sheet: Sheet) -> str:
    """Return the blocks inside, boxed if it is one of ours; components of sphinx-design have their own module."""
    component = node.get("design_component")
    if component:
        return component_markup(component, node, sheet)
    if "kb-facts" in node.get("classes", ()):
        sheet.nesting += 1
        body = children(node, sheet)
        sheet.nesting -= 1
        return literals.call("facts-box", body)
    return children(node, sheet)


@handles("caption")
def caption(node: nodes.Element, sheet: Sheet) -> str:
    """Return the caption of a code block; those of figures and tables are read by their own handlers."""
    return literals.call("rubric", children(node, sheet))


@handles("productionlist")
def production_list(node: nodes.Element, sheet: Sheet) -> str:
    """Return a grammar, one rule a line."""
    return literals.call(
        "lines",
        "#linebreak();".join(children(child, sheet) for child in node.children if isinstance(child, nodes.Element)),
    )


@handles("versionmodified")
def version_modified(node: nodes.Element, sheet: Sheet) -> str:
    """Return a note on what changed in which version."""
    return children(node, sheet)


@handles("kb_details")
def details(node: nodes.Element, sheet: Sheet) -> str:
    """Return a fold printed open, under its label."""
    summary = sheet.text(node["summary"])
    inside = [anchor for part in node.findall(nodes.list_item) for anchor in part["ids"]]
    sheet.nesting += 1
    body = join(node.children, sheet)
    sheet.nesting -= 1
    if "kb-taken" in node["classes"]:
        keys = [sheet.label(anchor) for anchor in inside]
        return literals.call("taken", summary, body, anchors=keys)
    in_facts = "kb-facts" in getattr(node.parent, "attributes", {}).get("classes", ())
    return literals.call("facts-group" if in_facts else "details", summary, body)
