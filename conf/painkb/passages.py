"""Own telling whether texts share a passage: words, and marks of runs of words. Knows no pages.

A mark is a number from which the words cannot be read again, so texts that are not ours can be compared with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

RUN = 12
"""Words in a run that is marked."""
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_PRIME = 2**61 - 1
_BASE = 1_000_003
_LEAVING = pow(_BASE, RUN, _PRIME)


class Word(NamedTuple):
    """A word without case and accents, and the line it stands on."""

    text: str
    line: int


class Mark(NamedTuple):
    """The mark of a run of words, and the place of its first word in the text."""

    value: int
    start: int


def words(text: str, line: int = 0) -> Iterator[Word]:
    """Yield the words of a line.

    >>> [word.text for word in words("Naïve 5-HT, twice.")]
    ['naive', '5-ht', 'twice']
    """
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    return (Word(found.group(), line) for found in _WORD.finditer(plain))


def marks(text: Sequence[Word]) -> Iterator[Mark]:
    """Yield the mark of every run of RUN words; each costs one step (Karp and Rabin 1987)."""
    numbers = [_number(word.text) for word in text]
    value = 0
    for place, number in enumerate(numbers):
        leaving = numbers[place - RUN] * _LEAVING if place >= RUN else 0
        value = (value * _BASE + number - leaving) % _PRIME
        if place >= RUN - 1:
            yield Mark(value, place - RUN + 1)


def sampled(found: Sequence[Mark], shared: int) -> Iterator[Mark]:
    """Yield the least mark of each window: enough to meet every passage of `shared` words that two texts share.

    Winnowing, by Schleimer, Wilkerson and Aiken (SIGMOD 2003).
    """
    window = shared - RUN + 1
    last: Mark | None = None
    for start in range(max(1, len(found) - window + 1) if found else 0):
        if last is None or last.start < start or found[min(start + window, len(found)) - 1].value <= last.value:
            least = min(found[start : start + window])
            if least != last:
                last = least
                yield least


@cache
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=7).digest())
