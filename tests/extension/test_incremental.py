"""An incremental build equals a clean build byte for byte, and writes again only the pages that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.book import Book
from support.building import build, contents, differences

Change = Callable[[Book], object]
NEW_CLAIM = """\
- id: betadine-cause
  topic: cause
  subject: betadine
  about: [test-pain]
  statement: Betadine causes tests.
  source: smith2020trial
  locator: page 3
  seen: https://example.org/trial
  checked: 2026-01-10
"""
CLAIMS = "data/claims/alphadine.yaml"


def _cut_claim(book: Book, claim_id: str) -> None:
    """Delete one claim from the claims of alphadine."""
    records = book.read(CLAIMS).split("- id: ")
    book.write(CLAIMS, "- id: ".join(record for record in records if not record.startswith(f"{claim_id}\n")))


def _retitle(docname: str) -> Change:
    """Return a change of the title of a page."""

    def change(book: Book) -> None:
        lines = book.read(f"{docname}.md").splitlines(keepends=True)
        book.write(f"{docname}.md", "".join(f"{line.rstrip()} anew\n" if line[:2] == "# " else line for line in lines))

    return change


def _rename_drug(book: Book) -> None:
    book.rename("drugs/betadine.md", "drugs/gammadine.md")
    book.edit("index.md", "{drug}`betadine`", "{drug}`gammadine`")


def _rename_claim(book: Book) -> None:
    book.edit(CLAIMS, "id: alphadine-no-effect", "id: alphadine-nothing")
    book.edit("drugs/alphadine.md", "alphadine-effect, alphadine-no-effect", "alphadine-effect, alphadine-nothing")


def _add_drug(book: Book) -> None:
    book.page(
        "drugs/gammadine", "Gammadine", "See {drug}`alphadine`.\n", more="  relations: {belongs-to: [testines]}\n"
    )


def _add_claim(book: Book) -> None:
    book.write("data/claims/betadine.yaml", NEW_CLAIM).append("drugs/betadine.md", "{statement}`betadine-cause`\n")


CHANGES: dict[str, Change] = {
    "nothing": lambda book: None,
    "a sentence of a page": lambda book: book.append("drugs/betadine.md", "Nobody takes it.\n"),
    "the summary of a page": lambda book: book.edit("drugs/betadine.md", "another drug", "one more drug"),
    "the date of a page that a table lists": lambda book: book.edit(
        "drugs/betadine.md", "checked: 2026-01-15", "checked: 2026-01-16"
    ),
    "the status of a page": lambda book: book.edit(
        "about/disclaimer.md",
        "status: draft",
        "status: reviewed\n  review: {by: Ann, role: nurse, on: 2026-01-15, against: all}",
    ),
    "the title of a drug": _retitle("drugs/alphadine"),
    "the title of the class": _retitle("classes/testines"),
    "the title of a page that a table of claims names": _retitle("conditions/test-pain"),
    "the title of a page that a definition names": _retitle("mechanisms/test-path"),
    "the title of a patient page": _retitle("patients/why-alphadine"),
    "the title of a table page": _retitle("tools/compare-doses"),
    "the title of the glossary, which every sidebar shows": _retitle("glossary"),
    "the title of the disclaimer, which every page record shows": _retitle("about/disclaimer"),
    "the title of the editorial policy, which every page record shows": _retitle("about/editorial-policy"),
    "the title of the list of drugs": _retitle("drugs/index"),
    "the title of the home page": _retitle("index"),
    "a new relation": lambda book: book.edit(
        "drugs/betadine.md", "belongs-to: [testines]", "belongs-to: [testines]\n    used-for: [test-pain]"
    ),
    "a relation that goes": lambda book: book.edit("drugs/alphadine.md", "    used-for: [test-pain]\n", ""),
    "a new page": _add_drug,
    "a new page of a new kind": lambda book: book.page("safety/tests", "Tests", "See {drug}`alphadine`.\n"),
    "a new list of a kind that had none": lambda book: book.page(
        "classes/index", "Classes", ":::{pages}\n:kind: class\n:::\n"
    ),
    "a new list of a kind that has no page yet": lambda book: book.page("guides/index", "Guides", "None yet.\n"),
    "a page that goes": lambda book: (
        book.delete("drugs/betadine.md"),
        book.edit("index.md", "{drug}`betadine`, ", ""),
    ),
    "a page that goes while others name it": lambda book: book.delete("drugs/betadine.md"),
    "a table page that goes": lambda book: (
        book.delete("tools/compare-doses.md"),
        book.edit("index.md", "{tool}`compare-doses`, ", ""),
    ),
    "the disclaimer goes": lambda book: (
        book.delete("about/disclaimer.md"),
        book.edit("about/editorial-policy.md", "Read the [disclaimer](disclaimer.md) and", "Read"),
    ),
    "a list of a kind that goes": lambda book: book.delete("drugs/index.md"),
    "another file name": _rename_drug,
    "the number of a claim": lambda book: book.edit(CLAIMS, "{kind: dose, amount: 10,", "{kind: dose, amount: 15,"),
    "the statement of a claim": lambda book: book.edit(CLAIMS, "no better than placebo in", "as good as placebo in"),
    "the day of a claim": lambda book: book.edit(
        CLAIMS, "abstract only\n  checked: 2026-01-12", "abstract only\n  checked: 2026-01-02"
    ),
    "the source of a claim": lambda book: book.edit(CLAIMS, "source: muller2019old", "source: smith2020trial"),
    "the pages that a claim is about": lambda book: book.edit(
        CLAIMS, "about: [test-pain]", "about: [test-pain, betadine]"
    ),
    "the place of a claim": lambda book: book.edit(CLAIMS, "jurisdiction: uk", "jurisdiction: eu"),
    "a new claim": _add_claim,
    "a new claim that nothing shows": lambda book: book.write("data/claims/betadine.yaml", NEW_CLAIM),
    "a claim that goes": lambda book: (
        _cut_claim(book, "alphadine-no-effect"),
        book.edit("drugs/alphadine.md", "alphadine-effect, alphadine-no-effect", "alphadine-effect"),
    ),
    "a claim that goes while pages show it": lambda book: _cut_claim(book, "alphadine-dose-max-us"),
    "another id of a claim": _rename_claim,
    "the order of claims": lambda book: book.write(
        CLAIMS, "".join(f"- id: {record}" for record in reversed(book.read(CLAIMS).split("- id: ")[1:]))
    ),
    "a definition": lambda book: book.edit("glossary.md", "A cable of the body.", "A cable of a body."),
    "a definition that names another term": lambda book: book.edit("glossary.md", "A cable of", "A {term}`placebo` of"),
    "another main name of a term": lambda book: book.edit("glossary.md", "nerve\nneuron", "neuron\nnerve"),
    "another spelling of a main name": lambda book: book.edit("glossary.md", "nerve\nneuron", "Nerve\nneuron"),
    "a new term": lambda book: book.edit("glossary.md", "placebo\n", "pain\n  It hurts.\n\nplacebo\n"),
    "a term that goes": lambda book: book.edit("glossary.md", "\nplacebo\n  A treatment without an active part.\n", ""),
    "the title of a source": lambda book: book.edit("data/sources.bib", "Alphadine for test pain", "Alphadine in pain"),
    "the lead author of a source": lambda book: book.edit("data/sources.bib", "Smith, Ann B", "Jones, Ann B"),
    "the year of a source": lambda book: book.edit("data/sources.bib", "year = {2019}", "year = {2018}"),
    "a new source": lambda book: book.append(
        "data/sources.bib", "\n@misc{new2020,\n  title = {New},\n  url = {https://example.org/new},\n}\n"
    ),
    "a source that moves down in its file": lambda book: book.write(
        "data/sources.bib", "% A comment.\n\n" + book.read("data/sources.bib")
    ),
}


@dataclass
class Outcome:
    """What a change led to: files that differ from those of a clean build, pages with new content, pages touched."""

    different: dict[str, str]
    changed: set[str]
    touched: set[str]


@pytest.fixture(scope="module", params=CHANGES)
def outcome(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Build the sound book, change it, build it again, and build the changed book afresh."""
    book = Book.sound(tmp_path_factory.mktemp("book"))
    out, clean = book.root / "incremental", book.root / "clean"
    pages = build(book.docs, out).written
    before, times = contents(out), _times(out)
    CHANGES[request.param](book)
    pages |= build(book.docs, out).written
    after = contents(out)
    changed = {name for name in pages if before.get(f"{name}.html") != after.get(f"{name}.html")}
    touched = {name for name in pages if times.get(f"{name}.html") != _times(out).get(f"{name}.html")}
    build(book.docs, clean)
    return Outcome(differences(out, clean), changed, touched)


