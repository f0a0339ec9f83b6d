"""Numbers and values are written as readers shall see them; the cases are in cases/."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from painkb import numerals
from painkb.model import Claim
from painkb.topics import Topic, ValueKind
from painkb.values import Value
from pydantic import TypeAdapter, ValidationError
from support import cases

VALUES = TypeAdapter(Value)
_FINITE = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda value: round(value, 6))


def _of(name: str, key: str) -> list[Any]:
    return [param for param in cases.params(name) if key in param.values[0]]


@pytest.mark.parametrize("case", cases.params("numerals.yaml"))
def test_a_number_is_written_as_it_should(case: dict[str, Any]) -> None:
    assert numerals.number(case["number"]) == case["text"]


@pytest.mark.parametrize("case", _of("values.yaml", "text"))
def test_a_value_is_written_as_it_should(case: dict[str, Any]) -> None:
    value = VALUES.validate_json(json.dumps(case["value"]), strict=True)
    assert value.text() == case["text"].replace("~", numerals.NARROW_SPACE)


@pytest.mark.parametrize("case", _of("values.yaml", "refused"))
def test_a_bad_value_is_refused_with_the_reason(case: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        VALUES.validate_json(json.dumps(case["value"]), strict=True)
    assert case["refused"] in str(caught.value)


@settings(derandomize=True, deadline=None)
@given(_FINITE)
def test_a_written_number_reads_back_as_the_same_number(value: float) -> None:
    text = numerals.number(value)
    assert math.isclose(float(text.replace(",", "").replace(numerals.MINUS, "-")), value, abs_tol=1e-9)


def test_every_kind_of_value_has_a_case() -> None:
    shown = {case["value"]["kind"] for case in cases.load("values.yaml") if "text" in case}
    assert shown == set(ValueKind.values())


@pytest.mark.parametrize("topic", Topic, ids=str)
def test_every_topic_names_kinds_of_values_that_exist_and_a_time_between_checks(topic: Topic) -> None:
    assert topic.rule.kinds <= set(ValueKind)
    assert topic.rule.risk.months in (6, 12, 24)


@pytest.mark.parametrize(
    ("checked", "topic", "due"),
    [
        ("2026-01-15", "contraindication", "2026-07-15"),
        ("2026-01-15", "efficacy", "2027-01-15"),
        ("2026-01-15", "cause", "2028-01-15"),
        ("2026-08-31", "contraindication", "2027-02-28"),
        ("2026-06-30", "contraindication", "2026-12-28"),
    ],
)
def test_a_claim_is_due_again_by_the_risk_of_its_topic(checked: str, topic: str, due: str) -> None:
    record = {"id": "a-b", "topic": topic, "subject": "a", "jurisdiction": "uk", "statement": "It is a test of dates."}
    rest = {"source": "s", "locator": "all", "seen": "https://example.org", "checked": checked}
    assert str(Claim.model_validate_json(json.dumps(record | rest), strict=True).next_due) == due
