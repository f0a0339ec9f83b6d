"""The knowledge base as a Sphinx extension; importing it imports nothing, so scripts start fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension with Sphinx."""
    from painkb.extension import setup_extension  # late, so that the pure layers load without Sphinx

    return setup_extension(app)
