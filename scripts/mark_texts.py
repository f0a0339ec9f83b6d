"""Write docs/data/foreign-texts.txt: marks of texts whose sentences must not be copied. The texts stay outside.

Usage: mark_texts.py [--out FILE] NAME=FILE...
A YAML file is read as a list of facts below `facts:`, each with its text under `claim`; any other file as one text.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "conf"))

from painkb import foreign  # noqa: E402


def main(argv: Sequence[str] | None = None) -> int:
    """Write the file; return 2 when an argument has no name or its file cannot be read."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", nargs="+", metavar="NAME=FILE", help="name to show in messages, and the text")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / foreign.FILE, help="file to write")
    options = parser.parse_args(argv)
    lines = []
    for given in options.texts:
        name, equals, path = given.partition("=")
        if not equals or not Path(path).is_file():
            print(f"{given}: give NAME=FILE, with a file that exists", file=sys.stderr)
            return 2
        lines.append(foreign.line_of(name, _parts(Path(path))))
    options.out.write_text("\n".join(sorted(lines)) + "\n", "utf-8", newline="\n")
    print(f"{options.out}: {len(lines)} texts, {sum(len(line.split()) for line in lines)} marks")
    return 0


def _parts(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    if path.suffix in {".yaml", ".yml"}:
        return [str(fact["claim"]) for fact in yaml.safe_load(text)["facts"]]
    return [text]


if __name__ == "__main__":
    sys.exit(main())
