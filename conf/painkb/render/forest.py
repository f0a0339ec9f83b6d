"""Own forest plots: estimates with their intervals on one axis, drawn as SVG with real text.

Draws only what claims say; measures and units are never mixed on one axis, and nothing is pooled.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from painkb import numerals
from painkb.vocab import Measure

RATIOS = frozenset({Measure.RR, Measure.OR, Measure.HR, Measure.IRR})
"""Measures whose line of no effect is 1 and whose axis is logarithmic, as forest plots of ratios are drawn."""
WIDTH = 720
_LABEL, _VALUE, _TOP, _LINE = 262, 168, 10, 15
_PLOT = WIDTH - _LABEL - _VALUE
_CHARACTERS = 40
"""Letters of the smaller type that fit beside the plot."""


@dataclass(frozen=True, slots=True)
class Row:
    """One estimate: what it is of, outcome and comparator, the estimate, its interval and both as text."""

    label: str
    note: str
    estimate: float
    low: float
    high: float
    text: str

    @property
    def lines(self) -> list[str]:
        """Return the label and the note as lines that fit."""
        return textwrap.wrap(self.label, _CHARACTERS - 4)[:2] + textwrap.wrap(self.note, _CHARACTERS)

    @property
    def height(self) -> int:
        """Return the height of the row in the units of the drawing."""
        return _LINE * len(self.lines) + 12


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale of a plot: limits, whether logarithmic, and where no effect is (None for NNT and NNH)."""

    low: float
    high: float
    logarithmic: bool
    null: float | None

    def place(self, value: float) -> float:
        """Return the horizontal place of a value in the units of the drawing."""
        scale = math.log if self.logarithmic else float
        share = (scale(value) - scale(self.low)) / (scale(self.high) - scale(self.low))
        return _LABEL + share * _PLOT

    def ticks(self) -> list[float]:
        """Return three to seven round numbers on the axis."""
        if self.logarithmic:
            steps = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
            return [step for step in steps if self.low <= step <= self.high]
        span = self.high - self.low
        step = 10.0 ** math.floor(math.log10(span / 4))
        step *= next((factor for factor in (1, 2, 5, 10) if span / (step * factor) <= 6), 10)
        first = math.ceil(self.low / step)
        return [round(count * step, 10) for count in range(first, math.floor(self.high / step) + 1)]


def axis_of(measure: Measure, rows: Sequence[Row]) -> Axis:
    """Return an axis that holds every interval and the line of no effect."""
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    if measure in RATIOS and low > 0:
        return Axis(min(low, 0.9) * 0.9, max(high, 1.1) * 1.1, logarithmic=True, null=1.0)
    if measure in (Measure.NNT, Measure.NNH):
        return Axis(0.0, high * 1.05, logarithmic=False, null=None)
    margin = max(high, 0.0) - min(low, 0.0)
    return Axis(min(low, 0.0) - 0.05 * margin, max(high, 0.0) + 0.05 * margin, logarithmic=False, null=0.0)


def draw(measure: Measure, rows: Sequence[Row]) -> str:
    """Return the plot as an SVG element; its ink is that of the page."""
    axis = axis_of(measure, rows)
    bottom = _TOP + sum(row.height for row in rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 46}" fill="currentColor"'
        ' font-family="Source Sans 3, sans-serif" font-size="14">'
    ]
    if axis.null is not None:
        spot = axis.place(axis.null)
        parts.append(
            f'<line x1="{spot:.1f}" y1="{_TOP - 6}" x2="{spot:.1f}" y2="{bottom}" stroke="currentColor"'
            ' stroke-dasharray="4 3" stroke-opacity="0.6"/>'
        )
    top = _TOP
    for row in rows:
        parts += _row(axis, row, top)
        top += row.height
    parts += _scale(axis, bottom, measure)
    return "".join([*parts, "</svg>"])


def _row(axis: Axis, row: Row, top: int) -> list[str]:
    left, right, spot = axis.place(row.low), axis.place(row.high), axis.place(row.estimate)
    bold = len(textwrap.wrap(row.label, _CHARACTERS - 4)[:2])
    parts = []
    for number, line in enumerate(row.lines):
        style = 'font-weight="600"' if number < bold else 'font-size="13"'
        parts.append(f'<text x="0" y="{top + 12 + _LINE * number}" {style}>{escape(line)}</text>')
    middle = top + 12 + _LINE * (len(row.lines) - 1) / 2 - 4
    return [
        *parts,
        f'<path d="M{left:.1f} {middle:.1f}H{right:.1f}M{left:.1f} {middle - 5:.1f}v10M{right:.1f} {middle - 5:.1f}v10"'
        ' stroke="currentColor" stroke-width="2" fill="none"/>',
        f'<rect x="{spot - 5:.1f}" y="{middle - 5:.1f}" width="10" height="10"/>',
        f'<text x="{WIDTH}" y="{middle + 5:.1f}" text-anchor="end" font-size="13">{escape(row.text)}</text>',
    ]


def _scale(axis: Axis, bottom: float, measure: Measure) -> list[str]:
    parts = [f'<path d="M{_LABEL} {bottom}H{_LABEL + _PLOT}" stroke="currentColor" fill="none"/>']
    for tick in axis.ticks():
        spot = axis.place(tick)
        parts.append(f'<path d="M{spot:.1f} {bottom}v5" stroke="currentColor" fill="none"/>')
        parts.append(f'<text x="{spot:.1f}" y="{bottom + 19}" text-anchor="middle">{numerals.number(tick)}</text>')
    middle = _LABEL + _PLOT / 2
    parts.append(f'<text x="{middle}" y="{bottom + 38}" text-anchor="middle">{escape(_direction(measure))}</text>')
    return parts


def _direction(measure: Measure) -> str:
    if measure is Measure.NNT:
        return "NNT: smaller is a larger benefit"
    if measure is Measure.NNH:
        return "NNH: smaller is a larger harm"
    return f"{measure.label}; dashed line: no difference"


def describe(measure: Measure, rows: Sequence[Row]) -> str:
    """Return the plot in words."""
    listed = "; ".join(f"{row.label}, {row.note}: {row.text}" for row in rows)
    return f"Forest plot of {measure.label}. {listed}."
