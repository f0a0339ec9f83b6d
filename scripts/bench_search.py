"""Compare the search of the built site with Sphinx's own, Pagefind and plain MiniSearch: quality, size and time."""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import search_eval
from painkb.search_build import node_program
from search_eval import ROOT, Query, Score

BUILD = ROOT / "build" / "bench"
PAGEFIND = "pagefind@1.6.0"


class Row(NamedTuple):
    """One engine: its scores, index in bytes (compressed), time to build in seconds, per query in milliseconds."""

    name: str
    scores: list[Score]
    size: int
    build: float
    query: float


def weight(paths: list[Path]) -> int:
    """Return the size of files as they are sent."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def timed(work: Callable[[], object]) -> float:
    """Return how long some work took, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def judge(queries: list[Query], answers: list[list[str]]) -> list[Score]:
    """Return scores of plain lists of pages; an empty list is the engine's way to say "not covered"."""
    made = []
    for query, pages in zip(queries, answers, strict=True):
        results = [{"page": page.removesuffix(".html"), "anchor": "", "heading": ""} for page in pages]
        made.append(search_eval.judge(query, {"covered": bool(pages), "results": results}))
    return made


def ours(queries: list[Query], site: Path) -> Row:
    """Return the row of this knowledge base."""
    answers = search_eval.ask([query.query for query in queries], site)
    scores = [search_eval.judge(query, answer) for query, answer in zip(queries, answers, strict=True)]
    index = site / "search" / "index.js"
    sphinx(site, [])
    idle = timed(lambda: sphinx(site, []))
    index.unlink()  # it is made again, with nothing else to do
    took = timed(lambda: sphinx(site, [])) - idle
    return Row("this search", scores, weight([index]), took, mean(answer["milliseconds"] for answer in answers))


def sphinx(out: Path, settings: list[str]) -> None:
    """Build the site incrementally into `out`."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", str(ROOT / "conf"), *settings]
    doctrees = ROOT / "build" / "doctrees"
    subprocess.run([*command, "-d", str(doctrees), str(ROOT / "docs"), str(out)], check=False, capture_output=True)


def run_node(script: str, payload: object, folder: Path) -> dict[str, object]:
    """Run a script of `scripts/bench` with JSON on standard input and return its JSON."""
    command = [node_program() or "node", str(ROOT / "scripts" / "bench" / script), str(folder)]
    done = subprocess.run(command, input=json.dumps(payload), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stderr.strip()}")
    found: dict[str, object] = json.loads(done.stdout)
    return found


def other(name: str, script: str, queries: list[Query], folder: Path, files: list[Path], build: float) -> Row:
    """Return the row of an engine that a script of `scripts/bench` drives."""
    found = run_node(script, [query.query for query in queries], folder)
    answers: list[list[str]] = found["answers"]  # type: ignore[assignment]
    size = int(found.get("size") or 0) or weight(files)  # type: ignore[call-overload]
    took = float(found.get("build") or build)  # type: ignore[arg-type]
    return Row(name, judge(queries, answers), size, took, float(found["query"]))  # type: ignore[arg-type]


def stock(queries: list[Query]) -> Row:
    """Return the row of Sphinx's own search, from a build that keeps it; the time is that of its index alone."""
    out = BUILD / "stock"
    with_index = timed(lambda: sphinx(out, ["-D", "kb_stock_search=1", "-E"]))
    without = timed(lambda: sphinx(BUILD / "none", ["-E"]))
    return other("Sphinx", "stock.mjs", queries, out, [out / "searchindex.js"], max(0.0, with_index - without))


def pagefind(queries: list[Query], site: Path) -> Row:
    """Return the row of Pagefind over the built pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["npm", "install", "--silent", "--prefix", name, PAGEFIND], check=True, capture_output=True)
        program = folder / "node_modules" / ".bin" / "pagefind"
        out = folder / "pagefind"
        command = [str(program), "--site", str(site), "--output-path", str(out), "--root-selector", "article"]
        took = timed(lambda: subprocess.run(command, check=True, capture_output=True))
        files = [path for path in out.rglob("*") if path.suffix in (".pf_index", ".pf_meta", ".pf_fragment")]
        return other("Pagefind", "pagefind.mjs", queries, out, files, took)


def table(rows: list[Row]) -> str:
    """Return the comparison as a Markdown table."""
    lines = ["| Search | right first | in first three | not covered said | index kB | build s | ms a query |"]
    lines.append("|---|---|---|---|---|---|---|")
    for row in rows:
        inside = [score for score in row.scores if score.query.ideal_pages]
        outside = [score for score in row.scores if not score.query.ideal_pages]
        first = mean(score.rank == 1 for score in inside)
        third = mean(1 <= score.rank <= 3 for score in inside)
        said = mean(score.rank == 1 for score in outside)
        size = f"{row.size / 1000:.0f} | {row.build:.2f} | {row.query:.2f}"
        lines.append(f"| {row.name} | {first:.1%} | {third:.1%} | {said:.1%} | {size} |")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Print the table; an engine that cannot be run is named and left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=search_eval.SITE)
    options = parser.parse_args(argv)
    site = options.site.resolve()
    queries = search_eval.load(search_eval.QUERIES)
    makers: dict[str, Callable[[], Row]] = {
        "this search": lambda: ours(queries, site),
        "plain MiniSearch": lambda: other("plain MiniSearch", "minisearch.mjs", queries, site, [], 0),
        "Sphinx": lambda: stock(queries),
        "Pagefind": lambda: pagefind(queries, site),
    }
    rows = []
    for name, make in makers.items():
        try:
            rows.append(make())
        except (OSError, RuntimeError, subprocess.CalledProcessError) as problem:
            print(f"bench: {name} left out: {problem}", file=sys.stderr)
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
