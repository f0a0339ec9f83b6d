"""Run Sphinx in this process, as `sphinx-build` does, with the real conf/conf.py."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from support.paths import CONF

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_OURS = re.compile(r"^(?P<path>[^:\n]+):(?P<line>\d+): \w+: (?P<code>[a-z0-9-]+): .*\[kb\.(?P=code)\]$", re.MULTILINE)


@dataclass
class Build:
    """What one build gave: the folder, the pages written (HTML only), the log of warnings and the exit status."""

    out: Path
    warnings: str = ""
    written: set[str] = field(default_factory=set)
    status: int = 0

    @property
    def codes(self) -> set[str]:
        """Return our own diagnostics as `code@path:line`."""
        return {f"{found['code']}@{found['path']}:{found['line']}" for found in _OURS.finditer(self.warnings)}

    def read(self, path: str) -> str:
        """Return the text of a built file."""
        return (self.out / path).read_text("utf-8")


def build(docs: Path, out: Path, builder: str = "html", *, strict: bool = False, **settings: object) -> Build:
    """Build `docs` into `out`, incrementally if it was built there before; `settings` override conf.py."""
    result = Build(out)
    log = io.StringIO()
    with patch_docutils(CONF), docutils_namespace(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # other people's deprecations are theirs to mend
        warnings.filterwarnings("error", module=r"painkb(\.|$)")
        app = Sphinx(
            docs,
            CONF,
            out,
            out.parent / f"{out.name}.doctrees",
            builder,
            confoverrides=settings,
            status=None,
            warning=log,
            warningiserror=strict,
        )
        app.connect("html-page-context", lambda app, name, *_: result.written.add(name))
        app.build()
        result.written &= app.env.found_docs
        result.status = app.statuscode
    result.warnings = _COLOR.sub("", log.getvalue())
    return result


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its relative path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> dict[str, str]:
    """Return the files that differ between two folders, with how; nothing when they are equal byte for byte."""
    left, right = contents(one), contents(other)
    found = dict.fromkeys(left.keys() - right.keys(), f"only in {one.name}")
    found |= dict.fromkeys(right.keys() - left.keys(), f"only in {other.name}")
    found |= {
        name: _first_difference(left[name], right[name])
        for name in left.keys() & right.keys()
        if left[name] != right[name]
    }
    return dict(sorted(found.items()))


def _first_difference(one: bytes, other: bytes) -> str:
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    cut = slice(max(0, place - 60), place + 60)
    return f"{one[cut]!r} against {other[cut]!r}"
