"""The small pure parts: literals, codes, grouping."""

from __future__ import annotations

import pytest
from painkb.typst import literals
from painkb.typst.translate import short_code


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("plain", '"plain"'),
        ('a "b"', '"a \\"b\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ("two\nlines", '"two\\nlines"'),
        ("#set text(red)", '"#set text(red)"'),
    ],
)
def test_text_becomes_a_string_literal(text: str, literal: str) -> None:
    assert literals.quoted(text) == literal


def test_outer_spaces_stay_markup() -> None:
    assert literals.markup(" word ") == ' #"word"; '
    assert literals.markup("  ") == " "
    assert literals.markup("") == ""


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("carbamazepine", "carbamazepine"),
        ("norepinephrine-dependent-change", "norepinephrine-\u200bdependent-\u200bchange"),
        ("https://example.org/a", "https://example.org/a"),
        ("x" * 30, "\u200b".join(("x" * 9, "x" * 9, "x" * 9, "x" * 3))),
    ],
)
def test_only_long_words_may_be_broken(word: str, shown: str) -> None:
    assert literals.squeezed(word) == shown


@pytest.mark.parametrize(
    ("thing", "source"),
    [
        (None, "none"),
        (True, "true"),
        (3, "3"),
        (1.5, "1.500"),
        ([1, "a"], '(1, "a", )'),
        ({"a": 1}, '("a": 1)'),
        ({}, "(:)"),
    ],
)
def test_values(thing: object, source: str) -> None:
    assert literals.value(thing) == source


def test_codes_are_short_and_safe_to_read_out() -> None:
    code = short_code(b"any digest")
    assert len(code) == 6
    assert not set(code) & set("ILOU")
