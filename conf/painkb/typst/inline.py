"""Own the nodes that flow within a line, except links and images."""

from __future__ import annotations

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import children, handles
from painkb.typst.sheet import Sheet


@handles("emphasis", "title_reference", "literal_emphasis")
def emphasis(node: nodes.Element, sheet: Sheet) -> str:
    """Return emphasized text."""
    return literals.call("emph", children(node, sheet))


@handles("strong", "literal_strong")
def strong(node: nodes.Element, sheet: Sheet) -> str:
    """Return strong text."""
    return literals.call("strong", children(node, sheet))


@handles("superscript")
def superscript(node: nodes.Element, sheet: Sheet) -> str:
    """Return raised text."""
    return literals.call("raised", children(node, sheet))


@handles("subscript")
def subscript(node: nodes.Element, sheet: Sheet) -> str:
    """Return lowered text."""
    return literals.call("lowered", children(node, sheet))


@handles("literal")
def literal(node: nodes.Element, sheet: Sheet) -> str:
    """Return code within a line; keys of a keyboard look like keys."""
    name = "key" if "kbd" in node.get("classes", ()) else "code"
    return literals.call(name, children(node, sheet))


@handles("inline", "generated", "problematic", "PassthroughTextElement", "number_reference", "pending_xref")
def plain(node: nodes.Element, sheet: Sheet) -> str:
    """Return the text in the look its classes ask for."""
    classes = node.get("classes", ())
    body = children(node, sheet)
    for name, function in _LOOKS.items():
        if name in classes:
            return literals.call(function, body)
    return body


_LOOKS = {
    "kb-place": "place-tag",
    "guilabel": "strong",
    "menuselection": "strong",
    "kb-fact-marks": "aside",
    "kb-missing": "strong",
    "versionmodified": "emph",
    "strike": "strike",
}


@handles("abbreviation", "acronym")
def abbreviation(node: nodes.Element, sheet: Sheet) -> str:
    """Return an abbreviation as it stands; its long form is a tooltip in HTML, not visible text."""
    return children(node, sheet)


@handles("sd_badge")
def badge(node: nodes.Element, sheet: Sheet) -> str:
    """Return a badge."""
    return literals.call("badge", children(node, sheet))


@handles("math")
def math(node: nodes.Element, sheet: Sheet) -> str:
    """Return a formula within a line."""
    return formula(node, sheet, block=False)


def formula(node: nodes.Element, sheet: Sheet, *, block: bool) -> str:
    """Return a formula with its TeX as the text that is read aloud, or the bare TeX when it cannot be set."""
    tex = node.astext().strip()
    sheet.words.append(tex)
    typst = sheet.check_math(tex)
    if typst is None:
        sheet.warn(node, "formula", f"this formula cannot be set and is printed as TeX: {tex}")
        return literals.call("code", literals.markup(tex))
    number = node.get("number")
    return (
        f"#math.equation(block: {literals.value(block)}, alt: {literals.quoted(tex)}, "
        f"numbering: {literals.quoted(f'({number})') if block and number else 'none'}, $ {typst} $);"
    )


@handles("raw")
def raw(node: nodes.Element, sheet: Sheet) -> str:
    """Return a line break for MyST's hard break; all other raw text belongs to other formats."""
    return "#linebreak();" if node.astext().strip() in ("<br />", "<br>") else ""


@handles("target", "index")
def invisible(node: nodes.Element, sheet: Sheet) -> str:
    """Return the text of a target, which is mostly none; its ids become anchors in the walk."""
    return children(node, sheet) if isinstance(node, nodes.TextElement) else ""


@handles("comment", "substitution_definition", "system_message", "meta", "toctree", "highlightlang", "tabular_col_spec")
def nothing(node: nodes.Element, sheet: Sheet) -> str:
    """Return nothing: not visible in HTML either."""
    return ""
