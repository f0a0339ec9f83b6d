"""Own every closed vocabulary of the knowledge base: page kinds, topics, relations and the rest.

Imports nothing of the project; the tables in the contributor pages are generated from here, so each member
carries its own label and description.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A closed list whose members carry a label and one plain sentence of description."""

    label: str
    description: str

    def __new__(cls, value: str, label: str = "", description: str = "") -> Self:
        """Make a member from its stored spelling, the label readers see and its description."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("-", " ").capitalize()
        member.description = description
        return member

    @classmethod
    def values(cls) -> tuple[str, ...]:
        """Return the stored spellings in the order of declaration."""
        return tuple(member.value for member in cls)


class PageKind(Vocabulary):
    """What a page is about; the folder it lives in decides it."""

    DRUG = "drug", "Drug", "One medicine, by its international non-proprietary name."
    CLASS = "class", "Drug class", "A group of medicines that share a main action."
    MECHANISM = "mechanism", "Mechanism", "One way in which a medicine or the nervous system changes pain."
    CONDITION = "condition", "Condition", "One painful condition, or a neighbor that is mistaken for one."
    SAFETY = "safety", "Safety topic", "One danger: how to recognize, prevent and manage it."
    POPULATION = "population", "Population", "A group of people for whom the choice or the dose differs."
    GUIDE = "guide", "Guide", "A task for staff, in steps."
    PATIENT = "patient", "Patient page", "Plain language for the person who takes the medicine."
    TOOL = "tool", "Table", "A table generated from claims."
    ABOUT = "about", "About", "How this knowledge base is made and what it promises."
    CONTRIBUTE = "contribute", "Contribute", "How to write and check pages."
    ROOT = "root", "Front matter", "Home, glossary, index, search and downloads."

    @property
    def folder(self) -> str:
        """Return the folder under docs/ that holds pages of this kind; empty for the root pages."""
        return _FOLDERS[self]

    @property
    def plural(self) -> str:
        """Return the heading for a list of pages of this kind."""
        return _PLURALS[self]


_FOLDERS = {
    PageKind.DRUG: "drugs",
    PageKind.CLASS: "classes",
    PageKind.MECHANISM: "mechanisms",
    PageKind.CONDITION: "conditions",
    PageKind.SAFETY: "safety",
    PageKind.POPULATION: "populations",
    PageKind.GUIDE: "guides",
    PageKind.PATIENT: "patients",
    PageKind.TOOL: "tools",
    PageKind.ABOUT: "about",
    PageKind.CONTRIBUTE: "contribute",
    PageKind.ROOT: "",
}
_PLURALS = {
    PageKind.DRUG: "Drugs",
    PageKind.CLASS: "Drug classes",
    PageKind.MECHANISM: "Mechanisms",
    PageKind.CONDITION: "Conditions",
    PageKind.SAFETY: "Safety",
    PageKind.POPULATION: "Populations",
    PageKind.GUIDE: "Guides for staff",
    PageKind.PATIENT: "For patients",
    PageKind.TOOL: "Tables",
    PageKind.ABOUT: "About",
    PageKind.CONTRIBUTE: "Contribute",
    PageKind.ROOT: "Start",
}


class Status(Vocabulary):
    """How far a page has come."""

    DRAFT = "draft", "Draft", "Not finished; not for use in care."
    SOURCE_CHECKED = (
        "source-checked",
        "Source-checked, not yet clinically reviewed",
        "Each clinical statement was drafted from its source, and most were compared with it again by a second reader; "
        "no clinician has signed a review.",
    )
    REVIEWED = "reviewed", "Clinically reviewed", "A named clinician has signed a review record."


class Jurisdiction(Vocabulary):
    """Where a label, a guideline or a brand applies."""

    US = "us", "United States", "FDA labeling and US guidance."
    UK = "uk", "United Kingdom", "MHRA product information, NICE and NHS guidance."
    EU = "eu", "European Union", "EMA or national product information within the EU."
    CA = "ca", "Canada", "Health Canada and Canadian guidance."
    JP = "jp", "Japan", "PMDA labeling and Japanese guidance."
    AU = "au", "Australia", "TGA product information and Australian guidance."
    FR = "fr", "France", "ANSM product information and French guidance."
    DE = "de", "Germany", "BfArM product information and German guidance."
    CH = "ch", "Switzerland", "Swissmedic product information and Swiss guidance."
    BE = "be", "Belgium", "FAMHP product information and Belgian guidance."
    IE = "ie", "Ireland", "HPRA product information and Irish health service guidance."
    NZ = "nz", "New Zealand", "Medsafe product information and New Zealand guidance."
    INT = "int", "International", "International bodies and research that is not tied to one country."


class Certainty(Vocabulary):
    """GRADE certainty of evidence, only where the source itself grades it."""

    HIGH = "high", "High certainty", "Further research is very unlikely to change the estimate."
    MODERATE = "moderate", "Moderate certainty", "Further research is likely to matter and may change the estimate."
    LOW = "low", "Low certainty", "Further research is very likely to change the estimate."
    VERY_LOW = "very-low", "Very low certainty", "Any estimate is very uncertain."


class Measure(Vocabulary):
    """How an effect is expressed."""

    NNT = "nnt", "NNT", "Number needed to treat for one more person to benefit."
    NNH = "nnh", "NNH", "Number needed to harm: treated people for one more to be harmed."
    RR = "rr", "RR", "Risk ratio."
    OR = "or", "OR", "Odds ratio."
    HR = "hr", "HR", "Hazard ratio."
    IRR = "irr", "IRR", "Incidence rate ratio."
    RD = "rd", "RD", "Risk difference, in percentage points."
    MD = "md", "MD", "Mean difference, in the unit of the scale."
    SMD = "smd", "SMD", "Standardized mean difference."


class AssayMeasure(Vocabulary):
    """Binding and function constants; they are not interchangeable."""

    KI = "Ki", "Ki", "Inhibition constant."
    KD = "Kd", "Kd", "Dissociation constant at equilibrium."
    IC50 = "IC50", "IC50", "Concentration that inhibits by half under the conditions of the assay."
    EC50 = "EC50", "EC50", "Concentration that gives half the maximum effect."


class GuidelineLine(Vocabulary):
    """Where a guideline places a treatment."""

    FIRST = "first", "First line", "Named among the treatments to try first."
    SECOND = "second", "Second line", "Named for use when the first choice fails or is unsuitable."
    THIRD = "third", "Third line", "Named for use after the second line."
    OFFER = "offer", "Offered as an option", "Recommended without a line, or as one of several equal options."
    SPECIALIST = "specialist", "Specialist only", "Only on specialist advice or in a specialist setting."
    INCONCLUSIVE = "inconclusive", "Inconclusive", "The body looked and makes no recommendation."
    AGAINST = "against", "Recommends against", "The body advises not to use it."
    NOT_ADDRESSED = "not-addressed", "Not addressed", "The document does not speak of it."


class Strength(Vocabulary):
    """How strongly a body recommends."""

    STRONG = "strong", "strong", "A strong recommendation by the body's own grading."
    WEAK = "weak", "weak", "A weak or conditional recommendation by the body's own grading."
    LEVEL_A = "level-a", "level A", "Established as effective, in the grading of EFNS or AAN."
    LEVEL_B = "level-b", "level B", "Probably effective, in the grading of EFNS or AAN."
    LEVEL_C = "level-c", "level C", "Possibly effective, in the grading of EFNS or AAN."


class Frequency(Vocabulary):
    """Frequency bands of product information (CIOMS convention)."""

    VERY_COMMON = "very-common", "Very common", "At least 1 in 10 people."
    COMMON = "common", "Common", "At least 1 in 100 and fewer than 1 in 10."
    UNCOMMON = "uncommon", "Uncommon", "At least 1 in 1,000 and fewer than 1 in 100."
    RARE = "rare", "Rare", "At least 1 in 10,000 and fewer than 1 in 1,000."
    VERY_RARE = "very-rare", "Very rare", "Fewer than 1 in 10,000."
    NOT_KNOWN = "not-known", "Not known", "Cannot be estimated from the available data."


class Relation(Vocabulary):
    """Typed links between pages; the label is the sentence read forward."""

    BELONGS_TO = "belongs-to", "belongs to", "A drug is a member of a class."
    ACTS_ON = "acts-on", "acts on", "A drug or class engages a mechanism."
    USED_FOR = "used-for", "is used for", "A drug or class has evidence or a guideline position for a condition."
    NOT_FIRST_FOR = "not-first-for", "is not a first choice for", "Other treatments come first in that condition."
    MATTERS_IN = "matters-in", "matters in", "A mechanism helps to explain a condition."
    PART_OF = "part-of", "is part of", "A narrower page within a broader one; never circular."
    EXPLAINED_BY = "explained-by", "is explained for patients in", "A clinical page has a page in plain language."

    @property
    def inverse(self) -> str:
        """Return the sentence read backward, generated on the target page."""
        return _INVERSES[self]

    @property
    def sources(self) -> frozenset[PageKind]:
        """Return the page kinds that may declare the relation."""
        return _RELATION_KINDS[self][0]

    @property
    def targets(self) -> frozenset[PageKind]:
        """Return the page kinds that the relation may point to."""
        return _RELATION_KINDS[self][1]


_INVERSES = {
    Relation.BELONGS_TO: "includes",
    Relation.ACTS_ON: "is acted on by",
    Relation.USED_FOR: "may be treated with",
    Relation.NOT_FIRST_FOR: "is not treated first with",
    Relation.MATTERS_IN: "involves",
    Relation.PART_OF: "has the narrower page",
    Relation.EXPLAINED_BY: "explains in plain words",
}
_CLINICAL = frozenset(
    {
        PageKind.DRUG,
        PageKind.CLASS,
        PageKind.MECHANISM,
        PageKind.CONDITION,
        PageKind.SAFETY,
        PageKind.POPULATION,
        PageKind.GUIDE,
    }
)
_RELATION_KINDS: dict[Relation, tuple[frozenset[PageKind], frozenset[PageKind]]] = {
    Relation.BELONGS_TO: (frozenset({PageKind.DRUG}), frozenset({PageKind.CLASS})),
    Relation.ACTS_ON: (frozenset({PageKind.DRUG, PageKind.CLASS}), frozenset({PageKind.MECHANISM})),
    Relation.USED_FOR: (frozenset({PageKind.DRUG, PageKind.CLASS}), frozenset({PageKind.CONDITION})),
    Relation.NOT_FIRST_FOR: (frozenset({PageKind.DRUG, PageKind.CLASS}), frozenset({PageKind.CONDITION})),
    Relation.MATTERS_IN: (frozenset({PageKind.MECHANISM}), frozenset({PageKind.CONDITION})),
    Relation.PART_OF: (_CLINICAL, _CLINICAL),
    Relation.EXPLAINED_BY: (_CLINICAL, frozenset({PageKind.PATIENT})),
}


class Target(Vocabulary):
    """Molecular targets for which binding or function constants are recorded."""

    SERT = "SERT", "Serotonin transporter", "Takes serotonin back into the nerve cell (SLC6A4)."
    NET = "NET", "Norepinephrine transporter", "Takes norepinephrine back into the nerve cell (SLC6A2)."
    DAT = "DAT", "Dopamine transporter", "Takes dopamine back into the nerve cell (SLC6A3)."
    H1 = "H1", "Histamine H1 receptor", "Blockade brings sedation and weight gain."
    M1 = "M1", "Muscarinic M1 receptor", "Blockade brings antimuscarinic effects."
    MUSCARINIC = "muscarinic", "Muscarinic receptors, not separated", "Older assays that did not tell subtypes apart."
    ALPHA1 = "alpha-1", "Alpha-1 adrenoceptor", "Blockade lowers standing blood pressure."
    ALPHA2 = "alpha-2", "Alpha-2 adrenoceptor", "Carries much of the analgesic action of norepinephrine."
    HT1A = "5-HT1A", "Serotonin 5-HT1A receptor", "Serotonin receptor subtype."
    HT2A = "5-HT2A", "Serotonin 5-HT2A receptor", "Serotonin receptor subtype."
    HT2C = "5-HT2C", "Serotonin 5-HT2C receptor", "Serotonin receptor subtype."
    D2 = "D2", "Dopamine D2 receptor", "Dopamine receptor subtype."
    NAV = "Nav", "Voltage-gated sodium channels", "Carry the nerve impulse."
    NMDA = "NMDA", "NMDA glutamate receptor", "Takes part in central sensitization."
    ALPHA2DELTA = "alpha2delta", "Calcium channel alpha-2-delta subunit", "Target of the gabapentinoids."
    MU = "mu", "Mu opioid receptor", "Main target of opioids."
