"""Own the second lock on links: an address that could run a script is dropped, whatever wrote it.

The checks report such links with path and line; this makes them harmless even in a build that goes on.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

ALLOWED = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"^[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.-]*):")


class DropUnsafeLinks(SphinxPostTransform):
    """Take the address away from links with another scheme than http, https and mailto.

    Priority 900: after every other transform, so that it sees what reaches the writers.
    """

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        """Replace each unsafe link by its text."""
        for node in list(self.document.findall(nodes.reference)):
            scheme = _SCHEME.match(node.get("refuri", ""))
            if scheme and scheme[1].lower() not in ALLOWED:
                assert node.parent is not None
                node.parent.replace(node, list(node.children))
