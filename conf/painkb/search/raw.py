"""Own the shape of a section as it was read: plain records that can be pickled, and nothing about their use."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A piece of a section: `text`, or a placeholder.

    `claim` shows a value, `statement` a sentence, `cited` a claim behind other words; `page` is `kind:id` and
    `block` the name of a directive with its options.
    """

    kind: str
    text: str
    options: tuple[tuple[str, str], ...] = ()


class RawSection(NamedTuple):
    """A section: its anchor (empty at the top of a page), heading, level, the anchor of its parent and its parts."""

    anchor: str
    heading: str
    level: int
    parent: str
    parts: tuple[Part, ...]
