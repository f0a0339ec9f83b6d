"""Own turning one volume into a PDF file, in a process of its own. Knows no Sphinx."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typst

from painkb.typst import fonts, postprocess
from painkb.typst.volumes import Volume, data_json

TOOLS = ("typst", "pikepdf")
"""Packages whose versions change the bytes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One volume to compile: plain values, since it goes to another process."""

    path: str
    main: str
    data: str
    root: Path
    target: Path
    row_headers: list[int]
    timestamp: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job; `error` is empty when the file was written."""

    path: str
    seconds: float
    pages: int = 0
    error: str = ""


def run(job: Job) -> Result:
    """Compile a volume, mend its tags and write it to its place in the cache."""
    started = time.monotonic()
    name = hashlib.blake2b(job.path.encode(), digest_size=8).hexdigest()
    main = job.root / "volumes" / f"{name}.typ"
    main.write_text(job.main, "utf-8")
    main.with_suffix(".json").write_text(job.data, "utf-8")
    compiler = fonts.compiler(job.root, main, volume=f"/volumes/{name}.json")
    try:
        raw, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=fonts.STANDARDS, timestamp=job.timestamp
        )
        assert isinstance(raw, bytes)
        pages = postprocess.finish(raw, job.target, job.row_headers, _places(compiler))
    except typst.TypstError as error:
        return Result(job.path, time.monotonic() - started, error=_sentence(error.message, error.diagnostic))
    except postprocess.StructureError as error:
        return Result(job.path, time.monotonic() - started, error=str(error))
    if warnings:
        job.target.unlink()
        text = "; ".join(_sentence(warning.message, warning.diagnostic) for warning in warnings)
        return Result(job.path, time.monotonic() - started, error=text)
    return Result(job.path, time.monotonic() - started, pages)


def _places(compiler: typst.Compiler) -> dict[str, postprocess.Place]:
    """Return where the anchors of the volume compiled last are; nothing is laid out again for it."""
    rows = json.loads(compiler.query("<kb-places>", field="value", one=True))
    return {key: postprocess.Place(sheet, left, top) for key, sheet, left, top in rows}


def _sentence(message: str, diagnostic: str) -> str:
    place = next((line.strip() for line in diagnostic.splitlines() if ".typ:" in line), "")
    return f"{message} ({place})" if place else message


def cache_key(volume: Volume, digests: dict[str, str], shared: str) -> str:
    """Return the name of a volume in the cache: everything that decides its bytes."""
    digest = hashlib.blake2b(digest_size=16)
    parts = [shared, volume.main, data_json(volume), str(volume.timestamp), str(volume.row_headers)]
    parts += [digests[body.docname] for body in volume.bodies]
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\x00")
    return digest.hexdigest()


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
