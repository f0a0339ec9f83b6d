"""The clinical difference between two versions of the claims is told by records, the riskiest first."""

from __future__ import annotations

from pathlib import Path

import pytest
from painkb import book as books
from painkb.claimdiff import Change, compare
from painkb.index import Index
from support.book import Book

CLAIMS = "data/claims/alphadine.yaml"
DOSE = "{kind: dose, amount: 10,"


@pytest.fixture
def base(tmp_path: Path) -> Index:
    """Return the index of the sound book."""
    return Index(books.load(Book.sound(tmp_path / "base").docs, "docs"))


def changes(base: Index, book: Book) -> list[Change]:
    """Return what changed from the sound book to a changed one."""
    return compare(base, Index(books.load(book.docs, "docs")))


def test_equal_books_have_no_difference(base: Index, book: Book) -> None:
    assert changes(base, book) == []


def test_a_changed_dose_names_old_and_new_value_and_the_pages_that_show_it(base: Index, book: Book) -> None:
    book.edit(CLAIMS, DOSE, DOSE.replace("10", "15"))
    (change,) = changes(base, book)
    assert (change.kind, change.claim.id) == ("changed", "alphadine-dose-start-uk")
    name, old, new = change.fields[0]
    assert name == "value"
    assert old.startswith("10")
    assert new.startswith("15")
    assert change.shown_on == ("drugs/alphadine", "tools/compare-doses")


def test_a_high_risk_claim_that_changed_without_a_new_check_is_marked(base: Index, book: Book) -> None:
    book.edit(CLAIMS, DOSE, DOSE.replace("10", "15"))
    assert [change.unchecked for change in changes(base, book)] == [True]
    record = book.read(CLAIMS)
    book.write(CLAIMS, record.replace("checked: 2026-01-10", "checked: 2026-01-20", 1))
    assert [change.unchecked for change in changes(base, book)] == [False]


def test_a_new_check_alone_is_no_clinical_change(base: Index, book: Book) -> None:
    book.write(CLAIMS, book.read(CLAIMS).replace("checked: 2026-01-10", "checked: 2026-01-20", 1))
    assert [change.kind for change in changes(base, book)] == ["rechecked"]


def test_the_riskiest_change_comes_first(base: Index, book: Book) -> None:
    book.edit(CLAIMS, "no better than placebo", "as good as placebo")
    book.edit(CLAIMS, DOSE, DOSE.replace("10", "15"))
    assert [change.claim.risk for change in changes(base, book)] == ["high", "medium"]


def test_claims_that_come_and_go_are_told(base: Index, book: Book) -> None:
    book.edit(CLAIMS, "id: alphadine-no-effect", "id: alphadine-nothing")
    assert {(change.kind.value, change.claim.id) for change in changes(base, book)} == {
        ("added", "alphadine-nothing"),
        ("removed", "alphadine-no-effect"),
    }


def test_a_claim_that_only_moved_is_no_change(base: Index, book: Book) -> None:
    book.write(CLAIMS, "# A comment.\n" + book.read(CLAIMS))
    assert changes(base, book) == []
