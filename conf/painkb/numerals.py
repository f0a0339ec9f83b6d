"""Own how numbers are written: safe numerals, ranges, thin spaces.

Formats only; never rounds, so what a source says is what a reader sees.
"""

from __future__ import annotations

import re
from decimal import Decimal

NARROW_SPACE = "\u202f"
"""Thin space that does not break, between a number and its unit."""
MINUS = "\u2212"


_UNITS = r"mg|g|kg|mL|L|nM|hours?|days?|weeks?|months?|years?|mmol|micrograms?|micromolar|ms|mm Hg|mmHg|bpm"
_SPACED = re.compile(rf"(?<=\d) (?=(?:{_UNITS})\b)")


def safe(text: str) -> str:
    """Return a sentence in which no line can break between a number and its unit."""
    return _SPACED.sub(NARROW_SPACE, text)


def number(value: float) -> str:
    """Return a number without trailing zeros, with a leading zero and grouped thousands.

    >>> number(4.0), number(0.50), number(11906), number(-1.3)
    ('4', '0.5', '11,906', '−1.3')
    """
    text = f"{Decimal(repr(value)):,f}"  # the shortest spelling that means this number, never rounded
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def span(low: float | None, high: float | None, exact: float | None = None) -> str:
    """Return `10`, `10 to 25`, `up to 25` or `at least 10`; empty when nothing is known."""
    if exact is not None:
        return number(exact)
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if high is not None:
        return f"up to {number(high)}"
    return f"at least {number(low)}" if low is not None else ""


def with_unit(text: str, unit: str) -> str:
    """Join a number and its unit with a thin space; a percent sign stands close, as US usage has it."""
    if not (text and unit):
        return text
    return f"{text}{unit}" if unit.startswith("%") else f"{text}{NARROW_SPACE}{unit}"


def interval(low: float | None, high: float | None, level: int = 95) -> str:
    """Return `95% CI 3.8 to 6` or an empty string."""
    if low is None or high is None:
        return ""
    return f"{level}% CI {span(low, high)}"
