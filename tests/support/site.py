"""The production site: the one in build/site/ if it is up to date, else one built here, once for all workers."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from painkb import book

from support import html
from support.paths import CONF, DOCS, ROOT, STATIC

PREBUILT = ROOT / "build" / "site"
EXTRAS = ("404", "a-z", "genindex", "current", "search")
"""Pages that Sphinx writes by itself."""
DOCNAMES = tuple(path.relative_to(DOCS).with_suffix("").as_posix() for path in book.page_files(DOCS))
PAGES = (*DOCNAMES, *EXTRAS)


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and what the build complained of if it was built here."""

    folder: Path
    log: str = ""

    def path(self, docname: str) -> Path:
        """Return the file of a page."""
        return self.folder / f"{docname}.html"

    def page(self, docname: str) -> BeautifulSoup:
        """Return a parsed page; leave it as it is."""
        return html.page(self.path(docname).resolve())


def get(shared: Path) -> Site:
    """Return the site; `shared` is a temporary folder that all workers of one run have in common."""
    if _is_current():
        return Site(PREBUILT)
    folder, log = shared / "site", shared / "site.log"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.exists():
            log.write_text(_build(folder), "utf-8")
    return Site(folder, log.read_text("utf-8"))


def _build(folder: Path) -> str:
    """Build the real pages strictly with the real settings; return the complaints."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", str(CONF), "-j", "auto"]
    command += ["--fail-on-warning", "--keep-going", "--nitpicky", "--fresh-env", "-d", f"{folder}.doctrees"]
    done = subprocess.run([*command, str(DOCS), str(folder)], capture_output=True, text=True, check=False)
    complaints = done.stderr.strip()
    return complaints if done.returncode == 0 else f"{complaints}\nexit status {done.returncode}".strip()


def _is_current() -> bool:
    """Tell whether build/site/ is newer than everything that goes into it."""
    stamp = PREBUILT / "objects.inv"  # written at the end of each build that changed something
    return stamp.exists() and stamp.stat().st_mtime > max(path.stat().st_mtime for path in _inputs())


def _inputs() -> Iterator[Path]:
    for folder in (DOCS, CONF, STATIC):
        yield from (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
