"""Own what a writer sees when something is wrong: the codes and the shape of a message.

Knows nothing of how messages are printed or where they come from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from painkb.vocab import Vocabulary


class Code(Vocabulary):
    """Every mistake that is reported; the description says what it means and how to mend it."""

    NOT_UTF8 = "not-utf8", "Not UTF-8", "The file is not saved as UTF-8; save it again with that encoding."
    EMPTY_FILE = "empty-file", "Empty file", "The file has no content; write it or delete it."
    FILE_TOO_LARGE = "file-too-large", "File too large", "A text file is over 1 MB; split it."
    UNREADABLE = "unreadable", "Unreadable file", "The file could not be opened."
    BAD_FILE_NAME = "bad-file-name", "Bad file name", "File names are ids: lower-case words joined by hyphens."
    BROKEN_YAML = "broken-yaml", "Broken YAML", "The YAML does not parse; look at the line named."
    DUPLICATE_KEY = "duplicate-key", "Duplicate key", "The same key stands twice; YAML would keep the last in silence."
    YAML_ALIAS = "yaml-alias", "YAML alias", "Anchors, aliases and tags are not used here; write the value out."
    MISSING_FRONT_MATTER = "missing-front-matter", "Missing front matter", "A page begins with a `kb:` block."
    UNKNOWN_KEY = "unknown-key", "Unknown key", "The key is not in the list of allowed keys."
    MISSING_KEY = "missing-key", "Missing key", "A required key is not there."
    WRONG_TYPE = (
        "wrong-type",
        "Wrong type",
        "The value is not of the type the key needs, for example text for a number.",
    )
    INVALID_VALUE = "invalid-value", "Invalid value", "The value breaks a rule of its key."
    UNKNOWN_TOPIC = "unknown-topic", "Unknown topic", "The topic is not in the closed vocabulary."
    UNKNOWN_WORD = "unknown-word", "Word outside a vocabulary", "The value is not in the closed vocabulary of its key."
    MISSING_JURISDICTION = (
        "missing-jurisdiction",
        "Missing jurisdiction",
        "A dose, a contraindication or a guideline position never stands without the place where it applies.",
    )
    DUPLICATE_CLAIM = "duplicate-claim", "Duplicate claim id", "Two claims share an id; ids are unique."
    CLAIM_IN_WRONG_FILE = "claim-in-wrong-file", "Claim in the wrong file", "A claims file is named by its subject."
    CLAIM_ID = "claim-id", "Claim id", "The id of a claim begins with the id of its subject."
    UNKNOWN_SUBJECT = "unknown-subject", "Subject without a page", "A claim belongs to a page that exists."
    UNKNOWN_SOURCE = "unknown-source", "Unknown source", "The key is not in docs/data/sources.bib."
    UNKNOWN_CLAIM = "unknown-claim", "Unknown claim", "No claim has this id."
    UNKNOWN_PAGE = "unknown-page", "Unknown page", "No page of that kind has this id."
    UNKNOWN_TERM = "unknown-term", "Unknown term", "The glossary has no such term."
    UNKNOWN_DIRECTIVE = "unknown-directive", "Unknown directive", "No directive has this name."
    UNKNOWN_ROLE = "unknown-role", "Unknown role", "No role has this name."
    UNKNOWN_OPTION = "unknown-option", "Unknown option", "The directive has no such option, or not with this value."
    EMPTY_SELECTION = "empty-selection", "Empty selection", "The directive selects no claim or page; mend its options."
    DUPLICATE_PAGE = "duplicate-page", "Duplicate page id", "Two clinical pages share an id."
    DUPLICATE_TERM = "duplicate-term", "Duplicate term", "The glossary defines a term or a name twice."
    WRONG_RELATION = "wrong-relation", "Wrong relation", "The relation cannot join pages of these kinds."
    CIRCULAR_RELATION = "circular-relation", "Circular relation", "A page is, in the end, part of itself."
    ORPHAN_PAGE = "orphan-page", "Orphan page", "No other page relates or links to it, so nobody finds it."
    MISSING_TITLE = "missing-title", "Missing title", "A page has exactly one first-level heading."
    MISSING_HEADING = "missing-heading", "Missing heading", "The template of the page kind asks for this heading."
    UNKNOWN_HEADING = "unknown-heading", "Unknown heading", "The template has no such second-level heading."
    HEADING_ORDER = "heading-order", "Headings out of order", "The template sets the order of the headings."
    RAW_HTML = "raw-html", "Raw HTML", "HTML and scripts are refused; use Markdown or a directive."
    UNSAFE_LINK = "unsafe-link", "Unsafe link", "Links go to https addresses, mail addresses or pages of the book."
    PATH_ESCAPE = "path-escape", "Path outside docs/", "A file outside docs/ cannot be included or shown."
    MISSING_FILE = "missing-file", "Missing file", "The file that the page names is not there."
    LITERAL_CLINICAL_NUMBER = (
        "literal-clinical-number",
        "Literal clinical number",
        "A clinical number in prose is shown through a claim, so that it has a source and cannot drift.",
    )
    UNCITED = "uncited", "Uncited sentence", "A clinical sentence on a drug or condition page names its source."
    REPEATED_PROSE = "repeated-prose", "Repeated prose", "Two pages share a long passage; it belongs on one of them."
    COPIED_TEXT = "copied-text", "Copied text", "The words stand in a text that is not ours; say it in your own."
    BROKEN_BIBLIOGRAPHY = "broken-bibliography", "Broken bibliography", "An entry does not parse."
    DUPLICATE_SOURCE = "duplicate-source", "Duplicate source", "Two entries share a key, a DOI or a PubMed id."
    INCOMPLETE_SOURCE = "incomplete-source", "Incomplete source", "An entry needs a title and an address."
    DATE_IN_FUTURE = "date-in-future", "Date in the future", "Nothing can have been checked on a day to come."
    UNSIGNED_REVIEW = "unsigned-review", "Unsigned review", "Status `reviewed` needs a signed review record."


class Diagnostic(NamedTuple):
    """One problem: where it is, what it is and, where there is one, the fix."""

    path: str
    line: int
    code: Code
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return `path:line: code: message (hint)`."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}: {self.code}: {self.message}{hint}"


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics once each, by path, line and code."""
    return sorted(set(diagnostics), key=lambda d: (d.path, d.line, d.code, d.message))
