"""Own the "did you mean" hints.

Suggests only close spellings; says nothing when nothing is close.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_CUTOFF = 72.0
"""Similarity in percent below which a suggestion confuses more than it helps."""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return `Did you mean "x"?` or an empty string."""
    best = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, score_cutoff=_CUTOFF)
    return f'Did you mean "{best[0]}"?' if best else ""


def one_of(choices: Iterable[str], limit: int = 12) -> str:
    """Return `Use one of: a, b, c` for a short list, an empty string for a long one."""
    listed = list(choices)
    return f"Use one of: {', '.join(listed)}." if len(listed) <= limit else ""


def closest_or_list(word: str, choices: Iterable[str]) -> str:
    """Return the closest choice or, failing that, a short list of all."""
    listed = list(choices)
    return did_you_mean(word, listed) or one_of(listed)
