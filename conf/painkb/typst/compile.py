"""Own turning one volume into a PDF file, in a process of its own. Knows no Sphinx."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
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


@lru_cache(maxsize=1)
def _compiler(root: Path) -> typst.Compiler:
    """Return the compiler of this process, made once: it loads the fonts."""
    return fonts.compiler(root)


def run(job: Job) -> Result:
    """Compile a volume, mend its tags and write it to its place in the cache."""
    started = time.monotonic()
    name = hashlib.blake2b(job.path.encode(), digest_size=8).hexdigest()
    data = job.root / "volumes" / f"{name}.json"
    data.write_text(job.data, "utf-8")
    try:
        raw, warnings = _compiler(job.root).compile_with_warnings(
            input=job.main.encode(),
            format="pdf",
            pdf_standards=fonts.STANDARDS,
            timestamp=job.timestamp,
            sys_inputs={"volume": f"/volumes/{name}.json"},
        )
        assert isinstance(raw, bytes)
        pages = postprocess.finish(raw, job.target, job.row_headers)
    except typst.TypstError as error:
        return Result(job.path, time.monotonic() - started, error=_sentence(error.message, error.diagnostic))
    except postprocess.StructureError as error:
        return Result(job.path, time.monotonic() - started, error=str(error))
    if warnings:
        job.target.unlink()
        text = "; ".join(_sentence(warning.message, warning.diagnostic) for warning in warnings)
        return Result(job.path, time.monotonic() - started, error=text)
    return Result(job.path, time.monotonic() - started, pages)


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
