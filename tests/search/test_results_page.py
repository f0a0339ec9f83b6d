"""The results page can be linked, filtered and used without a mouse; the A to Z index stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser import axe
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_a_link_to_a_search_shows_its_results(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=duloxetine+kidney")
    expect(page.locator("#kb-results-field")).to_have_value("duloxetine kidney")
    first = page.locator(".kb-page-hit a.kb-hit").first
    expect(first).to_have_attribute("href", "./drugs/duloxetine.html#older-adults-kidney-liver-heart")
    assert page.title().startswith("duloxetine kidney")


def test_typing_changes_results_and_address(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html")
    page.locator("#kb-results-field").press_sequentially("allodynia")
    expect(page.locator(".kb-hit-page").first).to_have_text("allodynia")
    page.wait_for_url("**/search.html?q=allodynia")


def test_filters_have_counts_and_can_be_linked(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=nerve+pain")
    page.locator("label.kb-filter", has_text="Conditions").click()
    page.wait_for_url("**kind=condition*")
    expect(page.locator(".kb-page-hit .kb-hit-kind").first).to_have_text("Condition")
    assert set(page.locator(".kb-page-hit .kb-hit-kind").all_inner_texts()) == {"Condition"}


def test_an_outside_topic_is_said_not_to_be_covered(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=metformin")
    expect(page.locator(".kb-search-missing")).to_contain_text("not covered here")


def test_markup_in_the_address_stays_text(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E")
    expect(page.locator("#kb-results-field")).to_have_value("<img src=x onerror=window.hit=1>")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["search.html?q=duloxetine+max+dose", "search.html?q=metformin", "a-z.html"])
def test_axe_finds_nothing(scheme: Any, path: str, page: Page, address: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{path}")
    page.wait_for_selector("#kb-results > *, .kb-az")
    assert axe.violations(page) == []


@pytest.mark.parametrize("path", ["search.html?q=venlafaxine+blood+pressure", "a-z.html"])
def test_a_phone_need_not_scroll_sideways(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{address}/{path}")
    page.wait_for_selector("#kb-results > *, .kb-az")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_without_scripts_it_names_the_index(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search.html?q=dose")
    page.locator("noscript a, article a", has_text="A to Z index").first.click()
    page.wait_for_url("**/a-z.html")
    context.close()
