"""Every page works in the browser: no errors, no requests elsewhere, no sideways scrolling on a phone."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page
from support.site import PAGES

_WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
  const inside = (element) => {
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (scrolls(parent)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !inside(element))
    .map((element) => element.outerHTML.slice(0, 120));
}"""


@dataclass
class Visit:
    """What came to light on one visit: complaints of the browser, and elements too wide for each width."""

    complaints: list[str] = field(default_factory=list)
    wide: dict[int, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=PAGES)
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Visit:
    """Open a page on a phone and then on a narrower one."""
    found = Visit()
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.on("console", lambda message: found.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("requestfailed", lambda request: found.complaints.append(f"failed: {request.url}"))
    page.on(
        "response",
        lambda response: None if response.ok else found.complaints.append(f"{response.url}: {response.status}"),
    )
    page.on(
        "request", lambda request: None if request.url.startswith(address) else found.complaints.append(request.url)
    )
    page.goto(f"{address}/{request.param}.html")
    for width in (375, 320):
        page.set_viewport_size({"width": width, "height": 700})
        found.wide[width] = page.evaluate(_WIDER)
    page.close()
    return found


def test_a_page_loads_without_errors_and_asks_nobody_else(visit: Visit) -> None:
    assert visit.complaints == []


@pytest.mark.parametrize("width", [375, 320])
def test_a_page_does_not_scroll_sideways_on_a_phone(width: int, visit: Visit) -> None:
    assert visit.wide[width] == []


@pytest.mark.parametrize("docname", ["drugs/amitriptyline", "index"])
def test_nothing_is_lost_when_letters_are_twice_as_large(docname: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 640, "height": 450})
    page.goto(f"{address}/{docname}.html")
    page.add_style_tag(content="html { font-size: 200% !important; }")
    wide = page.evaluate(_WIDER)
    page.close()
    assert wide == []


def test_a_wide_table_scrolls_in_its_own_frame_which_the_keyboard_reaches(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}/tools/evidence-table.html")
    frames = page.locator(".table-wrapper")
    assert frames.count() > 0
    frame = frames.first
    assert frame.evaluate("element => element.scrollWidth > element.clientWidth")
    assert frame.get_attribute("tabindex") == "0"
    assert frame.get_attribute("aria-label")
    page.close()


def _main_is_visible(page: Page) -> bool:
    return page.locator("article[role=main]").is_visible()


def test_the_first_stop_of_the_keyboard_leads_to_the_text(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/drugs/amitriptyline.html")
    page.keyboard.press("Tab")
    focused = page.evaluate("() => [document.activeElement.tagName, document.activeElement.getAttribute('href')]")
    assert focused[0] == "A"
    assert str(focused[1]).startswith("#")
    assert page.locator(":focus").is_visible()
    assert _main_is_visible(page)
    page.close()
