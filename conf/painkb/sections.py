"""Own the sections that every page ends with: they are added while reading, so that the contents list has them."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from painkb.contract import DIRECTIVES
from painkb.domain import KbDomain
from painkb.nodes import kb_block, kb_inline
from painkb.vocab import PageKind, Relation

GENERATED = "generated:"
"""Prefix of the names of these placeholders, so that no directive can be taken for one of them."""
RELATED, WORDS, REFERENCES, RECORD = "related-pages", "words-on-this-page", "references", "page-record"
_CITING = {name for name, spec in DIRECTIVES.items() if spec.selects_claims} | {"facts", "sources-disagree", "matrix"}
_BARE = frozenset({PageKind.ROOT})
_RELATED = frozenset(kind for relation in Relation for kind in (*relation.sources, *relation.targets))


class AddSections(SphinxTransform):
    """Append related pages, words, references and the page record, each as a placeholder.

    Priority 860: after MyST has closed its sections, before the table of contents is collected.
    """

    default_priority = 860

    def apply(self, **kwargs: object) -> None:
        """Append the sections that this page will have something to show in."""
        domain = self.env.domains["kb"]
        assert isinstance(domain, KbDomain)
        page = domain.registry.pages.get(self.env.docname)
        top = next(iter(self.document.findall(nodes.section)), None)
        if page is None or top is None:
            return
        plain = page.kind in _BARE or page.id == "index"
        if not plain and page.kind in _RELATED:
            self._add(top, "Related pages", RELATED)
        roles = {node["role"] for node in self.document.findall(kb_inline)}
        if "term" in roles and not any(self.document.findall(addnodes.glossary)):
            self._add(top, "Words on this page", WORDS)
        names = {node["name"] for node in self.document.findall(kb_block)}
        if roles - {"term"} or names & _CITING:
            self._add(top, "References", REFERENCES)
        if not plain:
            self._add(top, "Page record", RECORD)

    def _add(self, top: nodes.section, title: str, name: str) -> None:
        section = nodes.section(ids=[name], names=[name], classes=["kb-generated", f"kb-{name}"])
        section += nodes.title("", title)
        section += kb_block("", name=f"{GENERATED}{name}", argument="", options={}, docname=self.env.docname)
        top += section
