"""Own reading the sections of one page from its doctree, before claims and links are filled in.

What a placeholder stands for is looked up later, so that a page that was not read again still shows current claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from painkb.nodes import kb_block, kb_inline
from painkb.search.raw import Part, RawSection

_SKIPPED = (nodes.comment, nodes.raw, nodes.system_message, nodes.target, addnodes.toctree, addnodes.glossary)
_ENDS_LINE = (nodes.paragraph, nodes.term, nodes.title, nodes.caption, nodes.rubric, nodes.line, nodes.literal_block)


def read_sections(doctree: nodes.document) -> list[RawSection]:
    """Return the sections of a page in reading order; the first holds what stands above the first heading."""
    top = next(iter(doctree.findall(nodes.section)), None)
    return list(_walk(top, 1, "")) if top is not None else []


def _walk(section: nodes.section, level: int, parent: str) -> Iterator[RawSection]:
    if "kb-generated" in section["classes"]:
        return
    title = section.next_node(nodes.title)
    anchor = section["ids"][0] if level > 1 else ""
    own = [child for child in section.children if not isinstance(child, nodes.section) and child is not title]
    parts = tuple(_joined(part for child in own for part in read_parts(child)))
    yield RawSection(anchor, title.astext() if title is not None else "", level, parent, parts)
    for child in section.children:
        if isinstance(child, nodes.section):
            yield from _walk(child, level + 1, anchor)


def read_parts(node: nodes.Node) -> Iterator[Part]:
    """Yield the text and the placeholders of a node, in reading order."""
    if isinstance(node, nodes.Text):
        yield Part("text", node.astext())
    elif isinstance(node, kb_inline):
        yield from _inline(node)
    elif isinstance(node, addnodes.pending_xref) and node["refdomain"] == "kb" and not node.get("refexplicit"):
        yield Part("page", f"{node['reftype']}:{node['reftarget']}")
    elif isinstance(node, nodes.image):
        yield Part("text", f"{node.get('alt', '')}\n")
    elif not isinstance(node, _SKIPPED):
        if isinstance(node, kb_block):
            yield Part("block", node["name"], tuple(sorted(node["options"].items())))
            if node["argument"]:
                yield Part("text", f"{node['argument']}\n")
        for child in node.children:
            yield from read_parts(child)
        if isinstance(node, _ENDS_LINE):
            yield Part("text", "\n")


def _inline(node: kb_inline) -> Iterator[Part]:
    role, own = node["role"], node["own_text"]
    if role == "term":
        yield Part("text", own)
    elif role == "statement":
        yield Part("statement", node["target"])
    elif role == "claim":
        yield from (Part("text", own), Part("cited", node["target"])) if own else (Part("claim", node["target"]),)


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield the parts with neighboring texts made one."""
    text = ""
    for part in parts:
        if part.kind == "text":
            text += part.text
            continue
        if text:
            yield Part("text", text)
        text = ""
        yield part
    if text:
        yield Part("text", text)
