"""Own the facets of a question: what people call them, and which claim topics and headings answer them.

The only home of this vocabulary; the search page, the answer cards and the tests read it from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from painkb.search.facet_words import WORDS
from painkb.topics import Topic
from painkb.vocab import PageKind

T, K = Topic, PageKind


@dataclass(frozen=True, slots=True)
class Facet:
    """One side of a subject: its label, the claim topics behind it and the headings that hold it."""

    id: str
    label: str
    topics: tuple[Topic, ...]
    headings: Mapping[PageKind, tuple[str, ...]]
    sharp: bool = False
    """Only a claim on the very topic answers it: a mention of the medicine elsewhere does not."""

    @property
    def broad(self) -> bool:
        """Tell whether a narrower facet beside it says better what is asked for."""
        return self.id in _BROAD

    @property
    def phrases(self) -> tuple[str, ...]:
        """Return the words people use for it, longest first."""
        return tuple(sorted(WORDS[self.id], key=lambda phrase: (-len(phrase.split()), phrase)))


_DOSE = {
    K.DRUG: ("Dose and titration for pain",),
    K.CLASS: ("How members differ", "Choosing within the class"),
    K.CONDITION: ("Antidepressants for this condition", "Sequencing and combining"),
    K.PATIENT: ("How to take it",),
    K.POPULATION: ("Dose changes",),
    K.GUIDE: ("Steps",),
}
_SIDE = {
    K.DRUG: ("Side effects",),
    K.CLASS: ("Shared effects and dangers", "How members differ"),
    K.PATIENT: ("Side effects and what helps",),
    K.SAFETY: ("Recognize", "How likely"),
}
_GROUPS = {
    K.DRUG: ("Older adults, kidney, liver, heart",),
    K.CLASS: ("Shared effects and dangers", "How members differ"),
    K.CONDITION: ("Special groups",),
    K.POPULATION: ("Bottom line", "Dose changes"),
    K.PATIENT: ("Before you take it",),
}
_BABY = {
    K.DRUG: ("Pregnancy and breastfeeding",),
    K.CLASS: ("Shared effects and dangers", "Choosing within the class"),
    K.CONDITION: ("Special groups",),
    K.PATIENT: ("Pregnancy and breastfeeding",),
}
_BARRED = {
    K.DRUG: ("Contraindications",),
    K.CLASS: ("Shared effects and dangers",),
    K.CONDITION: ("What has failed or should not be used",),
    K.PATIENT: ("Before you take it",),
    K.POPULATION: ("Prefer, use with care, avoid",),
}
_KINETICS = {K.DRUG: ("Pharmacokinetics and pharmacogenomics",), K.CLASS: ("How members differ",)}
_EVIDENCE = {
    K.DRUG: ("Evidence summary",),
    K.CLASS: ("Evidence as a class",),
    K.CONDITION: ("Antidepressants for this condition",),
    K.MECHANISM: ("Evidence in people",),
    K.PATIENT: ("When it may help, and how much",),
    K.TOOL: ("Table",),
}
_GUIDELINES = {
    K.DRUG: ("Role in neuropathic pain",),
    K.CLASS: ("Choosing within the class", "Bottom line"),
    K.CONDITION: ("What guidelines say",),
}
_FORMS = {K.DRUG: ("Forms, licence and identifiers",), K.CLASS: ("Members at a glance",)}
_MAX, _TOPICS = (T.DOSE_MAX,), (T.DOSE_START, T.DOSE_STEP, T.DOSE_USUAL, T.DOSE_MAX)

FACETS: tuple[Facet, ...] = (
    Facet("dose", "Dose for pain", _TOPICS, _DOSE, sharp=True),
    Facet("dose-start", "Starting dose", (T.DOSE_START,), _DOSE, sharp=True),
    Facet("dose-step", "Titration", (T.DOSE_STEP, T.DOSE_START), _DOSE, sharp=True),
    Facet("dose-max", "Maximum dose", _MAX, _DOSE, sharp=True),
    Facet("dose-other", "Dose for depression", (T.DOSE_OTHER,), {K.DRUG: ("Dose and titration for pain",)}, sharp=True),
    Facet("take", "How to take it", (T.ADMINISTRATION,), dict.fromkeys((K.DRUG, K.PATIENT), ("How to take it",))),
    Facet("kidney", "Kidney", (T.RENAL,), _GROUPS, sharp=True),
    Facet("liver", "Liver", (T.HEPATIC,), _GROUPS, sharp=True),
    Facet("older", "Older adults", (T.OLDER_ADULTS,), _GROUPS),
    Facet("heart", "Heart", (T.CARDIAC, T.CONTRAINDICATION), _GROUPS),
    Facet("pregnancy", "Pregnancy", (T.PREGNANCY,), _BABY, sharp=True),
    Facet("breastfeeding", "Breastfeeding", (T.LACTATION,), _BABY, sharp=True),
    Facet("contraindication", "Contraindications", (T.CONTRAINDICATION, T.BOXED_WARNING), _BARRED),
    Facet(
        "caution",
        "Cautions",
        (T.CAUTION, T.BOXED_WARNING, T.CONTRAINDICATION),
        {K.DRUG: ("Cautions", "Contraindications"), K.CLASS: _SIDE[K.CLASS], K.PATIENT: ("Before you take it",)},
    ),
    Facet(
        "suicide",
        "Suicidal thoughts",
        (T.BOXED_WARNING, T.CAUTION),
        {K.DRUG: ("Contraindications", "Cautions", "Safety alerts"), K.PATIENT: ("Get help now",)},
    ),
    Facet(
        "interaction",
        "Interactions",
        (T.INTERACTION,),
        {
            K.DRUG: ("Interactions",),
            K.CLASS: ("Shared effects and dangers",),
            K.CONDITION: ("Sequencing and combining",),
            K.PATIENT: ("Other medicines, alcohol, driving",),
            K.SAFETY: ("Drugs and combinations involved",),
        },
    ),
    Facet(
        "driving",
        "Driving",
        (T.CAUTION, T.ADMINISTRATION),
        {K.DRUG: ("Cautions", "How to take it"), K.PATIENT: ("Other medicines, alcohol, driving",)},
    ),
    Facet("side-effect", "Side effects", (T.ADVERSE_EFFECT, T.HARM), _SIDE),
    Facet(
        "monitoring",
        "Monitoring",
        (T.MONITORING,),
        {
            K.DRUG: ("Monitoring and review",),
            K.CONDITION: ("Review and outcome measures",),
            K.POPULATION: ("Monitoring",),
        },
    ),
    Facet(
        "switching", "Switching", (T.SWITCHING,), {K.DRUG: ("Switching",), K.CONDITION: ("Sequencing and combining",)}
    ),
    Facet(
        "stopping",
        "Stopping and withdrawal",
        (T.STOPPING, T.WITHDRAWAL),
        {
            K.DRUG: ("Stopping and withdrawal",),
            K.CLASS: ("Shared effects and dangers",),
            K.PATIENT: ("Do not stop suddenly",),
            K.CONDITION: ("Sequencing and combining",),
        },
    ),
    Facet(
        "overdose",
        "Overdose",
        (T.OVERDOSE,),
        {K.DRUG: ("Overdose",), K.CLASS: ("Shared effects and dangers",), K.PATIENT: ("Get help now",)},
    ),
    Facet(
        "mechanism",
        "How it works",
        (T.MECHANISM_HUMAN, T.MECHANISM_ANIMAL, T.MECHANISM_IN_VITRO, T.BINDING),
        {
            K.DRUG: ("How it works",),
            K.CONDITION: ("Causes and mechanisms",),
            K.MECHANISM: ("What antidepressants do here", "The pathway"),
            K.PATIENT: ("Your pain is real: why this medicine",),
        },
    ),
    Facet("binding", "Binding", (T.BINDING,), {K.DRUG: ("How it works",), K.MECHANISM: ("Evidence in vitro",)}),
    Facet("half-life", "Half-life", (T.HALF_LIFE,), _KINETICS, sharp=True),
    Facet("metabolism", "Metabolism and genes", (T.METABOLISM, T.PHARMACOGENETICS), _KINETICS),
    Facet("evidence", "Effect on pain", (T.EFFICACY, T.EVIDENCE_BASE, T.FAILED), _EVIDENCE),
    Facet("harm", "Harm in trials", (T.HARM,), _EVIDENCE),
    Facet(
        "onset",
        "How soon it works",
        (T.TIME_COURSE,),
        {
            K.DRUG: ("How to take it", "Monitoring and review"),
            K.MECHANISM: ("Time course",),
            K.PATIENT: ("When it may help, and how much",),
        },
    ),
    Facet(
        "duration",
        "How long to take it",
        (T.MONITORING, T.STOPPING),
        {K.DRUG: ("Monitoring and review",), K.PATIENT: ("Common questions",)},
    ),
    Facet("guideline", "Guideline position", (T.GUIDELINE,), _GUIDELINES),
    Facet(
        "antidepressants",
        "Antidepressants for it",
        (T.EFFICACY, T.GUIDELINE),
        {K.CONDITION: ("Antidepressants for this condition",)},
    ),
    Facet(
        "disagreement",
        "Where sources disagree",
        (),
        dict.fromkeys((K.DRUG, K.CONDITION), ("Where sources disagree",)),
    ),
    Facet("licence", "Licence", (T.LICENCE,), _FORMS, sharp=True),
    Facet("form", "Forms and strengths", (T.FORM,), _FORMS),
    Facet("names", "Brand names and codes", (T.BRAND, T.OTHER_NAME, T.ATC, T.RXNORM), _FORMS),
    Facet("red-flag", "Red flags", (T.RED_FLAG,), {K.CONDITION: ("Red flags",), K.PATIENT: ("Get help now",)}),
    Facet("diagnosis", "Recognizing it", (T.DIAGNOSIS, T.FEATURES), {K.CONDITION: ("Recognizing it",)}),
    Facet("cause", "Causes", (T.CAUSE,), {K.CONDITION: ("Causes and mechanisms",)}),
    Facet("frequency", "How common", (T.EPIDEMIOLOGY,), {K.CONDITION: ("Recognizing it", "Causes and mechanisms")}),
    Facet("referral", "When to refer", (T.REFERRAL,), {K.CONDITION: ("When to refer",)}),
    Facet("non-drug", "Non-drug care", (T.NON_DRUG,), {K.CONDITION: ("Non-drug care",)}),
    Facet(
        "combination",
        "Combination",
        (T.COMBINATION, T.INTERACTION),
        {K.CONDITION: ("Sequencing and combining",), K.DRUG: ("Evidence summary", "Interactions")},
    ),
    Facet(
        "failed",
        "What failed",
        (T.FAILED,),
        {K.CONDITION: ("What has failed or should not be used",), K.DRUG: ("Evidence summary",)},
    ),
    Facet(
        "measure",
        "Outcome measures",
        (T.OUTCOME_MEASURE, T.MONITORING),
        {K.CONDITION: ("Review and outcome measures",)},
    ),
    Facet("compare", "Comparison", (T.EFFICACY, T.HARM), {K.TOOL: ("Table",), K.CLASS: ("How members differ",)}),
    Facet("unknown", "What we do not know", (), dict.fromkeys((K.DRUG, K.CONDITION), ("What we do not know",))),
    Facet("people", "Evidence in people", (T.MECHANISM_HUMAN,), {K.MECHANISM: ("Evidence in people",)}),
    Facet("animals", "Evidence in animals", (T.MECHANISM_ANIMAL,), {K.MECHANISM: ("Evidence in animals",)}),
    Facet("vitro", "Evidence in vitro", (T.MECHANISM_IN_VITRO,), {K.MECHANISM: ("Evidence in vitro",)}),
    Facet(
        "analogy",
        "An analogy",
        (),
        {
            K.MECHANISM: ("An analogy, and where it breaks",),
            K.PATIENT: ("Your pain is real: why this medicine",),
        },
    ),
)
_BROAD = frozenset(
    {
        *("dose", "dose-start", "take", "interaction", "side-effect", "caution", "mechanism", "evidence", "guideline"),
        *("diagnosis", "duration", "compare", "form", "monitoring", "unknown", "animals", "people", "combination"),
        "antidepressants",
    }
)
BY_ID = {facet.id: facet for facet in FACETS}


def facets_of(kind: PageKind, heading: str) -> tuple[str, ...]:
    """Return the ids of the facets that a heading answers on a page of this kind."""
    return tuple(facet.id for facet in FACETS if heading in facet.headings.get(kind, ()))
