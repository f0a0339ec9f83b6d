"""The lint as a command: exit status, output in three formats, choice of files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import lint_content
import pytest
from support.book import Book
from support.paths import DOCS, ROOT

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def broken(book: Book, monkeypatch: pytest.MonkeyPatch) -> Book:
    """Return the sound book with a problem on each of two pages, from the folder above it."""
    book.append("drugs/betadine.md", "See {drug}`alphadin`.\n")
    book.append("conditions/test-pain.md", "Take 25 mg.\n")
    monkeypatch.chdir(book.root)
    return book


def test_a_sound_book_gives_status_zero_and_says_so(book: Book, capsys: Captured) -> None:
    assert lint_content.main(["--docs", str(book.docs)]) == 0
    assert capsys.readouterr().out == "no problems found\n"


def test_problems_give_status_one_and_are_all_printed(broken: Book, capsys: Captured) -> None:
    assert lint_content.main([]) == 1
    assert capsys.readouterr().out.splitlines() == [
        'docs/conditions/test-pain.md:14: literal-clinical-number: "25" is a number without a claim '
        "(Show it with {claim}`id`, so that it has a source.)",
        'docs/drugs/betadine.md:16: unknown-page: no drug page "alphadin" (Did you mean "alphadine"?)',
        "2 problems found",
    ]


def test_json_holds_every_field_of_every_problem(broken: Book, capsys: Captured) -> None:
    assert lint_content.main(["--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found[1] == {
        "path": "docs/drugs/betadine.md",
        "line": 16,
        "code": "unknown-page",
        "message": 'no drug page "alphadin"',
        "hint": 'Did you mean "alphadine"?',
    }


def test_json_of_a_sound_book_is_an_empty_list(book: Book, capsys: Captured) -> None:
    assert lint_content.main(["--docs", str(book.docs), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_one_annotation_a_problem(broken: Book, capsys: Captured) -> None:
    assert lint_content.main(["--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("::error file=docs/drugs/betadine.md,line=16,title=unknown-page::no drug page")
    assert len(lines) == 2


def test_signs_that_mean_something_to_github_are_escaped(broken: Book, capsys: Captured) -> None:
    broken.append("conditions/test-pain.md", "Some 23% of people.\n")
    lint_content.main(["--format", "github"])
    assert "23%25" in capsys.readouterr().out


@pytest.mark.parametrize("chosen", ["docs/drugs", "docs/drugs/betadine.md", "./docs/../docs/drugs/betadine.md"])
def test_only_the_files_asked_for_are_reported(chosen: str, broken: Book, capsys: Captured) -> None:
    assert lint_content.main([chosen]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 problem found"


def test_a_sound_file_gives_status_zero_though_others_are_broken(broken: Book) -> None:
    assert lint_content.main(["docs/glossary.md"]) == 0


def test_absolute_paths_are_understood(broken: Book) -> None:
    assert lint_content.main([str(broken.docs / "drugs")]) == 1


@pytest.mark.parametrize("options", [["--docs", "nowhere"], ["docs/nothing.md"]])
def test_a_place_that_does_not_exist_gives_status_two_and_is_named(
    options: list[str], broken: Book, capsys: Captured
) -> None:
    assert lint_content.main(options) == 2
    assert options[-1] in capsys.readouterr().err


def test_a_wrong_option_gives_status_two(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        lint_content.main(["--format", "xml"])
    assert caught.value.code == 2
    assert "xml" in capsys.readouterr().err


def test_the_command_runs_by_itself_and_loads_neither_sphinx_nor_docutils(book: Book) -> None:
    command = [sys.executable, "-X", "importtime", str(ROOT / "scripts" / "lint_content.py"), "--docs", str(book.docs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=book.root)
    assert (done.returncode, done.stdout) == (0, "no problems found\n")
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert {"pydantic", "yaml"} <= loaded
    assert loaded & {"sphinx", "docutils", "myst_parser", "furo"} == set()


def test_the_folder_of_the_real_pages_is_the_one_read_by_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lint_content.main([]) == 2
    monkeypatch.chdir(ROOT)
    assert DOCS.is_dir()
    assert lint_content.main([]) in (0, 1)
    capsys.readouterr()
