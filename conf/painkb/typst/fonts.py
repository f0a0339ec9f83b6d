"""Own where the fonts are and which characters they have. System fonts are never used: same bytes everywhere."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

import typst

FAMILY = "Source Sans 3"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
"""Asked for together: each alone lets through what the other refuses (private-use characters, missing alternatives)."""
FOLDER = Path(__file__).resolve().parents[3] / "node_modules/@expo-google-fonts/source-sans-3"
"""The npm package that package.json pins."""
_FACES = ("400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic", "700Bold", "700Bold_Italic")
REGULAR = FOLDER / "400Regular/SourceSans3_400Regular.ttf"
BOLD = FOLDER / "600SemiBold/SourceSans3_600SemiBold.ttf"
_SURE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0\u200b\u2009\u202f–—’“”…°±µ×≥≤")


def paths() -> list[Path]:
    """Return the folders of the faces in use."""
    return [FOLDER / face for face in _FACES]


def installed() -> bool:
    """Return whether the font package is there."""
    return REGULAR.is_file() and BOLD.is_file()


@lru_cache(maxsize=1)
def loaded() -> typst.Fonts:
    """Return our fonts and those inside the wheel, read once in a process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(path) for path in paths()])


def compiler(root: Path, main: Path | None = None, **inputs: str) -> typst.Compiler:
    """Return a Typst compiler that sees the folder `root` and our fonts only."""
    return typst.Compiler(input=main, root=root, font_paths=loaded(), ignore_system_fonts=True, sys_inputs=inputs)


@lru_cache(maxsize=1)
def _probe() -> typst.Compiler:
    return compiler(Path(__file__).parent)


def sets(source: str) -> bool:
    """Return whether a snippet of Typst compiles to a PDF of our standards."""
    head = f'#set document(title: "probe")\n#set text(font: "{FAMILY}")\n'
    try:
        _probe().compile(input=(head + source).encode(), format="pdf", pdf_standards=STANDARDS)
    except typst.TypstError:
        return False
    return True


@lru_cache(maxsize=4096)
def has(char: str) -> bool:
    """Return whether some font of the PDF can show a character; the compiler itself is asked."""
    if char in _SURE or char.isspace() or unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return True
    return sets(f'#"{char}"')


def cover(text: str) -> tuple[str, list[str]]:
    """Return `text` with its unknown characters replaced by their code points, and the names of those."""
    missing = sorted({char for char in text if char not in _SURE and not has(char)})
    for char in missing:
        text = text.replace(char, f"[U+{ord(char):04X}]")
    return text, [f'"{char}" (U+{ord(char):04X}, {unicodedata.name(char, "unnamed")})' for char in missing]
