"""Own the vocabulary of claim topics, with what each topic demands of a claim.

Knows nothing of files or pages; risk decides how soon a claim must be checked again.
"""

from __future__ import annotations

from dataclasses import dataclass

from painkb.vocab import Vocabulary


class Risk(Vocabulary):
    """How much harm a wrong or stale claim could do; sets the interval between checks."""

    HIGH = "high", "High", "Doses, contraindications, interactions, pregnancy, overdose: checked every 6 months."
    MEDIUM = "medium", "Medium", "Effects, harms and guideline positions: checked every 12 months."
    LOW = "low", "Low", "Mechanisms, definitions and identifiers: checked every 24 months."

    @property
    def months(self) -> int:
        """Return the number of months between two checks."""
        # The intervals are our own editorial rule, stated on the editorial policy page.
        return {"high": 6, "medium": 12, "low": 24}[self.value]


class ValueKind(Vocabulary):
    """The typed shapes that the value of a claim can take."""

    DOSE = "dose", "Dose", "An amount or a range with unit, period and schedule."
    EFFECT = "effect", "Effect", "An estimate with its interval, comparator and outcome."
    PROPORTION = "proportion", "Proportion", "A percentage, with the comparison group where there is one."
    COUNT = "count", "Count", "A number of a total."
    QUANTITY = "quantity", "Quantity", "Any other amount or range with a unit, such as a half-life."
    AFFINITY = "affinity", "Affinity", "A binding or function constant in nanomolar, with the assay."
    POSITION = "position", "Guideline position", "The line and strength a body gives a treatment."
    FREQUENCY = "frequency", "Frequency", "How often an unwanted effect is seen."
    INTERACTION = "interaction", "Interaction", "Partner, effect, action and, where rated, severity."
    CODE = "code", "Code", "An identifier in a public system."
    NAMES = "names", "Names", "Brand or other names."
    TEXT = "text", "Words", "A few words where no other shape fits."


@dataclass(frozen=True, slots=True)
class TopicRule:
    """What a topic asks of a claim: allowed value kinds, whether a jurisdiction is needed, and its risk."""

    kinds: frozenset[ValueKind]
    needs_value: bool
    needs_jurisdiction: bool
    risk: Risk


class Topic(Vocabulary):
    """What a claim is about; `rule` says what it must carry."""

    ATC = "atc", "ATC code", "Code in the WHO Anatomical Therapeutic Chemical index."
    RXNORM = "rxnorm", "RxNorm", "Concept identifier (RxCUI) in RxNorm."
    BRAND = "brand", "Brand names", "Brand names in one country."
    OTHER_NAME = "other-name", "Other names", "Former, national or chemical names."
    LOOK_ALIKE = "look-alike", "Look-alike names", "Names that have been or could be confused."
    LICENCE = "licence", "Licence", "Licensed or off-label status for pain in one jurisdiction."
    FORM = "form", "Forms and strengths", "Marketed forms and strengths."
    DOSE_START = "dose-start", "Starting dose", "First dose for pain."
    DOSE_STEP = "dose-step", "Dose step", "How far and how fast the dose is changed."
    DOSE_USUAL = "dose-usual", "Usual dose", "Dose at which most people are treated for pain."
    DOSE_MAX = "dose-max", "Maximum dose", "Highest dose for pain, or the highest that was studied."
    DOSE_OTHER = "dose-other", "Dose for another use", "Dose for depression or another use, kept apart."
    ADMINISTRATION = "administration", "How to take it", "Time of day, food, swallowing."
    RENAL = "renal", "Kidney", "Use and dose in kidney impairment."
    HEPATIC = "hepatic", "Liver", "Use and dose in liver impairment."
    OLDER_ADULTS = "older-adults", "Older adults", "Use and dose in older people."
    CARDIAC = "cardiac", "Heart", "Use in heart disease."
    PREGNANCY = "pregnancy", "Pregnancy", "Use in pregnancy."
    LACTATION = "lactation", "Breastfeeding", "Use while breastfeeding."
    CONTRAINDICATION = "contraindication", "Contraindication", "When it must not be used."
    BOXED_WARNING = "boxed-warning", "Boxed warning", "Regulator's most prominent warning."
    CAUTION = "caution", "Caution", "When to use it with care."
    INTERACTION = "interaction", "Interaction", "With another medicine, food or drink."
    ADVERSE_EFFECT = "adverse-effect", "Side effect", "Unwanted effect and how often."
    MONITORING = "monitoring", "Monitoring", "What to check, and when."
    SWITCHING = "switching", "Switching", "Changing from or to another medicine."
    STOPPING = "stopping", "Stopping", "How to reduce and stop."
    WITHDRAWAL = "withdrawal", "Withdrawal symptoms", "What may follow stopping."
    OVERDOSE = "overdose", "Overdose", "Toxic dose, signs and management."
    HALF_LIFE = "half-life", "Half-life", "Elimination half-life."
    METABOLISM = "metabolism", "Metabolism", "Enzymes, metabolites and other kinetics."
    PHARMACOGENETICS = "pharmacogenetics", "Pharmacogenetics", "Genes that change dose or choice."
    BINDING = "binding", "Binding", "Affinity for a molecular target."
    MECHANISM_HUMAN = "mechanism-human", "Mechanism, in people", "Mechanistic evidence in people."
    MECHANISM_ANIMAL = "mechanism-animal", "Mechanism, in animals", "Mechanistic evidence in animals."
    MECHANISM_IN_VITRO = "mechanism-in-vitro", "Mechanism, in vitro", "Mechanistic evidence in cells or tissue."
    TIME_COURSE = "time-course", "Time course", "How soon effects begin and how long they last."
    EFFICACY = "efficacy", "Effect on pain", "Estimate of benefit."
    HARM = "harm", "Harm in trials", "Estimate of harm, such as withdrawal for adverse events."
    COMBINATION = "combination", "Combination", "Effect of two medicines together."
    FAILED = "failed", "No benefit shown", "A treatment that was tested and did not help."
    GUIDELINE = "guideline", "Guideline position", "What a body recommends."
    EVIDENCE_BASE = "evidence-base", "Evidence base", "Size, quality and limits of the evidence."
    TRIAL_DESIGN = "trial-design", "Trial design", "How a study was done."
    DEFINITION = "definition", "Definition", "What a term or condition means."
    EPIDEMIOLOGY = "epidemiology", "How common", "Prevalence, incidence and predictors."
    CAUSE = "cause", "Cause", "Causes and disease mechanisms."
    FEATURES = "features", "Features", "Symptoms and signs."
    DIAGNOSIS = "diagnosis", "Diagnosis", "Criteria, tests and screening tools."
    RED_FLAG = "red-flag", "Red flag", "A sign that needs urgent action."
    REFERRAL = "referral", "Referral", "When to refer."
    COMORBIDITY = "comorbidity", "Accompanying conditions", "Mood, sleep and other accompaniments."
    PREVENTION = "prevention", "Prevention", "What lowers the risk."
    NON_DRUG = "non-drug", "Non-drug care", "Care other than medicines."
    OUTCOME_MEASURE = "outcome-measure", "Outcome measure", "How response is measured."
    PATIENT_VIEW = "patient-view", "Patients' views", "What patients think, fear or report."
    HISTORY = "history", "History", "How it was discovered."

    @property
    def rule(self) -> TopicRule:
        """Return what a claim on this topic must carry."""
        return TopicRule(
            kinds=_KINDS.get(self, frozenset(ValueKind)),
            needs_value=self in _NEEDS_VALUE,
            needs_jurisdiction=self in _NEEDS_JURISDICTION,
            risk=_RISK.get(self, Risk.LOW),
        )


