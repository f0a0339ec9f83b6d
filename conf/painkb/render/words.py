"""Own the words list of a page: the definition of each glossary term it uses, nested ones included."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes


def build_words(definitions: dict[str, nodes.definition], anchors: dict[str, str], docname: str) -> list[nodes.Node]:
    """Return a definition list of terms, each linked to its place in the glossary."""
    if not definitions:
        return []
    listed = nodes.definition_list(classes=["kb-words"])
    for term, definition in definitions.items():
        name = nodes.term("", "", _glossary_link(term, docname), ids=[anchors[term]])
        copy = definition.deepcopy()
        for xref in copy.findall(addnodes.pending_xref):
            xref["refdoc"] = docname
        listed += nodes.definition_list_item("", name, copy)
    return [listed]


def _glossary_link(term: str, docname: str) -> addnodes.pending_xref:
    return addnodes.pending_xref(
        "",
        nodes.inline("", term),
        refdomain="std",
        reftype="term",
        reftarget=term,
        refexplicit=True,
        refdoc=docname,
        refwarn=True,
    )
