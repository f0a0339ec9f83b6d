"""Own the tables of closed vocabularies, generated from the enums so that they cannot differ from the code."""

from __future__ import annotations

from docutils import nodes

from painkb.checks.numbers import EXCEPTIONS
from painkb.contract import VOCABULARIES
from painkb.diagnostics import Code
from painkb.render.tables import Cell, Column, build_table, text_cell
from painkb.topics import Risk, Topic, ValueKind
from painkb.vocab import (
    Certainty,
    Frequency,
    GuidelineLine,
    Jurisdiction,
    Measure,
    PageKind,
    Relation,
    Status,
    Target,
    Vocabulary,
)

_ENUMS: dict[str, type[Vocabulary]] = {
    "topic": Topic,
    "page-kind": PageKind,
    "jurisdiction": Jurisdiction,
    "certainty": Certainty,
    "relation": Relation,
    "status": Status,
    "value-kind": ValueKind,
    "risk": Risk,
    "code": Code,
    "frequency": Frequency,
    "measure": Measure,
    "target": Target,
    "guideline-line": GuidelineLine,
}
assert set(_ENUMS) | {"number-exceptions"} == set(VOCABULARIES)


def build_vocabulary(name: str) -> nodes.table:
    """Return the table of one vocabulary: what to write, what readers see, what it means."""
    rows: list[list[Cell]]
    if name == "number-exceptions":
        rows = [
            [[nodes.paragraph("", "", nodes.literal("", pattern))], text_cell(what)]
            for pattern, what in EXCEPTIONS.items()
        ]
        return build_table((Column("Pattern", 50), Column("What it allows", 50)), rows, "", ("kb-vocabulary",))
    columns = [Column("Write", 20), Column("Readers see", 24), Column("Meaning", 56)]
    members = list(_ENUMS[name])
    if name == "topic":
        columns += [Column("Risk", 10), Column("Needs", 20)]
    rows = [_row(member) for member in members]
    return build_table(columns, rows, "", ("kb-vocabulary",))


def _row(member: Vocabulary) -> list[Cell]:
    cells: list[Cell] = [
        [nodes.paragraph("", "", nodes.literal("", member.value))],
        text_cell(member.label),
        text_cell(member.description),
    ]
    if isinstance(member, Topic):
        rule = member.rule
        needs = [
            name for name, wanted in (("value", rule.needs_value), ("jurisdiction", rule.needs_jurisdiction)) if wanted
        ]
        cells += [text_cell(rule.risk.label), text_cell(", ".join(needs))]
    return cells
