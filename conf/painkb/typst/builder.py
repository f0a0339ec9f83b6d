"""Own the Sphinx builder `typst`: which pages to translate again, and the order of the steps.

Holds no translation and no layout.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.display import status_iterator
from sphinx.util.parallel import ParallelTasks, make_chunks

from painkb.events import domain_of
from painkb.typst import compile as compiling
from painkb.typst import fonts
from painkb.typst.links import PAGE_PREFIX
from painkb.typst.plan import Plan
from painkb.typst.press import Press
from painkb.typst.translate import Body, translate
from painkb.typst.volumes import Entry, Site

logger = logging.getLogger(__name__)
_TEMPLATE = Path(__file__).parent / "template"


class TypstBuilder(Builder):
    """Every page as a leaflet, the bundles and the book, as tagged PDF."""

    name = "typst"
    format = "typst"
    epilog = "The PDF files are in %(outdir)s."
    allow_parallel = True
    supported_image_types: ClassVar = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]

    def init(self) -> None:
        """Find the fonts and prepare the work folder, which lies among the doctrees."""
        if not fonts.installed():
            raise ExtensionError(f"the fonts of the PDF are not in {fonts.FOLDER}; run `make fonts`")
        self.work = Path(self.doctreedir) / "typst"
        self.pages = self.work / "pages"
        self.tools = compiling.tools_digest()

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a page; the template decides whether it is inside the PDF."""
        return f"{PAGE_PREFIX}{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the address of a page, the same from everywhere."""
        return self.get_target_uri(to)

    def get_outdated_docs(self) -> Iterator[str]:
        """Yield the pages without a body, all when the tools changed; other changes are known from the signatures."""
        stamp = self.work / "tools"
        fresh = stamp.exists() and stamp.read_text() == self.tools
        yield from (
            docname for docname in sorted(self.env.found_docs) if not fresh or not self._record(docname).exists()
        )

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Do nothing: every page is translated on its own."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Resolve and translate pages, in several processes when `-j` says so."""
        ordered = sorted(docnames)
        if not self.parallel_ok or len(ordered) < 8:
            for docname in status_iterator(ordered, "translating... ", "darkgreen", len(ordered)):
                self._translate([docname])
            return
        tasks = ParallelTasks(self._app.parallel)
        chunks = make_chunks(ordered, self._app.parallel)
        progress = status_iterator(chunks, "translating... ", "darkgreen", len(chunks), stringify_func=_ends)
        domain_of(self.env).index  # noqa: B018  # built once here rather than in every process
        for chunk in chunks:
            tasks.add_task(self._translate, chunk, lambda *_: next(progress))
        tasks.join()
        logger.info("")

    def _translate(self, docnames: Sequence[str]) -> None:
        for docname in docnames:
            doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
            self.write_doc(docname, doctree)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write the body of a page and its record, and report what a writer should mend."""
        markup, body = translate(docname, doctree, Path(self.srcdir))
        for problem in body.problems:
            place = f"{self.env.doc2path(docname)}:{problem.line or ''}"
            logger.warning("%s", problem.message, location=place, type="pdf", subtype=problem.code)
        record = self._record(docname)
        record.parent.mkdir(parents=True, exist_ok=True)
        record.with_suffix(".typ").write_text(markup, "utf-8")
        record.write_text(body.to_json(), "utf-8")

    def _record(self, docname: str) -> Path:
        return self.pages / f"{docname}.json"

    def finish(self) -> None:
        """Refuse unknown nodes, then compile every volume that changed."""
        bodies = self._bodies()
        self._refuse_unknown(bodies)
        self._copy_shared(bodies)
        plan = Plan(self._site(), domain_of(self.env).index, self._entries(bodies), self._marks())
        volumes = list(plan.volumes(self.config.kb_pdf_split))
        digests = {docname: self._digest(body) for docname, body in bodies.items()}
        press = Press(self.work, Path(self.outdir), self._app.parallel)
        for failed in press.print_all(volumes, digests, _show):
            logger.warning("%s was not made: %s", failed.path, failed.error, type="pdf", subtype="compile")
        (self.work / "tools").write_text(self.tools)

    def _bodies(self) -> dict[str, Body]:
        return {
            docname: Body.from_json(self._record(docname).read_text("utf-8")) for docname in sorted(self.env.found_docs)
        }

    def _refuse_unknown(self, bodies: dict[str, Body]) -> None:
        found = [
            f"{self.env.doc2path(body.docname)}:{line or ''}: unknown-node: the node {name} has no PDF form"
            for body in bodies.values()
            for name, line in sorted(body.unknown.items())
        ]
        if found:
            for body in bodies.values():
                if body.unknown:
                    self._record(body.docname).unlink()  # so that the next build looks at the page again
            raise ExtensionError("\n".join(["nodes without a handler in painkb/typst:", *found]))

    def _copy_shared(self, bodies: dict[str, Body]) -> None:
        """Put template, emblem and pictures where Typst finds them."""
        shutil.copytree(_TEMPLATE, self.work / "template", dirs_exist_ok=True)
        shutil.copyfile(Path(self.confdir) / "../_static/img/mark.svg", self.work / "template" / "mark.svg")
        for place, source in {pair for body in bodies.values() for pair in body.images.items()}:
            target = self.work / place.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)

    def _digest(self, body: Body) -> str:
        markup = self._record(body.docname).with_suffix(".typ")
        return compiling.files_digest([markup, *(Path(path) for path in sorted(body.images.values()))])

    def _entries(self, bodies: dict[str, Body]) -> dict[str, Entry]:
        pages = domain_of(self.env).registry.pages
        return {docname: Entry(pages[docname], body) for docname, body in bodies.items() if docname in pages}

    def _site(self) -> Site:
        base: str = self.config.html_baseurl
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        return Site(
            self.config.project,
            self.config.author,
            self.config.language,
            f"{base.rstrip('/')}/" if base else "",
            int(epoch) if epoch.isdigit() else None,
        )

    def _marks(self) -> list[tuple[str, str]]:
        """Return what `{index}` marks, as name and label; glossary terms are indexed from the registry."""
        marks = []
        for docname, entries in sorted(self.env.domains.index_domain.entries.items()):
            for kind, text, anchor, _main, _key in entries:
                if not anchor.startswith("term-"):
                    name = ", ".join(part.strip() for part in text.split(";"))
                    marks.append((name, f"{docname}#{anchor}") if kind != "see" else (name, docname))
        return marks


def _ends(chunk: Sequence[str]) -> str:
    return f"{chunk[0]} .. {chunk[-1]}"


def _show(results: Iterator[compiling.Result], count: int) -> Iterator[compiling.Result]:
    """Show each volume on the terminal as it is finished."""
    return status_iterator(
        results, "compiling... ", "darkgreen", count, stringify_func=lambda result: f"{result.path} ({result.pages})"
    )
