"""Own what happens at each Sphinx event; every handler is short and calls the layers below."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from painkb import frontmatter, textfile
from painkb.checks import check_book
from painkb.diagnostics import Diagnostic
from painkb.domain import KbDomain

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def domain_of(env: BuildEnvironment) -> KbDomain:
    """Return our domain of an environment."""
    domain = env.domains["kb"]
    assert isinstance(domain, KbDomain)
    return domain


def report(problem: Diagnostic) -> None:
    """Hand a diagnostic to Sphinx as a warning, which a strict build turns into a failure."""
    hint = f" ({problem.hint})" if problem.hint else ""
    text = f"{problem.code}: {problem.message}{hint}"
    logger.warning("%s", text, location=f"{problem.path}:{problem.line}", type="kb", subtype=problem.code.value)


def on_builder_inited(app: Sphinx) -> None:
    """Load claims and sources afresh; refuse files and HTML that writers could smuggle in."""
    registry = domain_of(app.env).registry
    registry.docs = Path(app.srcdir).name
    registry.load_data(Path(app.srcdir))
    domain_of(app.env).forget_index()
    app.env.settings.update(raw_enabled=False, file_insertion_enabled=False)


def on_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Delete the output of pages that are gone: Sphinx leaves it, and readers would go on finding it."""
    for docname in removed:
        _delete_output(app, docname)
    return ()


def _delete_output(app: Sphinx, docname: str) -> None:
    if isinstance(app.builder, StandaloneHTMLBuilder):
        Path(app.builder.get_output_path(docname)).unlink(missing_ok=True)


def on_before_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Report files that cannot be read as text and keep Sphinx from stumbling over them."""
    for docname in list(docnames):
        path = Path(env.doc2path(docname))
        _, problems = textfile.read(path, domain_of(env).registry.path_of(docname))
        for problem in problems:
            report(problem)
        if problems:
            docnames.remove(docname)
            env.project.docnames.discard(docname)


def on_source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Note the page in the registry before Sphinx parses it."""
    domain = domain_of(app.env)
    parsed = frontmatter.parse(content[0], domain.registry.path_of(docname), docname)
    domain.registry.note_page(docname, parsed)
    domain.data["digests"][docname] = hashlib.blake2b(content[0].encode(), digest_size=8).hexdigest()
    domain.forget_index()


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the definitions of glossary terms, for the words list of other pages."""
    domain = domain_of(app.env)
    definitions, anchors = domain.definitions, domain.data["anchors"]
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            body = next(iter(item.findall(nodes.definition)), None)
            term = next(iter(item.findall(nodes.term)), None)
            if body is not None and term is not None:
                definitions[term.astext()] = body.deepcopy()
                anchors[term.astext()] = term["ids"][0]


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return exactly the pages that show something that changed since this builder last wrote them.

    Builders that share doctrees each keep their own signatures: what one has written the other has not.
    """
    domain = domain_of(env)
    shared, digests = _shared_digest(app), domain.data["digests"]
    new = {name: f"{shared}{digests.get(name)}{domain.index.signature(name)}" for name in env.found_docs}
    old: dict[str, str] = domain.data["signatures"].get(app.builder.name, {})
    changed = [docname for docname, signature in new.items() if old.get(docname) != signature]
    domain.data["signatures"][app.builder.name] = new
    env.files_to_rebuild.clear()  # the signature covers what lists of pages show; Sphinx would write too many
    return sorted(changed)


def _shared_digest(app: Sphinx) -> str:
    """Return a digest of settings, styles, scripts and templates: pages carry the checksums of those files."""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(getattr(getattr(app.builder, "build_info", None), "config_hash", "").encode())
    folders = [*app.config.html_static_path, *app.config.templates_path]
    for folder in folders:
        for path in sorted((Path(app.confdir) / folder).rglob("*")):
            if path.is_file():
                digest.update(path.name.encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def on_missing_reference(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.TextElement | None:
    """Show plain text for one of our links that leads nowhere: the checks report it with path and line."""
    return contnode if node.get("refdomain") == "kb" else None


def on_check_consistency(app: Sphinx, env: BuildEnvironment) -> None:
    """Report everything the checks find, all at once."""
    for problem in check_book(domain_of(env).registry):
        report(problem)
