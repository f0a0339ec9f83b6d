"""Own the QR codes, as SVG files with fixed bytes."""

from __future__ import annotations

import io
from pathlib import Path

import segno


def write(folder: Path, name: str, words: str) -> Path:
    """Write the QR code of some words to `folder` and return the file.

    Error correction M (15 %): a leaflet is folded and photocopied.
    """
    buffer = io.BytesIO()
    segno.make_qr(words, error="m").save(buffer, kind="svg", border=2, dark="#000", light="#fff", xmldecl=False)
    path = folder / f"{name}.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    return path
