"""Own the look-ups that rendering needs, built once from a finished registry.

Every cross-page fact that a page shows is asked for here, and `signature` covers all of it: that is how an
incremental build knows which pages to write again. Cost is linear in pages, relations and claims.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from painkb.contract import CLAIM_ROLES, DIRECTIVES, PAGE_ROLES, page_query, read_query
from painkb.infobox import FactRow, fact_rows
from painkb.markup import DirectiveAt, nested_terms, split_list
from painkb.model import Claim, Page
from painkb.registry import Backlink, Registry
from painkb.selection import ClaimQuery, select
from painkb.topics import Topic
from painkb.vocab import PageKind, Relation

NEARBY = 20
"""Pages the sidebar shows before and after the current one; a longer section links to its full list."""
OTHERS_SHOWN = 8
"""Other pages named below a reference; the bibliography names all."""


RECORD_LINKS = ("disclaimer", "editorial-policy")
"""Pages that every page record links to."""


class Uses(NamedTuple):
    """The claims and sources that one page shows."""

    claims: tuple[str, ...]
    sources: tuple[str, ...]


class Neighbors(NamedTuple):
    """The pages before and after a page in reading order."""

    previous: Page | None
    following: Page | None


class MatrixRow(NamedTuple):
    """One page and its claims in each column."""

    page: Page
    cells: tuple[tuple[Claim, ...], ...]


class Index:
    """Look-ups over one registry; make a new one after the registry changed."""

    def __init__(self, registry: Registry) -> None:
        """Build every table; the registry must not change afterward."""
        self.registry = registry
        self._by_subject: dict[str, list[Claim]] = defaultdict(list)
        self._by_about: dict[str, list[Claim]] = defaultdict(list)
        for located in registry.claims.values():
            self._by_subject[located.claim.subject].append(located.claim)
            for page_id in located.claim.about:
                self._by_about[page_id].append(located.claim)
        self._backlinks = self._collect_backlinks()
        self.sections = {kind: registry.of_kind(kind) for kind in PageKind}
        self._positions = {
            page.docname: number for section in self.sections.values() for number, page in enumerate(section)
        }
        self._neighbors = self._collect_neighbors()
        self._uses = {docname: self._collect_uses(docname) for docname in sorted(registry.pages)}
        self._cited_on: dict[str, list[Page]] = defaultdict(list)
        for page in sorted(registry.pages.values(), key=lambda page: (page.title.lower(), page.docname)):
            for key in self._uses[page.docname].sources:
                self._cited_on[key].append(page)

    def select(self, query: ClaimQuery) -> list[Claim]:
        """Return the claims that match, looking only at those of the subjects or pages asked for."""
        if query.ids:
            return self.registry.select(query)
        if query.subjects:
            pool: Iterable[Claim] = (claim for subject in sorted(query.subjects) for claim in self._by_subject[subject])
        elif query.about:
            found = {claim.id: claim for page_id in sorted(query.about) for claim in self._by_about[page_id]}
            pool = found.values()
        else:
            pool = (located.claim for located in self.registry.claims.values())
        return select(pool, query)

    def backlinks(self, page: Page) -> list[Backlink]:
        """Return every relation that points to `page`."""
        return self._backlinks.get(page.docname, [])

    def neighbors(self, docname: str) -> Neighbors:
        """Return the pages before and after in reading order."""
        return self._neighbors.get(docname, Neighbors(None, None))

    def nearby(self, page: Page) -> list[Page]:
        """Return the pages of the section around `page`, for the sidebar."""
        section = self.sections[page.kind]
        position = self._positions.get(page.docname, 0)
        return section[max(0, position - NEARBY) : position + NEARBY + 1]

    def uses(self, docname: str) -> Uses:
        """Return the claims and sources that a page shows."""
        return self._uses.get(docname, Uses((), ()))

    def cited_on(self, source: str) -> list[Page]:
        """Return the pages that cite a source, by title."""
        return self._cited_on.get(source, [])

    def also_cited_on(self, source: str, docname: str) -> tuple[tuple[Page, ...], int]:
        """Return the first other pages that cite a source, and how many more there are.

        The limit keeps the size of all pages together linear: a source cited everywhere would square it.
        """
        others = tuple(page for page in self.cited_on(source) if page.docname != docname)
        return others[:OTHERS_SHOWN], max(0, len(others) - OTHERS_SHOWN)

    def facts(self, page: Page) -> list[FactRow]:
        """Return the rows of the infobox of a page."""
        own, about = self._by_subject.get(page.id, []), self._by_about.get(page.id, [])
        return fact_rows(self.registry, page, own, about, self.backlinks(page))

    def listing(self, options: dict[str, str]) -> list[Page]:
        """Return the pages that `{pages}` asks for, by title."""
        return self.registry.list_pages(page_query(options))

    def matrix(self, options: dict[str, str]) -> list[MatrixRow]:
        """Return the rows of `{matrix}`: each page asked for, with its own claims that have a value, by topic."""
        topics = [Topic(value) for value in split_list(options["topic"])]
        rows = []
        for page in self.listing(options):
            own = [claim for claim in self._by_subject.get(page.id, []) if claim.value is not None]
            cells = tuple(tuple(claim for claim in own if claim.topic is topic) for topic in topics)
            rows.append(MatrixRow(page, cells))
        return rows

    def term_closure(self, names: Iterable[str]) -> list[str]:
        """Return main terms for the names given and for terms inside their definitions, sorted."""
        registry = self.registry
        waiting = [name.lower() for name in names]
        found: set[str] = set()
        while waiting:
            term = registry.terms.get(waiting.pop())
            if term is None or term.main in found:
                continue
            found.add(term.main)
            waiting += [name.lower() for name in nested_terms(term.text)]
        return sorted(found, key=str.lower)

    def terms_on(self, docname: str) -> list[str]:
        """Return the main terms a page uses, with those inside their definitions."""
        roles = self.registry.markup[docname].roles
        return self.term_closure(role.target for role in roles if role.name == "term")

    def _collect_backlinks(self) -> dict[str, list[Backlink]]:
        found: dict[str, list[Backlink]] = defaultdict(list)
        pages = sorted(self.registry.pages.values(), key=lambda page: (page.title, page.docname))
        for relation in Relation:
            for page in pages:
                for target in self.registry.targets(page, relation):
                    found[target.docname].append(Backlink(relation, page))
        return found

    def _collect_neighbors(self) -> dict[str, Neighbors]:
        order: list[Page] = []
        for kind in PageKind:
            head = self.registry.page(kind, "index")
            order += [head] if head and kind is not PageKind.ROOT else []
            order += [page for page in self.sections[kind] if kind is not PageKind.ROOT]
        padded: list[Page | None] = [None, *order, None]
        return {page.docname: Neighbors(padded[position], padded[position + 2]) for position, page in enumerate(order)}

    def _collect_uses(self, docname: str) -> Uses:
        page = self.registry.pages[docname]
        claims: dict[str, None] = {}
        sources: dict[str, None] = {}
        markup = self.registry.markup[docname]
        for role in markup.roles:
            if role.name in CLAIM_ROLES:
                claims[role.target] = None
            elif role.name == "cite":
                sources.update(dict.fromkeys(split_list(role.target)))
        for directive in markup.directives:
            claims.update(dict.fromkeys(self._directive_claims(directive, page)))
        for claim_id in claims:
            if claim_id in self.registry.claims:
                sources[self.registry.claims[claim_id].claim.source] = None
        return Uses(tuple(claims), tuple(key for key in sources if key in self.registry.sources))

    def _directive_claims(self, directive: DirectiveAt, page: Page) -> Iterator[str]:
        spec = DIRECTIVES.get(directive.name)
        if spec is None or any(spec.problems(directive)):
            return
        if spec.selects_claims:
            yield from (claim.id for claim in self.select(read_query(directive.name, directive.options, page.id)))
        elif directive.name == "sources-disagree":
            yield from split_list(directive.options["claims"])
        elif directive.name == "facts":
            yield from (claim.id for row in self.facts(page) for claim in row.claims)
        elif directive.name == "matrix":
            rows = self.matrix(directive.options)
            yield from (claim.id for row in rows for cell in row.cells for claim in cell)

    def signature(self, docname: str) -> str:
        """Return a digest of everything that other files contribute to a page."""
        digest = hashlib.blake2b(digest_size=16)
        for part in self._parts(docname):
            digest.update(part.encode())
            digest.update(b"\x00")
        return digest.hexdigest()

    def _parts(self, docname: str) -> Iterator[str]:
        registry, page = self.registry, self.registry.pages.get(docname)
        neighbors = self.neighbors(docname)
        yield from (_name(other) for other in neighbors)
        yield from (_name(other) for other in self.nearby(page)) if page is not None else ()
        yield from (_name(other) for other in self.sections[PageKind.ROOT])
        for kind in PageKind:
            yield f"{kind}:{registry.page(kind, 'index') is not None}"
        if page is None:
            return
        yield from (_name(registry.page(PageKind.ABOUT, page_id)) for page_id in RECORD_LINKS)
        for link in self.backlinks(page):
            yield f"{link.relation}:{_name(link.page)}"
        for relation in Relation:
            yield from (f"{relation}:{_name(target)}" for target in registry.targets(page, relation))
        yield from self._content_parts(docname, page)

    def _content_parts(self, docname: str, page: Page) -> Iterator[str]:
        registry, markup, uses = self.registry, self.registry.markup[docname], self.uses(docname)
        for claim_id in uses.claims:
            if claim_id in registry.claims:
                claim = registry.claims[claim_id].claim
                yield claim.model_dump_json()
                yield from (_name(registry.any_page(page_id)) for page_id in (claim.subject, *claim.about))
        names = {directive.name for directive in markup.directives}
        for key in registry.sources if "references" in names else uses.sources:
            yield registry.sources[key].model_dump_json(exclude={"line"})
            others, left_out = self.also_cited_on(key, docname)
            yield from (_name(other) for other in (self.cited_on(key) if "references" in names else others))
            yield str(left_out)
        for main in self.terms_on(docname):
            term = registry.terms[main.lower()]
            yield f"{term.main}\t{term.docname}\t{term.text}"
        for role in markup.roles:
            if role.name in PAGE_ROLES:
                yield _name(registry.page(PAGE_ROLES[role.name], role.target))
        if "coverage" in names:
            yield from self._whole()
        for directive in markup.directives:
            yield from self._directive_claims(directive, page)  # their order
            if directive.name == "facts":
                yield from (f"{row.label}:{_name(other)}" for row in self.facts(page) for other in row.pages)
            if directive.name in ("pages", "matrix") and not any(DIRECTIVES[directive.name].problems(directive)):
                yield from (
                    f"{_name(other)}:{other.meta.summary}:{other.meta.checked}"
                    for other in self.listing(directive.options)
                )

    def _whole(self) -> Iterator[str]:
        """Yield what an account of the whole book depends on."""
        for docname, other in sorted(self.registry.pages.items()):
            markup = self.registry.markup[docname]
            yield f"{_name(other)}:{other.meta.next_due}:{self.uses(docname)}:{markup.headings}:{markup.roles}"
            yield ",".join(f"{directive.name}@{directive.line}" for directive in markup.directives)
        yield from (located.claim.model_dump_json() for located in self.registry.claims.values())


def _name(page: Page | None) -> str:
    return f"{page.docname}\t{page.title}" if page is not None else "-"
