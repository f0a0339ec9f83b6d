"""Own the rules that keep pages harmless: no raw HTML, no odd links, no files from outside docs/."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from painkb.diagnostics import Code, Diagnostic
from painkb.registry import Registry

_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"https", "http", "mailto"})
_REFUSED_DIRECTIVES = frozenset({"raw", "eval-rst", "include", "literalinclude", "csv-table", "only"})
_FILE_DIRECTIVES = frozenset({"figure", "image", "download"})


def check_raw_html(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A page holds no raw HTML and no script."""
    for found in registry.markup[docname].raw_html:
        shown = found.href.split("\n")[0][:60]
        hint = "Use Markdown, or a directive such as {note}; write `\\<` for a literal sign."
        yield Diagnostic(registry.path_of(docname), found.line, Code.RAW_HTML, f'raw HTML: "{shown}"', hint)


def check_links(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A link leads to a web address, a mail address or a page of the book."""
    for link in registry.markup[docname].links:
        scheme = _SCHEME.match(link.href)
        if scheme and scheme[1].lower() not in _ALLOWED_SCHEMES:
            message = f'the link "{link.href[:60]}" uses "{scheme[1]}:"'
            hint = "Use an https address, or a role such as {drug} for our own pages."
            yield Diagnostic(registry.path_of(docname), link.line, Code.UNSAFE_LINK, message, hint)
        elif not scheme and _escapes(docname, link.href.split("#")[0]):
            message = f'"{link.href[:80]}" leaves docs/'
            yield Diagnostic(registry.path_of(docname), link.line, Code.PATH_ESCAPE, message)


def check_files(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A directive shows only files below docs/, and pages include nothing."""
    path = registry.path_of(docname)
    for directive in registry.markup[docname].directives:
        if directive.name in {"figure", "image"} and _SCHEME.match(directive.argument):
            message = f'the image "{directive.argument[:60]}" is not a file below docs/'
            yield Diagnostic(path, directive.line, Code.UNSAFE_LINK, message, "Save it beside the page.")
        if directive.name in _FILE_DIRECTIVES | _REFUSED_DIRECTIVES and _escapes(docname, directive.argument):
            message = f'{{{directive.name}}} of "{directive.argument[:80]}" leaves docs/'
            yield Diagnostic(path, directive.line, Code.PATH_ESCAPE, message, "Keep the file below docs/.")
        elif directive.name in _REFUSED_DIRECTIVES:
            message = f"{{{directive.name}}} is not used here"
            hint = "Write the text on the page, or show claims with {claims}."
            yield Diagnostic(path, directive.line, Code.UNKNOWN_DIRECTIVE, message, hint)


def _escapes(docname: str, target: str) -> bool:
    """Tell whether a path, relative to its page or to docs/ when it begins with a slash, leaves docs/."""
    folder = posixpath.dirname(docname)
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).startswith("..") or "\\" in target
