"""Own the rules on the shape of a page: its headings and its id."""

from __future__ import annotations

from collections.abc import Iterator

from painkb import hints
from painkb.diagnostics import Code, Diagnostic
from painkb.headings import HEADINGS
from painkb.registry import Registry
from painkb.vocab import PageKind, Status


def check_headings(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A page has the second-level headings of its kind, all required ones, in order."""
    page = registry.pages.get(docname)
    if page is None or page.id == "index" or not HEADINGS[page.kind]:
        return
    path = registry.path_of(docname)
    expected = [heading.title for heading in HEADINGS[page.kind]]
    found = [heading for heading in registry.markup[docname].headings if heading.level == 2]
    reached = -1
    for heading in found:
        if heading.text not in expected:
            hint = hints.did_you_mean(heading.text, expected) or "Use a third-level heading (###)."
            message = f'"{heading.text}" is not a heading of a {page.kind.label.lower()} page'
            yield Diagnostic(path, heading.line, Code.UNKNOWN_HEADING, message, hint)
            continue
        position = expected.index(heading.text)
        if position <= reached:
            message = f'"{heading.text}" comes after "{expected[reached]}"'
            yield Diagnostic(path, heading.line, Code.HEADING_ORDER, message, "Move the section up.")
        reached = max(reached, position)
    if page.meta.status is Status.DRAFT:
        return
    present = {heading.text for heading in found}
    for wanted in HEADINGS[page.kind]:
        if not wanted.optional and wanted.title not in present:
            message = f'the heading "{wanted.title}" is missing'
            hint = "Add it; where nothing is known, say so below it."
            yield Diagnostic(path, 1, Code.MISSING_HEADING, message, hint)


def check_page_ids(registry: Registry) -> Iterator[Diagnostic]:
    """An id belongs to one page; only a patient page may share it with the clinical page it explains."""
    first: dict[str, str] = {}
    for docname, page in sorted(registry.pages.items()):
        if page.kind in {PageKind.PATIENT, PageKind.ROOT} or page.id == "index":
            continue
        if page.id in first:
            message = f'id "{page.id}" is taken by {registry.path_of(first[page.id])}'
            yield Diagnostic(registry.path_of(docname), 1, Code.DUPLICATE_PAGE, message, "Rename one of the files.")
        first.setdefault(page.id, docname)
