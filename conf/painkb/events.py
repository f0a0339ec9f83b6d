"""Own what happens at each Sphinx event; every handler is short and calls the layers below."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
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
    domain.forget_index()


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the definitions of glossary terms, for the words list of other pages."""
    definitions = domain_of(app.env).definitions
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            body = next(iter(item.findall(nodes.definition)), None)
            term = next(iter(item.findall(nodes.term)), None)
            if body is not None and term is not None:
                definitions[term.astext()] = body.deepcopy()


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return exactly the pages that show something that changed elsewhere since they were written."""
    domain = domain_of(env)
    shared = _assets_digest(app)
    new = {docname: f"{shared}{domain.index.signature(docname)}" for docname in env.found_docs}
    # By builder: HTML and PDF share the environment, and each must learn of what changed since its own last build.
    seen: MutableMapping[str, dict[str, str]] = domain.data["signatures"]
    old = seen.get(app.builder.name, {})
    changed = [docname for docname, signature in new.items() if old.get(docname) != signature]
    seen[app.builder.name] = new
    env.files_to_rebuild.clear()  # the signature covers what lists of pages show; Sphinx would write too many
    return sorted(changed)


def _assets_digest(app: Sphinx) -> str:
    """Return a digest of styles, scripts and templates: pages carry the checksums of those files."""
    digest = hashlib.blake2b(digest_size=8)
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
