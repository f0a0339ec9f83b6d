"""Own the list of all PDFs with their versions, `pdf/files.json`, and its twin for `current.html`, `pdf/files.js`.

The twin is a script because a page that was opened from a disk may not read a JSON file.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "files.json"
_SCRIPT = "files.js"


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
    script = f'"use strict";\nwindow.kbFiles = {text.strip()};\n'
    for path, content in ((folder / NAME, text), (folder / _SCRIPT, script)):
        if not path.exists() or path.read_text("utf-8") != content:
            path.write_text(content, "utf-8", newline="\n")


def read(folder: Path) -> list[File]:
    """Return the list of files in `folder`; empty when no PDF was built."""
    path = folder / NAME
    if not path.is_file():
        return []
    return [File(**record) for record in json.loads(path.read_text("utf-8"))["files"]]
