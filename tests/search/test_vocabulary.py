"""The search vocabulary keeps its promises: headings exist, nothing pure imports Sphinx, phrases stand once."""

from __future__ import annotations

import ast

import pytest
from painkb.headings import HEADINGS
from painkb.search import facet_words, facets, lookalikes, neighbors
from support.paths import PACKAGE

PURE = sorted(path for path in (PACKAGE / "search").glob("*.py") if path.name != "reader.py")


@pytest.mark.parametrize("facet", facets.FACETS, ids=lambda facet: facet.id)
def test_the_headings_of_a_facet_are_template_headings(facet: facets.Facet) -> None:
    unknown = [
        heading
        for kind, headings in facet.headings.items()
        for heading in headings
        if heading not in {known.title for known in HEADINGS[kind]}
    ]
    assert unknown == []


def test_every_facet_has_words_and_every_list_of_words_a_facet() -> None:
    assert set(facet_words.WORDS) == set(facets.BY_ID)


@pytest.mark.parametrize("name", facet_words.WORDS)
def test_no_phrase_stands_twice_in_a_list(name: str) -> None:
    words = facet_words.WORDS[name]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.name)
def test_a_pure_module_names_neither_sphinx_nor_docutils(path: object) -> None:
    tree = ast.parse(path.read_text("utf-8"))  # type: ignore[attr-defined]
    modules = {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules & {"sphinx", "docutils"} == set()


def test_every_neighbor_has_a_group() -> None:
    assert [found.name for found in neighbors.NEIGHBORS if not found.group] == []


def test_guarded_pairs_are_sorted_and_of_two_names() -> None:
    pairs = lookalikes.guard_pairs(["Alphadine", "Alphadone"], [("betadine", "Alphadine")])
    assert ("alphadine", "alphadone") in pairs
    assert ("alphadine", "betadine") in pairs
    assert all(one < other for one, other in pairs)
