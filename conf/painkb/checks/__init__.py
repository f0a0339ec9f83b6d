"""Own the rules that pages and claims must keep: one function a rule, each with a code.

A page check sees one page and its markup; a book check sees the whole registry.
"""

from __future__ import annotations

from collections.abc import Iterator

from painkb.checks import citations, claims, glossary, links, numbers, passages, relations, safety, structure
from painkb.diagnostics import Diagnostic, in_order
from painkb.registry import Registry

PAGE_CHECKS = (
    structure.check_headings,
    safety.check_raw_html,
    safety.check_links,
    safety.check_files,
    numbers.check_literal_numbers,
    citations.check_citations,
)
BOOK_CHECKS = (
    structure.check_page_ids,
    links.check_roles,
    links.check_directives,
    links.check_orphans,
    glossary.check_terms,
    relations.check_relations,
    relations.check_circles,
    claims.check_claims,
    passages.check_repeated_prose,
    passages.check_copied_text,
)


def check_page(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with one page by itself, reading errors first."""
    yield from registry.problems.get(docname, ())
    for check in PAGE_CHECKS:
        yield from check(registry, docname)


def check_book(registry: Registry) -> list[Diagnostic]:
    """Return everything that is wrong with data and pages, in order of place."""
    found = list(registry.data_problems)
    for docname in registry.markup:
        found += check_page(registry, docname)
    for check in BOOK_CHECKS:
        found += check(registry)
    return in_order(found)
