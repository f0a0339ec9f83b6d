"""Own what a page's Markdown contains: headings, roles, directives, prose, links and raw HTML, with lines.

Reads the same Markdown dialect that MyST is configured for; interprets nothing of what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

DEPTH_LIMIT = 12
"""Directives inside directives; deeper nesting is a mistake."""
_DIRECTIVE = re.compile(r"^\{([\w:-]+)\}\s*(.*)$")
_OPTION = re.compile(r"^:([\w-]+):\s*(.*)$")
_TARGET = re.compile(r"^(?P<text>.*?)\s*<(?P<target>[^<>]+)>$", re.DOTALL)


class HeadingAt(NamedTuple):
    """A heading and its line."""

    level: int
    text: str
    line: int


class RoleAt(NamedTuple):
    """A role: its name, own text (if any), target and line."""

    name: str
    text: str
    target: str
    line: int


class ProseAt(NamedTuple):
    """A line of prose, with roles, code and link addresses taken out."""

    text: str
    line: int


class LinkAt(NamedTuple):
    """The address of a link or an image, and its line."""

    href: str
    line: int
    image: bool = False


@dataclass(frozen=True, slots=True)
class DirectiveAt:
    """A directive: name, argument, options, body and the lines on which it and its body begin."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    line: int
    body_line: int


@dataclass(slots=True)
class Markup:
    """Everything found on one page, in reading order."""

    headings: list[HeadingAt] = field(default_factory=list)
    roles: list[RoleAt] = field(default_factory=list)
    directives: list[DirectiveAt] = field(default_factory=list)
    prose: list[ProseAt] = field(default_factory=list)
    links: list[LinkAt] = field(default_factory=list)
    raw_html: list[LinkAt] = field(default_factory=list)

    def section_at(self, line: int) -> str:
        """Return the second-level heading that a line stands under, or nothing."""
        above = [heading for heading in self.headings if heading.level == 2 and heading.line <= line]
        return max(above, key=lambda heading: heading.line).text if above else ""


LITERAL_DIRECTIVES = frozenset(
    {"code", "code-block", "sourcecode", "literalinclude", "math", "toctree", "parsed-literal"}
)
"""Directives whose body is not Markdown."""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(myst_block_plugin)
    return parser.use(myst_role_plugin).use(colon_fence_plugin).use(deflist_plugin)


def parse(text: str) -> Markup:
    """Return what the Markdown of a page contains; never fails, whatever the text."""
    markup = Markup()
    _collect(text, 1, markup, 0)
    return markup


