"""Own the topics next door: medicines, diseases and matters that people ask for and that may have no page here.

A name that is a page, an alias or a glossary term is never taken from here; the list only keeps the search honest.
"""

from __future__ import annotations

from dataclasses import dataclass

from painkb.search.neighbor_drugs import DRUGS
from painkb.search.neighbor_topics import TOPICS


@dataclass(frozen=True, slots=True)
class Neighbor:
    """Something outside: its name, its group and use in plain words, and other names that texts use for its group."""

    name: str
    names: tuple[str, ...]
    group: str
    also: tuple[str, ...] = ()
    drug: bool = False


def _drugs() -> list[Neighbor]:
    found = []
    for group, members in DRUGS.items():
        label, _, also = group.partition("|")
        words = tuple(word.strip() for word in also.split(",") if word.strip())
        for member in " ".join(members.split()).split(","):
            names = tuple(name.strip() for name in member.split("=") if name.strip())
            if names:
                found.append(Neighbor(names[0], names, label.strip(), words, drug=True))
    return found


def _topics() -> list[Neighbor]:
    found = []
    for group, members in TOPICS.items():
        for member in " ".join(members.split()).split(","):
            names = tuple(name.strip() for name in member.split("=") if name.strip())
            if names:
                found.append(Neighbor(names[0], names, group))
    return found


NEIGHBORS: tuple[Neighbor, ...] = (*_drugs(), *_topics())
