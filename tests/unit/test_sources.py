"""The bibliography is read as it should be, accents and bodies included; the entries are in cases/."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from painkb import sources
from support import cases


@pytest.mark.parametrize("case", cases.params("bibliography.yaml"))
def test_an_entry_is_read(case: dict[str, Any]) -> None:
    found, problems = sources.parse(case["bib"], "sources.bib")
    assert problems == []
    assert len(found) == 1
    source = next(iter(found.values()))
    shown = {name: getattr(source, name) for name in case["fields"]}
    assert {name: list(value) if isinstance(value, tuple) else value for name, value in shown.items()} == case["fields"]


def test_a_broken_entry_does_not_hide_the_sound_one_after_it() -> None:
    text = "@misc{bad2020, title = }\n\n@misc{good2020, title = {Good}, url = {https://example.org}}\n"
    found, problems = sources.parse(text, "sources.bib")
    assert "good2020" in found
    assert {problem.line for problem in problems} == {1}


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="@article{}=,\"'\\\n aé%#1", max_size=200))
def test_no_text_whatever_makes_the_reader_fail(text: str) -> None:
    sources.parse(text, "sources.bib")
