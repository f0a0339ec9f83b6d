"""Own the rules on claims that need the rest of the book: sources, subjects, pages, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from painkb import hints
from painkb.claims import LocatedClaim
from painkb.diagnostics import Code, Diagnostic
from painkb.registry import SOURCES_FILE, Registry


def check_claims(registry: Registry) -> Iterator[Diagnostic]:
    """A claim has a known source, a page that owns it and known pages it concerns."""
    for located in registry.claims.values():
        for code, message, hint in _problems(registry, located):
            yield Diagnostic(located.path, located.line, code, message, hint)


def _problems(registry: Registry, located: LocatedClaim) -> Iterator[tuple[Code, str, str]]:
    claim = located.claim
    if claim.source not in registry.sources:
        message = f'"{claim.source}" is not in {registry.docs}/{SOURCES_FILE}'
        yield (
            Code.UNKNOWN_SOURCE,
            message,
            (hints.did_you_mean(claim.source, registry.sources) or f"Add it to {registry.docs}/{SOURCES_FILE}."),
        )
    pages = [page.id for page in registry.pages.values()]
    if registry.owner(claim.subject) is None:
        message = f'claim "{claim.id}": no page "{claim.subject}" owns it'
        hint = hints.did_you_mean(claim.subject, pages) or "Write the page, or give the claim to a page that exists."
        yield Code.UNKNOWN_SUBJECT, message, hint
    for page_id in claim.about:
        if registry.any_page(page_id) is None:
            message = f'claim "{claim.id}" is about "{page_id}", which is no page'
            yield Code.UNKNOWN_PAGE, message, hints.did_you_mean(page_id, pages)
    if claim.checked > dt.date.today() + dt.timedelta(days=1):  # a day's grace for time zones
        yield Code.DATE_IN_FUTURE, f'claim "{claim.id}" was checked on {claim.checked}', ""
