"""Measure the PDF build: Typst (book, bundles, leaflets) against XeLaTeX (book, leaflets), each from a clean folder.

Usage: bench_pdf.py [--docs DIR] [--only typst|xelatex] [--json FILE]
Prints wall time, CPU time and peak memory of each, with time and memory for each PDF page, the time that the PDF
files add to a site build for each page of the site, and the ratio of the two ways. XeLaTeX needs the Debian
packages texlive-xetex texlive-latex-extra texlive-fonts-recommended latexmk fonts-freefont-otf tex-gyre librsvg2-bin.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INTERFACE = {"search", "downloads"}
"""Pages without a leaflet, as in painkb/typst/plan.py."""
_POLL = 0.05


@dataclass
class Measured:
    """What some commands cost together; memory is the largest sum over all processes that ran at one time."""

    name: str
    wall: float = 0.0
    cpu: float = 0.0
    peak_mb: float = 0.0
    sheets: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measurements; return 0 when all builds worked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="folder that holds the pages")
    parser.add_argument("--only", choices=("typst", "xelatex"), help="measure one of the two")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args(argv)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shared = _run(Measured("read"), _sphinx("dummy", options.docs, work, work / "none"))
        if options.only != "xelatex":
            found += [_typst(options.docs, work)]
        if options.only != "typst":
            if shutil.which("latexmk") is None or shutil.which("xelatex") is None:
                print("xelatex and latexmk are not installed; see --help", file=sys.stderr)
                return 2
            found += _xelatex(options.docs, work)
    _report(shared, found, len(list(options.docs.rglob("*.md"))))
    if options.json:
        options.json.write_text(json.dumps([asdict(item) for item in [shared, *found]], indent=1) + "\n")
    return 0


def _sphinx(
    builder: str, docs: Path, work: Path, target: Path, *settings: str, conf: Path = ROOT / "conf"
) -> list[str]:
    command = [sys.executable, "-m", "sphinx", "-q", "-c", str(conf), "-j", "auto", "-b", builder]
    return [*command, "-d", str(work / "doctrees"), *settings, str(docs), str(target)]


def _typst(docs: Path, work: Path) -> Measured:
    """Measure book, bundles and leaflets, on doctrees that were read before."""
    target = work / "pdf"
    cost = _run(Measured("typst: book, bundles, leaflets"), _sphinx("typst", docs, work, target))
    files = json.loads((target / "files.json").read_text("utf-8"))["files"]
    cost.sheets = sum(file["sheets"] for file in files)
    return cost


def _xelatex(docs: Path, work: Path) -> list[Measured]:
    """Measure the book and the leaflets by XeLaTeX; its leaflets have dead links and no references, and no bundles."""
    book = Measured("xelatex: book")
    target = work / "latex"
    _run(book, _sphinx("latex", docs, work, target, "-D", "latex_engine=xelatex"))
    _latexmk(book, target, jobs=1)
    leaflets = Measured("xelatex: leaflets")
    target = work / "latex-leaflets"
    _run(
        leaflets, _sphinx("latex", docs, work, target, "-D", "latex_engine=xelatex", conf=_leaflet_settings(docs, work))
    )
    _latexmk(leaflets, target, jobs=os.cpu_count() or 1)
    return [book, leaflets]


def _leaflet_settings(docs: Path, work: Path) -> Path:
    """Write settings that make one LaTeX document of every page that has a leaflet, and return their folder."""
    names = [path.relative_to(docs).with_suffix("").as_posix() for path in sorted(docs.rglob("*.md"))]
    documents = [(name, f"{name.replace('/', '-')}.tex", name, "", "howto") for name in names if name not in INTERFACE]
    folder = work / "leaflet-settings"
    folder.mkdir()
    lines = [
        "import runpy",
        f"globals().update(runpy.run_path({str(ROOT / 'conf' / 'conf.py')!r}))",
        f"templates_path = [{str(ROOT / 'conf' / 'templates')!r}]",
        f"html_static_path = [{str(ROOT / '_static')!r}]",
        f"latex_documents = {documents!r}",
    ]
    (folder / "conf.py").write_text("\n".join(lines), "utf-8")
    return folder


def _latexmk(cost: Measured, target: Path, jobs: int) -> None:
    """Compile every document in a folder, several at once where there is more than one core."""
    for picture in sorted(target.glob("*.svg")):
        _run(cost, ["rsvg-convert", "-f", "pdf", "-o", str(picture.with_suffix(".pdf")), str(picture)])
    sources = [path for path in sorted(target.glob("*.tex")) if "\\documentclass" in path.read_text("utf-8")[:4000]]
    for source in sources:
        source.write_text(source.read_text("utf-8").replace(".svg}", ".pdf}"), "utf-8")
    names = "\n".join(source.name for source in sources)
    (target / "sources.txt").write_text(names, "utf-8")
    command = "xargs -a sources.txt -n 1 -P {} latexmk -xelatex -f -silent -interaction=nonstopmode"
    _run(cost, ["sh", "-c", command.format(jobs)], target)
    for source in sources:
        made = source.with_suffix(".pdf")
        if made.exists():
            cost.sheets += _sheets(made)
        else:
            print(f"xelatex made no {made.name}", file=sys.stderr)


def _sheets(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _run(cost: Measured, command: list[str], folder: Path | None = None) -> Measured:
    """Run a command and add what it cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = [0.0]
    watch = threading.Thread(target=_watch, args=(process, peak))
    watch.start()
    process.wait()
    watch.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost.wall += time.monotonic() - started
    cost.cpu += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cost.peak_mb = max(cost.peak_mb, peak[0])
    return cost


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    """Note the largest memory of a process and its descendants; shared pages are counted once (PSS, Linux only)."""
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_proportional(pid) for pid in _family(process.pid)) / 1024)
        time.sleep(_POLL)


def _family(top: int) -> list[int]:
    found, waiting = [], [top]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                waiting += [int(child) for child in path.read_text().split()]
            except OSError:
                continue
    return found


def _proportional(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)


def _report(shared: Measured, found: list[Measured], pages: int) -> None:
    print(f"{os.cpu_count()} cores, {pages} pages; reading them once: {shared.wall:.1f} s, not counted below")
    for item in found:
        each = (
            f"{item.peak_mb / item.sheets:.2f} MB and {1000 * item.wall / item.sheets:.0f} ms a sheet"
            if item.sheets
            else ""
        )
        print(
            f"{item.name}: {item.wall:.1f} s, {item.cpu:.1f} s CPU, peak {item.peak_mb:.0f} MB, "
            f"{item.sheets} sheets; {each}"
        )
    ours = sum(item.wall for item in found if item.name.startswith("typst"))
    theirs = sum(item.wall for item in found if item.name.startswith("xelatex"))
    if ours:
        print(f"on top of a site build: {ours / pages:.2f} s a page of the site")
    if ours and theirs:
        print(f"ratio xelatex to typst: {theirs / ours:.1f}")


if __name__ == "__main__":
    sys.exit(main())
