"""Own the roles that need the finished registry: they leave a placeholder for the transform."""

from __future__ import annotations

from docutils import nodes
from docutils.nodes import Node, system_message
from sphinx.util.docutils import ReferenceRole, SphinxRole

from painkb.markup import split_list
from painkb.nodes import inline


class ClaimRole(ReferenceRole):
    """`{claim}` shows the value of a claim, `{statement}` its sentence; both with citation and details."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return a placeholder; own text is kept only where the writer gave it."""
        own = self.title if self.has_explicit_title else ""
        return [inline(self.name.split(":")[-1], self.target, self.env.docname, own)], []


class TermRole(ReferenceRole):
    """`{term}` shows a glossary term; its definition is listed on the page."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return a placeholder that shows the words of the writer."""
        return [inline("term", self.target, self.env.docname, self.title)], []


class CiteRole(SphinxRole):
    """`{cite}` shows the citation of one or more sources."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return one placeholder for each key."""
        parts: list[Node] = []
        for key in split_list(self.text):
            parts += [nodes.Text("\u00a0")] if parts else []
            parts.append(inline("cite", key, self.env.docname))
        return parts, []
