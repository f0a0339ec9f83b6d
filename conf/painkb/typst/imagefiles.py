"""Own finding a picture file and making sure that it is what its name says. Knows nothing of nodes."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""First bytes of the raster formats that Typst reads."""


class ImageError(Exception):
    """A picture that cannot be shown; the message is for the writer."""


def find(folder: Path, uri: str) -> Path:
    """Return the picture `uri` below `folder`, or raise ImageError."""
    if "://" in uri:
        raise ImageError(f"the picture {uri} is on another site; put the file into docs/")
    path = folder / uri
    if not path.is_file():
        raise ImageError(f"the picture {uri} is not there")
    ending = path.suffix.lower()
    if ending == ".svg":
        _check_svg(path, uri)
    elif ending not in SIGNATURES:
        raise ImageError(f"the picture {uri} is of a kind the PDF cannot show; use SVG, PNG or JPEG")
    elif not path.read_bytes().startswith(SIGNATURES[ending]):
        raise ImageError(f"the file {uri} is not a {ending[1:].upper()} picture, whatever its name says")
    return path


def _check_svg(path: Path, uri: str) -> None:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ImageError(f"the file {uri} is not an SVG picture: {error}") from error
    if not root.tag.endswith("svg"):
        raise ImageError(f"the file {uri} is not an SVG picture: its root element is {root.tag}")
    if any(part.tag.endswith("foreignObject") for part in root.iter()):
        raise ImageError(f"the picture {uri} holds HTML (foreignObject), which would be lost; use SVG text")
