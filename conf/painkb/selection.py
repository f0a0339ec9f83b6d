"""Own the choice of claims: a query is a plain record, so a directive, a tool and a test ask alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from painkb.model import Claim
from painkb.topics import Topic
from painkb.vocab import Jurisdiction, PageKind, Relation


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims are wanted; an empty field does not narrow the choice, `ids` overrides all others."""

    ids: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    topics: tuple[Topic, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()

    def matches(self, claim: Claim) -> bool:
        """Tell whether a claim fits every field that is set."""
        if self.ids:
            return claim.id in self.ids
        return (
            (not self.subjects or claim.subject in self.subjects)
            and (not self.about or not self.about.isdisjoint(claim.about))
            and (not self.topics or claim.topic in self.topics)
            and (not self.jurisdictions or claim.jurisdiction in self.jurisdictions)
        )


@dataclass(frozen=True, slots=True)
class PageQuery:
    """Which pages are wanted: of these kinds, or all, and with this relation to one of these ids."""

    kinds: tuple[PageKind, ...] = ()
    relation: Relation | None = None
    targets: frozenset[str] = frozenset()


def select(claims: Iterable[Claim], query: ClaimQuery) -> list[Claim]:
    """Return the claims that match, in the order asked for (ids, then topics), else in the order written."""
    chosen = [claim for claim in claims if query.matches(claim)]
    if query.ids:
        rank = {claim_id: index for index, claim_id in enumerate(query.ids)}
        return sorted(chosen, key=lambda claim: rank[claim.id])
    if query.topics:
        order = {topic: index for index, topic in enumerate(query.topics)}
        return sorted(chosen, key=lambda claim: order[claim.topic])
    return chosen
