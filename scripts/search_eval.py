"""Score the search of a built site with a file of queries: the very code that the browser runs answers them."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "conf"))

from painkb.search_build import node_program  # noqa: E402

QUERIES = ROOT / "tests" / "search" / "queries.yaml"
SITE = ROOT / "build" / "site"
LIMIT = 10


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the pages that answer it, best first; none when it should be said that it is not covered."""

    id: str
    category: str
    query: str
    ideal_pages: tuple[str, ...]
    section: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """What came of a query: rank of the first ideal page (0: none), whether its section was right, pages found."""

    query: Query
    rank: int
    section_right: bool | None
    empty: bool
    found: tuple[str, ...]


def docname(page: str) -> str:
    """Return a page as Sphinx names it, from `drugs/x`, `/drugs/x.html` or `docs/drugs/x.md`."""
    return page.removeprefix("/").removeprefix("docs/").removesuffix(".html").removesuffix(".md")


def load(path: Path) -> list[Query]:
    """Return the queries of a file; raises ValueError for one that is not well formed."""
    rows = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(rows, list):
        raise ValueError(f"{path}: a list of queries is needed")
    found = []
    for row in rows:
        missing = {"id", "category", "query", "ideal_pages"} - set(row)
        if missing:
            raise ValueError(f"{path}: {row.get('id', row)} lacks {', '.join(sorted(missing))}")
        pages = tuple(docname(str(page)) for page in row["ideal_pages"] or ())
        section = str(row["section"]) if row.get("section") else None
        found.append(Query(str(row["id"]), str(row["category"]), str(row["query"]), pages, section, row.get("notes")))
    return found


def ask(queries: Iterable[str], site: Path) -> list[dict[str, Any]]:
    """Return the answers of the engine; raises RuntimeError when the site has none."""
    lines = "\n".join(json.dumps(query) for query in queries)
    command = [node_program() or "node", str(ROOT / "scripts" / "search_cli.mjs"), "--site", str(site), "--batch"]
    command += ["--limit", str(LIMIT), "--time"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    return [json.loads(line) for line in done.stdout.splitlines()]


def judge(query: Query, answer: dict[str, Any]) -> Score:
    """Return the score of one answer."""
    results = answer["results"]
    pages = list(dict.fromkeys(docname(result["page"]) for result in results))
    if not query.ideal_pages:
        return Score(query, int(not answer["covered"]), None, False, tuple(pages))
    covered = answer["covered"]
    rank = next((n for n, page in enumerate(pages, 1) if covered and page in query.ideal_pages), 0)
    right = None
    if query.section:
        wanted = query.section.lstrip("#")
        right = rank == 1 and wanted in (results[0]["anchor"], results[0].get("parent"), results[0]["heading"])
    return Score(query, rank, right, not (covered and results), tuple(pages))


def summary(name: str, scores: list[Score]) -> str:
    """Return one line: number, success at 1 and 3, mean reciprocal rank at 10, zero-result rate."""
    n = len(scores)
    first = sum(score.rank == 1 for score in scores) / n
    third = sum(1 <= score.rank <= 3 for score in scores) / n
    mrr = sum(1 / score.rank for score in scores if score.rank) / n
    zero = sum(score.empty for score in scores) / n
    return f"{name} n={n} success@1={first:.3f} success@3={third:.3f} mrr@10={mrr:.3f} zero={zero:.3f}"


def section_rate(scores: Iterable[Score]) -> float | None:
    """Return the share of queries with a named section that reach it first; nothing when none names one."""
    judged = [score.section_right for score in scores if score.section_right is not None]
    return sum(judged) / len(judged) if judged else None


def evaluate(queries: list[Query], site: Path) -> list[Score]:
    """Return the scores of all queries."""
    answers = ask([query.query for query in queries], site)
    return [judge(query, answer) for query, answer in zip(queries, answers, strict=True)]


def report(scores: list[Score]) -> str:
    """Return the table by category, every failure, and the line that sums up."""
    groups: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        groups[score.query.category].append(score)
    lines = []
    for name, group in groups.items():
        rate = section_rate(group)
        lines.append(summary(f"{name:<14}", group) + (f" section@1={rate:.3f}" if rate is not None else ""))
    lines.append("")
    for score in scores:
        query = score.query
        if score.rank != 1:
            wanted = ", ".join(query.ideal_pages) or "not covered"
            got = ", ".join(score.found[:3]) or "nothing"
            lines.append(f'{query.id}: "{query.query}" wants {wanted}; rank {score.rank or "none"}; got {got}')
        elif score.section_right is False:
            lines.append(f'{query.id}: "{query.query}" reaches the page but not the section {query.section}')
    return "\n".join([*lines, "", summary("all", scores)])


def main(argv: list[str] | None = None) -> int:
    """Score a query file; exit status 2 when file or site cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=QUERIES)
    parser.add_argument("--site", type=Path, default=SITE)
    options = parser.parse_args(argv)
    try:
        print(report(evaluate(load(options.file), options.site)))
    except (OSError, ValueError, RuntimeError, yaml.YAMLError) as problem:
        print(f"search-eval: {problem}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
