"""Say in clinical words what changed between two versions of the claims, and where it is shown.

Usage: diff_claims.py BASE [HEAD] [--format text|markdown|json]
BASE and HEAD are git revisions; without HEAD the files as they are now. Exit status 2 when a high-risk claim changed
without a new check against its source, 1 when a revision cannot be read.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "conf"))

from painkb import book
from painkb.claimdiff import Change, ChangeKind, compare
from painkb.index import Index
from painkb.model import Claim


def main(argv: Sequence[str] | None = None) -> int:
    """Print the clinical difference; return 0, 1 or 2 as the module says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", metavar="BASE", help="git revision to compare with")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="git revision; without it, the files as they are")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args(argv)
    try:
        base = _at_revision(options.base, options.docs)
        head = _at_revision(options.head, options.docs) if options.head else Index(book.load(options.docs))
    except subprocess.CalledProcessError as error:
        print(error.stderr.decode(errors="replace").strip(), file=sys.stderr)
        return 1
    changes = compare(base, head)
    print({"text": _as_text, "markdown": _as_markdown, "json": _as_json}[options.format](changes))
    return 2 if any(change.unchecked for change in changes) else 0


def _at_revision(revision: str, docs: Path) -> Index:
    """Return the index of the pages and claims as a revision holds them."""
    command = ["git", "archive", "--format=tar", f"{revision}^{{tree}}", docs.as_posix()]
    packed = subprocess.run(command, check=True, capture_output=True).stdout
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
        return Index(book.load(Path(folder) / docs, docs.as_posix()))


def _headline(change: Change) -> str:
    claim = change.claim
    place = f" [{claim.jurisdiction.value}]" if claim.jurisdiction else ""
    return f"{change.kind.label}: {claim.subject}, {claim.topic.label.lower()}{place} ({claim.risk.value} risk)"


def _details(change: Change) -> list[str]:
    lines = [f"claim {change.claim.id}"]
    if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        lines += [
            change.claim.statement,
            *_value(change.claim),
            f"source {change.claim.source}, {change.claim.locator}",
        ]
    lines += [f"{name}: {old} -> {new}" for name, old, new in change.fields]
    if change.shown_on:
        lines.append(f"shown on: {', '.join(change.shown_on)}")
    if change.unchecked:
        lines.append(
            "NOT CHECKED AGAIN: compare with the source, then set `checked` (and `locator` if the place changed)"
        )
    return lines


def _value(claim: Claim) -> list[str]:
    return [f"value {claim.value.text()}"] if claim.value else []


def _as_text(changes: list[Change]) -> str:
    if not changes:
        return "no claim changed"
    blocks = ["\n".join([_headline(change), *(f"  {line}" for line in _details(change))]) for change in changes]
    return "\n\n".join(blocks)


def _as_markdown(changes: list[Change]) -> str:
    if not changes:
        return "No claim changed."
    blocks = [
        "\n".join([f"- **{_headline(change)}**", *(f"  - {line}" for line in _details(change))]) for change in changes
    ]
    return "\n".join(["## Clinical changes", "", *blocks])


def _as_json(changes: list[Change]) -> str:
    records = [
        {
            "kind": change.kind.value,
            "claim": change.claim.id,
            "risk": change.claim.risk.value,
            "unchecked": change.unchecked,
            "before": change.before.model_dump(mode="json", exclude_none=True) if change.before else None,
            "after": change.after.model_dump(mode="json", exclude_none=True) if change.after else None,
            "shown_on": list(change.shown_on),
        }
        for change in changes
    ]
    return json.dumps(records, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
