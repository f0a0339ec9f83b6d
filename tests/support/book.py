"""Tiny books: a test starts from the sound one and changes what it is about."""

from __future__ import annotations

import shutil
from pathlib import Path

from painkb import book
from painkb.checks import check_book
from painkb.diagnostics import Diagnostic

from support.paths import SOUND

FRONT_MATTER = """\
---
kb:
  summary: {summary}
  status: {status}
  checked: 2026-01-15
  evidence-to: 2026-01
  next-due: 2027-01-15
{more}---
"""


class Book:
    """A docs/ folder below a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"

    @classmethod
    def sound(cls, root: Path) -> Book:
        """Return a copy of the sound book."""
        made = cls(root)
        shutil.copytree(SOUND, made.docs)
        return made

    def write(self, path: str, content: str | bytes) -> Book:
        """Write a file below docs/, exactly as given."""
        target = self.docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def page(self, docname: str, title: str, body: str = "", *, more: str = "", status: str = "draft") -> Book:
        """Write a page with sound front matter; `more` holds further indented lines of the `kb:` block."""
        front = FRONT_MATTER.format(summary=f"The page {title} of a test.", status=status, more=more)
        return self.write(f"{docname}.md", f"{front}# {title}\n\n{body}")

    def append(self, path: str, text: str) -> Book:
        """Add text to the end of a file."""
        return self.write(path, self.read(path) + text)

    def edit(self, path: str, old: str, new: str) -> Book:
        """Replace text that stands exactly once in a file."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.docs / path).read_text("utf-8")

    def delete(self, path: str) -> Book:
        """Delete a file."""
        (self.docs / path).unlink()
        return self

    def rename(self, old: str, new: str) -> Book:
        """Rename a file."""
        (self.docs / old).rename(self.docs / new)
        return self

    def lint(self) -> list[Diagnostic]:
        """Return every problem that the checks find, without Sphinx."""
        return check_book(book.load(self.docs, "docs"))
