"""Details of claims and definitions of terms come up on hover, focus and tap, and go away again (WCAG 1.4.13)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import axe
from playwright.sync_api import Browser, Locator, Page, expect

FACT = "a.kb-fact"
TERM = "a.kb-term"
BOX = "#kb-details[role=tooltip]"
WORDS = {FACT: "The UK label of alphadine starts at 10 mg at night.", TERM: "What a nerve carries"}
each_link = pytest.mark.parametrize("kind", [FACT, TERM], ids=["fact", "term"])


@pytest.fixture
def page(browser: Browser, tiny: str) -> Iterator[Page]:
    """Return a page with facts and terms."""
    found = browser.new_page(viewport={"width": 1280, "height": 800})
    found.goto(f"{tiny}/drugs/alphadine.html")
    yield found
    found.close()


def link(page: Page, kind: str) -> Locator:
    """Return the first link of a kind in the text."""
    return page.locator(f"#bottom-line {kind}").first


def expect_shown(page: Page, kind: str) -> None:
    """Expect the box to be there with the right words, tied to its link."""
    box = page.locator(BOX)
    expect(box).to_be_visible()
    expect(box).to_contain_text(WORDS[kind])
    expect(link(page, kind)).to_have_attribute("aria-describedby", "kb-details")


def expect_hidden(page: Page, kind: str) -> None:
    """Expect the box to be gone, and the link free of it."""
    expect(page.locator(BOX)).to_be_hidden()
    expect(link(page, kind)).not_to_have_attribute("aria-describedby", "kb-details")


@each_link
def test_nothing_is_shown_before_anybody_asks(page: Page, kind: str) -> None:
    expect_hidden(page, kind)


@each_link
def test_hovering_shows_the_details_and_leaving_hides_them(page: Page, kind: str) -> None:
    link(page, kind).hover()
    expect_shown(page, kind)
    page.mouse.move(5, 5)
    expect_hidden(page, kind)


@each_link
def test_the_pointer_can_move_into_the_details_and_rest_there(page: Page, kind: str) -> None:
    link(page, kind).hover()
    box = page.locator(BOX)
    expect(box).to_be_visible()
    frame = box.bounding_box()
    assert frame is not None
    page.mouse.move(frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2, steps=4)
    page.wait_for_timeout(600)  # well beyond the delay of hiding
    expect_shown(page, kind)


@each_link
def test_escape_hides_the_details_while_the_pointer_stays(page: Page, kind: str) -> None:
    link(page, kind).hover()
    expect_shown(page, kind)
    page.keyboard.press("Escape")
    expect_hidden(page, kind)


@each_link
def test_focus_shows_the_details_and_moving_on_hides_them(page: Page, kind: str) -> None:
    link(page, kind).focus()
    expect_shown(page, kind)
    page.locator("body a").first.focus()
    expect_hidden(page, kind)


@each_link
def test_escape_hides_the_details_and_leaves_the_focus_where_it_is(page: Page, kind: str) -> None:
    link(page, kind).focus()
    expect_shown(page, kind)
    page.keyboard.press("Escape")
    expect_hidden(page, kind)
    expect(link(page, kind)).to_be_focused()


def test_the_keyboard_reaches_a_fact_by_itself(page: Page) -> None:
    page.locator("#bottom-line h2").click()
    page.keyboard.press("Tab")
    if not link(page, FACT).evaluate("element => element === document.activeElement"):
        page.keyboard.press("Tab")  # the mark beside the heading comes first
    expect_shown(page, FACT)


@each_link
def test_the_details_stay_until_something_happens(page: Page, kind: str) -> None:
    link(page, kind).focus()
    page.wait_for_timeout(1500)
    expect_shown(page, kind)


@each_link
def test_the_details_hide_nothing_of_their_link_and_stay_in_the_window(page: Page, kind: str) -> None:
    link(page, kind).hover()
    expect_shown(page, kind)
    frame, spot = page.locator(BOX).bounding_box(), link(page, kind).bounding_box()
    assert frame is not None
    assert spot is not None
    assert frame["y"] >= spot["y"] + spot["height"] - 1 or frame["y"] + frame["height"] <= spot["y"] + 1
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 1280


def test_a_second_link_takes_the_details_over(page: Page) -> None:
    link(page, FACT).hover()
    expect_shown(page, FACT)
    link(page, TERM).hover()
    expect_shown(page, TERM)
    expect(link(page, FACT)).not_to_have_attribute("aria-describedby", "kb-details")


def test_the_details_of_a_fact_name_place_locator_day_and_source(page: Page) -> None:
    link(page, FACT).hover()
    box = page.locator(BOX)
    for words in ("United Kingdom", "section 4.2", "2026-01-10", "Agency for Tests"):
        expect(box).to_contain_text(words)


@each_link
def test_the_details_repeat_no_id(page: Page, kind: str) -> None:
    link(page, kind).hover()
    expect_shown(page, kind)
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


@each_link
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_details_are_accessible_while_they_are_shown(page: Page, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    link(page, kind).hover()
    expect_shown(page, kind)
    assert axe.violations(page) == []


@pytest.fixture
def phone(browser: Browser, tiny: str) -> Iterator[Page]:
    """Return the same page on a phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    found = context.new_page()
    found.goto(f"{tiny}/drugs/alphadine.html")
    yield found
    context.close()


@each_link
def test_a_tap_shows_the_details_and_does_not_leave_the_place(phone: Page, kind: str) -> None:
    before = phone.url
    link(phone, kind).tap()
    expect_shown(phone, kind)
    assert phone.url == before


@each_link
def test_a_tap_elsewhere_hides_the_details(phone: Page, kind: str) -> None:
    link(phone, kind).tap()
    expect_shown(phone, kind)
    phone.locator("h1").tap()
    expect_hidden(phone, kind)


@each_link
def test_the_details_fit_a_narrow_phone(phone: Page, kind: str) -> None:
    link(phone, kind).tap()
    expect_shown(phone, kind)
    frame = phone.locator(BOX).bounding_box()
    assert frame is not None
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 320
    assert phone.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_list_of_references_opens_at_the_fact_that_a_link_leads_to(page: Page) -> None:
    link(page, FACT).click()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#fact-alphadine-dose-start-uk")
    expect(page.locator("#fact-alphadine-dose-start-uk")).to_be_visible()
