"""Own reading a text file that a writer may have broken: encoding, size, emptiness.

Returns text or a diagnostic, never raises for bad content.
"""

from __future__ import annotations

from pathlib import Path

from painkb.diagnostics import Code, Diagnostic

SIZE_LIMIT = 1_000_000
"""Bytes; the longest real page is a hundredth of this, and parsing time grows with size."""


def read(path: Path, shown: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of `path`, or None and what is wrong with it; `shown` is the path to print."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [Diagnostic(shown, 1, Code.UNREADABLE, f"cannot be read: {error.strerror}")]
    if len(raw) > SIZE_LIMIT:
        message = f"the file has {len(raw):,} bytes; the limit is {SIZE_LIMIT:,}"
        return None, [Diagnostic(shown, 1, Code.FILE_TOO_LARGE, message, "Split it into several pages.")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"byte {raw[error.start]:#04x} is not UTF-8"
        return None, [Diagnostic(shown, line, Code.NOT_UTF8, message, 'Save the file with encoding "UTF-8".')]
    if not text.strip():
        return None, [Diagnostic(shown, 1, Code.EMPTY_FILE, "the file is empty", "Write it or delete it.")]
    return text.replace("\r\n", "\n"), []
