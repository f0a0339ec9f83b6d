"""The registry and the index answer what pages ask: relations and their inverse, claims, terms, neighbors."""

from __future__ import annotations

import pickle

import pytest
from painkb import book as books
from painkb.contract import read_query
from painkb.index import Index
from painkb.model import Page
from painkb.registry import Registry
from painkb.selection import ClaimQuery
from painkb.topics import Topic
from painkb.vocab import PageKind, Relation
from support.book import Book


@pytest.fixture
def registry(book: Book) -> Registry:
    """Return the registry of the sound book."""
    return books.load(book.docs, "docs")


@pytest.fixture
def index(registry: Registry) -> Index:
    """Return the index of the sound book."""
    return Index(registry)


def _page(registry: Registry, kind: PageKind, page_id: str) -> Page:
    found = registry.page(kind, page_id)
    assert found is not None
    return found


def test_a_relation_is_known_from_both_ends(registry: Registry, index: Index) -> None:
    members = [(link.relation, link.page.id) for link in index.backlinks(_page(registry, PageKind.CLASS, "testines"))]
    assert members == [(Relation.BELONGS_TO, "alphadine"), (Relation.BELONGS_TO, "betadine")]


def test_registry_and_index_agree_on_backlinks(registry: Registry, index: Index) -> None:
    for page in registry.pages.values():
        assert registry.backlinks(page) == index.backlinks(page)


def test_a_page_is_found_only_under_its_own_kind(registry: Registry) -> None:
    assert registry.page(PageKind.CLASS, "alphadine") is None
    assert registry.owner("why-alphadine") is None
    assert registry.any_page("why-alphadine") is not None


def test_claims_are_chosen_by_subject_topic_place_and_page(index: Index) -> None:
    def ids(**fields: object) -> list[str]:
        return [claim.id for claim in index.select(ClaimQuery(**fields))]  # type: ignore[arg-type]

    assert ids(about=frozenset({"test-pain"})) == ["alphadine-effect"]
    assert ids(topics=(Topic.DOSE_MAX, Topic.DOSE_START)) == ["alphadine-dose-max-us", "alphadine-dose-start-uk"]
    assert ids(ids=("alphadine-no-effect", "alphadine-effect")) == ["alphadine-no-effect", "alphadine-effect"]
    assert ids(subjects=frozenset({"betadine"})) == []
    assert len(ids()) == 4


def test_registry_and_index_choose_the_same_claims(registry: Registry, index: Index) -> None:
    queries = [
        ClaimQuery(),
        ClaimQuery(subjects=frozenset({"alphadine"})),
        ClaimQuery(about=frozenset({"test-pain"})),
        ClaimQuery(ids=("alphadine-effect",)),
        ClaimQuery(subjects=frozenset({"alphadine"}), topics=(Topic.EFFICACY,)),
    ]
    for query in queries:
        assert registry.select(query) == index.select(query)


def test_options_become_a_query_and_the_own_page_is_meant_when_none_is_named() -> None:
    query = read_query("claims", {"topic": "dose-start, dose-max"}, "alphadine")
    assert query.subjects == {"alphadine"}
    assert query.topics == (Topic.DOSE_START, Topic.DOSE_MAX)
    assert read_query("claims", {"about": "test-pain"}, "alphadine").subjects == frozenset()
    assert Topic.EFFICACY in read_query("evidence", {}, "alphadine").topics


def test_terms_inside_definitions_are_found_however_deep_and_circles_end(book: Book) -> None:
    book.append("glossary.md", "\n:::{glossary}\ncable\n  A {term}`wire`.\n\nwire\n  A thin {term}`cable`.\n:::\n")
    book.edit("glossary.md", "A cable of the body.", "A {term}`cable` of the body.")
    index = Index(books.load(book.docs, "docs"))
    assert index.terms_on("drugs/alphadine") == ["cable", "nerve", "nerve signal", "wire"]


def test_all_names_of_a_term_lead_to_it(registry: Registry) -> None:
    assert registry.terms["neuron"].main == "nerve"


def test_a_page_knows_its_neighbors_in_reading_order(index: Index) -> None:
    previous, following = index.neighbors("drugs/betadine")
    assert previous is not None
    assert following is not None
    assert (previous.docname, following.docname) == ("drugs/alphadine", "classes/testines")


def test_a_page_knows_the_sources_that_it_shows(index: Index) -> None:
    assert set(index.uses("drugs/alphadine").sources) == {"smith2020trial", "jones2021label", "muller2019old"}
    assert [page.id for page in index.cited_on("muller2019old")] == ["alphadine", "compare-doses"]


def test_a_page_that_is_forgotten_leaves_nothing_behind(registry: Registry) -> None:
    registry.clear_page("glossary")
    registry.clear_page("drugs/betadine")
    assert registry.terms == {}
    assert "drugs/betadine" not in registry.pages | registry.markup | registry.problems


def test_a_registry_survives_pickling(registry: Registry) -> None:
    assert pickle.loads(pickle.dumps(registry)) == registry


def test_merging_two_halves_gives_the_whole(registry: Registry, book: Book) -> None:
    first, second = books.load(book.docs, "docs"), books.load(book.docs, "docs")
    names = sorted(registry.pages)
    for docname in names[::2]:
        first.clear_page(docname)
    first.merge(second, set(names[::2]))
    assert (first.pages, first.markup, first.terms) == (registry.pages, registry.markup, registry.terms)


@pytest.mark.parametrize("relation", Relation, ids=str)
def test_every_relation_reads_as_a_sentence_both_ways_and_joins_some_kinds(relation: Relation) -> None:
    assert relation.label
    assert relation.inverse
    assert relation.sources
    assert relation.targets
    assert relation.label != relation.inverse


@pytest.mark.parametrize("kind", PageKind, ids=str)
def test_every_kind_has_a_folder_of_its_own_and_a_plural(kind: PageKind) -> None:
    assert [other for other in PageKind if other.folder == kind.folder] == [kind]
    assert kind.plural
