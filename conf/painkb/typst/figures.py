"""Own pictures. Every picture has a text alternative; one that cannot be shown leaves its text and a warning."""

from __future__ import annotations

import re

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import children, handles, join
from painkb.typst.imagefiles import ImageError
from painkb.typst.sheet import Sheet

_LENGTH = re.compile(r"([\d.]+)\s*(%|px|pt|mm|cm|in|em|rem|)")
_POINTS = {"px": 0.75, "pt": 1, "mm": 2.8346, "cm": 28.346, "in": 72, "": 0.75}
_EM = 10.0


@handles("image")
def image(node: nodes.Element, sheet: Sheet) -> str:
    """Return a picture: within a line of text as tall as the text, else as a block."""
    alt = node.get("alt", "").strip()
    inline = isinstance(node.parent, nodes.TextElement) and len(node.parent.children) > 1
    if not alt and not _caption_text(node) and "alt" not in node:
        sheet.warn(node, "no-alt", f"the picture {node['uri']} has no text alternative; write :alt: for it")
    return _picture(node, sheet, alt or _caption_text(node), "glyph-image" if inline else "picture")


def _caption_text(node: nodes.Element) -> str:
    figure = node.parent
    found = next((part for part in figure.children if isinstance(part, nodes.caption)), None) if figure else None
    return found.astext() if found is not None else ""


def _picture(node: nodes.Element, sheet: Sheet, alt: str, function: str) -> str:
    uri = node["uri"]
    try:
        source = sheet.image(uri)
    except ImageError as error:
        sheet.warn(node, "image", str(error))
        return literals.call("no-picture", sheet.text(f"Picture not shown: {alt or uri}"))
    path = f"/images/{uri.lstrip('/')}"
    sheet.images[path] = str(source)
    width = _width(node.get("width", ""))
    return f"#{function}({literals.quoted(path)}, {literals.quoted(alt)}, width: {width});"


def _width(text: str) -> str:
    match = _LENGTH.fullmatch(text.strip()) if text.strip() else None
    if match is None:
        return "auto"
    number, unit = float(match.group(1)), match.group(2)
    if unit == "%":
        return f"{min(number, 100):g}%"
    points = number * (_EM if unit in ("em", "rem") else _POINTS[unit])
    return f"{points:.1f}pt"


@handles("figure")
def figure(node: nodes.Element, sheet: Sheet) -> str:
    """Return a picture with caption and legend, kept on one page where it fits."""
    captions = [part for part in node.children if isinstance(part, nodes.caption)]
    legends = [part for part in node.children if isinstance(part, nodes.legend)]
    rest = [part for part in node.children if not isinstance(part, nodes.caption | nodes.legend)]
    picture = join(rest, sheet).strip()
    caption = "".join(children(part, sheet) for part in captions).strip()
    legend = "".join(children(part, sheet) for part in legends).strip()
    return literals.call("captioned", picture, caption, legend)


@handles("kb_drawing")
def drawing(node: nodes.Element, sheet: Sheet) -> str:
    """Return a drawing made from claims; the SVG travels inside the markup."""
    picture = f"bytes({literals.quoted(node['svg'])})"
    caption = sheet.text(node["caption"])
    return f"#drawing({picture}, {literals.quoted(node['alt'])}, [{caption}]);"


@handles("legend")
def legend(node: nodes.Element, sheet: Sheet) -> str:
    """Return the text below a caption."""
    return children(node, sheet)
