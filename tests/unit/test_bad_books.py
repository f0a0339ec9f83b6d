"""Every mistake a writer can make is reported with path, line, code and a fix; the cases are in cases/books/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from painkb.diagnostics import Code
from support import cases
from support.book import Book


def test_the_sound_book_has_no_problem(book: Book) -> None:
    assert book.lint() == []


@pytest.mark.parametrize("case", cases.book_params())
def test_a_changed_book_gives_exactly_the_problems_expected(case: dict[str, Any], tmp_path: Path) -> None:
    found = cases.make_book(case, tmp_path).lint()
    shown = "\n".join(map(str, found))
    if case.get("codes_only"):
        assert {item.code.value for item in found} == set(case["expected"]), shown
    else:
        assert [f"{item.code}@{item.path}:{item.line}" for item in found] == case["expected"], shown
    for item, fix in zip(found, case.get("fix", ()), strict=False):
        assert fix in item.hint, shown


def test_every_code_has_a_case() -> None:
    covered = {entry.split("@")[0] for param in cases.book_params() for entry in param.values[0]["expected"]}
    assert set(Code.values()) - covered == set()


def test_no_case_expects_a_code_that_does_not_exist() -> None:
    covered = {entry.split("@")[0] for param in cases.book_params() for entry in param.values[0]["expected"]}
    assert covered - set(Code.values()) == set()
