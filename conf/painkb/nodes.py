"""Own the placeholder nodes that directives and roles leave, and the one node that reaches a writer.

A placeholder carries its own docname: in builders that join pages the environment's is that of the first page.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes


class kb_block(nodes.General, nodes.Element):
    """Placeholder for a directive: `name`, `argument`, `options`, `docname`; its body are the children."""


class kb_inline(nodes.Inline, nodes.Element):
    """Placeholder for a role: `role`, `target`, `own_text`, `docname`."""


class kb_details(nodes.General, nodes.Element):
    """A block that can be folded: `summary` is its label; open in every format but HTML."""


class kb_drawing(nodes.General, nodes.Element):
    """A drawing made from claims: `svg`, `alt` in words, `caption`."""


def inline(role: str, target: str, docname: str, own_text: str = "") -> kb_inline:
    """Return a placeholder for a role."""
    return kb_inline("", role=role, target=target, own_text=own_text, docname=docname)


def visit_drawing_html(self: Any, node: kb_drawing) -> None:
    """Write the drawing into the page, where it takes the ink of the page; a narrow screen scrolls it."""
    frame = self.starttag(node, "figure", CLASS="kb-drawing")
    scroll = f'<div class="kb-drawing-scroll" tabindex="0" role="group" aria-label="{self.attval(node["caption"])}">'
    label = f'role="img" aria-label="{self.attval(node["alt"])}" '
    picture = node["svg"].replace("<svg ", f"<svg {label}", 1)
    caption = f"<figcaption>{self.encode(node['caption'])}</figcaption>"
    self.body.append(f"{frame}{scroll}{picture}</div>{caption}</figure>\n")
    raise nodes.SkipNode


def skip_drawing(self: Any, node: kb_drawing) -> None:
    """Leave the drawing out: the table above it says the same in words."""
    raise nodes.SkipNode


def visit_details_html(self: Any, node: kb_details) -> None:
    """Begin a native disclosure element, which needs no script."""
    self.body.append(self.starttag(node, "details", CLASS="kb-details"))
    self.body.append(f"<summary>{self.encode(node['summary'])}</summary>")


def depart_details_html(self: Any, node: kb_details) -> None:
    """End the disclosure element."""
    self.body.append("</details>\n")


def pass_through(self: Any, node: nodes.Element) -> None:
    """Write the children only; for formats that cannot fold."""


def paragraph(*parts: nodes.Node | str, classes: tuple[str, ...] = ()) -> nodes.paragraph:
    """Return a paragraph of nodes and plain strings."""
    built = [nodes.Text(part) if isinstance(part, str) else part for part in parts]
    return nodes.paragraph("", "", *built, classes=list(classes))


def bullets(items: list[list[nodes.Node]], *classes: str) -> nodes.bullet_list:
    """Return a bullet list; each item is a list of block nodes."""
    return nodes.bullet_list("", *(nodes.list_item("", *item) for item in items), classes=list(classes))
