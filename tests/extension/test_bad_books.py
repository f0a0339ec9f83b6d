"""Every bad book of tests/unit/cases/books/ goes through Sphinx as well: no exception, and the same problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support import cases, html
from support.book import Book
from support.building import build


def test_the_sound_book_builds_strictly_without_a_warning(book: Book) -> None:
    built = build(book.docs, book.root / "out", strict=True)
    assert (built.warnings, built.status) == ("", 0)


@pytest.mark.parametrize("case", cases.book_params())
def test_sphinx_survives_a_bad_book_and_reports_what_the_lint_reports(case: dict[str, Any], tmp_path: Path) -> None:
    book = cases.make_book(case, tmp_path)
    built = build(book.docs, tmp_path / "out", "text")
    assert built.codes == {f"{item.code}@{item.path}:{item.line}" for item in book.lint()}, built.warnings


@pytest.mark.parametrize("directive", ["include", "literalinclude", "csv-table", "eval-rst"])
def test_no_directive_shows_a_file_from_outside_docs(directive: str, book: Book) -> None:
    (book.root / "secret.txt").write_text("TOPSECRET", "utf-8")
    inside = {
        "include": ":::{include} ../../secret.txt\n:::",
        "literalinclude": ":::{literalinclude} ../../secret.txt\n:::",
        "csv-table": ":::{csv-table}\n:file: ../../secret.txt\n:::",
        "eval-rst": "```{eval-rst}\n.. include:: ../../secret.txt\n```",
    }[directive]
    book.append("drugs/betadine.md", f"\n{inside}\n")
    built = build(book.docs, book.root / "out")
    assert built.codes
    assert "TOPSECRET" not in built.read("drugs/betadine.html")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "One <script>alert(1)</script> two.",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "```{raw} html\n<script>alert(1)</script>\n```",
        "```{eval-rst}\n.. raw:: html\n\n   <script>alert(1)</script>\n```",
        ":::{card} x\n:link: javascript:alert(1)\n:link-type: url\nx\n:::",
        ":::{button-link} javascript:alert(1)\nx\n:::",
        ":::{figure} x.png\n:target: javascript:alert(1)\n:::",
        "{drug}`<script>alert(1)</script> <alphadine>`",
        "{claim}`<script>alert(1)</script> <alphadine-effect>`",
    ],
)
def test_no_markup_reaches_the_page_as_a_script(text: str, book: Book) -> None:
    book.append("drugs/betadine.md", f"\n{text}\n")
    build(book.docs, book.root / "out")
    assert dangers(book.root / "out/drugs/betadine.html") == []


def dangers(page: Path) -> list[str]:
    """Return the elements of a page that run what a writer wrote."""
    return [
        str(tag)
        for tag in html.parse(page).find_all(True)
        if (tag.name == "script" and "alert" in tag.text)
        or any(name.startswith("on") or str(value).startswith("javascript:") for name, value in tag.attrs.items())
    ]


def test_markup_in_data_and_front_matter_reaches_the_page_as_text(book: Book) -> None:
    evil = "<script>alert(1)</script>"
    book.edit("data/claims/alphadine.yaml", "statement: Alphadine was no better", f"statement: {evil} was no better")
    book.edit("data/claims/alphadine.yaml", "locator: table 2", f"locator: {evil}")
    book.edit("data/sources.bib", "Alphadine in older people", evil)
    book.edit("drugs/betadine.md", "summary: Betadine", f"summary: {evil}")
    book.edit("mechanisms/test-path.md", "# Test path", f"# Test {evil.replace('<', chr(92) + '<')}")
    built = build(book.docs, book.root / "out")
    assert [danger for page in sorted(built.out.rglob("*.html")) for danger in dangers(page)] == []
