"""Settings and fixtures shared by all tests."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support import chromium
from support import site as sites
from support.book import Book
from support.site import Site

_SHOWN = ("sphinx", "myst-parser", "furo", "sphinx-design", "docutils", "pydantic", "markdown-it-py", "playwright")


def pytest_report_header() -> str:
    """Name the versions that the outcome depends on."""
    listed = ", ".join(f"{name} {version(name)}" for name in _SHOWN)
    return f"knowledge base: Python {platform.python_version()}, {listed}"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Return a copy of the sound book, to be changed at will."""
    return Book.sound(tmp_path)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a temporary folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def site(shared_folder: Path) -> Site:
    """Return the production site."""
    return sites.get(shared_folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the running browser; Playwright allows one a process, so all folders share it."""
    with chromium.launch() as found:
        yield found


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Return the address of the production site."""
    with chromium.serve(site.folder) as found:
        yield found
