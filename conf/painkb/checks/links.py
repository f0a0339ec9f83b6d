"""Own the rules on references inside pages: roles, directive options and orphans."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from painkb import hints
from painkb.contract import (
    CLAIM_ROLES,
    DIRECTIVES,
    EVERY,
    OTHER_DIRECTIVES,
    OTHER_ROLES,
    PAGE_ROLES,
    REFUSED_DIRECTIVES,
    Spec,
    page_query,
    read_query,
)
from painkb.diagnostics import Code, Diagnostic
from painkb.markup import DirectiveAt, RoleAt, split_list
from painkb.registry import Registry
from painkb.vocab import PageKind, Relation


def check_roles(registry: Registry) -> Iterator[Diagnostic]:
    """A role names a page, a claim or a source that exists."""
    for docname, found in registry.markup.items():
        for role in found.roles:
            for code, message, hint in _role_problems(registry, role):
                yield Diagnostic(registry.path_of(docname), role.line, code, message, hint)


def _role_problems(registry: Registry, role: RoleAt) -> Iterator[tuple[Code, str, str]]:
    if role.name in PAGE_ROLES:
        kind = PAGE_ROLES[role.name]
        if registry.page(kind, role.target) is None:
            yield Code.UNKNOWN_PAGE, f'no {kind.label.lower()} page "{role.target}"', _page_hint(registry, kind, role)
    elif role.name in CLAIM_ROLES:
        if role.target not in registry.claims:
            hint = hints.did_you_mean(role.target, registry.claims)
            yield Code.UNKNOWN_CLAIM, f'no claim "{role.target}"', hint
    elif role.name == "cite":
        for key in split_list(role.target):
            if key not in registry.sources:
                hint = hints.did_you_mean(key, registry.sources) or f"Add it to {registry.docs}/data/sources.bib."
                yield Code.UNKNOWN_SOURCE, f'"{key}" is not in {registry.docs}/data/sources.bib', hint
    elif role.name not in OTHER_ROLES:
        hint = hints.did_you_mean(role.name, [*PAGE_ROLES, *CLAIM_ROLES, *OTHER_ROLES])
        yield Code.UNKNOWN_ROLE, f"no role {{{role.name}}}", hint


def _page_hint(registry: Registry, kind: PageKind, role: RoleAt) -> str:
    other = registry.any_page(role.target)
    if other is not None:
        return f"It is a {other.kind.label.lower()} page: use {{{other.kind}}}."
    known = [page.id for page in registry.of_kind(kind)]
    return hints.did_you_mean(role.target, known) or f"Write {registry.docs}/{kind.folder}/{role.target}.md first."


def check_directives(registry: Registry) -> Iterator[Diagnostic]:
    """A directive is known, its options are, and it selects something."""
    for docname, found in registry.markup.items():
        for directive in found.directives:
            for code, message, hint in _directive_problems(registry, docname, directive):
                yield Diagnostic(registry.path_of(docname), directive.line, code, message, hint)


def _directive_problems(registry: Registry, docname: str, directive: DirectiveAt) -> Iterator[tuple[Code, str, str]]:
    spec = DIRECTIVES.get(directive.name)
    if spec is None:
        if directive.name not in OTHER_DIRECTIVES | REFUSED_DIRECTIVES:
            hint = hints.did_you_mean(directive.name, [*DIRECTIVES, *OTHER_DIRECTIVES])
            yield Code.UNKNOWN_DIRECTIVE, f"no directive {{{directive.name}}}", hint
        return
    for name in directive.options:
        if name not in spec.options:
            hint = hints.closest_or_list(name, spec.options)
            yield Code.UNKNOWN_OPTION, f"{{{directive.name}}} has no option :{name}:", hint
    yield from spec.problems(directive)
    yield from _selection_problems(registry, docname, directive, spec)


def _selection_problems(
    registry: Registry, docname: str, directive: DirectiveAt, spec: Spec
) -> Iterator[tuple[Code, str, str]]:
    for name in ("ids", "claims"):
        for claim_id in split_list(directive.options.get(name, "")):
            if claim_id not in registry.claims:
                yield Code.UNKNOWN_CLAIM, f'no claim "{claim_id}"', hints.did_you_mean(claim_id, registry.claims)
    for name in ("subject", "about"):
        for page_id in split_list(directive.options.get(name, "")):
            if page_id != EVERY and registry.any_page(page_id) is None:
                known = [page.id for page in registry.pages.values()]
                yield Code.UNKNOWN_PAGE, f'no page "{page_id}"', hints.did_you_mean(page_id, known)
    page = registry.pages.get(docname)
    if directive.name in ("pages", "matrix") and not any(spec.problems(directive)):
        yield from _listing_problems(registry, directive)
    if page is not None and spec.selects_claims and not any(spec.problems(directive)):
        query = read_query(directive.name, directive.options, page.id)
        if not registry.select(query):
            yield Code.EMPTY_SELECTION, f"{{{directive.name}}} selects no claim", "Widen its options."


def _listing_problems(registry: Registry, directive: DirectiveAt) -> Iterator[tuple[Code, str, str]]:
    query = page_query(directive.options)
    for page_id in sorted(query.targets):
        if query.relation is not None and registry.related(query.relation, page_id) is None:
            known = [page.id for page in registry.pages.values() if page.kind in query.relation.targets]
            yield Code.UNKNOWN_PAGE, f'no page "{page_id}"', hints.did_you_mean(page_id, known)
            return
    if not registry.list_pages(query):
        yield Code.EMPTY_SELECTION, f"{{{directive.name}}} selects no page", "Widen its options."


def check_orphans(registry: Registry) -> Iterator[Diagnostic]:
    """Every page is named by another page that is not the list of its folder."""
    reached = _reached(registry)
    for docname, page in sorted(registry.pages.items()):
        if page.kind is PageKind.ROOT or page.id == "index" or docname in reached:
            continue
        message = f'no page relates or links to "{page.id}"'
        hint = f"Link it from a page where a reader would look for it, with {{{page.kind}}}`{page.id}`."
        yield Diagnostic(registry.path_of(docname), 1, Code.ORPHAN_PAGE, message, hint)


def _reached(registry: Registry) -> set[str]:
    reached = set()
    for docname, page in registry.pages.items():
        targets = {target.docname for relation in Relation for target in registry.targets(page, relation)}
        if targets:
            reached |= targets | {docname}  # a relation is shown on both pages
    for docname, found in registry.markup.items():
        for role in found.roles:
            if role.name in PAGE_ROLES and (target := registry.page(PAGE_ROLES[role.name], role.target)):
                reached |= {target.docname} - {docname}
        for link in found.links:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(docname), link.href.split("#")[0]))
            reached |= {path.removesuffix(".md")} - {docname}
    return reached
