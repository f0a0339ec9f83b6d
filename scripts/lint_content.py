"""Check pages, claims and sources without building the site.

Usage: lint_content.py [--docs DIR] [--format text|json|github] [PATH…]
Prints every problem as path:line: code: message (hint); exit status 1 if there is any.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "conf"))

from painkb import book
from painkb.checks import check_book
from painkb.diagnostics import Diagnostic

FORMATS = ("text", "json", "github")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the lint; return 0 when all is well, 1 when something is wrong, 2 for a wrong command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="folder that holds the pages")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="report only these files or folders")
    options = parser.parse_args(argv)
    if not options.docs.is_dir():
        print(f"{options.docs}: no such folder", file=sys.stderr)
        return 2
    missing = [path for path in options.paths if not Path(path).exists()]
    for path in missing:
        print(f"{path}: no such file", file=sys.stderr)
    found = [item for item in check_book(book.load(options.docs)) if _wanted(item, options.paths)]
    _report(found, options.format)
    if missing:
        return 2
    return 1 if found else 0


def _wanted(item: Diagnostic, paths: list[str]) -> bool:
    place = Path(item.path).resolve()
    return not paths or any(place.is_relative_to(Path(path).resolve()) for path in paths)


def _report(found: list[Diagnostic], form: str) -> None:
    if form == "json":
        print(json.dumps([item._asdict() for item in found], indent=2, ensure_ascii=False))
        return
    for item in found:
        print(_annotation(item) if form == "github" else item)
    if form == "text":
        print(f"{len(found)} problem{'' if len(found) == 1 else 's'} found" if found else "no problems found")


def _annotation(item: Diagnostic) -> str:
    """Return GitHub's workflow command for an annotation, escaped as its documentation asks."""
    text = f"{item.message} {item.hint}".strip()
    for sign, escape in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, escape)
    path = item.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::error file={path},line={item.line},title={item.code}::{text}"


if __name__ == "__main__":
    sys.exit(main())
