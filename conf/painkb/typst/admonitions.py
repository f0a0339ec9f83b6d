"""Own the boxes that ask for attention. A box says in words what it is, so that it works without color."""

from __future__ import annotations

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import handles, join
from painkb.typst.sheet import Sheet

_TITLES = {
    "attention": "Attention",
    "caution": "Caution",
    "danger": "Danger",
    "error": "Error",
    "hint": "Hint",
    "important": "Important",
    "note": "Note",
    "tip": "Tip",
    "warning": "Warning",
    "seealso": "See also",
}
_KINDS = ("danger", "error", "warning", "attention", "caution", "important", "tip", "hint", "note", "kb-disagree")


@handles("admonition", "topic", "sidebar", *_TITLES)
def admonition(node: nodes.Element, sheet: Sheet) -> str:
    """Return a box with its title; its kind decides frame and shade."""
    name = type(node).__name__
    first = node.children[0] if node.children else None
    rest = node.children
    sheet.nesting += 1
    if isinstance(first, nodes.title):
        title, rest = join(first.children, sheet).strip(), node.children[1:]
    else:
        title = sheet.text(_TITLES[name]) if name in _TITLES else ""
    body = join(rest, sheet)
    sheet.nesting -= 1
    classes = (name, *node.get("classes", ()))
    kind = next((kind for kind in _KINDS if kind in classes), "note")
    return f"#notice({literals.quoted(kind)}, [{title}])[{body}];"
