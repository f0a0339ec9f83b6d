"""Running axe-core, the checker of accessibility rules, on a page."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page
from support.paths import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@cache
def _source() -> str:
    assert SCRIPT.is_file(), f"{SCRIPT} is missing: `make test` installs it with `npm ci`"
    return SCRIPT.read_text("utf-8")


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds on a page, one line an element; only the rules named, if any."""
    page.evaluate(_source())
    only: dict[str, Any] = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [_line(item, node) for item in found["violations"] for node in item["nodes"]]


def _line(item: dict[str, Any], node: dict[str, Any]) -> str:
    why = " ".join(check["message"] for check in node["any"])
    return f"{item['id']}: {item['help']}: {node['html'][:160]}: {why[:200]}"
