"""Own the account of what is written and what is not: headings filled, claims, certainty, age. Shows nothing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from painkb.contract import DIRECTIVES
from painkb.headings import HEADINGS
from painkb.index import Index
from painkb.markup import Markup
from painkb.model import Claim, Page
from painkb.topics import Risk
from painkb.vocab import Certainty, PageKind

_SOURCED = frozenset({"claim", "statement", "cite"})
"""Roles by which a section shows that it rests on something."""


@dataclass(frozen=True, slots=True)
class HeadingCount:
    """On how many pages of a kind a heading holds sourced content, says that nothing is known, or is missing."""

    title: str
    filled: int
    unknown: int
    missing: int


@dataclass(frozen=True, slots=True)
class PageCount:
    """What one page rests on: claims it owns and shows, and what is known of the former."""

    page: Page
    own: int
    high_risk: int
    indirect: int
    shown: int
    sources: int
    disagreements: int
    certainty: tuple[tuple[Certainty, int], ...]
    oldest: dt.date | None


def count_headings(index: Index, kind: PageKind) -> list[HeadingCount]:
    """Return the headings of a template with how they stand on the pages of that kind."""
    markups = [index.registry.markup[page.docname] for page in index.sections[kind]]
    counts = []
    for heading in HEADINGS[kind]:
        found = Counter(_state(markup, heading.title) for markup in markups)
        counts.append(HeadingCount(heading.title, found["filled"], found["unknown"], found["missing"]))
    return counts


def _state(markup: Markup, title: str) -> str:
    starts = [heading.line for heading in markup.headings if heading.level == 2]
    start = next((heading.line for heading in markup.headings if heading.level == 2 and heading.text == title), None)
    if start is None:
        return "missing"
    end = min((line for line in starts if line > start), default=None)
    inside = [*(role.line for role in markup.roles if role.name in _SOURCED)]
    inside += [directive.line for directive in markup.directives if directive.name in DIRECTIVES]
    return "filled" if any(line > start and (end is None or line < end) for line in inside) else "unknown"


def count_pages(index: Index, kind: PageKind) -> Iterator[PageCount]:
    """Yield an account of each page of a kind, by title."""
    owned: dict[str, list[Claim]] = {}
    for located in index.registry.claims.values():
        owned.setdefault(located.claim.subject, []).append(located.claim)
    for page in index.sections[kind]:
        own = owned.get(page.id, []) if index.registry.owner(page.id) == page else []
        uses = index.uses(page.docname)
        graded = Counter(claim.certainty for claim in own if claim.certainty)
        yield PageCount(
            page=page,
            own=len(own),
            high_risk=sum(claim.topic.rule.risk is Risk.HIGH for claim in own),
            indirect=sum(claim.via is not None for claim in own),
            shown=len(uses.claims),
            sources=len(uses.sources),
            disagreements=sum(
                directive.name == "sources-disagree" for directive in index.registry.markup[page.docname].directives
            ),
            certainty=tuple((certainty, graded[certainty]) for certainty in Certainty if graded[certainty]),
            oldest=min((claim.checked for claim in own), default=None),
        )
