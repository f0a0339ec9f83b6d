"""Reading finished PDFs: their words in reading order, their tags, their outline and links."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name
from support.paths import ROOT

PDFS = ROOT / "build/site/pdf"
LEAFLETS = sorted(PDFS.glob("*/*.pdf")) + [
    path for path in (PDFS / "glossary.pdf", PDFS / "index.pdf") if path.exists()
]
VOLUMES = sorted(path for path in PDFS.glob("*.pdf") if path not in LEAFLETS)
ALL = [*VOLUMES, *LEAFLETS]


def name_of(path: Path) -> str:
    """Return the name of a PDF as a test id."""
    return path.relative_to(PDFS).as_posix()


def words_in_order(path: Path) -> str:
    """Return the text of a leaflet, squeezed, in the order of its content and without the foot of each sheet."""
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    file = record(path)
    foot = (
        f"{re.escape(squeezed(file['title']))}·version{file['code']}·checked{file['checked']}"
        rf"page\d+of\d+Checkthatthiscopyiscurrent:.*?(?:code={file['code']}|entertheversion)"
    )
    text, count = re.subn(foot, "", squeezed(run.stdout))
    assert count == file["sheets"], f"{count} of {file['sheets']} sheets carry the running foot"
    return text


def record(path: Path) -> dict[str, Any]:
    """Return what the list of files says about a PDF."""
    found = json.loads((PDFS / "files.json").read_text("utf-8"))["files"]
    return next(file for file in found if file["path"] == name_of(path))


def squeezed(text: str) -> str:
    """Return text without any space, since line ends in a PDF are not spaces, in one normal form."""
    return re.sub(r"[\s\u200b\u00ad]+", "", unicodedata.normalize("NFKC", text))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every structure element in reading order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if Name.S in element:
            yield element
        kids = element.get(Name.K, pikepdf.Array())
        found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += reversed([kid for kid in found if isinstance(kid, pikepdf.Dictionary) and Name.S in kid])
