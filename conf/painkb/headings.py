"""Own the page templates: which second-level headings a page kind has, in which order.

A required heading that has nothing to say states what is not known and when that was checked.
"""

from __future__ import annotations

from typing import NamedTuple

from painkb.vocab import PageKind


class Heading(NamedTuple):
    """A second-level heading and whether a page may leave it out."""

    title: str
    optional: bool = False


def _required(*titles: str) -> tuple[Heading, ...]:
    return tuple(Heading(title) for title in titles)


HEADINGS: dict[PageKind, tuple[Heading, ...]] = {
    PageKind.DRUG: (
        Heading("Bottom line"),
        Heading("Safety alerts", optional=True),
        *_required(
            "Role in neuropathic pain",
            "Where sources disagree",
            "Dose and titration for pain",
            "How to take it",
            "Contraindications",
            "Cautions",
            "Interactions",
            "Side effects",
            "Older adults, kidney, liver, heart",
            "Pregnancy and breastfeeding",
            "Monitoring and review",
            "Switching",
            "Stopping and withdrawal",
            "Overdose",
            "How it works",
            "Pharmacokinetics and pharmacogenomics",
            "Evidence summary",
            "Forms, licence and identifiers",
            "What we do not know",
        ),
    ),
    PageKind.CLASS: _required(
        "Bottom line",
        "Members at a glance",
        "Shared effects and dangers",
        "How members differ",
        "Choosing within the class",
        "Evidence as a class",
        "What we do not know",
    ),
    PageKind.MECHANISM: _required(
        "In one sentence",
        "Why it matters in practice",
        "The pathway",
        "What antidepressants do here",
        "Evidence in people",
        "Evidence in animals",
        "Evidence in vitro",
        "Time course",
        "What it explains",
        "What it does not explain",
        "Conditions where it matters",
        "An analogy, and where it breaks",
        "What we do not know",
    ),
    PageKind.CONDITION: _required(
        "Bottom line",
        "Is this the right page?",
        "Red flags",
        "Recognizing it",
        "Causes and mechanisms",
        "What guidelines say",
        "Antidepressants for this condition",
        "Where sources disagree",
        "What has failed or should not be used",
        "Sequencing and combining",
        "Non-drug care",
        "Special groups",
        "Review and outcome measures",
        "When to refer",
        "What we do not know",
    ),
    PageKind.SAFETY: _required(
        "Act now",
        "Recognize",
        "Drugs and combinations involved",
        "How likely",
        "Who is at risk",
        "Prevent",
        "Manage and escalate",
        "Tell apart from",
        "Say it like this",
    ),
    PageKind.POPULATION: _required(
        "Bottom line",
        "Prefer, use with care, avoid",
        "Dose changes",
        "Monitoring",
        "Decisions to share",
        "What we do not know",
    ),
    PageKind.GUIDE: _required(
        "Who and when",
        "Before you start",
        "Steps",
        "Decision table",
        "Stop and get help if",
        "What to tell the patient",
        "What to record",
    ),
    PageKind.PATIENT: _required(
        "Your pain is real: why this medicine",
        "Key facts",
        "Before you take it",
        "How to take it",
        "When it may help, and how much",
        "Side effects and what helps",
        "Get help now",
        "Other medicines, alcohol, driving",
        "Pregnancy and breastfeeding",
        "Do not stop suddenly",
        "Common questions",
        "Questions for your team",
        "About this leaflet",
    ),
    PageKind.TOOL: _required("What this answers", "How to read it", "Limits", "Table", "Method"),
    PageKind.ABOUT: (),
    PageKind.CONTRIBUTE: (),
    PageKind.ROOT: (),
}
