"""Own turning one volume into a PDF file, in a process of its own. Knows no Sphinx.

Imports little: every process that compiles begins with it.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import typst

from painkb.typst import fonts, postprocess

UNSETTLED = "the page numbers on links did not settle"
TOOLS = ("typst", "pikepdf")
"""Packages whose versions change the bytes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One volume to compile: plain values, since it goes to another process.

    `printed` are the places whose page numbers it prints on links and in the index, `numbers` those numbers.
    """

    path: str
    main: str
    data: str
    root: Path
    target: Path
    row_headers: list[int]
    timestamp: int
    printed: list[str]
    numbers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job; `error` is empty when the file was written."""

    path: str
    seconds: float
    pages: int = 0
    error: str = ""
    numbers: dict[str, int] = field(default_factory=dict)


def measure(job: Job) -> dict[str, int]:
    """Return the page number of every place as it is with the page numbers that the job carries."""
    try:
        return _numbers(job, _places(_compiler(job)))
    except typst.TypstError:
        return job.numbers  # the compilation proper will say what is wrong


def run(job: Job) -> Result:
    """Compile a volume, mend its tags and write it to its place in the cache."""
    started = time.monotonic()
    try:
        compiler = _compiler(job)
        raw, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=fonts.STANDARDS, timestamp=job.timestamp
        )
        assert isinstance(raw, bytes)
        places = _places(compiler)
        numbers = _numbers(job, places)
        if numbers != job.numbers:
            return Result(job.path, time.monotonic() - started, error=UNSETTLED, numbers=numbers)
        pages = postprocess.finish(raw, job.target, job.row_headers, places)
    except typst.TypstError as error:
        return Result(job.path, time.monotonic() - started, error=_sentence(error.message, error.diagnostic))
    except postprocess.StructureError as error:
        return Result(job.path, time.monotonic() - started, error=str(error))
    if warnings:
        job.target.unlink()
        text = "; ".join(_sentence(warning.message, warning.diagnostic) for warning in warnings)
        return Result(job.path, time.monotonic() - started, error=text)
    return Result(job.path, time.monotonic() - started, pages)


def _numbers(job: Job, places: dict[str, postprocess.Place]) -> dict[str, int]:
    return {key: places[key].sheet for key in job.printed if key in places}


def _compiler(job: Job) -> typst.Compiler:
    """Write the sources of a volume and return a compiler for them."""
    name = hashlib.blake2b(job.path.encode(), digest_size=8).hexdigest()
    main = job.root / "volumes" / f"{name}.typ"
    main.write_text(job.main, "utf-8")
    data = {**json.loads(job.data), "numbers": job.numbers}
    main.with_suffix(".json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return fonts.compiler(job.root, main, volume=f"/volumes/{name}.json")


def _places(compiler: typst.Compiler) -> dict[str, postprocess.Place]:
    """Return where the anchors of the volume compiled last are; nothing is laid out again for it."""
    rows = json.loads(compiler.query("<kb-places>", field="value", one=True))
    return {key: postprocess.Place(sheet, left, top) for key, sheet, left, top in rows}


def _sentence(message: str, diagnostic: str) -> str:
    place = next((line.strip() for line in diagnostic.splitlines() if ".typ:" in line), "")
    return f"{message} ({place})" if place else message


def tools_digest() -> str:
    """Return a digest of template, fonts, this package and the versions of its tools."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), *here.glob("template/*")]):
        digest.update(path.read_bytes())
    for folder in fonts.paths():
        for path in sorted(folder.glob("*.ttf")):
            digest.update(f"{path.name} {path.stat().st_size}".encode())
    digest.update(" ".join(f"{name} {version(name)}" for name in TOOLS).encode())
    return digest.hexdigest()


def files_digest(paths: Iterable[Path]) -> str:
    """Return a digest of the contents of files."""
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
