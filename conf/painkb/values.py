"""Own the typed values of claims: what each shape holds, and the short text readers see.

Every field is named in the field's own terms; nothing here knows of files, pages or output formats.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from painkb import numerals
from painkb.vocab import AssayMeasure, Frequency, GuidelineLine, Measure, Strength, Target


class _Value(BaseModel):
    """Common settings: closed key set, nothing coerced, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    def text(self) -> str:
        """Return the value as a short plain text."""
        raise NotImplementedError


class _Span(_Value):
    """An exact amount, or a lower and an upper bound, or one of the two."""

    amount: float | None = Field(None, description="Exact amount; leave out when a range is given.")
    low: float | None = Field(None, description="Lower bound.")
    high: float | None = Field(None, description="Upper bound.")

    @model_validator(mode="after")
    def _one_form(self) -> _Span:
        if self.amount is None and self.low is None and self.high is None:
            raise ValueError("give `amount`, or `low` and/or `high`")
        if self.amount is not None and (self.low is not None or self.high is not None):
            raise ValueError("give either `amount` or `low`/`high`, not both")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("`low` is above `high`")
        return self


class Dose(_Span):
    """A dose: amount or range, unit, period and schedule."""

    kind: Literal["dose"]
    amount: float | None = Field(None, ge=0, description="Exact amount; leave out when a range is given.")
    low: float | None = Field(None, ge=0, description="Lower bound.")
    high: float | None = Field(None, ge=0, description="Upper bound.")
    unit: Literal["mg", "micrograms", "g", "mL", "drops", "mg/kg", "%", "patches", "units"]
    per: Literal["day", "dose", "night", "week"] | None = Field("day", description="Period the amount covers.")
    schedule: str | None = Field(None, description="When it is taken, for example `at night`.")

    def text(self) -> str:
        """Return for example `10 to 25 mg per day, at night`."""
        amount = numerals.with_unit(numerals.span(self.low, self.high, self.amount), self.unit)
        period = f" per {self.per}" if self.per else ""
        return f"{amount}{period}" + (f", {self.schedule}" if self.schedule else "")


class Quantity(_Span):
    """Any other amount with a unit: a half-life in hours, a clearance in mL/min, a time to onset."""

    kind: Literal["quantity"]
    unit: str = Field(description="Unit as written after the number, for example `hours`.", max_length=40)

    def text(self) -> str:
        """Return for example `10 to 28 hours`."""
        return numerals.with_unit(numerals.span(self.low, self.high, self.amount), self.unit)


class Effect(_Value):
    """An effect estimate with its interval, comparator and outcome."""

    kind: Literal["effect"]
    measure: Measure
    estimate: float
    low: float | None = Field(None, description="Lower limit of the interval.")
    high: float | None = Field(None, description="Upper limit of the interval.")
    level: int = Field(95, description="Confidence level of the interval, in percent.")
    unit: str | None = Field(None, description="Scale or unit, for mean differences.")
    outcome: str = Field(description="What was measured, for example `at least 50% pain relief`.")
    comparator: str = Field(description="Against what, for example `placebo`.")
    studies: int | None = Field(None, ge=1)
    participants: int | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _interval_holds_estimate(self) -> Effect:
        if (self.low is None) != (self.high is None):
            raise ValueError("give both `low` and `high`, or neither")
        if self.low is not None and self.high is not None and not self.low <= self.estimate <= self.high:
            raise ValueError("the interval does not contain the estimate")
        return self

    def text(self) -> str:
        """Return for example `NNT 4.6 (95% CI 3.8 to 6)`."""
        estimate = numerals.with_unit(numerals.number(self.estimate), self.unit or "")
        limits = numerals.interval(self.low, self.high, self.level)
        return f"{self.measure.label} {estimate}" + (f" ({limits})" if limits else "")


class Proportion(_Span):
    """A percentage of people, with the comparison group where there is one."""

    kind: Literal["proportion"]
    amount: float | None = Field(None, ge=0, le=100, description="Percentage; leave out when a range is given.")
    low: float | None = Field(None, ge=0, le=100, description="Lower bound.")
    high: float | None = Field(None, ge=0, le=100, description="Upper bound.")
    versus: float | None = Field(None, ge=0, le=100, description="Percentage in the comparison group.")
    versus_group: str | None = Field(None, description="The comparison group, for example `placebo`.")

    def text(self) -> str:
        """Return for example `59% against 30% with placebo`."""
        share = numerals.with_unit(numerals.span(self.low, self.high, self.amount), "%")
        if self.versus is None:
            return share
        other = numerals.with_unit(numerals.number(self.versus), "%")
        return f"{share} against {other}" + (f" with {self.versus_group}" if self.versus_group else "")


