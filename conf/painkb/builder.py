"""Own how HTML files reach the disk: only when their content changed, and never half-written.

Which pages are rendered is decided by their signatures (`events.on_env_updated`), not by file times.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.builders.html import StandaloneHTMLBuilder


class SiteBuilder(StandaloneHTMLBuilder):
    """Sphinx's HTML builder, writing each page beside its place and moving it there if it differs."""

    def get_outdated_docs(self) -> Iterator[str]:
        """Yield the pages that have no output yet; what changed is known from the signatures."""
        for docname in self.env.found_docs:
            if not Path(self.get_output_path(docname)).exists():
                yield docname

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Render a page; leave the file alone when it is the same, so that its time tells the truth."""
        target = Path(outfilename or self.get_output_path(pagename))
        draft = target.with_name(f"{target.name}.draft")
        super().handle_page(pagename, addctx, templatename, outfilename=draft, event_arg=event_arg)
        _name_landmarks(draft)
        if target.exists() and target.read_bytes() == draft.read_bytes():
            draft.unlink()
        else:
            draft.replace(target)


_LANDMARKS = {
    '<aside class="sidebar-drawer"': '<aside class="sidebar-drawer" aria-label="Site"',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
}
"""Names of the two side bars for screen readers: Furo's template leaves no place to say which is which."""


def _name_landmarks(path: Path) -> None:
    text = path.read_text("utf-8")
    for plain, named in _LANDMARKS.items():
        text = text.replace(plain, named)
    path.write_text(text, "utf-8")
