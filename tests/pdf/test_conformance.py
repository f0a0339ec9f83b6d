"""Every PDF passes veraPDF for PDF/UA-1 and PDF/A-2a; the check itself is checked on a file made bad."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pdf.reading import ALL, LEAFLETS, PDFS, VOLUMES, name_of, record
from pdf.verapdf import broken_rules, compile_driver
from support.book import Book
from support.building import build

FOLDERS = sorted({path.parent for path in LEAFLETS})
LARGEST = 700
"""Sheets of the largest file that veraPDF takes: its time grows with their square, and the book would need an hour.

The pages of a larger book are checked in their bundles, and what only a book has in the small book below.
"""


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_driver(tmp_path_factory.mktemp("verapdf"))


def test_the_pdfs_were_built() -> None:
    assert ALL, f"no PDF below {PDFS}: run `make site`"


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_leaflets_conform(folder: Path, driver: Path) -> None:
    assert broken_rules(driver, [path for path in LEAFLETS if path.parent == folder]) == []


@pytest.mark.parametrize("path", [path for path in VOLUMES if record(path)["sheets"] <= LARGEST], ids=name_of)
def test_book_and_bundles_conform(path: Path, driver: Path) -> None:
    assert broken_rules(driver, [path]) == []


def test_a_whole_book_conforms_with_cover_contents_and_index(book: Book, driver: Path) -> None:
    build(book.docs, book.root / "pdf", "typst")
    assert broken_rules(driver, [book.root / "pdf" / "antidepressants-in-neuropathic-pain.pdf"]) == []


def test_a_file_without_language_is_found(driver: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    with pikepdf.open(LEAFLETS[0]) as pdf:
        del pdf.Root.Lang
        pdf.save(bad)
    assert any("7.2-" in line for line in broken_rules(driver, [bad]))


def test_a_file_without_tags_is_found(driver: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    with pikepdf.open(LEAFLETS[0]) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(bad)
    assert broken_rules(driver, [bad])