class Count(_Value):
    """A number, of a total where there is one."""

    kind: Literal["count"]
    count: int = Field(ge=0)
    total: int | None = Field(None, ge=1)
    what: str = Field(description="What is counted, for example `trials`.", max_length=60)

    @model_validator(mode="after")
    def _part_of_total(self) -> Count:
        if self.total is not None and self.count > self.total:
            raise ValueError("`count` is above `total`")
        return self

    def text(self) -> str:
        """Return for example `2 of 7 trials`."""
        total = f" of {numerals.number(self.total)}" if self.total is not None else ""
        return f"{numerals.number(self.count)}{total} {self.what}"


class Affinity(_Value):
    """A binding or function constant; values from different assays are not interchangeable."""

    kind: Literal["affinity"]
    target: Target
    measure: AssayMeasure
    nanomolar: float = Field(gt=0, description="Constant in nM; lower binds more tightly.")
    relation: Literal["=", ">", "<", "~"] = "="
    species: str = Field(description="Species of the target, for example `human`.")
    preparation: str | None = Field(None, description="Assay, for example `cloned transporter, HEK cells`.")

    def text(self) -> str:
        """Return for example `SERT Ki 4.3 nM (human)`."""
        sign = "" if self.relation == "=" else f"{self.relation}{numerals.NARROW_SPACE}"
        amount = numerals.with_unit(numerals.number(self.nanomolar), "nM")
        return f"{self.target} {self.measure} {sign}{amount} ({self.species})"


class Position(_Value):
    """The place a body gives a treatment."""

    kind: Literal["position"]
    body: str = Field(description="Short name and year, for example `NeuPSIG 2025`.", max_length=60)
    treatment: str = Field(description="What the position is on, for example `tricyclics`.", max_length=80)
    line: GuidelineLine
    strength: Strength | None = None

    def text(self) -> str:
        """Return for example `First line (strong)`."""
        return self.line.label + (f" ({self.strength.label})" if self.strength else "")


class SideEffect(_Value):
    """How often an unwanted effect is seen: a frequency band, a percentage, or both."""

    kind: Literal["frequency"]
    effect: str = Field(description="The unwanted effect in plain medical words.", max_length=80)
    category: Frequency | None = None
    percent: float | None = Field(None, ge=0, le=100)
    placebo_percent: float | None = Field(None, ge=0, le=100)

    @model_validator(mode="after")
    def _some_frequency(self) -> SideEffect:
        if self.category is None and self.percent is None:
            raise ValueError("give `category` or `percent`")
        return self

    def text(self) -> str:
        """Return for example `very common; 23% against 8% with placebo`."""
        parts = [self.category.label.lower()] if self.category else []
        if self.percent is not None:
            share = numerals.with_unit(numerals.number(self.percent), "%")
            if self.placebo_percent is not None:
                share += f" against {numerals.with_unit(numerals.number(self.placebo_percent), '%')} with placebo"
            parts.append(share)
        return "; ".join(parts)


class Interaction(_Value):
    """One interaction: partner, effect, action and, where the source rates it, severity."""

    kind: Literal["interaction"]
    partner: str = Field(description="The other medicine, class, food or drink.", max_length=80)
    effect: str = Field(description="What happens, in a few words.", max_length=160)
    action: str | None = Field(None, description="What the source says to do.", max_length=200)
    severity: str | None = Field(None, description="Severity in the words of the source.", max_length=60)

    def text(self) -> str:
        """Return partner, effect and action in one line."""
        return f"{self.partner}: {self.effect}" + (f"; {self.action}" if self.action else "")


class Code(_Value):
    """An identifier in a public system."""

    kind: Literal["code"]
    system: Literal["ATC", "RxCUI", "UNII", "ICD-11", "ICD-10", "CAS", "Wikidata", "dm+d"]
    code: str = Field(max_length=40)

    def text(self) -> str:
        """Return the code."""
        return self.code


class Names(_Value):
    """A list of names."""

    kind: Literal["names"]
    names: tuple[str, ...] = Field(min_length=1)

    def text(self) -> str:
        """Return the names, separated by commas."""
        return ", ".join(self.names)


class Words(_Value):
    """A few words, where no other shape fits."""

    kind: Literal["text"]
    words: str = Field(max_length=120)

    def text(self) -> str:
        """Return the words."""
        return self.words


VALUE_MODELS: tuple[type[BaseModel], ...] = (
    Dose,
    Quantity,
    Effect,
    Proportion,
    Count,
    Affinity,
    Position,
    SideEffect,
    Interaction,
    Code,
    Names,
    Words,
)
"""Every shape of a value."""
Value = Annotated[
    Dose
    | Quantity
    | Effect
    | Proportion
    | Count
    | Affinity
    | Position
    | SideEffect
    | Interaction
    | Code
    | Names
    | Words,
    Field(discriminator="kind"),
]
"""Any claim value; `kind` tells which."""
