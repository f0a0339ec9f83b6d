"""Own `docs/data/foreign-texts.txt`: marks of texts that are not ours, so that none of their sentences slips in.

`scripts/mark_texts.py` writes it; a line is the name of a text, a tab and its marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from painkb import passages, textfile
from painkb.diagnostics import Code, Diagnostic

FILE = "data/foreign-texts.txt"
SHARED = passages.RUN + 3
"""Words in a row that are certain to be noticed; from RUN words on they may be."""
_DIGITS = 16


def read(path: Path, shown: str) -> tuple[dict[int, str], list[Diagnostic]]:
    """Return the name of the text for each mark, and what is wrong with the file; a book need not have one."""
    if not path.exists():
        return {}, []
    text, problems = textfile.read(path, shown)
    found: dict[int, str] = {}
    for number, line in enumerate((text or "").splitlines(), start=1):
        name, _, values = line.partition("\t")
        try:
            found |= {int(value, 16): name for value in values.split()}
        except ValueError:
            hint = "Write the file with scripts/mark_texts.py."
            problems.append(Diagnostic(shown, number, Code.INVALID_VALUE, "a mark is not a number in base 16", hint))
    return found, problems


def line_of(name: str, texts: Iterable[str]) -> str:
    """Return the line that keeps the marks of a text, given in parts that readers would not read on from."""
    return f"{name}\t" + " ".join(f"{value:0{_DIGITS}x}" for value in sorted(set(_values(texts))))


def _values(texts: Iterable[str]) -> Iterator[int]:
    for text in texts:
        found = list(passages.marks(list(passages.words(text))))
        yield from (mark.value for mark in passages.sampled(found, SHARED))
