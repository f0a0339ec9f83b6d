"""Own the answer cards: which claims answer which question, chosen at build time and only shown at run time.

A card holds claims as they stand; nothing is averaged, and where sources disagree all sides are on the card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from painkb.model import Claim, Page
from painkb.registry import Registry
from painkb.search.facets import FACETS, Facet
from painkb.search.lexicon import Lexicon
from painkb.search.records import Records
from painkb.topics import Topic
from painkb.vocab import Jurisdiction, PageKind

ROWS = 12
"""Claims on one card; the section holds the rest."""
_KINDS = frozenset(
    {PageKind.DRUG, PageKind.CLASS, PageKind.CONDITION, PageKind.MECHANISM, PageKind.POPULATION, PageKind.SAFETY}
)
_TOGETHER = (
    Topic.INTERACTION,
    Topic.CONTRAINDICATION,
    Topic.COMBINATION,
    Topic.SWITCHING,
    Topic.CAUTION,
    Topic.BOXED_WARNING,
)
_FOR = (
    *(Topic.GUIDELINE, Topic.LICENCE, Topic.DOSE_START, Topic.DOSE_USUAL, Topic.DOSE_MAX, Topic.EFFICACY),
    *(Topic.EVIDENCE_BASE, Topic.FAILED, Topic.HARM, Topic.COMBINATION),
)
_PLACES = list(Jurisdiction)


class CardMaker:
    """Makes every card of one registry."""

    def __init__(self, registry: Registry, records: Records, lexicon: Lexicon) -> None:
        """Sort the claims by the pages they are on and about."""
        self.registry, self.records, self.lexicon = registry, records, lexicon
        self._number = {page.id: number for number, page in enumerate(records.pages) if page.kind in _KINDS}
        self._plain = {page.id for page in records.pages if page.kind is PageKind.PATIENT}
        self._order = {claim_id: place for place, claim_id in enumerate(registry.claims)}
        self._own: dict[int, list[Claim]] = defaultdict(list)
        self._about: dict[int, list[Claim]] = defaultdict(list)
        for claim_id in records.homes:
            claim = registry.claims[claim_id].claim
            if claim.subject in self._number:
                self._own[self._number[claim.subject]].append(claim)
            for page_id in claim.about:
                if page_id in self._number:
                    self._about[self._number[page_id]].append(claim)
        self._group = {claim_id: group for group in records.disputes for claim_id in group}

    def cards(self) -> dict[str, list[str]]:
        """Return claim ids by key: `p1|facet`, `p1+p2`, `p1+p2|facet`, `p1+n2`, `n2|facet`."""
        found: dict[str, list[str]] = {}
        for key, claims, topics in self._candidates():
            chosen = self.choose(claims, topics)
            if chosen:
                found[key] = chosen
        return dict(sorted(found.items()))

    def _candidates(self) -> Iterator[tuple[str, list[Claim], tuple[Topic, ...]]]:
        for number in sorted(self._number.values()):
            for facet in FACETS:
                yield f"p{number}|{facet.id}", self._facet_claims(number, facet), facet.topics
            yield from self._pairs(number)
        for number, other in enumerate(self.lexicon.outside):
            if other.neighbor.drug:
                named = self._known(other.named)
                yield from ((f"n{number}|{facet.id}", named, facet.topics) for facet in FACETS)
                yield from self._partners(number, [*named, *self._known(other.classed)])

    def _facet_claims(self, number: int, facet: Facet) -> list[Claim]:
        """Return a page's own claims on a facet; failing that, those of other pages about it."""
        own = [claim for claim in self._own[number] if claim.topic in facet.topics]
        return own or [claim for claim in self._about[number] if claim.topic in facet.topics]

    def _pairs(self, number: int) -> Iterator[tuple[str, list[Claim], tuple[Topic, ...]]]:
        page = self.records.pages[number]
        for other_number in sorted(self._number.values()):
            other = self.records.pages[other_number]
            if other_number == number or page.kind not in (PageKind.DRUG, PageKind.CLASS):
                continue
            claims = [claim for claim in self._own[number] if other.id in claim.about]
            claims += [claim for claim in self._own[other_number] if page.id in claim.about]
            topics = _TOGETHER if _is_medicine(other) else _FOR
            yield f"p{number}+p{other_number}", claims, topics
            yield from ((f"p{number}+p{other_number}|{facet.id}", claims, facet.topics) for facet in FACETS)

    def _partners(self, number: int, claims: list[Claim]) -> Iterator[tuple[str, list[Claim], tuple[Topic, ...]]]:
        by_page: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.subject in self._number:
                by_page[self._number[claim.subject]].append(claim)
        for page_number in sorted(by_page):
            yield f"p{page_number}+n{number}", by_page[page_number], _TOGETHER

    def _known(self, claim_ids: Iterable[str]) -> list[Claim]:
        return [self.registry.claims[claim_id].claim for claim_id in claim_ids if claim_id in self.records.homes]

    def choose(self, claims: list[Claim], topics: tuple[Topic, ...]) -> list[str]:
        """Return the ids of the claims on a card: each topic in turn, all sides of a disagreement, in reading order."""
        fitting = sorted(
            {claim.id: claim for claim in claims if claim.topic in topics}.values(), key=self._rank(topics)
        )
        waiting = {topic: [claim for claim in fitting if claim.topic is topic] for topic in topics}
        chosen: dict[str, Claim] = {}
        while len(chosen) < ROWS and any(waiting.values()):
            for claim in [queue.pop(0) for queue in waiting.values() if queue]:
                chosen[claim.id] = claim
                sides = self._group.get(claim.id, ())
                chosen |= {other.id: other for other in fitting if other.id in sides}
        return [claim.id for claim in sorted(chosen.values(), key=self._rank(topics))]

    def _rank(self, topics: tuple[Topic, ...]) -> Callable[[Claim], tuple[int, bool, int, int]]:
        """Return a sort key: topic, staff before patient wording, place, then the order in the files."""

        def key(claim: Claim) -> tuple[int, bool, int, int]:
            place = _PLACES.index(claim.jurisdiction) if claim.jurisdiction else len(_PLACES)
            plain = not self._plain.isdisjoint(claim.about)
            return topics.index(claim.topic), plain, place, self._order[claim.id]

        return key


def _is_medicine(page: Page) -> bool:
    return page.kind in (PageKind.DRUG, PageKind.CLASS)
