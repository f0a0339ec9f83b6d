"""Measure the search in the browser: time to the first result after opening, and time for each key.

Usage: bench_typing.py [--site DIR] [--slower N] [--runs N]
The processor is slowed down N times (4 unless told), as on a cheap phone. Prints medians and 95th percentiles.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support import chromium  # noqa: E402

START = "drugs/amitriptyline.html"
QUERIES = (
    "duloxetine max dose uk",
    "amitryptaline and tramadol",
    "venlafaxine blood pressure",
    "why am i taking an antidepressant",
    "trigemenal neuralgia first line",
    "ibuprofen dose",
)
_READING = 500
"""Milliseconds before anybody opens the search; the page has come to rest by then."""
_OPEN = """async (query) => {
  const start = performance.now();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }));
  const field = document.activeElement;
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!document.querySelector("[role=option]")) await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now() - start;
}"""
# Until the dialog shows the results of this very query, laid out.
_KEY = """async (sign) => {
  const dialog = document.querySelector("dialog");
  const field = document.querySelector("#kb-search-field");
  const query = field.value + sign;
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const channel = new MessageChannel();
  while (dialog.dataset.query !== query) {
    await new Promise((resolve) => { channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  }
  dialog.offsetHeight;
  return performance.now() - start;
}"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measurements on a built site; return 0, or 2 when there is none."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "site", help="folder of the built site")
    parser.add_argument("--slower", type=int, default=4, help="how many times slower the processor is made")
    parser.add_argument("--runs", type=int, default=5, help="how often the dialog is opened on a fresh page")
    options = parser.parse_args(argv)
    if not (options.site / START).exists():
        print(f"{options.site / START} is missing: run `make fast`", file=sys.stderr)
        return 2
    first: list[float] = []
    keys: list[float] = []
    with chromium.launch() as browser, chromium.serve(options.site) as address:
        for _ in range(options.runs):
            opened, typed = _visit(browser, f"{address}/{START}", options.slower)
            first.append(opened)
            keys += typed
    print(f"processor slowed down {options.slower} times")
    print(f"first result after opening: {_spread(first)}")
    print(f"each key: {_spread(keys)}")
    return 0


def _visit(browser: Browser, address: str, slower: int) -> tuple[float, list[float]]:
    """Open the dialog on a fresh page and type all queries; return the times in milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(_READING)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    opened = page.evaluate(_OPEN, QUERIES[0])
    typed = []
    for query in QUERIES:
        page.fill("#kb-search-field", "")
        typed += [page.evaluate(_KEY, sign) for sign in query]
    context.close()
    return opened, typed


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(ordered):.0f} ms, 95th percentile {late:.0f} ms ({len(ordered)} times)"


if __name__ == "__main__":
    sys.exit(main())
