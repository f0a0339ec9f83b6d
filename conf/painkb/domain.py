"""Own the Sphinx domain `kb`: it keeps the registry in the environment and resolves links between pages."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from painkb.contract import PAGE_ROLES
from painkb.index import Index
from painkb.registry import Registry
from painkb.roles import CiteRole, ClaimRole, TermRole
from painkb.vocab import PageKind

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def _page_role() -> XRefRole:
    """Return a role that links to a page; unknown ids are reported by the checks, with path and line."""
    return XRefRole(innernodeclass=nodes.inline)


class KbDomain(Domain):
    """Pages, claims and sources; `data["registry"]` holds the records."""

    name = "kb"
    label = "Knowledge base"
    object_types: ClassVar = {kind.value: ObjType(kind.label, kind.value) for kind in PAGE_ROLES.values()}
    roles: ClassVar = {
        **{name: _page_role() for name in PAGE_ROLES},
        "claim": ClaimRole(),
        "statement": ClaimRole(),
        "cite": CiteRole(),
        "term": TermRole(),
    }
    initial_data: ClassVar = {"registry": Registry(), "signatures": {}, "digests": {}, "definitions": {}, "anchors": {}}
    data_version = 2

    @property
    def registry(self) -> Registry:
        """Return the records of the knowledge base."""
        found: Registry = self.data["registry"]
        return found

    @property
    def definitions(self) -> dict[str, nodes.definition]:
        """Return the definition of each glossary term as unresolved nodes, by main term."""
        found: dict[str, nodes.definition] = self.data["definitions"]
        return found

    @property
    def index(self) -> Index:
        """Return the look-ups over the registry, built at the first call after reading."""
        if getattr(self, "_index", None) is None:
            self._index: Index | None = Index(self.registry)
        assert self._index is not None
        return self._index

    def forget_index(self) -> None:
        """Drop the look-ups because the registry changed."""
        self._index = None

    def clear_doc(self, docname: str) -> None:
        """Forget a page that will be read again or was deleted."""
        self.registry.clear_page(docname)
        self.data["digests"].pop(docname, None)
        self.forget_index()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that another process read."""
        self.registry.merge(otherdata["registry"], set(docnames))
        self.data["definitions"].update(otherdata["definitions"])
        self.data["anchors"].update(otherdata["anchors"])
        self.data["digests"].update({name: otherdata["digests"][name] for name in docnames})
        self.forget_index()

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return a link with the title of the page, or nothing for an id that the checks have reported."""
        page = self.registry.page(PageKind(typ), target)
        if page is None:
            return None
        text = contnode.astext() if node.get("refexplicit") else page.title
        content = nodes.inline("", text, classes=["kb-link", f"kb-link-{page.kind}"])
        return make_refnode(builder, fromdocname, page.docname, "", content)

    def resolve_any_xref(self, *args: Any, **kwargs: Any) -> list[tuple[str, nodes.reference]]:
        """Return nothing: a link says of which kind its target is."""
        return []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every page for `objects.inv`, so that other Sphinx projects can link by id."""
        for page in self.registry.pages.values():
            if page.kind is not PageKind.ROOT and page.id != "index":
                yield page.id, page.title, page.kind.value, page.docname, "", 1
