"""Own the replacement of placeholders by ordinary nodes, for every builder alike."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from painkb.citations import Citations, word_id
from painkb.contract import DEFAULT_COLUMNS, DIRECTIVES, read_query
from painkb.domain import KbDomain
from painkb.markup import DirectiveAt, split_list
from painkb.model import Page
from painkb.nodes import kb_block, kb_inline
from painkb.render.claims_table import build_claims_table
from painkb.render.coverage import build_coverage
from painkb.render.crosstab import CROSSTABS, build_crosstab
from painkb.render.disagreement import build_disagreement
from painkb.render.evidence import build_evidence
from painkb.render.facts import build_facts
from painkb.render.listing import build_backlinks, build_listing
from painkb.render.matrix import build_matrix
from painkb.render.record import build_record
from painkb.render.references import build_bibliography, build_references
from painkb.render.vocabulary import build_vocabulary
from painkb.render.words import build_words
from painkb.sections import GENERATED, RECORD, REFERENCES, RELATED, WORDS
from painkb.topics import Topic

_LATE = frozenset({f"{GENERATED}{REFERENCES}", f"{GENERATED}{WORDS}"})
"""Placeholders that wait until every citation and term of the page is known."""


class ResolvePlaceholders(SphinxPostTransform):
    """Fill every placeholder from the registry.

    Priority 5: before Sphinx resolves references (10), because what is filled in holds cross-references.
    """

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace blocks first, since they hold citations, then number citations in reading order."""
        domain = self.env.domains["kb"]
        assert isinstance(domain, KbDomain)
        self.domain = domain
        late: list[tuple[kb_block, Page]] = []
        for block in list(self.document.findall(kb_block)):
            page = domain.registry.pages.get(block["docname"])
            if page is None:
                self._replace(block, [])
            elif block["name"] in _LATE:
                late.append((block, page))
            else:
                self._replace(block, self._fill(block, page))
        citations = Citations(domain.index, domain.data["anchors"])
        for node in list(self.document.findall(kb_inline)):
            self._replace(node, citations.resolve(node))
        for block, page in late:
            self._replace(block, self._fill_late(block, page, citations))

    def _replace(self, node: nodes.Element, new: list[nodes.Node]) -> None:
        """Put `new` in place of a placeholder; a section left empty goes with it."""
        parent = node.parent
        assert parent is not None
        if new:
            parent.replace(node, new)
        elif "kb-generated" in parent.get("classes", ()):
            parent.parent.remove(parent)
        else:
            parent.remove(node)

    def _fill(self, block: kb_block, page: Page) -> list[nodes.Node]:
        index, options, name = self.domain.index, block["options"], block["name"]
        if name == "facts":
            return build_facts(index, page)
        if not _sound(block):
            return []  # reported by the checks, with path and line
        if name in (f"{GENERATED}{RELATED}", "backlinks"):
            return build_backlinks(index, page)
        if name == f"{GENERATED}{RECORD}":
            return [build_record(index, page, self.config.kb_report_url)]
        if name == "pages":
            return [build_listing(index.listing(options), options.get("style", "list"), page.docname)]
        if name == "matrix":
            return self._fill_matrix(block, page)
        if name == "vocabulary":
            return [build_vocabulary(block["argument"].strip())]
        if name == "references":
            return [build_bibliography(index, page.docname)]
        if name == "coverage":
            return build_coverage(index, page.docname)
        return self._fill_claims(block, page)

    def _fill_matrix(self, block: kb_block, page: Page) -> list[nodes.Node]:
        options = block["options"]
        topics = [Topic(value) for value in split_list(options["topic"])]
        rows = self.domain.index.matrix(options)
        return [build_matrix(rows, topics, options.get("caption", ""), page.docname)] if rows else []

    def _fill_claims(self, block: kb_block, page: Page) -> list[nodes.Node]:
        index, options, name = self.domain.index, block["options"], block["name"]
        if name == "sources-disagree":
            ids = split_list(options.get("claims", ""))
            chosen = [located.claim for claim_id in ids if (located := self.domain.registry.claims.get(claim_id))]
            return [build_disagreement(index, block["argument"], chosen, list(block.children), page.docname)]
        claims = index.select(read_query(name, options, page.id))
        caption = options.get("caption", "")
        if name == "evidence":
            return build_evidence(index, claims, caption, page.docname) if claims else []
        if name in CROSSTABS:
            return build_crosstab(index, name, claims, options, page.docname)
        columns = split_list(options.get("columns", "")) or list(DEFAULT_COLUMNS)
        return [build_claims_table(index, claims, columns, caption, page.docname)] if claims else []

    def _fill_late(self, block: kb_block, page: Page, citations: Citations) -> list[nodes.Node]:
        if block["name"] == f"{GENERATED}{REFERENCES}":
            cited = citations.cited(page.docname)
            return [build_references(self.domain.index, cited, page.docname)] if cited else []
        names = self.domain.index.term_closure(citations.terms)
        found = {name: self.domain.definitions[name] for name in names if name in self.domain.definitions}
        words = build_words(found, {name: word_id(name) for name in found}, page.docname)
        for node in [node for part in words for node in part.findall(kb_inline)]:
            self._replace(node, citations.in_definition(node))
        return words


def _sound(block: kb_block) -> bool:
    """Tell whether the options of a directive keep its contract."""
    spec = DIRECTIVES.get(block["name"])
    directive = DirectiveAt(block["name"], block["argument"], block["options"], "", 0, 0)
    return spec is None or not any(spec.problems(directive))
