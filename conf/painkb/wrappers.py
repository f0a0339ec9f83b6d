"""Own the repair of what Furo adds around tables; nothing here touches other formats than HTML.

Furo wraps each table in a box and copies all attributes of the table to it, its id included.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class KeepIdsUnique(SphinxPostTransform):
    """Take the id from the box around a table, since the table itself has it.

    Priority 510: right after Furo's own transform (500).
    """

    formats = ("html",)
    default_priority = 510

    def run(self, **kwargs: Any) -> None:
        """Clear the ids of every wrapper."""
        for box in self.document.findall(nodes.container):
            if "table-wrapper" in box["classes"]:
                box["ids"] = []
