"""The search dialog, by keyboard, pointer and touch: each part of the interface in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser import axe
from playwright.sync_api import Browser, Page, expect
from support.site import Site

START = "drugs/amitriptyline.html"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page of the site on a wide screen; any script error fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    found = context.new_page()
    problems: list[str] = []
    found.on("pageerror", lambda problem: problems.append(str(problem)))
    found.goto(f"{address}/{START}")
    yield found
    context.close()
    assert problems == []


def search(page: Page, query: str) -> None:
    """Open the dialog, type a query and wait for its results."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_selector(f'dialog[data-query="{query}"]')


def test_slash_opens_it_and_escape_closes_it_and_gives_the_focus_back(page: Page) -> None:
    page.locator(".kb-search-button").focus()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    expect(page.locator(".kb-search-button")).to_be_focused()


def test_control_k_and_the_button_open_it(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".kb-search-button").click()
    expect(page.get_by_role("combobox")).to_be_focused()


def test_nothing_is_loaded_before_somebody_wants_to_search(page: Page) -> None:
    assert (
        page.evaluate(
            "performance.getEntriesByType('resource').filter(({name}) => name.includes('/search/index')).length"
        )
        == 0
    )


def test_no_key_is_lost_while_the_index_loads(page: Page) -> None:
    page.route("**/search/index.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.keyboard.press("/")
    page.keyboard.type("duloxetine dose", delay=5)
    expect(page.get_by_role("combobox")).to_have_value("duloxetine dose")
    page.wait_for_selector('dialog[data-query="duloxetine dose"] [role=option]')


def test_it_is_a_combobox_with_a_grouped_list(page: Page) -> None:
    search(page, "duloxetine max dose")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    owned = page.locator(f"#{box.get_attribute('aria-controls')}")
    expect(owned).to_have_attribute("role", "listbox")
    groups = owned.locator("[role=group]")
    names = [
        page.locator(f"#{groups.nth(n).get_attribute('aria-labelledby')}").inner_text().lower()
        for n in range(groups.count())
    ]
    assert names[0] == "answer"
    assert {"sections"} <= set(names)


def test_arrows_choose_and_enter_opens_the_section(page: Page) -> None:
    search(page, "venlafaxine overdose")
    box = page.get_by_role("combobox")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("ArrowUp")
    last = page.locator("[role=option]").last
    expect(last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/drugs/venlafaxine.html#overdose")


def test_enter_without_a_choice_leads_to_all_results(page: Page) -> None:
    search(page, "dry mouth")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=dry%20mouth")
    expect(page.locator("#kb-results-field")).to_have_value("dry mouth")
    expect(page.locator(".kb-page-hit").first).to_be_visible()


def test_a_click_opens_a_result(page: Page) -> None:
    search(page, "trigeminal neuralgia red flags")
    page.locator("[role=option].kb-hit").first.click()
    page.wait_for_url("**/conditions/trigeminal-neuralgia.html#red-flags")


def test_the_answer_card_shows_value_place_source_and_date(page: Page) -> None:
    search(page, "duloxetine max dose uk")
    card = page.locator(".kb-answer").first
    expect(card.locator(".kb-place").first).to_have_text("UK")
    expect(card.locator(".kb-answer-value").first).to_contain_text("mg")
    expect(card.locator(".kb-answer-source").first).to_contain_text("checked 20")


def test_snippets_carry_marks_and_counts_are_announced(page: Page) -> None:
    search(page, "venlafaxine blood pressure")
    expect(page.locator(".kb-hit mark").first).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("result")


def test_it_says_what_was_corrected_and_offers_the_literal_search(page: Page) -> None:
    search(page, "amitryptalin")
    notes = page.locator(".kb-search-notes")
    expect(notes).to_contain_text("Showing amitriptyline for amitryptalin")
    notes.get_by_role("button", name="Search exactly what I typed").click()
    expect(page.locator(".kb-search-notes")).not_to_contain_text("Showing")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_a_brand_is_explained(page: Page) -> None:
    search(page, "cymbalta")
    expect(page.locator(".kb-search-notes")).to_contain_text("Cymbalta is a brand of duloxetine")


def test_a_name_that_may_be_two_drugs_shows_both(page: Page) -> None:
    search(page, "duoxetine")
    expect(page.locator(".kb-choice")).to_contain_text(["Duloxetine"])
    expect(page.locator(".kb-search-list")).to_contain_text("Fluoxetine")
    expect(page.locator(".kb-answer")).to_have_count(0)


def test_an_outside_topic_is_said_not_to_be_covered(page: Page) -> None:
    search(page, "ibuprofen dose")
    expect(page.locator(".kb-search-missing")).to_contain_text("not covered here")
    expect(page.locator(".kb-answer")).to_have_count(0)


def test_facets_have_counts_and_narrow_the_results(page: Page) -> None:
    search(page, "nerve pain")
    chip = page.locator(".kb-chip", has_text="Condition")
    assert int(chip.locator(".kb-chip-count").inner_text()) > 0
    chip.click()
    expect(page.locator(".kb-chip[aria-pressed=true]")).to_contain_text("Condition")
    kinds = page.locator(".kb-search-list .kb-hit-kind").all_inner_texts()
    assert set(kinds) == {"Condition"}


def test_recent_searches_are_kept_here_and_can_be_cleared(page: Page, address: str) -> None:
    search(page, "allodynia")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#*")
    page.goto(f"{address}/{START}")
    page.keyboard.press("/")
    expect(page.locator(".kb-recent")).to_have_text(["allodynia"])
    page.get_by_role("button", name="Clear recent searches").click()
    expect(page.locator(".kb-recent")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('kb-recent-searches')") is None


def test_markup_in_a_query_stays_text(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text("<img src=x onerror=window.hit=1> dose")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert page.locator("dialog img").count() == 0


def test_painkb_search_in_the_browser_gives_what_the_command_line_gives(page: Page, ask: Any) -> None:
    (there,) = ask("cymbalta max dose")
    here = page.evaluate("painkb.search('cymbalta max dose', {limit: 10})")
    there.pop("milliseconds")
    assert here == there


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "cymbalta max dose", "duoxetine", "ibuprofen dose", "amitryptalin"])
def test_axe_finds_nothing_in_the_dialog(scheme: Any, query: str, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)
    page.evaluate("localStorage.setItem('kb-recent-searches', '[\"dose\"]')")
    page.keyboard.press("/")
    page.wait_for_selector("dialog .kb-search-bar")
    if query:
        page.keyboard.type(query)
        page.wait_for_selector(f'dialog[data-query="{query}"]')
        page.keyboard.press("ArrowDown")
    assert axe.violations(page) == []


@pytest.mark.parametrize(("width", "height"), [(375, 700), (320, 256)], ids=["phone", "400% zoom"])
def test_a_small_screen_shows_everything_without_scrolling_sideways(
    width: int, height: int, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/{START}")
    page.get_by_role("button", name="Search").locator("visible=true").first.click()
    page.keyboard.type("duloxetine max dose")
    page.wait_for_selector('dialog[data-query="duloxetine max dose"] .kb-answer')
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
    # In one step: the answer is drawn again when the texts of its page arrive.
    page.evaluate("document.querySelector('.kb-answer').scrollIntoView()")
    expect(page.locator(".kb-answer").first).to_be_in_viewport()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog")).not_to_be_visible()
    context.close()


def test_it_works_from_disk(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto((site.folder / START).as_uri())
    page.keyboard.press("/")
    page.keyboard.type("cymbalta")
    page.wait_for_selector(
        'dialog[data-query="cymbalta"] [role=option] mark, dialog[data-query="cymbalta"] [role=option]'
    )
    expect(page.locator("[role=option]").first).to_contain_text("Duloxetine")
    page.close()


def test_nothing_violates_a_strict_content_policy(browser: Browser, address: str) -> None:
    """Only our own scripts are judged: the theme has an inline script of its own."""
    page = browser.new_page()
    policy = (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
    )
    page.route(f"{address}/**", lambda route: _with_policy(route, policy))
    blocked: list[str] = []
    page.on("console", lambda line: blocked.append(line.text) if "Content Security Policy" in line.text else None)
    page.goto(f"{address}/{START}")
    page.keyboard.press("/")
    page.keyboard.type("dose")
    page.wait_for_selector('dialog[data-query="dose"] mark')
    page.unroute_all(behavior="wait")
    page.close()
    assert blocked == []


def _with_policy(route: Any, policy: str) -> None:
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})


def test_without_scripts_the_box_leads_to_the_index(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/{START}")
    page.locator(".kb-search-plain-field").fill("cymbalta")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z.html?q=cymbalta")
    expect(page.locator(".kb-az li", has_text="Cymbalta").first).to_contain_text("brand of Duloxetine")
    context.close()


def test_the_page_behind_is_out_of_reach_while_the_dialog_is_open(page: Page) -> None:
    search(page, "duloxetine")
    expect(page.locator("body > .page")).to_have_attribute("inert", "")
    assert page.locator("dialog").get_attribute("aria-modal") == "true"
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    assert page.locator("[inert]").count() == 0


def test_a_tab_right_after_opening_cannot_leave_the_dialog(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.locator("#kb-search-field")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")


def test_a_click_beside_the_dialog_closes_it_and_follows_no_link(page: Page) -> None:
    before = page.url
    search(page, "duloxetine")
    page.mouse.click(12, page.viewport_size["height"] - 12)
    expect(page.locator("dialog")).not_to_be_visible()
    assert page.url == before
