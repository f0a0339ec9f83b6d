"""Own how Python values are written as Typst source.

Text of writers leaves here as string literals only, never as markup, so nothing a page says can be read as Typst.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

LONG_WORD = 26
"""Characters; a longer word may be broken anywhere (INN names are shorter, addresses are not)."""
_BREAK_EVERY = 9
_ZERO_WIDTH_SPACE = "\u200b"
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_JOINT = re.compile(r"(?<=[-–—/._?&=+#:])(?=\w)")
_LONG = re.compile(rf"[^\s\u00a0{_ZERO_WIDTH_SPACE}]{{{LONG_WORD + 1},}}")


def quoted(text: str) -> str:
    """Return `text` as a Typst string literal."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + safe.replace("\n", "\\n").replace("\t", "\\t") + '"'


def squeezed(text: str) -> str:
    """Return `text` with runs of spaces as one and without control and invisible joining characters."""
    kept = "".join(char for char in _SPACE.sub(" ", text) if unicodedata.category(char) != "Cc" and char != "\u00ad")
    return _LONG.sub(_breakable, kept)


def pieces(word: str) -> list[str]:
    """Return the parts of a word between which a line may end: behind hyphens and the signs of addresses."""
    return [part for part in _JOINT.split(word) if part]


def _breakable(match: re.Match[str]) -> str:
    """Return a long word with places to break it, within its parts only where a part is long itself."""
    found: list[str] = []
    for part in pieces(match.group()):
        step = _BREAK_EVERY if len(part) > LONG_WORD else len(part)
        found += [part[start : start + step] for start in range(0, len(part), step)]
    return _ZERO_WIDTH_SPACE.join(found)


def markup(text: str) -> str:
    """Return text for markup mode; outer spaces stay markup, so that Typst can drop them at line ends."""
    inner = text.strip(" ")
    if not inner:
        return " " if text else ""
    before = " " if text.startswith(" ") else ""
    after = " " if text.endswith(" ") else ""
    return f"{before}#{quoted(inner)};{after}"


def value(thing: object) -> str:
    """Return a Python value as a Typst expression: text, numbers, truth, nothing, lists and mappings."""
    if thing is None:
        return "none"
    if isinstance(thing, bool):
        return "true" if thing else "false"
    if isinstance(thing, int):
        return str(thing)
    if isinstance(thing, float):
        return f"{thing:.3f}"
    if isinstance(thing, str):
        return quoted(thing)
    if isinstance(thing, Mapping):
        pairs = ", ".join(f"{quoted(str(key))}: {value(item)}" for key, item in thing.items())
        return f"({pairs})" if pairs else "(:)"
    if isinstance(thing, Iterable):
        return f"({''.join(f'{value(item)}, ' for item in thing)})"
    raise TypeError(f"{type(thing).__name__} has no Typst form")


def content(body: str) -> str:
    """Return markup as a content block."""
    return f"[{body}]"


def call(name: str, *bodies: str, **named: object) -> str:
    """Return a call in markup mode: named arguments are values, `bodies` are markup.

    The closing `;` keeps what follows from being read as part of the call.
    """
    arguments = ", ".join(f"{key.replace('_', '-')}: {value(item)}" for key, item in named.items())
    return f"#{name}({arguments}){''.join(content(body) for body in bodies)};"
