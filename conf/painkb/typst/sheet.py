"""Own the state of translating one page: what was seen, what went wrong, what the words were.

Knows no node type; the handlers do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from docutils import nodes

from painkb.typst import literals


class Problem(NamedTuple):
    """Something a writer should mend: `code` becomes the subtype of the warning."""

    code: str
    message: str
    line: int | None = None


@dataclass(slots=True)
class Sheet:
    """One page under translation. `image` finds a picture file, `cover` replaces characters no font has."""

    docname: str
    image: Callable[[str], Path]
    cover: Callable[[str], tuple[str, list[str]]]
    check_math: Callable[[str], str | None]
    ids: set[str] = field(default_factory=set)
    footnotes: dict[str, nodes.Element] = field(default_factory=dict)
    depth: int = 0
    nesting: int = 0
    landscape: bool = False
    emitted: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    row_headers: list[int] = field(default_factory=list)
    images: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    unknown: dict[str, int | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes_used: set[str] = field(default_factory=set)

    def text(self, raw: str) -> str:
        """Return text as markup and remember it as words of the page."""
        shown, missing = self.cover(literals.squeezed(raw))
        for name in missing:
            self.problems.append(Problem("no-glyph", f"no font of the PDF has {name}; its name is printed instead"))
        self.words.append(shown)
        return literals.markup(shown)

    def label(self, anchor: str) -> str:
        """Return the label of an id of this page, unique in a book."""
        return f"{self.docname}#{anchor}"

    def anchors(self, node: nodes.Element, skip: int = 0) -> str:
        """Return invisible targets for the ids of a node that have none yet, the first `skip` left out."""
        found = ""
        ids: list[str] = node.get("ids", [])
        for anchor in ids[skip:]:
            if anchor not in self.emitted:
                self.emitted.add(anchor)
                found += f"#anchor({literals.quoted(self.label(anchor))});"
        return found

    def warn(self, node: nodes.Node, code: str, message: str) -> None:
        """Note a problem with the line of the nearest node that knows it."""
        self.problems.append(Problem(code, message, line_of(node)))


def line_of(node: nodes.Node) -> int | None:
    """Return the source line of a node or of the nearest ancestor that has one."""
    current: nodes.Node | None = node
    while current is not None:
        if current.line:
            return current.line
        current = current.parent
    return None
