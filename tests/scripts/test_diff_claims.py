"""The clinical difference as a command: exit status and output in three formats; git is not run."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import diff_claims
import pytest
from painkb import book as books
from painkb.index import Index
from support.book import Book

Captured = pytest.CaptureFixture[str]
CLAIMS = "data/claims/alphadine.yaml"


@pytest.fixture
def changed(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """Return a book to change; what git would give for any revision is the sound book."""
    sound = Index(books.load(Book.sound(tmp_path / "base").docs, "docs"))
    monkeypatch.setattr(diff_claims, "_at_revision", lambda revision, docs: sound)
    return book


def run(book: Book, *options: str) -> int:
    """Run the command on the files of a book as they are."""
    return diff_claims.main(["main", "--docs", str(book.docs), *options])


def test_no_change_gives_status_zero_and_says_so(changed: Book, capsys: Captured) -> None:
    assert run(changed) == 0
    assert capsys.readouterr().out == "no claim changed\n"


def test_a_changed_dose_without_a_new_check_gives_status_two(changed: Book, capsys: Captured) -> None:
    changed.edit(CLAIMS, "{kind: dose, amount: 10,", "{kind: dose, amount: 15,")
    assert run(changed) == 2
    out = capsys.readouterr().out
    for words in (
        "Changed: alphadine, starting dose [uk] (high risk)",
        "-> 15",
        "NOT CHECKED AGAIN",
        "drugs/alphadine",
    ):
        assert words in out


def test_a_change_of_lower_risk_gives_status_zero(changed: Book, capsys: Captured) -> None:
    changed.edit(CLAIMS, "no better than placebo", "as good as placebo")
    assert run(changed) == 0
    assert "as good as placebo" in capsys.readouterr().out


def test_json_and_markdown_tell_the_same(changed: Book, capsys: Captured) -> None:
    changed.edit(CLAIMS, "{kind: dose, amount: 10,", "{kind: dose, amount: 15,")
    assert run(changed, "--format", "json") == 2
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["claim"], record["unchecked"], record["after"]["value"]["amount"]) == (
        "alphadine-dose-start-uk",
        True,
        15,
    )
    assert run(changed, "--format", "markdown") == 2
    assert capsys.readouterr().out.startswith("## Clinical changes")


def test_a_revision_that_does_not_exist_gives_status_one(
    book: Book, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def fail(revision: str, docs: Path) -> Index:
        raise subprocess.CalledProcessError(128, "git", stderr=b"fatal: not a valid object name nothing")

    monkeypatch.setattr(diff_claims, "_at_revision", fail)
    assert run(book) == 1
    assert "nothing" in capsys.readouterr().err
