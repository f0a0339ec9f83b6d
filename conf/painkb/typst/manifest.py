"""Own `pdf/files.json`: every PDF with its version, read by the downloads page and by `current.html`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "files.json"


@dataclass(frozen=True, slots=True)
class File:
    """One PDF: where it is below pdf/, what it holds and which version."""

    path: str
    form: str
    title: str
    page: str
    code: str
    checked: str
    sheets: int
    bytes: int


def write(folder: Path, files: list[File]) -> None:
    """Write the list of files into `folder`."""
    text = json.dumps({"files": [asdict(file) for file in files]}, ensure_ascii=False, indent=1) + "\n"
    path = folder / NAME
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8", newline="\n")


def read(folder: Path) -> list[File]:
    """Return the list of files in `folder`; empty when no PDF was built."""
    path = folder / NAME
    if not path.is_file():
        return []
    return [File(**record) for record in json.loads(path.read_text("utf-8"))["files"]]
