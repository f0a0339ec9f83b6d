"""Own the numbering of citations on one page, in reading order, and what each cited source was used for."""

from __future__ import annotations

import hashlib

from docutils import nodes
from docutils.nodes import make_id
from sphinx import addnodes

from painkb.index import Index
from painkb.model import Claim
from painkb.nodes import kb_inline
from painkb.numerals import safe
from painkb.render.references import Cited, fact_id, ref_id


def word_id(term: str) -> str:
    """Return the anchor of a glossary term in the words list of a page."""
    base = make_id(term)
    if base == term.lower().replace(" ", "-"):
        return f"word-{base}"
    # The id does not say the whole name (5-HT3, α2, "receptor +"): a short digest tells such terms apart.
    return f"word-{base}-{hashlib.blake2b(term.encode(), digest_size=2).hexdigest()}"


class Citations:
    """Turn role placeholders into nodes and remember sources, facts, sections and terms as they come."""

    def __init__(self, index: Index, anchors: dict[str, str]) -> None:
        """Begin a page; `anchors` are the ids of the terms in the glossary, by main term."""
        self.index = index
        self._anchors = anchors
        self.terms: dict[str, None] = {}
        self._numbers: dict[str, int] = {}
        self._sections: dict[str, dict[str, str]] = {}
        self._claims: dict[str, dict[str, Claim]] = {}

    def resolve(self, node: kb_inline) -> list[nodes.Node]:
        """Return what stands in the text for a role."""
        role, target = node["role"], node["target"]
        if role == "term":
            return [self._term(node)]
        if role in ("cite", "source"):
            return [self._cite(node, target, named=role == "source")]
        located = self.index.registry.claims.get(target)
        if located is None or located.claim.source not in self.index.registry.sources:
            return [nodes.inline("", node["own_text"] or target, classes=["kb-missing"])]
        return self._claim(node, located.claim)

    def _note(self, node: kb_inline, key: str) -> int:
        """Give a source its number at first sight and note the section that cites it."""
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        section = _section(node)
        if section is not None:
            top = not isinstance(section.parent, nodes.section)
            title = "At a glance" if top else next(iter(section.findall(nodes.title))).astext()
            self._sections.setdefault(key, {}).setdefault(section["ids"][0], title)
        return number

    def _cite(self, node: kb_inline, key: str, *, named: bool) -> nodes.Node:
        source = self.index.registry.sources.get(key)
        if source is None:
            return nodes.inline("", f"[{key}?]", classes=["kb-missing"])
        number = self._note(node, key)
        text = f"{source.label}\u00a0[{number}]" if named else f"[{number}]"
        return nodes.reference("", text, refid=ref_id(key), internal=True, classes=["kb-cite"])

    def _claim(self, node: kb_inline, claim: Claim) -> list[nodes.Node]:
        number = self._note(node, claim.source)
        self._claims.setdefault(claim.source, {})[claim.id] = claim
        marker = nodes.superscript("", f"[{number}]")
        link = nodes.reference("", "", refid=fact_id(claim.id), internal=True, classes=["kb-fact"])
        shown = node["own_text"] or (claim.value.text() if claim.value and node["role"] == "claim" else "")
        if shown:
            link["classes"] += [] if node["own_text"] else ["kb-value"]
            link.extend((nodes.Text(shown), marker))
            return [link]
        link += marker
        return [nodes.inline("", safe(claim.statement), classes=["kb-statement"]), link]

    def _term(self, node: kb_inline) -> nodes.Node:
        term = self.index.registry.terms.get(node["target"].lower())
        if term is None:
            return nodes.inline("", node["own_text"], classes=["kb-missing"])
        if term.docname == node["docname"] and _in_glossary(node):
            anchor = self._anchors.get(term.main, "")
        else:
            self.terms[term.main] = None
            anchor = word_id(term.main)
        return nodes.reference("", node["own_text"], refid=anchor, internal=True, classes=["kb-term"])

    def in_definition(self, node: kb_inline) -> list[nodes.Node]:
        """Return what stands for a role inside a definition in the words list: terms link on, citations go."""
        term = self.index.registry.terms.get(node["target"].lower()) if node["role"] == "term" else None
        if term is None:
            _trim_before(node)
            return []
        return [nodes.reference("", node["own_text"], refid=word_id(term.main), internal=True, classes=["kb-term"])]

    def cited(self, docname: str) -> list[Cited]:
        """Return the cited sources of the page in the order of their numbers."""
        return [
            Cited(
                self.index.registry.sources[key],
                tuple(self._sections.get(key, {}).items()),
                tuple(self._claims.get(key, {}).values()),
            )
            for key in self._numbers
        ]


def _section(node: nodes.Node) -> nodes.section | None:
    """Return the second-level section a node stands in, or the first-level one above the first heading."""
    found: list[nodes.section] = []
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.section):
            found.append(parent)
        parent = parent.parent
    return found[-2] if len(found) > 1 else (found[-1] if found else None)


def _in_glossary(node: nodes.Node) -> bool:
    root = node.document
    return root is not None and any(root.findall(addnodes.glossary))


def _trim_before(node: nodes.Node) -> None:
    """Take away the space before a node that is going to be dropped."""
    assert node.parent is not None
    position = node.parent.index(node)
    before = node.parent[position - 1] if position else None
    if isinstance(before, nodes.Text):
        node.parent[position - 1] = nodes.Text(before.astext().rstrip())
