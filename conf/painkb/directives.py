"""Own the directives: each checks nothing and shows nothing, it leaves a placeholder for the transform.

What options mean and which exist is written once, in `contract`.
"""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from painkb.contract import DIRECTIVES
from painkb.nodes import kb_block


class TitledAdmonition(SphinxDirective):
    """`{danger}`, `{warning}` and so on with an optional title; the word itself always stands in the title."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return an admonition whose title says the kind in words, so that color is not the only sign."""
        word = self.name.capitalize()
        block = nodes.admonition("", classes=[self.name])
        self.set_source_info(block)
        inline, messages = self.state.inline_text(" ".join(self.arguments), self.lineno) if self.arguments else ([], [])
        lead = nodes.Text(f"{word}: " if inline else word)
        block += nodes.title("", "", lead, *inline)
        block.extend(self.parse_content_to_nodes())
        return [block, *messages]


class PlaceholderDirective(SphinxDirective):
    """A directive of ours: its options are those of the contract, all plain text."""

    has_content = True
    required_arguments = 0
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = dict.fromkeys(
        sorted({name for spec in DIRECTIVES.values() for name in spec.options}), directives.unchanged
    )

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the body parsed as its children."""
        block = kb_block(
            "",
            name=self.name.split(":")[-1],
            argument=" ".join(self.arguments),
            options=dict(self.options),
            docname=self.env.docname,
        )
        self.set_source_info(block)
        if self.content:
            block.extend(self.parse_content_to_nodes())
        return [block]
