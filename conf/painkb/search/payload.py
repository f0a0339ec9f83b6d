"""Own the data that the search script gets: records, lexicon, facets, guard list and cards as plain lists.

The layout is read by `_static/js/search/store.js`; both change together. Order is fixed: equal input, equal bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from painkb.index import Index
from painkb.model import Page
from painkb.numerals import safe
from painkb.search.cards import CardMaker
from painkb.search.facets import FACETS
from painkb.search.lexicon import Lexicon, Outside, build_lexicon
from painkb.search.lookalikes import guard_pairs
from painkb.search.records import Records, classes_of
from painkb.topics import Topic
from painkb.values import Names
from painkb.vocab import Certainty, Jurisdiction, PageKind, Relation

Term = tuple[str, str]
"""Anchor and plain definition of a glossary term."""
AUDIENCES = {
    PageKind.PATIENT: "patients",
    PageKind.ABOUT: "writers",
    PageKind.CONTRIBUTE: "writers",
    PageKind.ROOT: "everyone",
}
"""Whom a page kind is for; every other kind is for staff."""


def build_payload(
    index: Index, records: Records, uri: Callable[[str], str], terms: Mapping[str, Term]
) -> dict[str, Any]:
    """Return the payload; `uri` gives the address of a page, `terms` anchor and definition by main term."""
    lexicon = build_lexicon(index, records.pages)
    ordered = sorted(records.homes, key=lambda claim_id: (records.homes[claim_id], claim_id))
    numbers = {claim_id: number for number, claim_id in enumerate(ordered)}
    docs = {page.docname: number for number, page in enumerate(records.pages)}
    cards = CardMaker(index.registry, records, lexicon).cards()
    return {
        "pages": [_page(index, records, page, uri) for page in records.pages],
        "sections": [_section(records, number, numbers) for number in range(len(records.sections))],
        "claims": [_claim(index, records, claim_id) for claim_id in ordered],
        "terms": [
            [*term.names[:1], *terms.get(term.main, ("", "")), docs.get(term.docname, 0)] for term in lexicon.terms
        ],
        "outside": [_outside(other, numbers) for other in lexicon.outside],
        "names": [list(name) for name in lexicon.names],
        "facets": [
            [facet.id, facet.label, int(facet.sharp), int(facet.broad), list(facet.phrases)] for facet in FACETS
        ],
        "guard": guard_pairs(_medicines(records, lexicon), _claimed(index)),
        "cards": {key: [numbers[claim_id] for claim_id in found] for key, found in cards.items()},
        "words": {
            "topics": {topic.value: topic.label for topic in Topic},
            "places": {place.value: place.label for place in Jurisdiction},
            "certainties": {certainty.value: certainty.label for certainty in Certainty},
            "kinds": {kind.value: [kind.label, kind.plural] for kind in PageKind},
        },
    }


def _page(index: Index, records: Records, page: Page, uri: Callable[[str], str]) -> list[Any]:
    classes = [records.pages.index(found) for found in classes_of(index, page)]
    audience = AUDIENCES.get(page.kind, "staff")
    hub = any(link.relation is Relation.PART_OF for link in index.backlinks(page))
    place = [page.docname, uri(page.docname), page.title, page.kind.value, audience]
    return [*place, classes, page.meta.summary, int(page.id == "index"), int(hub)]


def _section(records: Records, number: int, numbers: Mapping[str, int]) -> list[Any]:
    section = records.sections[number]
    shown, cited = ([numbers[name] for name in names] for names in (section.shown, section.cited))
    place = [section.page, section.anchor, section.heading, section.level, section.parent]
    return [*place, section.body, shown, cited, list(section.facets)]


def _claim(index: Index, records: Records, claim_id: str) -> list[Any]:
    claim = index.registry.claims[claim_id].claim
    source = index.registry.sources.get(claim.source)
    group = next((number for number, ids in enumerate(records.disputes) if claim_id in ids), -1)
    return [
        records.homes[claim_id],
        claim.topic.value,
        safe(claim.statement),
        claim.value.text() if claim.value is not None else "",
        claim.jurisdiction.value if claim.jurisdiction else "",
        claim.certainty.value if claim.certainty else "",
        source.label if source else claim.source,
        claim.checked.isoformat(),
        group,
    ]


def _outside(other: Outside, numbers: Mapping[str, int]) -> list[Any]:
    neighbor = other.neighbor
    named = [numbers[claim_id] for claim_id in other.named if claim_id in numbers]
    return [neighbor.name, neighbor.group, list(neighbor.also), int(neighbor.drug), list(other.homes), len(named)]


def _medicines(records: Records, lexicon: Lexicon) -> list[str]:
    own = [page.title for page in records.pages if page.kind is PageKind.DRUG and page.id != "index"]
    return [*own, *(other.neighbor.name for other in lexicon.outside if other.neighbor.drug)]


def _claimed(index: Index) -> list[tuple[str, str]]:
    """Return the pairs that claims on look-alike names state."""
    found = []
    for located in index.registry.claims.values():
        claim = located.claim
        if claim.topic is Topic.LOOK_ALIKE and isinstance(claim.value, Names):
            found += [(claim.subject.replace("-", " "), name) for name in claim.value.names]
    return found
