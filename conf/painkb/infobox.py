"""Own which facts stand in the infobox of a page, in which order; says nothing of how they look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from painkb.model import Claim, Page
from painkb.registry import Backlink, Registry
from painkb.topics import Topic
from painkb.values import Code, Position, Words
from painkb.vocab import Certainty, GuidelineLine, PageKind, Relation


class FactRow(NamedTuple):
    """One row: a label with claims, pages or plain words; `fold` names the fold it stands in, empty for none."""

    label: str
    claims: tuple[Claim, ...] = ()
    pages: tuple[Page, ...] = ()
    words: str = ""
    fold: str = ""


_DRUG_TOPICS: tuple[tuple[str, Topic], ...] = (
    ("Other names", Topic.OTHER_NAME),
    ("Brands", Topic.BRAND),
    ("Looks or sounds like", Topic.LOOK_ALIKE),
    ("Pain dose: start", Topic.DOSE_START),
    ("Pain dose: usual", Topic.DOSE_USUAL),
    ("Pain dose: maximum", Topic.DOSE_MAX),
    ("Licence for neuropathic pain", Topic.LICENCE),
    ("Half-life", Topic.HALF_LIFE),
)
_ADVICE_TOPICS: tuple[tuple[str, Topic], ...] = (
    ("Kidney", Topic.RENAL),
    ("Liver", Topic.HEPATIC),
    ("Pregnancy", Topic.PREGNANCY),
)
"""Rows that show advice in words only: a bare ratio or percentage would mislead without its sentence."""
_OPEN = frozenset(
    {
        *("Pain dose: start", "Pain dose: usual", "Pain dose: maximum", "Licence for neuropathic pain"),
        *("Best certainty for pain", "Best-supported antidepressant", "Also called", "Evidence shown here"),
        *("Includes", "Is acted on by", "Belongs to", "Matters in"),
    }
)
"""Rows that stay open: what staff look for first; the rest folds, so that the text begins near the top of a phone."""
_BODY = frozenset({"Half-life", *(label for label, _ in _ADVICE_TOPICS)})


def _fold(label: str) -> str:
    if label in _OPEN:
        return ""
    return "Half-life, kidney, liver, pregnancy" if label in _BODY else "Names, guidelines, related pages"


_IDENTIFIERS = (Topic.ATC, Topic.RXNORM)
_FAVORABLE = (GuidelineLine.FIRST, GuidelineLine.OFFER)


def fact_rows(
    registry: Registry, page: Page, own: list[Claim], about: list[Claim], backlinks: list[Backlink]
) -> list[FactRow]:
    """Return the infobox rows of a page from its own claims, claims about it, and relations; empty rows left out."""
    rows = [*_names(page), *_kind_rows(page, own, about)]
    for relation in Relation:
        targets = tuple(registry.targets(page, relation))
        rows.append(FactRow(relation.label[0].upper() + relation.label[1:], pages=targets))
        sources = tuple(link.page for link in backlinks if link.relation is relation)
        rows.append(FactRow(relation.inverse[0].upper() + relation.inverse[1:], pages=sources))
    shown = [row for row in rows if row.claims or row.pages or row.words]
    return [row._replace(fold=_fold(row.label)) for row in shown]


def _names(page: Page) -> Iterator[FactRow]:
    if page.kind is PageKind.CONDITION:
        yield FactRow("Also called", words=", ".join(page.meta.aliases))


def _kind_rows(page: Page, own: list[Claim], about: list[Claim]) -> Iterator[FactRow]:
    if page.kind is PageKind.DRUG:
        yield from _drug(own, about)
    elif page.kind is PageKind.CONDITION:
        yield FactRow("Codes", tuple(claim for claim in own if isinstance(claim.value, Code)))
        yield from _positions(own)
        yield _best("Best-supported antidepressant", about)
    elif page.kind is PageKind.CLASS:
        yield from _positions(claim for claim in about if claim.topic is Topic.GUIDELINE)
        yield _best("Best certainty for pain", own)
    elif page.kind is PageKind.MECHANISM:
        yield FactRow("Evidence shown here", words=_evidence_counts(own))


def _drug(own: list[Claim], about: list[Claim]) -> Iterator[FactRow]:
    for label, topic in _DRUG_TOPICS:
        yield FactRow(label, tuple(claim for claim in own if claim.topic is topic and claim.value is not None))
    for label, topic in _ADVICE_TOPICS:
        yield FactRow(label, tuple(claim for claim in own if claim.topic is topic and isinstance(claim.value, Words)))
    yield from _positions(claim for claim in [*own, *about] if claim.topic is Topic.GUIDELINE)
    yield _best("Best certainty for pain", own)
    yield FactRow("Identifiers", tuple(claim for claim in own if claim.topic in _IDENTIFIERS))


def _positions(claims: Iterable[Claim]) -> Iterator[FactRow]:
    found = [claim for claim in claims if isinstance(claim.value, Position)]
    first = [claim for claim in found if isinstance(claim.value, Position) and claim.value.line in _FAVORABLE]
    against = [
        claim for claim in found if isinstance(claim.value, Position) and claim.value.line is GuidelineLine.AGAINST
    ]
    yield FactRow("First line or offered", tuple(first))
    yield FactRow("Recommended against", tuple(against))


def _best(label: str, claims: Iterable[Claim]) -> FactRow:
    """Return the claim on efficacy with the highest certainty that its source grades."""
    graded = [claim for claim in claims if claim.topic is Topic.EFFICACY and claim.certainty and claim.value]
    order = list(Certainty)
    graded.sort(key=lambda claim: order.index(claim.certainty or Certainty.VERY_LOW))
    return FactRow(label, tuple(graded[:1]))


def _evidence_counts(own: list[Claim]) -> str:
    parts = (
        ("in people", Topic.MECHANISM_HUMAN),
        ("in animals", Topic.MECHANISM_ANIMAL),
        ("in vitro", Topic.MECHANISM_IN_VITRO),
    )
    counts = [(name, sum(claim.topic is topic for claim in own)) for name, topic in parts]
    return ", ".join(f"{count} {name}" for name, count in counts if count)
