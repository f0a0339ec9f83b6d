"""The output depends on the book alone: not on processes, the order of hashes or the place on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.book import Book
from support.building import differences
from support.paths import CONF


def sphinx(docs: Path, out: Path, *options: str, seed: str = "0") -> None:
    """Run sphinx-build in a process of its own."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", str(CONF), *options, str(docs), str(out)]
    command += ["-d", f"{out}.doctrees"]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})


@pytest.fixture
def serial(book: Book) -> Path:
    """Return the output of a serial build."""
    sphinx(book.docs, book.root / "serial")
    return book.root / "serial"


def test_two_processes_give_the_same_bytes_as_one(book: Book, serial: Path) -> None:
    sphinx(book.docs, book.root / "parallel", "-j", "2")
    assert differences(serial, book.root / "parallel") == {}


def test_two_processes_give_the_same_bytes_as_one_after_a_change(book: Book) -> None:
    out = book.root / "parallel"
    sphinx(book.docs, out, "-j", "2")
    book.edit("drugs/alphadine.md", "# Alphadine", "# Alphadine anew")
    book.page("drugs/gammadine", "Gammadine", "See {drug}`alphadine`.\n")
    book.edit("glossary.md", "A cable of", "A {term}`placebo` of")
    sphinx(book.docs, out, "-j", "2")
    sphinx(book.docs, book.root / "serial")
    assert differences(out, book.root / "serial") == {}


def test_the_order_of_hashes_leaves_no_trace_in_the_output(book: Book, serial: Path) -> None:
    sphinx(book.docs, book.root / "other", seed="7")
    assert differences(serial, book.root / "other") == {}


def test_the_place_of_the_folder_leaves_no_trace_in_the_output(book: Book, serial: Path) -> None:
    book.docs.rename(book.root / "moved")
    (book.root / "deep").mkdir()
    (book.root / "moved").rename(book.root / "deep" / "docs")
    sphinx(book.root / "deep" / "docs", book.root / "elsewhere")
    assert differences(serial, book.root / "elsewhere") == {}
