"""Own the rule that a clinical sentence on a drug or condition page says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from painkb.checks.numbers import literal_numbers
from painkb.diagnostics import Code, Diagnostic
from painkb.registry import Registry
from painkb.vocab import PageKind

KINDS = frozenset({PageKind.DRUG, PageKind.CONDITION})
CITING = frozenset({"claim", "statement", "cite"})
"""Roles that lead to a source."""
_OPEN = frozenset({"What we do not know"})
_CLINICAL = re.compile(
    r"\b(?:reduc(?:es?|ed)|relie(?:ves?|ved)|increase[sd]?|decrease[sd]?|lower(?:s|ed)|raise[sd]?|causes?|caused|"
    r"prevent(?:s|ed)?|inhibit(?:s|ed)?|block(?:s|ed)|treat(?:s|ed)|improve[sd]?|worsen(?:s|ed)?|prolong(?:s|ed)?|"
    r"avoid|contraindicated|recommend(?:s|ed)?|must not|do not (?:use|give|combine|stop)|take|stop|start|reduce|"
    r"monitor|metaboli[sz]ed|cleared|accumulates?|respond(?:s|ed)?|fail(?:s|ed)|help(?:s|ed)|works?|worked|toxic|"
    r"fatal|saf(?:e|er)|effective)\b",
    re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"\bthis page\b|\bthese pages\b|\bkept apart\b|\bgiven under\b|\bsee\b|\bread (?:both|the)\b"
    r"|\b(?:no|none|nothing|neither)\b[^.]*\bfound\b|\bnot found\b|\bcould not be (?:read|opened|seen)\b",
    re.IGNORECASE,
)
"""Sentences that speak of the page or of what could not be found, not of medicine."""
_SHORT = 3


def check_citations(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A sentence with a clinical verb has a claim or a citation on its line."""
    page = registry.pages.get(docname)
    if page is None or page.kind not in KINDS or page.id == "index":
        return
    markup = registry.markup[docname]
    settled = {role.line for role in markup.roles if role.name in CITING}
    settled |= {heading.line for heading in markup.headings} | {directive.line for directive in markup.directives}
    for prose in markup.prose:
        if prose.line in settled or not is_clinical(prose.text) or markup.section_at(prose.line) in _OPEN:
            continue
        if literal_numbers(prose.text):  # that is told already, and the mending of it brings the source
            continue
        message = f'"{prose.text[:60]}" is clinical and names no source'
        hint = "Add {claim}`id`, {statement}`id` or {cite}`source` to the sentence, or take it out."
        yield Diagnostic(registry.path_of(docname), prose.line, Code.UNCITED, message, hint)


def is_clinical(sentence: str) -> bool:
    """Return whether a sentence says what a treatment or a disease does, or what to do.

    >>> is_clinical("Amitriptyline blocks sodium channels."), is_clinical("No trial was found.")
    (True, False)
    """
    if len(sentence.split()) < _SHORT or sentence.endswith(":"):
        return False
    return bool(_CLINICAL.search(sentence)) and not _OF_THE_PAGE.search(sentence)
