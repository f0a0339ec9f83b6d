"""No misspelling of a guarded name is silently read as the other name; every pair is tried with generated slips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support.site import Site

VOWELS = "aeiouy"


def slips(name: str) -> Iterator[str]:
    """Yield one-slip misspellings: a letter left out, doubled, swapped with the next, or another vowel."""
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]
        yield name[:place] + name[place] + name[place:]
        if place + 1 < len(name):
            yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        if name[place] in VOWELS:
            yield from (name[:place] + vowel + name[place + 1 :] for vowel in VOWELS if vowel != name[place])


@pytest.fixture(scope="module")
def guard(run_js: Callable[[str], Any]) -> list[list[str]]:
    """Return the pairs of the guard list of the built site."""
    found: list[list[str]] = run_js("[...painkb.parts.store.guard].map((pair) => pair.split('/'))")
    return found


@pytest.fixture(scope="module")
def readings(guard: list[list[str]], run_js: Callable[[str], Any]) -> dict[str, dict[str, Any]]:
    """Return how the engine reads every slip of every guarded name."""
    words = sorted({slip for pair in guard for name in pair if " " not in name for slip in slips(name)})
    code = f"""({words}).map((word) => {{
      const seen = painkb.parts.understand(painkb.parts.store, word);
      const named = [...seen.pages, ...seen.outside].map((name) => [name.title, name.text]).flat();
      const offered = seen.ambiguous.flatMap(({{ options }}) => options.map(({{ name }}) => name));
      const cards = painkb.parts.chooseCards(painkb.parts.store, seen).length;
      return [word, {{ named, offered, cards, corrected: seen.corrections.length }}];
    }})"""
    return dict(run_js(code))


def test_the_guard_list_has_the_known_pairs(guard: list[list[str]]) -> None:
    pairs = {tuple(pair) for pair in guard}
    known = [("duloxetine", "fluoxetine"), ("imipramine", "trimipramine"), ("clomipramine", "imipramine")]
    assert [pair for pair in [*known, ("desipramine", "imipramine")] if pair not in pairs] == []


def test_no_slip_of_one_name_is_read_as_the_other_alone(
    guard: list[list[str]], readings: dict[str, dict[str, Any]]
) -> None:
    """A slip that is itself the exact other name is that name; any other must keep its own name in sight."""
    exact = {name for pair in guard for name in pair}
    wrong = []
    for pair in guard:
        for name, other in (pair, pair[::-1]):
            for slip in slips(name) if " " not in name else ():
                if slip in exact:
                    continue
                reading = readings[slip]
                seen = {text.lower() for text in (*reading["named"], *reading["offered"])}
                if other in seen and name not in seen:
                    wrong.append(f"{slip}: {name} read as {other}")
    assert wrong == []


def test_a_name_that_may_be_two_drugs_gets_no_answer_card(readings: dict[str, dict[str, Any]]) -> None:
    assert [word for word, reading in readings.items() if reading["offered"] and reading["cards"]] == []


def test_both_drugs_are_shown_with_class_or_use(ask: Callable[..., list[dict[str, Any]]], site: Site) -> None:
    (answer,) = ask("duoxetine dose")
    options = [option for found in answer["understood"]["ambiguous"] for option in found["options"]]
    assert {"duloxetine", "fluoxetine"} <= {option["name"].lower() for option in options}
    assert all(option["group"] for option in options)
    assert answer["answers"] == []


def test_an_exact_name_without_a_page_is_not_corrected(ask: Callable[..., list[dict[str, Any]]]) -> None:
    (answer,) = ask("fluoxetine")
    assert answer["understood"]["corrections"] == []
    assert "Duloxetine" not in [name["title"] for name in answer["understood"]["names"]]
