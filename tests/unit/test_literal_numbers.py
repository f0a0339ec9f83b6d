"""Clinical numbers in prose are found, names that hold digits are not; the sentences are in cases/."""

from __future__ import annotations

import re
from typing import Any

import pytest
from painkb.checks.numbers import EXCEPTIONS, literal_numbers
from support import cases


@pytest.mark.parametrize("case", cases.params("literal_numbers.yaml"))
def test_the_numbers_of_a_sentence_are_found(case: dict[str, Any]) -> None:
    found = literal_numbers(case["prose"])
    assert set(found) >= set(case["found"])
    assert bool(found) == bool(case["found"])


@pytest.mark.parametrize("pattern", EXCEPTIONS)
def test_every_exception_is_needed_by_a_sound_sentence(pattern: str) -> None:
    sound = [case["prose"] for case in cases.load("literal_numbers.yaml") if not case["found"]]
    assert any(re.search(pattern, prose) for prose in sound)
