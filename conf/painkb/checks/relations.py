"""Own the rules on typed relations between pages: known ends, allowed kinds, no circles."""

from __future__ import annotations

from collections.abc import Iterator

from painkb import hints
from painkb.diagnostics import Code, Diagnostic
from painkb.model import Page
from painkb.registry import Registry
from painkb.vocab import Relation


def check_relations(registry: Registry) -> Iterator[Diagnostic]:
    """A relation joins two pages that exist and are of the kinds it is made for."""
    for docname, page in registry.pages.items():
        for relation, targets in page.meta.relations.items():
            for code, message, hint in _problems(registry, page, relation, targets):
                line = page.line(f"relations.{relation}")
                yield Diagnostic(registry.path_of(docname), line, code, message, hint)


def _problems(
    registry: Registry, page: Page, relation: Relation, targets: tuple[str, ...]
) -> Iterator[tuple[Code, str, str]]:
    if page.kind not in relation.sources:
        allowed = ", ".join(sorted(relation.sources))
        message = f'a {page.kind.label.lower()} page cannot declare "{relation}"'
        yield Code.WRONG_RELATION, message, f"Only pages of these kinds can: {allowed}."
    for target in targets:
        if registry.related(relation, target) is not None:
            continue
        if other := registry.any_page(target):
            message = f'"{relation}" cannot point to the {other.kind.label.lower()} page "{target}"'
            yield Code.WRONG_RELATION, message, f"It points to: {', '.join(sorted(relation.targets))}."
            continue
        known = [other.id for other in registry.pages.values() if other.kind in relation.targets]
        yield Code.UNKNOWN_PAGE, f'"{relation}" names "{target}", which is no page', hints.did_you_mean(target, known)


def check_circles(registry: Registry) -> Iterator[Diagnostic]:
    """No page is, in the end, part of itself."""
    for docname, page in sorted(registry.pages.items()):
        trail = _circle(registry, page)
        if trail:
            names = " → ".join(step.id for step in trail)
            message = f'"{Relation.PART_OF}" runs in a circle: {names}'
            line = page.line(f"relations.{Relation.PART_OF}")
            hint = "Remove one of the links."
            yield Diagnostic(registry.path_of(docname), line, Code.CIRCULAR_RELATION, message, hint)


def _circle(registry: Registry, start: Page) -> list[Page]:
    """Return the way from a page back to itself, or nothing."""
    waiting = [[start]]
    seen: set[str] = set()
    while waiting:
        trail = waiting.pop()
        for target in registry.targets(trail[-1], Relation.PART_OF):
            if target.docname == start.docname:
                return [*trail, target]
            if target.docname not in seen:
                seen.add(target.docname)
                waiting.append([*trail, target])
    return []
