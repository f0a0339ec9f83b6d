"""Whatever is typed, the search answers, invents nothing and lets nothing in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CASES = {
    "empty": "",
    "blank": "   ",
    "one letter": "a",
    "ten thousand letters": "amitriptyline " * 714,
    "one long word": "x" * 10000,
    "punctuation": "?!.,;:()[]{}",
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "emoji": "😀 pain 💊",
    "only emoji": "😀💊",
    "regular expression": "a.*(b|c)+[^d]\\w$",
    "backslashes": "\\\\\\",
    "null sign": "\x00dose\x00",
    "property names": "__proto__ constructor toString hasOwnProperty",
    "combining marks": "a\u0301\u0301\u0301mitriptyline",
    "right to left": "\u202eenilytpirtima",
    "digits": "0123456789",
    "quotes": "\"amitriptyline\" 'dose'",
    "percent signs": "%3Cscript%3E 100%",
    "line breaks": "dose\namitriptyline\r\n",
}


@pytest.mark.parametrize("query", CASES.values(), ids=CASES)
def test_an_odd_query_gets_an_honest_result(query: str, ask: Callable[..., list[dict[str, Any]]]) -> None:
    (answer,) = ask(query)
    assert answer["query"] == query
    assert isinstance(answer["results"], list)
    if not query.strip():
        assert answer["results"] == []
        assert answer["covered"]


@pytest.mark.parametrize("name", ["punctuation", "only emoji", "one long word", "markup"])
def test_nonsense_is_not_answered(name: str, ask: Callable[..., list[dict[str, Any]]]) -> None:
    (answer,) = ask(CASES[name])
    assert not answer["covered"]
    assert answer["answers"] == []


def test_cyrillic_letters_that_look_latin_are_read_as_latin(ask: Callable[..., list[dict[str, Any]]]) -> None:
    (answer,) = ask("\u0430mitriptyline d\u043ese")
    assert answer["results"][0]["page"] == "drugs/amitriptyline"


def test_a_long_query_is_read_as_far_as_its_limit(ask: Callable[..., list[dict[str, Any]]]) -> None:
    (answer,) = ask(CASES["ten thousand letters"])
    assert answer["results"][0]["page"] == "drugs/amitriptyline"


def test_the_limit_is_kept(run_js: Callable[[str], Any]) -> None:
    assert run_js("(await painkb.search('pain', { limit: 3 })).results.length") == 3
