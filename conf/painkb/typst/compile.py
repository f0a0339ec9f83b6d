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
    A `sparing` job has a new process for every step: slower, but what the step before it laid out is gone.
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
    sparing: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A volume as Typst made it: where its anchors are, and the seconds it took so far."""

    places: dict[str, postprocess.Place]
    seconds: float


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


def typeset(job: Job) -> Draft | Result:
    """Compile a volume to a draft beside its place in the cache, or say what is wrong."""
    started = time.monotonic()
    try:
        compiler = _compiler(job)
        raw, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=fonts.STANDARDS, timestamp=job.timestamp
        )
        places = _places(compiler)
    except typst.TypstError as error:
        return Result(job.path, time.monotonic() - started, error=_sentence(error.message, error.diagnostic))
    assert isinstance(raw, bytes)
    numbers = _numbers(job, places)
    if warnings:
        text = "; ".join(_sentence(warning.message, warning.diagnostic) for warning in warnings)
        return Result(job.path, time.monotonic() - started, error=text)
    if numbers != job.numbers:
        return Result(job.path, time.monotonic() - started, error=UNSETTLED, numbers=numbers)
    _draft(job).write_bytes(raw)
    return Draft(places, time.monotonic() - started)


def finish(job: Job, draft: Draft) -> Result:
    """Mend the tags and links of a draft and put it into its place in the cache."""
    started = time.monotonic() - draft.seconds
    try:
        pages = postprocess.finish(_draft(job), job.target, job.row_headers, draft.places)
    except postprocess.StructureError as error:
        return Result(job.path, time.monotonic() - started, error=str(error))
    finally:
        _draft(job).unlink()
    return Result(job.path, time.monotonic() - started, pages)


def _draft(job: Job) -> Path:
    return job.target.with_suffix(".draft")


def _numbers(job: Job, places: dict[str, postprocess.Place]) -> dict[str, int]:
    return {key: places[key].sheet for key in job.printed if key in places}


def _compiler(job: Job) -> typst.Compiler:
    """Write the sources of a volume and return a compiler for them."""
    name = hashlib.blake2b(job.path.encode(), digest_size=8).hexdigest()
    main = job.root / "volumes" / f"{name}.typ"
    main.write_text(job.main, "utf-8")
    main.with_suffix(".json").write_text(job.data, "utf-8")
    # The numbers have a file of their own: in the pass after the first, what has no number is not laid out again.
    main.with_suffix(".numbers.json").write_text(json.dumps(job.numbers), "utf-8")
    inputs = {"volume": f"/volumes/{name}.json", "numbers": f"/volumes/{name}.numbers.json"}
    return fonts.compiler(job.root, main, **inputs)


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
