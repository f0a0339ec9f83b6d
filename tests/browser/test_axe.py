"""No page breaks a rule of accessibility, in light and in dark; the id of a test is the page."""

from __future__ import annotations

import pytest
from browser import axe
from playwright.sync_api import Browser
from support.site import PAGES


@pytest.mark.parametrize("docname", PAGES)
def test_axe_finds_nothing_in_light_and_in_dark(docname: str, browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{docname}.html")
    light = axe.violations(page)
    page.emulate_media(color_scheme="dark")
    dark = axe.violations(page, "color-contrast", "link-in-text-block")
    context.close()
    if light or dark:
        pytest.fail("\n".join(["light:", *light, "dark:", *dark]), pytrace=False)
