"""Own the components of sphinx-design: cards, grids, tabs, folds, buttons. All is printed open."""

from __future__ import annotations

import re
from collections.abc import Callable

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import children, convert, join
from painkb.typst.sheet import Sheet

_COLUMNS = re.compile(r"sd-row-cols-(?:lg|md|sm|xs)-(\d+)")


def component_markup(component: str, node: nodes.Element, sheet: Sheet) -> str:
    """Return the markup of a component; one without a look of its own shows what it holds."""
    sheet.nesting += 1
    body = _COMPONENTS.get(component, children)(node, sheet)
    sheet.nesting -= 1
    return body


def _row(node: nodes.Element, sheet: Sheet) -> str:
    """Return a row of cards: as many columns as on a wide screen, three at most."""
    found = [int(match.group(1)) for name in node["classes"] if (match := _COLUMNS.fullmatch(name))]
    cells = "".join(f"[{convert(child, sheet)}]" for child in node.children)
    return f"#card-grid({min(max(found, default=2), 3)}){cells};"


def _card(node: nodes.Element, sheet: Sheet) -> str:
    """Return a card; the link that covers it in HTML is put on its title."""
    for cover in [part for part in node.children if _is_cover(part)]:
        node.remove(cover)
        link = next(iter(cover.findall(nodes.reference)), None)
        title = next((part for part in node.findall(nodes.TextElement) if _is_title(part)), None)
        if link is not None and title is not None:
            link.children = []
            link.extend(list(title.children))
            title.children = []
            title += link
    return literals.call("card", children(node, sheet).strip())


def _is_cover(node: nodes.Node) -> bool:
    hidden = any("sd-hide-link-text" in part.get("classes", ()) for part in node.findall(nodes.Element))
    return hidden and type(node).__name__ == "PassthroughTextElement"


def _is_title(node: nodes.Element) -> bool:
    parent = node.parent
    return isinstance(parent, nodes.Element) and parent.get("design_component") == "card-title"


def _card_title(node: nodes.Element, sheet: Sheet) -> str:
    return literals.call("card-title", children(node, sheet).strip())


def _tab(node: nodes.Element, sheet: Sheet) -> str:
    label, *content = node.children
    title = join(label.children, sheet).strip()
    return literals.call("tab", title, join(content, sheet))


def _fold(node: nodes.Element, sheet: Sheet) -> str:
    parts = list(node.children)
    title = ""
    if node.get("has_title") and parts:
        head = parts.pop(0)
        title = join(head.children, sheet).strip()
    return literals.call("details", title, join(parts, sheet))


_COMPONENTS: dict[str, Callable[[nodes.Element, Sheet], str]] = {
    "grid-row": _row,
    "card": _card,
    "card-title": _card_title,
    "tab-item": _tab,
    "dropdown": _fold,
    "accordion-item": _fold,
}
