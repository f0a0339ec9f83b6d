"""Own the guard list: pairs of medicine names that are never corrected from one to the other without saying so.

Some pairs are declared, some stated by claims, the rest found by how close two names are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import DamerauLevenshtein

CLOSE = 3
"""Edits between two names of medicines at or below which the pair is guarded without being declared."""

DECLARED: tuple[str, ...] = (
    "duloxetine fluoxetine paroxetine vortioxetine atomoxetine reboxetine",
    "imipramine trimipramine clomipramine desipramine",
    "amitriptyline nortriptyline protriptyline",
    "venlafaxine desvenlafaxine",
    "milnacipran levomilnacipran",
    "citalopram escitalopram",
    "carbamazepine oxcarbazepine eslicarbazepine",
    "pregabalin gabapentin mirogabalin",
    "tramadol tapentadol trazodone",
    "lamotrigine lamivudine",
    "bupropion buspirone buprenorphine",
    "clonidine clonazepam clozapine",
    "quinidine quetiapine",
    "doxepin doxycycline",
    "Celexa Celebrex Zyprexa",
    "Cymbalta Symbyax",
    "Effexor Enbrel",
    "Elavil Enalapril",
    "Pamelor Panadol",
    "sertraline selegiline",
    "propranolol propafenone",
    "metoprolol metoclopramide",
)
"""Groups of names that are confused with each other; every pair within a group is guarded."""


def guard_pairs(names: Iterable[str], claimed: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """Return all guarded pairs in lower case, each sorted, in order.

    `names` are the names of medicines by which people ask; `claimed` are pairs from claims on look-alike names.
    """
    pairs = {_pair(one, other) for one, other in claimed}
    for group in DECLARED:
        pairs |= set(_within(group.split()))
    pairs |= set(_close(sorted({name.lower() for name in names if " " not in name})))
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def _pair(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((one.lower(), other.lower()))
    return first, second


def _within(group: list[str]) -> Iterator[tuple[str, str]]:
    for position, one in enumerate(group):
        yield from (_pair(one, other) for other in group[position + 1 :])


def _close(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield names that few edits make each other; short names must be closer."""
    for position, one in enumerate(names):
        for other in names[position + 1 :]:
            limit = min(CLOSE, min(len(one), len(other)) // 3)
            if DamerauLevenshtein.distance(one, other, score_cutoff=limit) <= limit:
                yield one, other
