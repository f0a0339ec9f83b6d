"""Own which handler translates which node, and the walk. Holds no handler itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from docutils import nodes

from painkb.typst.sheet import Sheet, line_of

Handler = Callable[[nodes.Element, Sheet], str]
H = TypeVar("H", bound=Handler)
HANDLERS: dict[str, Handler] = {}
"""By class name: nodes of extensions (sphinx-design) are then handled without importing them."""
INLINE_TYPES = (nodes.Inline, nodes.Text)


def handles(*names: str) -> Callable[[H], H]:
    """Register a handler for node classes."""

    def register(handler: H) -> H:
        for name in names:
            if name in HANDLERS:
                raise ValueError(f"node {name} has two handlers")
            HANDLERS[name] = handler
        return handler

    return register


def convert(node: nodes.Node, sheet: Sheet) -> str:
    """Return the Typst markup of a node; an unknown node is noted, for the builder to refuse the page."""
    if isinstance(node, nodes.Text):
        return sheet.text(node.astext())
    assert isinstance(node, nodes.Element)
    name = type(node).__name__
    handler = HANDLERS.get(name)
    if handler is None:
        sheet.unknown.setdefault(name, line_of(node))
        return children(node, sheet)
    body = handler(node, sheet)
    return sheet.anchors(node) + body


def children(node: nodes.Element, sheet: Sheet) -> str:
    """Return the markup of all children, one after the other."""
    return join(node.children, sheet)


def join(parts: Iterable[nodes.Node], sheet: Sheet) -> str:
    """Return the markup of several nodes; blocks are set apart by blank lines."""
    found = ""
    for part in parts:
        body = convert(part, sheet)
        found += body if is_inline(part) else f"\n\n{body}\n\n"
    return found


def is_inline(node: nodes.Node) -> bool:
    """Return whether a node flows within a line; targets and index entries count as such."""
    name = type(node).__name__
    if name in ("math_block", "literal_block"):
        return False
    if name == "image":
        return isinstance(node.parent, nodes.TextElement)
    return isinstance(node, INLINE_TYPES) or name in _ALSO_INLINE


_ALSO_INLINE = frozenset({"target", "index", "raw", "comment", "sd_badge", "footnote_reference", "citation_reference"})
