"""Forest plots hold every interval, the line of no effect and the words; nothing is mixed or pooled."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from painkb.render import forest
from painkb.render.forest import Row
from painkb.vocab import Measure


def row(low: float, estimate: float, high: float, label: str = "Alphadine") -> Row:
    return Row(label, "half the pain gone, against placebo", estimate, low, high, f"{estimate} ({low} to {high})")


@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("limits", [(3, 5, 9), (0.2, 0.9, 1.1), (1.2, 40, 900)])
def test_every_interval_lies_within_the_plot(measure: Measure, limits: tuple[float, float, float]) -> None:
    rows = [row(*limits), row(0.5, 1, 2)]
    axis = forest.axis_of(measure, rows)
    ends = [axis.place(value) for item in rows for value in (item.low, item.estimate, item.high)]
    plain = axis_ends(axis)
    assert all(plain[0] <= end <= plain[1] for end in ends)
    assert axis.ticks()


def axis_ends(axis: forest.Axis) -> tuple[float, float]:
    return axis.place(axis.low), axis.place(axis.high)


@pytest.mark.parametrize(
    ("measure", "null"),
    [(Measure.RR, 1.0), (Measure.OR, 1.0), (Measure.MD, 0.0), (Measure.SMD, 0.0), (Measure.NNT, None)],
)
def test_no_effect_is_where_the_measure_has_it(measure: Measure, null: float | None) -> None:
    axis = forest.axis_of(measure, [row(2, 3, 4)])
    assert axis.null == null
    if null is not None:
        assert axis.low < null < axis.high


def test_a_negative_difference_keeps_zero_in_sight() -> None:
    axis = forest.axis_of(Measure.MD, [row(-2, -1, -0.5)])
    assert axis.low < -2
    assert axis.high > 0


def test_the_drawing_is_sound_xml_with_the_words_as_text() -> None:
    drawn = forest.draw(Measure.NNT, [row(3, 5, 9, "Alpha & <beta>"), row(2, 4, 8)])
    root = ElementTree.fromstring(drawn)
    said = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    for words in ("Alpha & <beta>", "half the pain gone", "5 (3 to 9)", "smaller is a larger benefit"):
        assert words in said, words
    height = float(root.attrib["viewBox"].split()[3])
    assert all(float(text.attrib["y"]) < height for text in root.iter("{http://www.w3.org/2000/svg}text"))


def test_the_description_names_every_row() -> None:
    said = forest.describe(Measure.RR, [row(3, 5, 9, "One"), row(2, 4, 8, "Other")])
    assert "One" in said
    assert "Other" in said
    assert "5 (3 to 9)" in said
