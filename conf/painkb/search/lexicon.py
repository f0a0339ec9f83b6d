"""Own the names that a query may use and what each name leads to: a page, a glossary term or a neighboring topic.

Compiled from front matter, claims on names and the glossary; spelling is folded by the code that folds queries.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from painkb.index import Index
from painkb.model import Claim, Page
from painkb.registry import TermAt
from painkb.search.neighbors import NEIGHBORS, Neighbor
from painkb.topics import Topic
from painkb.values import Interaction, Names, Position
from painkb.vocab import PageKind

ENOUGH = 3
"""Claims of one page that must name a medicine without a page before that page counts as its home."""
SIMILAR = "medicine with a similar name"


class Name(NamedTuple):
    """A name as written, the target (`p3`, `t7`, `n2`: page, term, neighbor) and how the target comes by it."""

    text: str
    target: str
    how: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A neighboring topic with what this knowledge base does say of it: claims that name it, pages that hold those."""

    neighbor: Neighbor
    named: tuple[str, ...]
    classed: tuple[str, ...]
    homes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names, glossary terms by number and neighboring topics by number."""

    names: tuple[Name, ...]
    terms: tuple[TermAt, ...]
    outside: tuple[Outside, ...]


def build_lexicon(index: Index, pages: list[Page]) -> Lexicon:
    """Return the names of everything that has or could have an answer."""
    terms = tuple(
        sorted({term.main: term for term in index.registry.terms.values()}.values(), key=lambda term: term.main.lower())
    )
    outside = tuple(_outside(index, pages))
    taken = {name.lower() for other in outside if other.neighbor.drug for name in other.neighbor.names}
    names = [*_page_names(index, pages, taken), *_term_names(terms)]
    own = {name.text.lower() for name in names}
    for number, other in enumerate(outside):
        texts = [text for text in other.neighbor.names if text.lower() not in own]
        names += [Name(text, f"n{number}", "title" if text == other.neighbor.name else "alias") for text in texts]
    return Lexicon(tuple(dict.fromkeys(names)), terms, outside)


def _page_names(index: Index, pages: list[Page], taken: set[str]) -> Iterator[Name]:
    for number, page in enumerate(pages):
        if page.id == "index":
            continue
        target = f"p{number}"
        yield Name(page.title, target, "title")
        yield Name(page.id.replace("-", " "), target, "title")
        for brand, places in _brands(index, page).items():
            yield Name(brand, target, f"brand:{','.join(places)}")
        for text in (*page.meta.aliases, *_other_names(index, page)):
            if text.lower() not in taken:
                yield Name(text, target, "alias")


def _brands(index: Index, page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for claim in _own(index, page, Topic.BRAND):
        if isinstance(claim.value, Names):
            for brand in claim.value.names:
                found[brand].append(claim.jurisdiction.value if claim.jurisdiction else "int")
    return found


def _other_names(index: Index, page: Page) -> Iterator[str]:
    for claim in _own(index, page, Topic.OTHER_NAME):
        if isinstance(claim.value, Names):
            yield from claim.value.names


def _own(index: Index, page: Page, topic: Topic) -> list[Claim]:
    if page.kind is PageKind.PATIENT:
        return []
    return [located.claim for located in index.registry.claims.values() if _is(located.claim, page.id, topic)]


def _is(claim: Claim, subject: str, topic: Topic) -> bool:
    return claim.subject == subject and claim.topic is topic


def _term_names(terms: Iterable[TermAt]) -> Iterator[Name]:
    for number, term in enumerate(terms):
        yield from (Name(text, f"t{number}", "title" if text == term.main else "alias") for text in term.names)


def _outside(index: Index, pages: list[Page]) -> Iterator[Outside]:
    titles = {title for page in pages for title in (page.title.lower(), page.id.replace("-", " "))}
    painful = " / ".join(
        name.lower() for page in pages if page.kind is PageKind.CONDITION for name in (page.title, *page.meta.aliases)
    )
    texts = {claim_id: _text(located.claim) for claim_id, located in index.registry.claims.items()}
    for neighbor in (*NEIGHBORS, *_look_alikes(index)):
        names = {name.lower() for name in neighbor.names}
        if names & titles or (not neighbor.drug and any(_inside(name, painful) for name in names)):
            continue
        named = _containing(neighbor.names, texts)
        classed = tuple(claim_id for claim_id in _containing(neighbor.also, texts) if claim_id not in named)
        aliased = [
            number for number, page in enumerate(pages) if names & {alias.lower() for alias in page.meta.aliases}
        ]
        homes = aliased or (_homes(index, pages, named) if neighbor.drug else [])
        yield Outside(neighbor, named, classed, tuple(homes))


def _inside(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as whole words: a page on pain after a disease covers a question on it."""
    return re.search(rf"(?<![\w]){re.escape(name)}(?![\w])", text) is not None


def _look_alikes(index: Index) -> Iterator[Neighbor]:
    """Yield names that claims call look-alikes and that no list knows."""
    known = {name.lower() for neighbor in NEIGHBORS for name in neighbor.names}
    for claim_id in sorted(index.registry.claims):
        claim = index.registry.claims[claim_id].claim
        if claim.topic is Topic.LOOK_ALIKE and isinstance(claim.value, Names):
            for name in claim.value.names:
                if name.lower() not in known:
                    known.add(name.lower())
                    yield Neighbor(name, (name,), SIMILAR, drug=True)


def _text(claim: Claim) -> str:
    more = ""
    if isinstance(claim.value, Interaction):
        more = claim.value.partner
    elif isinstance(claim.value, Position):
        more = claim.value.treatment
    return f"{claim.statement} {more}".lower()


def _containing(names: Iterable[str], texts: dict[str, str]) -> tuple[str, ...]:
    words = [re.escape(name.lower()) for name in names if len(name) > 2]
    if not words:
        return ()
    pattern = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(words)})s?(?![a-z0-9])")
    return tuple(claim_id for claim_id, text in sorted(texts.items()) if pattern.search(text))


def _homes(index: Index, pages: list[Page], named: Iterable[str]) -> list[int]:
    """Return the pages whose own claims name a medicine often enough, the fullest first."""
    numbers = {page.id: number for number, page in enumerate(pages) if page.kind is not PageKind.PATIENT}
    counts = Counter(index.registry.claims[claim_id].claim.subject for claim_id in named)
    full = [(count, subject) for subject, count in counts.items() if count >= ENOUGH and subject in numbers]
    return [numbers[subject] for _, subject in sorted(full, key=lambda item: (-item[0], item[1]))]