def _collect(text: str, first_line: int, markup: Markup, depth: int) -> None:
    tokens = _parser().parse(text)
    for index, token in enumerate(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type in {"fence", "colon_fence"}:
            _directive(token, line, markup, depth)
        elif token.type == "html_block":
            markup.raw_html.append(LinkAt(token.content.strip(), line))
        elif token.type == "inline":
            _inline(token, line, markup)
            if tokens[index - 1].type == "heading_open":
                level = int(tokens[index - 1].tag[1])
                markup.headings.append(HeadingAt(level, _plain(token), line))


def _directive(token: Token, line: int, markup: Markup, depth: int) -> None:
    match = _DIRECTIVE.match(token.info.strip())
    if not match:
        return
    options, body, skipped = _split_options(token.content)
    directive = DirectiveAt(match[1], match[2].strip(), options, body, line, line + 1 + skipped)
    markup.directives.append(directive)
    if directive.name not in LITERAL_DIRECTIVES and depth < DEPTH_LIMIT:
        for prose in (directive.argument if directive.name in TITLED else "", options.get("caption", "")):
            _collect(prose, line, markup, depth + 1)
        _collect(body, directive.body_line, markup, depth + 1)


TITLED = frozenset(
    {
        *("danger", "warning", "caution", "attention", "note", "tip", "hint", "important", "admonition"),
        *("sources-disagree", "card", "grid-item-card", "tab-item", "dropdown", "rubric", "list-table", "table"),
    }
)
"""Directives whose argument is prose that readers see."""


def _split_options(content: str) -> tuple[dict[str, str], str, int]:
    lines = content.split("\n")
    options: dict[str, str] = {}
    skipped = 0
    if lines[0].strip() == "---" and "---" in [line.strip() for line in lines[1:]]:
        end = [line.strip() for line in lines].index("---", 1)
        pairs = (line.partition(":") for line in lines[1:end])
        options = {name.strip(): value.strip() for name, colon, value in pairs if colon}
        return options, "\n".join(lines[end + 1 :]), end + 1
    while skipped < len(lines) and (match := _OPTION.match(lines[skipped])):
        options[match[1]] = match[2].strip()
        skipped += 1
    return options, "\n".join(lines[skipped:]), skipped


def _inline(token: Token, line: int, markup: Markup) -> None:
    buffer: list[str] = []
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            _flush(buffer, line, markup)
            line += 1
        elif child.type == "text":
            buffer.append(child.content)
        elif child.type == "myst_role":
            _role(child, line, buffer, markup)
        elif child.type == "html_inline":
            markup.raw_html.append(LinkAt(child.content.strip(), line))
        elif child.type in {"link_open", "image"}:
            address = child.attrGet("href") or child.attrGet("src") or ""
            markup.links.append(LinkAt(str(address), line, image=child.type == "image"))
        elif child.type == "code_inline":
            buffer.append(" ")
    _flush(buffer, line, markup)


def _plain(token: Token) -> str:
    """Return the words of a heading as readers see them, without signs of markup."""
    parts = []
    for child in token.children or ():
        if child.type == "myst_role":
            match = _TARGET.match(child.content)
            parts.append(match["text"] if match else child.content)
        elif child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return "".join(parts).strip()


def _role(token: Token, line: int, buffer: list[str], markup: Markup) -> None:
    match = _TARGET.match(token.content)
    text = match["text"] if match else ""
    target = match["target"] if match else token.content
    markup.roles.append(RoleAt(token.meta["name"], text, target.strip(), line))
    buffer.append(text or "\u2060")


def _flush(buffer: list[str], line: int, markup: Markup) -> None:
    text = "".join(buffer).strip()
    buffer.clear()
    if text:
        markup.prose.append(ProseAt(text, line))


def split_list(value: str) -> list[str]:
    """Return the items of a comma-separated option."""
    return [item.strip() for item in value.split(",") if item.strip()]


class TermEntry(NamedTuple):
    """A glossary entry as written: names (main term first), definition text and line."""

    names: tuple[str, ...]
    text: str
    line: int


def glossary_terms(markup: Markup) -> Iterator[TermEntry]:
    """Yield the entries of every glossary on a page."""
    for directive in markup.directives:
        if directive.name == "glossary":
            for offset, block in _blocks(directive.body):
                names = tuple(line.strip() for line in block if line[:1].strip())
                text = "\n".join(line for line in block if not line[:1].strip())
                if names:
                    yield TermEntry(names, text, directive.body_line + offset)


def _blocks(body: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the entries of a glossary body: a new one begins where a name follows an indented line."""
    start, block = 0, list[str]()
    for offset, line in enumerate(body.split("\n")):
        begins = bool(line[:1].strip()) and any(not known[:1].strip() for known in block)
        if begins:
            yield start, block
            block = []
        if not block:
            if not line.strip():
                continue
            start = offset
        block.append(line)
    if block:
        yield start, block


def nested_terms(text: str) -> list[str]:
    """Return the targets of `{term}` roles in the text of a definition."""
    return [match[1].strip() for match in _TERM_ROLE.finditer(text)]


_TERM_ROLE = re.compile(r"\{term\}`(?:[^`<]*<)?([^`<>]+)>?`")
