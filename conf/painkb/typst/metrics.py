"""Own how wide words are, in em, so that columns can be planned before Typst runs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from painkb.typst.literals import LONG_WORD, pieces

_SIZE = 100


class Metrics:
    """Widths in the regular and the bold face of the text font."""

    def __init__(self, regular: Path, bold: Path) -> None:
        """Load both faces."""
        self._faces = tuple(ImageFont.truetype(path, _SIZE) for path in (regular, bold))
        self.width = lru_cache(maxsize=20_000)(self._width)

    def _width(self, text: str, bold: bool = False) -> float:
        return self._faces[bold].getlength(text) / _SIZE

    def longest_word(self, text: str, bold: bool = False) -> float:
        """Return the width of the widest piece that may not be broken."""
        parts = (part for word in text.split() for part in (pieces(word) if len(word) > LONG_WORD else [word]))
        return max((self.width(part[:LONG_WORD], bold) for part in parts), default=0.0)


@lru_cache(maxsize=1)
def load(regular: Path, bold: Path) -> Metrics:
    """Return the metrics of a font, loaded once."""
    return Metrics(regular, bold)