def _times(folder: Path) -> dict[str, int]:
    """Return when each file below a folder was last written."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def _is_search(name: str) -> bool:
    return name == "searchindex.js" or name.startswith("search/")


def test_after_a_change_every_page_and_data_file_equals_that_of_a_clean_build(outcome: Outcome) -> None:
    assert {name: how for name, how in outcome.different.items() if not _is_search(name)} == {}


def test_after_a_change_the_search_files_equal_those_of_a_clean_build(outcome: Outcome) -> None:
    assert {name: how for name, how in outcome.different.items() if _is_search(name)} == {}


def test_after_a_change_only_pages_whose_content_changed_are_written(outcome: Outcome) -> None:
    assert outcome.touched - outcome.changed == set()


def test_a_change_and_its_reverse_lead_back_to_the_first_build(book: Book) -> None:
    out = book.root / "out"
    build(book.docs, out)
    before = contents(out)
    page, claims, terms = (book.read(path) for path in ("drugs/alphadine.md", CLAIMS, "glossary.md"))
    _retitle("drugs/alphadine")(book)
    book.edit(CLAIMS, "{kind: dose, amount: 10,", "{kind: dose, amount: 15,")
    book.edit("glossary.md", "A cable of", "A {term}`placebo` of")
    build(book.docs, out)
    assert contents(out) != before
    book.write("drugs/alphadine.md", page).write(CLAIMS, claims).write("glossary.md", terms)
    build(book.docs, out)
    assert contents(out) == before


def test_a_far_page_of_a_long_section_does_not_write_the_others_again(book: Book) -> None:
    for number in range(50):
        book.page(
            f"guides/guide-{chr(97 + number // 26)}{chr(97 + number % 26)}",
            f"Guide {chr(97 + number // 26)}{chr(97 + number % 26)}",
        )
    out = book.root / "out"
    build(book.docs, out)
    _retitle("guides/guide-bx")(book)
    written = build(book.docs, out).written
    assert "guides/guide-aa" not in written


def test_a_problem_on_an_unchanged_page_is_reported_again_when_another_page_changes(book: Book) -> None:
    out = book.root / "out"
    book.append("drugs/betadine.md", "See {drug}`gamma`.\n")
    assert build(book.docs, out).codes == {"unknown-page@docs/drugs/betadine.md:16"}
    book.append("conditions/test-pain.md", "More.\n")
    assert build(book.docs, out).codes == {"unknown-page@docs/drugs/betadine.md:16"}
