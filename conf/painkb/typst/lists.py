"""Own lists of every sort; lists stay lists in the tags."""

from __future__ import annotations

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import children, convert, handles, join
from painkb.typst.sheet import Sheet

_SIZES = {"kb-record": "notes", "kb-words": "small"}
_NUMBERING = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}


def _items(node: nodes.Element, sheet: Sheet) -> str:
    return "".join(f"[{convert(child, sheet).strip()}]" for child in node.children)


@handles("bullet_list")
def bullet_list(node: nodes.Element, sheet: Sheet) -> str:
    """Return a bullet list; references and listings are set smaller."""
    body = f"#list{_items(node, sheet)};"
    return literals.call("notes", body) if "kb-references" in node.get("classes", ()) else body


@handles("enumerated_list")
def enumerated_list(node: nodes.Element, sheet: Sheet) -> str:
    """Return a numbered list with the writer's start and style."""
    sign = _NUMBERING.get(node.get("enumtype", "arabic"), "1")
    numbering = f"{node.get('prefix', '')}{sign}{node.get('suffix', '.')}"
    start = literals.value(node.get("start", 1))
    body = f"#enum(numbering: {literals.quoted(numbering)}, start: {start}){_items(node, sheet)};"
    return literals.call("notes", body) if "kb-references" in node.get("classes", ()) else body


@handles("list_item")
def list_item(node: nodes.Element, sheet: Sheet) -> str:
    """Return the content of an item."""
    return children(node, sheet)


@handles("definition_list")
def definition_list(node: nodes.Element, sheet: Sheet) -> str:
    """Return terms with their definitions; the facts of an infobox become two columns."""
    classes = node.get("classes", ())
    if "kb-facts-list" in classes:
        return _facts(node, sheet)
    items = ", ".join(_definition(item, sheet) for item in node.children if isinstance(item, nodes.Element))
    body = f"#terms({items});"
    size = next((function for name, function in _SIZES.items() if name in classes), "")
    return literals.call(size, body) if size else body


def _definition(item: nodes.Element, sheet: Sheet) -> str:
    names = [part for part in item.children if isinstance(part, nodes.term | nodes.classifier)]
    texts = [part for part in item.children if isinstance(part, nodes.definition)]
    shown = ", ".join(convert(part, sheet).strip() for part in names)
    return f"terms.item[{sheet.anchors(item)}{shown}][{join(texts, sheet).strip()}]"


def _facts(node: nodes.Element, sheet: Sheet) -> str:
    sheet.row_headers.append(1)
    cells = []
    for item in node.children:
        assert isinstance(item, nodes.Element)
        names = [part for part in item.children if isinstance(part, nodes.term)]
        texts = [part for part in item.children if isinstance(part, nodes.definition)]
        cells.append(f"[{sheet.anchors(item)}{join(names, sheet).strip()}], [{join(texts, sheet).strip()}]")
    return f"#facts({', '.join(cells)});"


@handles("term", "definition", "definition_list_item", "classifier")
def definition_part(node: nodes.Element, sheet: Sheet) -> str:
    """Return a part of a definition list."""
    return children(node, sheet).strip()


@handles("field_list", "docinfo")
def field_list(node: nodes.Element, sheet: Sheet) -> str:
    """Return fields as terms."""
    items = []
    for field in node.children:
        assert isinstance(field, nodes.Element)
        name, body = field.children
        items.append(f"terms.item[{convert(name, sheet).strip()}][{convert(body, sheet).strip()}]")
    return f"#terms({', '.join(items)});"


@handles("option_list")
def option_list(node: nodes.Element, sheet: Sheet) -> str:
    """Return command-line options as terms."""
    items = []
    for item in node.children:
        assert isinstance(item, nodes.Element)
        name, body = item.children
        items.append(f"terms.item[{convert(name, sheet).strip()}][{convert(body, sheet).strip()}]")
    return f"#terms({', '.join(items)});"


@handles("option_group")
def option_group(node: nodes.Element, sheet: Sheet) -> str:
    """Return the spellings of an option."""
    return literals.call("code", ", ".join(convert(child, sheet) for child in node.children))


@handles("option", "option_string", "option_argument")
def option_part(node: nodes.Element, sheet: Sheet) -> str:
    """Return a part of an option, with the sign between its name and its value."""
    return sheet.text(node.get("delimiter", "")) + "".join(convert(child, sheet) for child in node.children)


@handles("description", "field_name", "field_body")
def field_part(node: nodes.Element, sheet: Sheet) -> str:
    """Return a part of a field."""
    return children(node, sheet)
