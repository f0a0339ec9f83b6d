"""Where things are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONF = ROOT / "conf"
DOCS = ROOT / "docs"
STATIC = ROOT / "_static"
TESTS = ROOT / "tests"
PACKAGE = CONF / "painkb"
SOUND = TESTS / "roots" / "sound" / "docs"
"""A tiny book without a single problem."""
