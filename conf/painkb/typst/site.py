"""Own what the HTML site shows of the PDFs: the button on each page, the list of files, and `current.html`.

Makes no PDF: it reads the list that the builder left in `pdf/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from painkb.events import domain_of
from painkb.nodes import kb_block, paragraph
from painkb.render.tables import Cell, Column, build_table, text_cell
from painkb.typst import manifest
from painkb.typst.manifest import File
from painkb.vocab import PageKind

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

FOLDER = "pdf"
_COLUMNS = (
    Column("File", 40),
    Column("Sheets", 8),
    Column("Size", 10),
    Column("Version", 10),
    Column("Checked", 12),
)
_NOTHING = "The PDF files of this copy of the site were not built."
_IN_PRINT = "The list of all files, each with its version, date and size, is on the site."
CURRENT = "current"
CURRENT_BODY = """\
<h1>Is this copy current?</h1>
<form class="kb-current" action="" method="get">
<p><label for="kb-code">Version code from the foot of the sheet</label></p>
<p><input id="kb-code" name="code" autocomplete="off" spellcheck="false" maxlength="8" size="8">
<button type="submit">Check</button></p>
</form>
<div id="kb-answer" role="status" aria-live="polite"></div>
<noscript><p>This check needs JavaScript. Without it, compare the code with the
<a href="downloads.html">list of all files</a>.</p></noscript>
"""


class ResolveDownloads(SphinxPostTransform):
    """Fill `{downloads}` with the tables of files.

    Priority 4: before the other placeholders are filled, which would not know it.
    """

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder; a PDF cannot list itself and refers to the site."""
        for block in [node for node in self.document.findall(kb_block) if node["name"] == "downloads"]:
            assert block.parent is not None
            if self.env._app.builder.format != "html":
                block.parent.replace(block, paragraph(_IN_PRINT))
                continue
            files = manifest.read(Path(self.env._app.outdir) / FOLDER)
            up = "../" * block["docname"].count("/")
            block.parent.replace(block, list(build_downloads(files, up)) or [paragraph(_NOTHING)])


def build_downloads(files: list[File], up: str) -> Iterator[nodes.Node]:
    """Yield a table of the book and the bundles, then one of the leaflets of each kind of page."""
    whole = [file for file in files if not file.page]
    whole.sort(key=lambda file: (file.form != "book", file.title))
    if whole:
        yield _table("The book and its parts", whole, up)
    for kind in PageKind:
        own = [file for file in files if file.page and _kind_of(file) is kind]
        if own:
            own.sort(key=lambda file: (file.page.endswith("index"), file.title.lower(), file.form))
            yield _table(kind.plural, own, up)


def _kind_of(file: File) -> PageKind:
    folder = file.page.rpartition("/")[0]
    return next(kind for kind in PageKind if kind.folder == folder)


def _table(caption: str, files: list[File], up: str) -> nodes.table:
    rows: list[list[Cell]] = []
    for file in files:
        link = nodes.reference("", file.title, refuri=f"{up}{FOLDER}/{file.path}", internal=True)
        form = f" ({file.form})" if file.form != "leaflet" else ""
        cells: list[Cell] = [[paragraph(link, form)]]
        cells += [text_cell(text) for text in (str(file.sheets), _size(file.bytes), file.code, file.checked)]
        rows.append(cells)
    return build_table(_COLUMNS, rows, caption, ("kb-downloads",))


def _size(count: int) -> str:
    """Return a file size for people."""
    kilobytes = count / 1000
    return f"{kilobytes / 1000:.1f}\u00a0MB" if kilobytes >= 1000 else f"{max(kilobytes, 1):.0f}\u00a0kB"


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return the pages to write again because the list of PDFs changed: the list itself, or all buttons."""
    if app.builder.format != "html":
        return []
    files = manifest.read(Path(app.outdir) / FOLDER)
    domain = domain_of(env)
    whole = hashlib.blake2b(repr(files).encode(), digest_size=8).hexdigest()
    paths = hashlib.blake2b(repr([file.path for file in files]).encode(), digest_size=8).hexdigest()
    old = domain.data["signatures"].get(f"{app.builder.name}/{FOLDER}", {})
    domain.data["signatures"][f"{app.builder.name}/{FOLDER}"] = {"whole": whole, "paths": paths}
    if old.get("paths") != paths:
        return sorted(env.found_docs)
    if old.get("whole") == whole:
        return []
    listing = domain.registry.markup.items()
    return sorted(name for name, markup in listing if any(part.name == "downloads" for part in markup.directives))


def on_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Give templates `kb_pdf`: the addresses of the leaflet and of its large print, as far as they were built."""
    found = {file.form: file.path for file in _of_page(app, pagename)}
    up = "../" * pagename.count("/")
    context["kb_pdf"] = {form.replace(" ", "_"): f"{up}{FOLDER}/{path}" for form, path in found.items()}


def _of_page(app: Sphinx, pagename: str) -> list[File]:
    """Return the files of a page; the list is read once a build."""
    cached: dict[str, list[File]] | None = getattr(app.builder, "kb_pdf_files", None)
    if cached is None:
        cached = {}
        for file in manifest.read(Path(app.outdir) / FOLDER):
            cached.setdefault(file.page, []).append(file)
        app.builder.kb_pdf_files = cached  # type: ignore[attr-defined]
    return cached.get(pagename, []) if pagename else []


def on_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that answers whether a printed copy is current; its script reads `pdf/files.json`."""
    script = '<script defer src="_static/js/current.js"></script>'
    yield CURRENT, {"title": "Is this copy current?", "body": CURRENT_BODY + script}, "page.html"
