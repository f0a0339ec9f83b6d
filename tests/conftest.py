"""Settings shared by all tests."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

import pytest
from support.book import Book

_SHOWN = ("sphinx", "myst-parser", "furo", "sphinx-design", "docutils", "pydantic", "markdown-it-py", "playwright")


def pytest_report_header() -> str:
    """Name the versions that the outcome depends on."""
    listed = ", ".join(f"{name} {version(name)}" for name in _SHOWN)
    return f"knowledge base: Python {platform.python_version()}, {listed}"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Return a copy of the sound book, to be changed at will."""
    return Book.sound(tmp_path)
