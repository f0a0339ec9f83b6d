"""Fixtures of the search tests: the built site, the scores of the open query set, the engine in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
import search_eval
from painkb.search_build import node_program
from support.paths import ROOT
from support.site import Site


@pytest.fixture(scope="session")
def scores(site: Site) -> list[search_eval.Score]:
    """Return the scores of the open query set."""
    return search_eval.evaluate(search_eval.load(search_eval.QUERIES), site.folder)


@pytest.fixture(scope="session")
def ask(site: Site) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that answers queries with the built site."""
    return lambda *queries: search_eval.ask(queries, site.folder)


@pytest.fixture(scope="session")
def run_js(site: Site) -> Callable[[str], Any]:
    """Return a function that runs JavaScript beside the loaded engine and returns what it gives."""

    def run(code: str) -> Any:
        host = (ROOT / "scripts" / "search_host.mjs").as_uri()
        script = f"const {{ load }} = await import('{host}'); const painkb = load('{site.folder}');"
        command = [
            node_program() or "node",
            "--input-type=module",
            "-e",
            f"{script}\nconsole.log(JSON.stringify({code}))",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
