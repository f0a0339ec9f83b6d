"""Own the rule that clinical numbers in prose come from claims.

Works on prose with roles, code and addresses taken out; `EXCEPTIONS` lists what may stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from painkb.diagnostics import Code, Diagnostic
from painkb.markup import ProseAt
from painkb.registry import Registry
from painkb.vocab import PageKind

_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_UNITS = (
    "milligrams?|mg|micrograms?|grams?|hours?|days?|weeks?|months?|years?|percent|per cent|times as|fold|"
    "trials|people|patients|tablets|capsules"
)
_GROUPS = "people|patients|trials|users|those"
EXCEPTIONS: dict[str, str] = {
    rf"\b(?:19|20)\d\d\b(?![\s\u202f-]*(?:{_UNITS}|{_GROUPS})\b)": "calendar years",
    r"(?<![\w.])[A-Za-zα-ωΑ-Ω]+[-\u2011]?[\dα-ω]+(?:[-./]?[A-Za-z\dα-ω]+)*": "names that begin with letters: CYP2D6",
    r"\b\d+-(?:HT\w*(?:/\w+)?|hydroxy\w+)": "serotonin (5-HT) and its receptors",
    r"\b\d+[A-Za-z]+\d[A-Za-z\d]*": "codes that begin with a digit, such as 8A85 in ICD-11",
    r"\b[Tt]ypes? \d\b(?: (?:and|or) \d\b)?": "type 1 and type 2 diabetes",
    r"\bphase \d\b": "trial phases",
    r"\b(?:section|chapter|table|figure|step|part|version|CC BY|WCAG) \d+(?:\.\d+)*\b": "places in a document",
}
"""Patterns of numbers that are names, with what each allows; the style guide shows this list."""

_SPELLED = re.compile(rf"\b(?:{_WORDS})(?: to (?:{_WORDS}))?[ -](?:{_UNITS})\b", re.IGNORECASE)
_SHARE = re.compile(
    rf"\b(?:one|{_WORDS}|\d+) (?:in|out of) (?:every |an? )?(?:{_WORDS}|\d+)\b"
    rf"|\b(?:half|(?:a|one|two) thirds?|(?:a|one|three) quarters?)(?: of)? (?:the |all )?(?:{_GROUPS})\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[^\s(]*[\d¼½¾⅓⅔][^\s)]*")
_EXCEPT = re.compile("|".join(EXCEPTIONS))
_FREE = frozenset({PageKind.CONTRIBUTE})
"""Kinds whose pages speak of software, not of medicine."""


def check_literal_numbers(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A clinical number in prose stands in a `{claim}`."""
    page = registry.pages.get(docname)
    if page is not None and page.kind in _FREE:
        return
    prose = list(registry.markup[docname].prose)
    if page is not None:
        prose.append(ProseAt(page.meta.summary, page.line("summary")))
    for run in prose:
        for found in literal_numbers(run.text):
            message = f'"{found}" is a number without a claim'
            hint = "Show it with {claim}`id`, so that it has a source."
            yield Diagnostic(registry.path_of(docname), run.line, Code.LITERAL_CLINICAL_NUMBER, message, hint)


def literal_numbers(text: str) -> list[str]:
    """Return the numbers in a line of prose that are neither names nor years.

    >>> literal_numbers("Take 25 mg; CYP2D6, 5-HT3 and 2025 are fine, two weeks is not.")
    ['25', 'two weeks']
    """
    rest = _EXCEPT.sub("", text)
    found = [match.group().strip(".,;:") for match in _DIGITS.finditer(rest)]
    return found + [match.group() for pattern in (_SPELLED, _SHARE) for match in pattern.finditer(rest)]
