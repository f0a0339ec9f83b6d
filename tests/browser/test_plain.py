"""Pages serve readers without scripts and on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

PAGE = "drugs/alphadine.html"


@pytest.fixture
def bare(browser: Browser, tiny: str) -> Iterator[Page]:
    """Return a page in a browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{tiny}/{PAGE}")
    yield page
    context.close()


def test_the_text_and_the_way_to_other_pages_are_there_without_scripts(bare: Page) -> None:
    expect(bare.locator("h1")).to_be_visible()
    expect(bare.locator("#bottom-line")).to_contain_text("10\u202fmg per day")
    expect(bare.locator(".sidebar-tree a", has_text="Betadine")).to_be_visible()
    expect(bare.locator(".kb-facts")).to_be_visible()


def test_a_fact_leads_to_its_details_without_scripts(bare: Page) -> None:
    bare.locator("#bottom-line a.kb-fact").first.click()
    assert bare.url.endswith("#fact-alphadine-dose-start-uk")
    expect(bare.locator("#fact-alphadine-dose-start-uk")).to_be_visible()


def test_a_term_leads_to_its_definition_without_scripts(bare: Page) -> None:
    bare.locator("#bottom-line a.kb-term").first.click()
    assert bare.url.endswith("#word-nerve-signal")
    expect(bare.locator("#word-nerve-signal")).to_be_in_viewport()


def test_facts_unfold_without_scripts(bare: Page) -> None:
    fold = bare.locator("#ref-smith2020trial details")
    fold.locator("summary").click()
    expect(bare.locator("#fact-alphadine-effect")).to_be_visible()


@pytest.fixture
def paper(browser: Browser, tiny: str) -> Iterator[Page]:
    """Return a page as it is printed by a reader who likes dark pages."""
    page = browser.new_page(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    page.goto(f"{tiny}/{PAGE}")
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    page.close()


def test_paper_has_the_text_and_not_the_navigation(paper: Page) -> None:
    expect(paper.locator("#bottom-line")).to_be_visible()
    expect(paper.locator("#references")).to_be_visible()
    for selector in (".sidebar-drawer", ".toc-drawer", ".mobile-header", ".related-pages", "#kb-details"):
        for found in paper.locator(selector).all():
            expect(found).not_to_be_in_viewport()


def test_paper_is_light_even_if_the_screen_is_dark(paper: Page) -> None:
    ground, ink = paper.evaluate(
        """() => ["background-color", "color"].map((name) => {
          const style = getComputedStyle(document.body).getPropertyValue(name);
          const [red, green, blue, alpha] = style.match(/[\\d.]+/g).map(Number);
          return alpha === 0 ? 255 : (red + green + blue) / 3;
        })"""
    )
    assert ground > 200
    assert ink < 80


def test_paper_shows_the_page_record_and_the_facts_with_their_places(paper: Page) -> None:
    expect(paper.locator("#page-record")).to_be_visible()
    expect(paper.locator("#fact-alphadine-dose-start-uk")).to_be_visible()


def test_a_table_is_not_cut_off_on_paper(paper: Page) -> None:
    cut = paper.evaluate(
        """() => [...document.querySelectorAll(".table-wrapper")]
          .filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
          .map((frame) => frame.textContent.trim().slice(0, 60))"""
    )
    assert cut == []


def test_a_page_becomes_a_pdf(browser: Browser, tiny: str) -> None:
    page = browser.new_page()
    page.goto(f"{tiny}/{PAGE}")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