_DOSES = {Topic.DOSE_START, Topic.DOSE_STEP, Topic.DOSE_USUAL, Topic.DOSE_MAX, Topic.DOSE_OTHER}
_ACT_ON = {
    *_DOSES,
    Topic.ADMINISTRATION,
    Topic.RENAL,
    Topic.HEPATIC,
    Topic.OLDER_ADULTS,
    Topic.CARDIAC,
    Topic.PREGNANCY,
    Topic.LACTATION,
    Topic.CONTRAINDICATION,
    Topic.BOXED_WARNING,
    Topic.CAUTION,
    Topic.INTERACTION,
    Topic.SWITCHING,
    Topic.STOPPING,
    Topic.OVERDOSE,
    Topic.RED_FLAG,
}
_NEEDS_JURISDICTION = {*_ACT_ON, Topic.LICENCE, Topic.BRAND, Topic.GUIDELINE, Topic.MONITORING, Topic.FORM}
_NEEDS_VALUE = {
    Topic.ATC,
    Topic.RXNORM,
    Topic.BRAND,
    Topic.LICENCE,
    Topic.DOSE_START,
    Topic.DOSE_USUAL,
    Topic.DOSE_MAX,
    Topic.HALF_LIFE,
    Topic.BINDING,
    Topic.GUIDELINE,
}
_KINDS: dict[Topic, frozenset[ValueKind]] = {
    Topic.ATC: frozenset({ValueKind.CODE}),
    Topic.RXNORM: frozenset({ValueKind.CODE}),
    Topic.BRAND: frozenset({ValueKind.NAMES}),
    Topic.OTHER_NAME: frozenset({ValueKind.NAMES}),
    Topic.LOOK_ALIKE: frozenset({ValueKind.NAMES}),
    Topic.LICENCE: frozenset({ValueKind.TEXT}),
    Topic.BINDING: frozenset({ValueKind.AFFINITY}),
    Topic.GUIDELINE: frozenset({ValueKind.POSITION}),
    Topic.HALF_LIFE: frozenset({ValueKind.QUANTITY}),
    Topic.INTERACTION: frozenset({ValueKind.INTERACTION, ValueKind.EFFECT, ValueKind.PROPORTION, ValueKind.QUANTITY}),
    **{topic: frozenset({ValueKind.DOSE, ValueKind.QUANTITY}) for topic in _DOSES},
}
_MEDIUM = {
    Topic.ADVERSE_EFFECT,
    Topic.MONITORING,
    Topic.WITHDRAWAL,
    Topic.EFFICACY,
    Topic.HARM,
    Topic.COMBINATION,
    Topic.FAILED,
    Topic.GUIDELINE,
    Topic.EVIDENCE_BASE,
    Topic.LICENCE,
    Topic.FORM,
    Topic.LOOK_ALIKE,
    Topic.PHARMACOGENETICS,
    Topic.REFERRAL,
    Topic.DIAGNOSIS,
}
_RISK = {**dict.fromkeys(_MEDIUM, Risk.MEDIUM), **dict.fromkeys(_ACT_ON, Risk.HIGH)}
