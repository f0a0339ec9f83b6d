"""Own reading YAML with line numbers, refusing what YAML would let pass in silence.

Duplicate keys, anchors, aliases and tags are errors: a dose that is written twice must not vanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from painkb.diagnostics import Code, Diagnostic

Location = tuple[str | int, ...]
"""Keys and indices from the top of a document to a value."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH_LIMIT = 20
_PLAIN_TAGS = frozenset({"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})


class Located(NamedTuple):
    """Plain data and the line on which each value stands."""

    data: object
    lines: dict[Location, int]

    def line(self, location: Location) -> int:
        """Return the line of a value or of the nearest parent that is known."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


class _Reader:
    """Turn YAML nodes into plain data while noting lines and problems."""

    def __init__(self, path: str, offset: int) -> None:
        self.path = path
        self.offset = offset
        self.lines: dict[Location, int] = {}
        self.problems: list[Diagnostic] = []
        self.seen: set[int] = set()
        self.scalars = yaml.constructor.SafeConstructor()

    def line_of(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.offset

    def report(self, node: yaml.Node, code: Code, message: str, hint: str = "") -> None:
        self.problems.append(Diagnostic(self.path, self.line_of(node), code, message, hint))

    def read(self, node: yaml.Node, location: Location) -> object:
        self.lines[location] = self.line_of(node)
        if id(node) in self.seen:
            self.report(node, Code.YAML_ALIAS, "an alias (*name) is used", "Write the value out.")
            return None
        self.seen.add(id(node))
        if len(location) > _DEPTH_LIMIT:
            self.report(node, Code.BROKEN_YAML, f"the data is nested more than {_DEPTH_LIMIT} levels deep")
            return None
        if not isinstance(node, yaml.ScalarNode) and node.tag not in _PLAIN_TAGS:
            self.report(node, Code.YAML_ALIAS, f'the tag "{node.tag}" is used', "Write the value without it.")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*location, index)) for index, item in enumerate(node.value)]
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, object]:
        data: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in data:
                first = self.lines[(*location, key)]
                message = f'key "{key}" stands twice; the first is on line {first}'
                self.report(key_node, Code.DUPLICATE_KEY, message, "Delete one of them.")
                continue
            data[key] = self.read(value_node, (*location, key))
            self.lines[(*location, key)] = self.line_of(key_node)
        return data

    def scalar(self, node: yaml.Node) -> object:
        try:
            return self.scalars.construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            problem = getattr(error, "problem", None) or str(error)
            code = Code.YAML_ALIAS if node.tag.startswith("!") or "python" in node.tag else Code.BROKEN_YAML
            self.report(node, code, f"the value cannot be read: {problem}", "Put it in quotation marks.")
            return None


def load(text: str, path: str, offset: int = 0) -> tuple[Located, list[Diagnostic]]:
    """Return the data of one YAML document with lines, and what is wrong with it.

    `offset` is the number of lines that stand before `text` in the file.
    """
    reader = _Reader(path, offset)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except RecursionError:
        problem = Diagnostic(path, offset + 1, Code.BROKEN_YAML, "the data is nested too deep")
        return Located(None, {}), [problem]
    except yaml.YAMLError as error:
        return Located(None, {}), [_syntax_problem(error, path, offset)]
    data = reader.read(node, ()) if node is not None else None
    return Located(data, reader.lines), reader.problems


def _syntax_problem(error: yaml.YAMLError, path: str, offset: int) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = (mark.line if mark else 0) + 1 + offset
    message = getattr(error, "problem", None) or str(error).splitlines()[0]
    code = Code.YAML_ALIAS if "alias" in message else Code.BROKEN_YAML
    hint = "Check indentation, colons and quotation marks on this line and the one before."
    return Diagnostic(path, line, code, message, hint)


def items(located: Located) -> Iterator[tuple[int, object]]:
    """Yield index and value of a top-level list; nothing when the data is no list."""
    if isinstance(located.data, list):
        yield from enumerate(located.data)
