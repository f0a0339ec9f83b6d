"""Own compiling the volumes: only those that changed, several at once, with progress. Knows the cache and the target.

Everything lives in a work folder: `pages/` (bodies), `template/`, `images/`, `qr/`, `volumes/` and `cache/`.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.pool import Pool, ThreadPool
from pathlib import Path

from painkb.typst import compile as compiling
from painkb.typst import manifest, qr
from painkb.typst.compile import Job, Result
from painkb.typst.volumes import BUNDLE, LARGE, LEAFLET, WHOLE, Volume, data_json

_STAGES: tuple[tuple[tuple[str, ...], bool, int], ...] = (
    ((WHOLE,), True, 1),
    ((BUNDLE,), False, 2),
    ((LEAFLET, LARGE), False, 16),
)
"""What is compiled together: forms, whether one at a time, and how many volumes a process takes.

Typst keeps what it has laid out until its process ends: the book has the memory to itself, and leaflets share.
"""
_MORE = 4
"""Passes beyond the second, which a link takes whose number pushes a line to the next sheet."""
Progress = Callable[[Iterator[Result], int], Iterator[Result]]
"""Shows the results as they come; the second argument is how many there will be."""


@dataclass(frozen=True, slots=True)
class Press:
    """Where sources and finished files are, and how many processes may work."""

    work: Path
    target: Path
    processes: int

    def print_all(self, volumes: Sequence[Volume], digests: dict[str, str], progress: Progress) -> list[Result]:
        """Bring the target folder up to date and return what went wrong; a failed volume has no file there."""
        shared = compiling.tools_digest()
        keys = {volume.path: _cache_key(volume, digests, shared) for volume in volumes}
        cache = self.work / "cache"
        cache.mkdir(parents=True, exist_ok=True)
        (self.work / "volumes").mkdir(exist_ok=True)
        wanted = [volume for volume in volumes if not (cache / f"{keys[volume.path]}.json").exists()]
        for volume in wanted:
            self._draw_codes(volume)
        jobs = [self._job(volume, cache / f"{keys[volume.path]}.pdf") for volume in wanted]
        failed = []
        for result in progress(self._run(wanted, jobs), len(jobs)):
            if result.error:
                failed.append(result)
            else:
                _write_record(cache / f"{keys[result.path]}.json", result)
        self._publish(volumes, keys, cache)
        return sorted(failed, key=lambda result: result.path)

    def _job(self, volume: Volume, target: Path) -> Job:
        return Job(
            volume.path,
            volume.main,
            data_json(volume),
            self.work,
            target,
            volume.row_headers,
            volume.timestamp,
            volume.printed,
        )

    def _draw_codes(self, volume: Volume) -> None:
        for data in (volume.data, *volume.data["pages"].values()):
            if data["qr"]:
                address = data["check"].replace("\u200b", "")
                qr.write(self.work / "qr", Path(data["qr"]).stem, address)

    def _run(self, volumes: Sequence[Volume], jobs: Sequence[Job]) -> Iterator[Result]:
        """Yield results stage by stage, in fresh processes: a fork would carry all of Sphinx along.

        Without `-j` all runs in this process, which is quickest for a small book.
        """
        if self.processes <= 1:
            yield from (_passes(job, compiling.measure, compiling.run) for job in jobs)
            return
        by_path = {job.path: job for job in jobs}
        for forms, alone, tasks in _STAGES:
            chosen = [by_path[volume.path] for volume in volumes if volume.form in forms]
            count = 1 if alone else min(self.processes, len(chosen))
            if not chosen:
                continue
            fresh = multiprocessing.get_context("spawn")
            with fresh.Pool(count, maxtasksperchild=tasks) as pool, ThreadPool(count) as waiting:
                yield from waiting.imap_unordered(_Worker(pool), chosen)

    def _publish(self, volumes: Sequence[Volume], keys: dict[str, str], cache: Path) -> None:
        """Copy what changed, list all files, and delete what no longer belongs: old files and old cache entries."""
        files = []
        for volume in volumes:
            kept = cache / f"{keys[volume.path]}.pdf"
            place = self.target / volume.path
            if not kept.exists():
                place.unlink(missing_ok=True)
                continue
            if not place.exists() or place.read_bytes() != kept.read_bytes():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(kept, place)
            record = json.loads(kept.with_suffix(".json").read_text("utf-8"))
            files.append(_file(volume, record["pages"], kept.stat().st_size))
        listed = {file.path for file in files}
        for path in self.target.rglob("*.pdf"):
            ours = not path.is_relative_to(self.work)
            if ours and path.relative_to(self.target).as_posix() not in listed:
                path.unlink()
        current = set(keys.values())
        for path in cache.iterdir():
            if path.stem not in current:
                path.unlink()
        manifest.write(self.target, sorted(files, key=lambda file: file.path))


@dataclass(frozen=True, slots=True)
class _Worker:
    """Takes a job through its passes, each in whichever process of the pool is free."""

    pool: Pool

    def __call__(self, job: Job) -> Result:
        return _passes(
            job,
            lambda current: self.pool.apply(compiling.measure, (current,)),
            lambda current: self.pool.apply(compiling.run, (current,)),
        )


def _passes(job: Job, measure: Callable[[Job], dict[str, int]], run: Callable[[Job], Result]) -> Result:
    """Return the result of a job whose links print page numbers: measured first, then as often as they change.

    The first pass prints 999 everywhere, so the outcome does not depend on earlier builds.
    """
    if job.printed:
        job = replace(job, numbers=measure(job))
    result = run(job)
    for _ in range(_MORE):
        if result.error != compiling.UNSETTLED:
            break
        result = run(replace(job, numbers=result.numbers))
    return result


def _cache_key(volume: Volume, digests: dict[str, str], shared: str) -> str:
    """Return the name of a volume in the cache: everything that decides its bytes."""
    digest = hashlib.blake2b(digest_size=16)
    parts = [shared, volume.main, data_json(volume), str(volume.timestamp), str(volume.row_headers)]
    parts += [digests[body.docname] for body in volume.bodies]
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\x00")
    return digest.hexdigest()


def _write_record(path: Path, result: Result) -> None:
    path.write_text(json.dumps({"pages": result.pages, "seconds": round(result.seconds, 2)}), "utf-8")


def _file(volume: Volume, sheets: int, size: int) -> manifest.File:
    page = volume.bodies[0].docname if volume.form in (LEAFLET, LARGE) else ""
    data = volume.data
    return manifest.File(volume.path, volume.form, volume.title, page, data["code"], data["checked"], sheets, size)
