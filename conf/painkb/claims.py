"""Own reading `docs/data/claims/*.yaml` into claims, each with its place in the files.

Judges one file at a time; what needs other files is a cross-page check.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from painkb import textfile, yamlfile
from painkb.diagnostics import Code, Diagnostic
from painkb.model import Claim
from painkb.validation import validate


class LocatedClaim(NamedTuple):
    """A claim, the file it stands in and the line on which it begins."""

    claim: Claim
    path: str
    line: int


def read(path: Path, shown: str) -> tuple[list[LocatedClaim], list[Diagnostic]]:
    """Read one claims file; `shown` is the path to print."""
    text, problems = textfile.read(path, shown)
    return parse(text, shown) if text is not None else ([], problems)


def parse(text: str, path: str) -> tuple[list[LocatedClaim], list[Diagnostic]]:
    """Return the claims of a YAML list and every problem in it; good claims survive bad neighbors."""
    located, problems = yamlfile.load(text, path)
    if located.data is not None and not isinstance(located.data, list):
        message = "a claims file is a list: every claim begins with `- id:`"
        return [], [*problems, Diagnostic(path, 1, Code.WRONG_TYPE, message)]
    found: list[LocatedClaim] = []
    for index, _ in yamlfile.items(located):
        line = located.line((index,))
        claim, wrong = validate(Claim, located, (index,), path)
        problems += wrong
        if claim is not None:
            found.append(LocatedClaim(claim, path, line))
            problems += _misplaced(claim, path, line)
    return found, problems


def _misplaced(claim: Claim, path: str, line: int) -> list[Diagnostic]:
    problems = []
    stem = PurePosixPath(path).stem
    if claim.subject != stem:
        message = f'claim "{claim.id}" has subject "{claim.subject}" but stands in {stem}.yaml'
        hint = f"Move it to docs/data/claims/{claim.subject}.yaml."
        problems.append(Diagnostic(path, line, Code.CLAIM_IN_WRONG_FILE, message, hint))
    if not claim.id.startswith(f"{claim.subject}-"):
        message = f'claim id "{claim.id}" does not begin with its subject'
        problems.append(Diagnostic(path, line, Code.CLAIM_ID, message, f'Begin it with "{claim.subject}-".'))
    return problems
