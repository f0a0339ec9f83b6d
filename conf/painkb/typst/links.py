"""Own links and footnotes. Whether a link leads into the same PDF is decided by the template, for each volume."""

from __future__ import annotations

from docutils import nodes

from painkb.typst import literals
from painkb.typst.dispatch import children, handles, join
from painkb.typst.sheet import Sheet

PAGE_PREFIX = "/page/"
"""How the builder writes addresses of other pages into resolved references; not a scheme, which would be unsafe."""
_QUIET = frozenset({"kb-fact", "kb-cite", "kb-term"})


@handles("reference")
def reference(node: nodes.Element, sheet: Sheet) -> str:
    """Return a link to a place on this page, to another page or to an address."""
    body = children(node, sheet)
    if "refid" in node:
        return _here(node, sheet, node["refid"], body)
    address: str = node.get("refuri", "")
    if not address.startswith(PAGE_PREFIX):
        return _outside(node, address, body)
    docname, _, anchor = address.removeprefix(PAGE_PREFIX).partition("#")
    if docname in ("", sheet.docname):
        return _here(node, sheet, anchor, body) if anchor else body
    if anchor:
        sheet.links.add(f"{docname}#{anchor}")
    quiet = literals.value("kb-term" in node.get("classes", ()))
    arguments = f"{literals.quoted(docname)}, {literals.quoted(anchor)}, quiet: {quiet}"
    return f"#elsewhere({arguments})[{body}];"


def _here(node: nodes.Element, sheet: Sheet, anchor: str, body: str) -> str:
    if anchor not in sheet.ids:
        sheet.warn(node, "dead-link", f'the link "{node.astext()}" leads to "{anchor}", which this page does not have')
        return body
    name = "quiet" if _QUIET.intersection(node.get("classes", ())) else "here"
    return f"#{name}({literals.quoted(sheet.label(anchor))})[{body}];"


def _outside(node: nodes.Element, address: str, body: str) -> str:
    if "sd-btn" in node.get("classes", ()):
        return f"#button({literals.quoted(address)})[{body}];"
    if not address or not body.strip():
        return body
    return f"#outside({literals.quoted(address)})[{body}];"


@handles("download_reference")
def download(node: nodes.Element, sheet: Sheet) -> str:
    """Return the text of a link to a file of the site, and the name of the file."""
    return children(node, sheet)


@handles("footnote_reference", "citation_reference")
def footnote_reference(node: nodes.Element, sheet: Sheet) -> str:
    """Return the note itself at its first mention, so that Typst sets it at the foot of the page."""
    anchor = node.get("refid", "")
    note = sheet.footnotes.get(anchor)
    if note is None:
        sheet.warn(node, "dead-link", f"the footnote {node.astext()} has no text")
        return literals.call("raised", children(node, sheet))
    label = f"label({literals.quoted(sheet.label(f'note-{anchor}'))})"
    if anchor in sheet.notes_used:
        return f"#footnote({label});"
    sheet.notes_used.add(anchor)
    parts = [part for part in note.children if not isinstance(part, nodes.label)]
    return f"#[#footnote[{join(parts, sheet).strip()}]#{label}];"


@handles("footnote", "citation")
def footnote(node: nodes.Element, sheet: Sheet) -> str:
    """Return nothing for a note that was mentioned, else its text where it stands."""
    if node["ids"] and node["ids"][0] in sheet.notes_used:
        return ""
    return children(node, sheet)


@handles("label")
def label(node: nodes.Element, sheet: Sheet) -> str:
    """Return the mark of a note that nothing mentions."""
    return f"#strong[{children(node, sheet)}];#h(0.4em);"
