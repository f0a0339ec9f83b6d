"""Cases written in YAML: a new case needs no Python.

A case on a book starts from the sound book and changes it:
title      what is wrong, as a sentence
edit       path: [[old, new], ...]; the old text stands exactly once
append     path: text put at the end
files      path: whole text
latin-1    path: text saved in that encoding
filler     path: size in bytes
folder     list of paths that become folders
delete     list of paths
expected   list of code@path:line, all of it and nothing else
fix        words that each reported hint must hold, one entry of `expected` after the other
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from support.book import Book
from support.paths import TESTS

CASES = TESTS / "unit" / "cases"


def load(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file."""
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return found


def params(name: str) -> list[Any]:
    """Return the cases of one file as parameters of a test, named by their titles."""
    return [pytest.param(case, id=f"{Path(name).stem}: {case['title']}") for case in load(name)]


def book_params() -> list[Any]:
    """Return the cases on books, of all files."""
    return [param for path in sorted((CASES / "books").glob("*.yaml")) for param in params(f"books/{path.name}")]


def make_book(case: dict[str, Any], root: Path) -> Book:
    """Return the sound book with the changes of a case."""
    book = Book.sound(root)
    for path in [*case.get("delete", ()), *case.get("folder", ())]:
        if (book.docs / path).exists():
            book.delete(path)
    for path in case.get("folder", ()):
        (book.docs / path).mkdir(parents=True)
    for path, content in case.get("files", {}).items():
        book.write(path, content)
    for path, content in case.get("latin-1", {}).items():
        book.write(path, content.encode("latin-1"))
    for path, changes in case.get("edit", {}).items():
        for old, new in changes:
            book.edit(path, old, new)
    for path, content in case.get("append", {}).items():
        book.append(path, content)
    for path, size in case.get("filler", {}).items():
        book.write(path, "All work and no play. " * (size // 22))
    return book
