"""Own everything that is known across pages: note, clear, merge, look up, backlinks, select.

Holds plain records only, so that it can be pickled; knows nothing of how anything is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from painkb import claims as claim_files
from painkb import foreign as foreign_texts
from painkb import sources as source_files
from painkb.claims import LocatedClaim
from painkb.diagnostics import Code, Diagnostic
from painkb.frontmatter import ParsedPage
from painkb.markup import Markup, glossary_terms
from painkb.model import Claim, Page, Source
from painkb.selection import ClaimQuery, PageQuery, select
from painkb.vocab import PageKind, Relation

Record = TypeVar("Record")
CLAIMS_FOLDER = "data/claims"
SOURCES_FILE = "data/sources.bib"


class Backlink(NamedTuple):
    """A relation read from its far end: this page `sentence` that page."""

    relation: Relation
    page: Page


class TermAt(NamedTuple):
    """A glossary term: main name, all names, definition as written and where it stands."""

    main: str
    names: tuple[str, ...]
    text: str
    docname: str
    line: int


@dataclass(slots=True)
class Registry:
    """The records of the whole knowledge base, by their natural keys."""

    pages: dict[str, Page] = field(default_factory=dict)
    markup: dict[str, Markup] = field(default_factory=dict)
    problems: dict[str, list[Diagnostic]] = field(default_factory=dict)
    terms: dict[str, TermAt] = field(default_factory=dict)
    claims: dict[str, LocatedClaim] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    foreign: dict[int, str] = field(default_factory=dict)
    data_problems: list[Diagnostic] = field(default_factory=list)
    docs: str = "docs"
    root: Path | None = None

    def path_of(self, docname: str) -> str:
        """Return the path of a page as writers know it."""
        return f"{self.docs}/{docname}.md"

    def note_page(self, docname: str, parsed: ParsedPage) -> None:
        """Take in one page that was read, with its glossary terms."""
        self.clear_page(docname)
        if parsed.page is not None:
            self.pages[docname] = parsed.page
        self.markup[docname] = parsed.markup
        self.problems[docname] = [*parsed.problems, *self._note_terms(docname, parsed.markup)]

    def _note_terms(self, docname: str, found: Markup) -> Iterator[Diagnostic]:
        for entry in glossary_terms(found):
            term = TermAt(entry.names[0], entry.names, entry.text, docname, entry.line)
            for name in entry.names:
                if name.lower() in self.terms:
                    first = self.terms[name.lower()]
                    message = f'"{name}" is defined twice; the first is on line {first.line}'
                    yield Diagnostic(self.path_of(docname), entry.line, Code.DUPLICATE_TERM, message)
                    continue
                self.terms[name.lower()] = term

    def clear_page(self, docname: str) -> None:
        """Forget one page."""
        for store in (self.pages, self.markup, self.problems):
            store.pop(docname, None)
        self.terms = {name: term for name, term in self.terms.items() if term.docname != docname}

    def merge(self, other: Registry, docnames: set[str]) -> None:
        """Take over from `other` the pages named, as parallel reading needs it."""
        _take(self.pages, other.pages, docnames)
        _take(self.markup, other.markup, docnames)
        _take(self.problems, other.problems, docnames)
        self.terms |= {name: term for name, term in other.terms.items() if term.docname in docnames}

    def load_data(self, docs: Path) -> None:
        """Read all claims and the bibliography below the folder `docs`, replacing what was loaded before."""
        self.root = docs
        self.claims, self.data_problems = {}, []
        self.sources, problems = source_files.read(docs / SOURCES_FILE, f"{self.docs}/{SOURCES_FILE}")
        self.data_problems += problems
        self.foreign, problems = foreign_texts.read(docs / foreign_texts.FILE, f"{self.docs}/{foreign_texts.FILE}")
        self.data_problems += problems
        for path in sorted((docs / CLAIMS_FOLDER).glob("*.yaml")):
            found, problems = claim_files.read(path, f"{self.docs}/{CLAIMS_FOLDER}/{path.name}")
            self.data_problems += problems
            for located in found:
                self._note_claim(located)

    def _note_claim(self, located: LocatedClaim) -> None:
        claim_id = located.claim.id
        if claim_id in self.claims:
            first = self.claims[claim_id]
            message = f'claim "{claim_id}" stands twice; the first is {first.path}:{first.line}'
            problem = Diagnostic(located.path, located.line, Code.DUPLICATE_CLAIM, message, "Give it an id of its own.")
            self.data_problems.append(problem)
            return
        self.claims[claim_id] = located

    def page(self, kind: PageKind, page_id: str) -> Page | None:
        """Return the page of a kind with an id."""
        folder = f"{kind.folder}/" if kind.folder else ""
        page = self.pages.get(f"{folder}{page_id}")
        return page if page is not None and page.kind is kind else None

    def owner(self, page_id: str) -> Page | None:
        """Return the page that may own claims under this id: any kind but patient pages."""
        for kind in PageKind:
            if kind not in _NO_CLAIMS and (page := self.page(kind, page_id)):
                return page
        return None

    def any_page(self, page_id: str) -> Page | None:
        """Return the page with this id, the clinical one before its patient twin."""
        return self.owner(page_id) or self.page(PageKind.PATIENT, page_id)

    def of_kind(self, kind: PageKind) -> list[Page]:
        """Return the pages of a kind by title, without the index page of the folder."""
        found = [page for page in self.pages.values() if page.kind is kind and page.id != "index"]
        return sorted(found, key=lambda page: (page.title.lower(), page.docname))

    def list_pages(self, query: PageQuery) -> list[Page]:
        """Return the pages that match a query, by kind and title."""
        pages = [page for kind in query.kinds or PageKind for page in self.of_kind(kind)]
        if query.relation is None:
            return pages
        return [page for page in pages if query.targets & set(page.meta.relations.get(query.relation, ()))]

    def targets(self, page: Page, relation: Relation) -> list[Page]:
        """Return the existing pages that `page` points to by a relation, in the order written."""
        found = (self.related(relation, target) for target in page.meta.relations.get(relation, ()))
        return [target for target in found if target is not None]

    def related(self, relation: Relation, page_id: str) -> Page | None:
        """Return the page a relation may point to under this id."""
        for kind in PageKind:
            if kind in relation.targets and (page := self.page(kind, page_id)):
                return page
        return None

    def backlinks(self, page: Page) -> list[Backlink]:
        """Return every relation that points to `page`, by relation and title."""
        found = [
            Backlink(relation, other)
            for other in self.pages.values()
            for relation in other.meta.relations
            if page in self.targets(other, relation)
        ]
        order = list(Relation)
        return sorted(found, key=lambda link: (order.index(link.relation), link.page.title, link.page.docname))

    def select(self, query: ClaimQuery) -> list[Claim]:
        """Return the claims that match a query."""
        if query.ids:
            known = (self.claims[claim_id].claim for claim_id in query.ids if claim_id in self.claims)
            return select(known, query)
        return select((located.claim for located in self.claims.values()), query)


def _take(mine: dict[str, Record], theirs: dict[str, Record], docnames: set[str]) -> None:
    mine |= {docname: theirs[docname] for docname in docnames if docname in theirs}


_NO_CLAIMS = frozenset({PageKind.PATIENT, PageKind.ABOUT, PageKind.CONTRIBUTE, PageKind.ROOT})
