"""`current.html` answers whether a printed copy is current, also on a copy of the site that lies on a disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from browser import axe
from playwright.sync_api import Browser, Page, expect
from support import chromium
from support.book import Book
from support.building import build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with its PDF files."""
    book = Book.sound(tmp_path_factory.mktemp("current"))
    build(book.docs, book.root / "out" / "pdf", "typst")
    return build(book.docs, book.root / "out").out


@pytest.fixture(scope="module", params=["served", "from a disk"])
def place(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Return the address of the site."""
    if request.param == "from a disk":
        yield folder.as_uri()
        return
    with chromium.serve(folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab."""
    found = browser.new_page(viewport={"width": 390, "height": 800})
    yield found
    found.close()


def code_of(folder: Path, path: str) -> str:
    files = json.loads((folder / "pdf/files.json").read_text("utf-8"))["files"]
    return str(next(file["code"] for file in files if file["path"] == path))


def test_a_current_code_is_said_to_be_current_and_names_its_file(page: Page, place: str, folder: Path) -> None:
    code = code_of(folder, "drugs/alphadine.pdf")
    page.goto(f"{place}/current.html?code={code}")
    answer = page.locator("#kb-answer")
    expect(answer.locator("h2")).to_have_text(f"Yes: {code} is current")
    link = answer.get_by_role("link", name="Alphadine (leaflet)")
    expect(link).to_have_attribute("href", "pdf/drugs/alphadine.pdf")


def test_an_old_code_is_refused_with_a_way_to_the_current_files(page: Page, place: str) -> None:
    page.goto(f"{place}/current.html?code=000000")
    answer = page.locator("#kb-answer")
    expect(answer.locator("h2")).to_have_text("No: 000000 is not current")
    expect(answer.get_by_role("link", name="All current files")).to_be_visible()


def test_a_code_is_typed_with_small_letters_and_with_letters_for_digits(page: Page, place: str, folder: Path) -> None:
    code = code_of(folder, "drugs/alphadine.pdf")
    page.goto(f"{place}/current.html")
    field = page.get_by_label("Version code from the foot of the sheet")
    field.fill(code.lower().replace("0", "o").replace("1", "l"))
    field.press("Enter")
    expect(page.locator("#kb-answer h2")).to_have_text(f"Yes: {code} is current")


@pytest.mark.parametrize("code", ["", "   ", "%3Cscript%3E", "%22%27", "🙂"])
def test_what_is_no_code_gets_a_plain_answer(page: Page, place: str, code: str) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{place}/current.html?code={code}")
    expect(page.locator("#kb-answer h2")).to_be_visible()
    assert "Yes" not in page.locator("#kb-answer").inner_text()
    assert complaints == []


def test_without_the_list_it_says_that_nothing_was_checked(page: Page, place: str) -> None:
    page.route("**/files.js*", lambda route: route.abort())
    page.goto(f"{place}/current.html?code=ABC123")
    expect(page.locator("#kb-answer h2")).to_have_text("Not checked")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answer_has_no_barriers(page: Page, place: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{place}/current.html?code=000000")
    expect(page.locator("#kb-answer h2")).to_be_visible()
    assert axe.violations(page) == []
