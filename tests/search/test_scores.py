"""The open query set is well formed, and the search does not become worse on it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
import search_eval
import yaml
from search_eval import Score
from support.paths import DOCS, TESTS

COMMITTED: dict[str, Any] = yaml.safe_load((TESTS / "search" / "scores.yaml").read_text("utf-8"))
QUERIES = search_eval.load(search_eval.QUERIES)
CATEGORIES = {
    *("brand", "abbreviation", "typo", "look-alike", "spelling", "question", "dose", "safety", "interaction"),
    *("population", "condition", "mechanism", "patient-words", "not-covered"),
}


def rate(scores: list[Score], rank: int) -> float:
    """Return the share of right pages within the first `rank`, rounded as it is committed."""
    return round(sum(1 <= score.rank <= rank for score in scores) / len(scores), 3)


def test_the_set_is_large_and_has_every_category() -> None:
    assert len(QUERIES) >= 150
    assert {query.category for query in QUERIES} == CATEGORIES


def test_ids_and_queries_are_unique() -> None:
    assert len({query.id for query in QUERIES}) == len(QUERIES)
    assert len({query.query.lower() for query in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_an_ideal_page_exists(query: search_eval.Query) -> None:
    """Planned pages may be named too, so that a new page is expected as soon as it is written."""
    assert not query.ideal_pages or any((DOCS / f"{page}.md").exists() for page in query.ideal_pages)


@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_no_category_drops_below_its_committed_score(category: str, scores: list[Score]) -> None:
    group = [score for score in scores if score.query.category == category]
    failures = [f"{score.query.query} -> {score.found[:3]}" for score in group if score.rank != 1]
    assert rate(group, 1) >= COMMITTED["success@1"][category], failures
    assert rate(group, 3) >= COMMITTED["success@3"][category], failures


def test_the_whole_reaches_the_promised_bars(scores: list[Score]) -> None:
    covered = [score for score in scores if score.query.ideal_pages]
    outside = [score for score in scores if not score.query.ideal_pages]
    assert rate(covered, 1) >= 0.92
    assert rate(covered, 3) >= 0.98
    assert rate(outside, 1) >= 0.95


def test_safety_and_dose_queries_reach_the_section(scores: list[Score]) -> None:
    chosen = [score for score in scores if score.query.category in ("safety", "dose")]
    assert (search_eval.section_rate(chosen) or 0) >= 0.9


def test_a_look_alike_query_is_never_answered_with_the_other_drug(scores: list[Score]) -> None:
    groups: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        groups[score.query.category].append(score)
    assert [score.query.query for score in groups["look-alike"] if score.rank != 1] == []
