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
from multiprocessing.pool import ThreadPool
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from painkb.typst import compile as compiling
from painkb.typst import manifest, qr
from painkb.typst.compile import Draft, Job, Result
from painkb.typst.volumes import BUNDLE, LARGE, LEAFLET, WHOLE, Volume, data_json

_BATCHES = (((WHOLE,), 1), ((BUNDLE,), 1), ((LEAFLET, LARGE), 16))
"""How many volumes of a form one process takes: Typst keeps what it has laid out until its process ends."""
_PASSES = 5
"""A link takes more than one whose number pushes a line to the next sheet."""
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
            sparing=volume.form == WHOLE,
        )

    def _draw_codes(self, volume: Volume) -> None:
        for data in (volume.data, *volume.data["pages"].values()):
            qr.write(self.work / "qr", Path(data["qr"]).stem, data["scanned"])

    def _run(self, volumes: Sequence[Volume], jobs: Sequence[Job]) -> Iterator[Result]:
        """Yield results as they come, from fresh processes: a fork would carry all of Sphinx along.

        Without `-j` all runs in this process, which is quickest for a small book.
        """
        if self.processes <= 1:
            yield from (_passes(job, _here) for job in jobs)
            return
        done: SimpleQueue[Result | BaseException] = SimpleQueue()
        with ThreadPool(self.processes) as waiting:
            waiting.map_async(lambda batch: _print_batch(batch, done), list(_batches(volumes, jobs)), chunksize=1)
            for _ in jobs:
                result = done.get()
                if isinstance(result, BaseException):
                    raise result
                yield result

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


def _batches(volumes: Sequence[Volume], jobs: Sequence[Job]) -> Iterator[tuple[Job, ...]]:
    """Yield the jobs that a process takes one after the other; the books first, since they take longest."""
    for forms, size in _BATCHES:
        chosen = [job for volume, job in zip(volumes, jobs, strict=True) if volume.form in forms]
        yield from (tuple(chosen[start : start + size]) for start in range(0, len(chosen), size))


def _print_batch(batch: Sequence[Job], done: SimpleQueue[Result | BaseException]) -> None:
    """Take jobs through their passes; whatever happens, something comes out for each."""
    steps = 1 if batch[0].sparing else None
    try:
        with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=steps) as pool:
            for job in batch:
                done.put(_passes(job, pool.apply))
    except BaseException as error:
        done.put(error)
        raise


def _here(step: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    return step(*arguments)


def _passes(job: Job, call: Callable[[Callable[..., Any], tuple[Any, ...]], Any]) -> Result:
    """Return the result of a job whose links print page numbers: measured first, then as often as they change.

    The first pass prints 999 everywhere, so the outcome does not depend on earlier builds.
    `call` runs one step, in this process or in another.
    """
    if job.printed:
        job = replace(job, numbers=call(compiling.measure, (job,)))
    for _ in range(_PASSES):
        found = call(compiling.typeset, (job,))
        if isinstance(found, Draft):
            result: Result = call(compiling.finish, (job, found))
            return result
        if found.error != compiling.UNSETTLED:
            break
        job = replace(job, numbers=found.numbers)
    assert isinstance(found, Result)
    return found


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
