"""Own every registration with Sphinx, one a line, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from painkb import events, export, navigation, nodes, search_build
from painkb.builder import SiteBuilder
from painkb.contract import DIRECTIVES
from painkb.directives import PlaceholderDirective, TitledAdmonition
from painkb.domain import KbDomain
from painkb.inert import DropUnsafeLinks
from painkb.sections import AddSections
from painkb.transforms import ResolvePlaceholders
from painkb.typst import site as pdf_site
from painkb.typst.builder import TypstBuilder
from painkb.wrappers import KeepIdsUnique

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Register settings, domain, builders, nodes, directives, transforms and events, in this order."""
    app.add_config_value("kb_report_url", "", "html", types=[str])
    app.add_config_value("kb_pdf_split", 0, "", types=[int])
    app.add_domain(KbDomain)
    app.add_builder(SiteBuilder, override=True)
    app.add_builder(TypstBuilder)
    _register_markup(app)
    _register_events(app)
    _register_search(app)
    return {"version": "0.1", "env_version": 3, "parallel_read_safe": True, "parallel_write_safe": True}


def _register_markup(app: Sphinx) -> None:
    app.add_node(nodes.kb_block)
    app.add_node(nodes.kb_inline)
    passed = (nodes.pass_through, nodes.pass_through)
    folded = (nodes.visit_details_html, nodes.depart_details_html)
    app.add_node(nodes.kb_details, html=folded, latex=passed, text=passed, man=passed, texinfo=passed)
    drawn, skipped = (nodes.visit_drawing_html, None), (nodes.skip_drawing, None)
    app.add_node(nodes.kb_drawing, html=drawn, latex=skipped, text=skipped, man=skipped, texinfo=skipped)
    for name in DIRECTIVES:
        app.add_directive_to_domain("kb", name, PlaceholderDirective)
    for name in ("danger", "warning", "caution", "important", "note", "tip"):
        app.add_directive(name, TitledAdmonition, override=True)
    app.add_transform(AddSections)
    app.add_post_transform(pdf_site.ResolveDownloads)
    app.add_post_transform(ResolvePlaceholders)
    app.add_post_transform(DropUnsafeLinks)
    app.add_post_transform(KeepIdsUnique)


def _register_events(app: Sphinx) -> None:
    app.connect("builder-inited", events.on_builder_inited)
    app.connect("env-get-outdated", events.on_outdated)
    app.connect("env-before-read-docs", events.on_before_read)
    app.connect("source-read", events.on_source_read)
    app.connect("doctree-read", events.on_doctree_read)
    app.connect("env-updated", events.on_env_updated)
    app.connect("env-updated", pdf_site.on_env_updated)
    app.connect("missing-reference", events.on_missing_reference)
    app.connect("env-check-consistency", events.on_check_consistency)
    app.connect("html-page-context", navigation.hide_toctree, priority=navigation.BEFORE_FURO)
    app.connect("html-page-context", navigation.add_navigation, priority=navigation.AFTER_FURO)
    app.connect("html-page-context", pdf_site.on_page_context)
    app.connect("html-collect-pages", pdf_site.on_collect_pages)
    app.connect("build-finished", export.on_build_finished)


def _register_search(app: Sphinx) -> None:
    app.add_config_value("kb_stock_search", False, "html", types=[bool, str])
    app.connect("builder-inited", search_build.on_builder_inited)
    app.connect("doctree-read", search_build.on_doctree_read)
    app.connect("env-purge-doc", search_build.on_purge_doc)
    app.connect("env-merge-info", search_build.on_merge_info)
    app.connect("html-collect-pages", search_build.on_collect_pages)
    app.connect("build-finished", search_build.on_build_finished)
