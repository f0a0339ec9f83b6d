"""Own what surrounds a page: sidebar, breadcrumbs, previous and next.

The sidebar names the sections and the pages of the current section near the current one, so that neither the size
of a page nor the time to write it grows with the site.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from painkb.events import domain_of
from painkb.index import Index
from painkb.model import Page
from painkb.vocab import PageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import document
    from sphinx.application import Sphinx

BEFORE_FURO = 400
"""Event priority: Furo (500) must find no toctree, or it would ask Sphinx for the whole tree of every page."""
AFTER_FURO = 600


def hide_toctree(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Keep Furo from building the whole navigation tree for every page, which is quadratic."""
    context["toctree"] = lambda **kwargs: ""


def add_navigation(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Put sidebar, breadcrumbs, neighbors and description into the context of a page."""
    index = domain_of(app.env).index
    page = index.registry.pages.get(pagename)
    uri = _linker(app, pagename)
    context["furo_navigation_tree"] = build_sidebar(index, page, uri)
    context["kb_page"] = page
    context["kb_breadcrumbs"] = breadcrumbs(index, page, uri)
    previous, following = index.neighbors(pagename)
    context["prev"] = _neighbor(previous, uri)
    context["next"] = _neighbor(following, uri)
    if page is not None:
        context["metatags"] = (
            f'{context.get("metatags", "")}\n<meta name="description" content="{escape(page.meta.summary)}">'
        )


def _linker(app: Sphinx, pagename: str) -> Callable[[str], str]:
    return lambda docname: app.builder.get_relative_uri(pagename, docname)


def _neighbor(page: Page | None, uri: Callable[[str], str]) -> dict[str, str] | None:
    return {"title": escape(page.title), "link": uri(page.docname)} if page is not None else None


def breadcrumbs(index: Index, page: Page | None, uri: Callable[[str], str]) -> list[dict[str, str]]:
    """Return the way from the home page to the section of `page`, outermost first."""
    if page is None or page.docname == "index":
        return []
    crumbs = [{"title": "Home", "link": uri("index")}]
    head = index.registry.page(page.kind, "index")
    if head is not None and head.docname != page.docname and page.kind is not PageKind.ROOT:
        crumbs.append({"title": page.kind.plural, "link": uri(head.docname)})
    return crumbs


def build_sidebar(index: Index, page: Page | None, uri: Callable[[str], str]) -> str:
    """Return the sidebar as HTML: every section that has pages, the current one opened around the current page."""
    items = []
    for kind in PageKind:
        head = index.registry.page(kind, "index")
        if kind is PageKind.ROOT:
            items += [_item(other, other.title, page, uri) for other in index.sections[kind]]
        elif head is not None:
            inner = _nearby(index, page, uri) if page is not None and page.kind is kind else ""
            items.append(_item(head, kind.plural, page, uri, inner))
    return f"<ul>{''.join(items)}</ul>"


def _item(target: Page, title: str, page: Page | None, uri: Callable[[str], str], inner: str = "") -> str:
    current = page is not None and target.docname == page.docname
    level = "toctree-l1" if inner or target.id == "index" else "toctree-l2"
    mark = ' aria-current="page"' if current else ""
    link = f'<a class="reference internal" href="{uri(target.docname)}"{mark}>{escape(title)}</a>'
    return f'<li class="{level}{" current current-page" if current else ""}">{link}{inner}</li>'


def _nearby(index: Index, page: Page, uri: Callable[[str], str]) -> str:
    shown = [_item(other, other.title, page, uri) for other in index.nearby(page)]
    return f"<ul>{''.join(shown)}</ul>" if shown else ""
