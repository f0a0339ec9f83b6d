"""Own the rules that keep pages harmless: no raw HTML, no odd links, no files from outside docs/."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from painkb.contract import REFUSED_DIRECTIVES
from painkb.diagnostics import Code, Diagnostic
from painkb.markup import DirectiveAt
from painkb.registry import Registry

_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"https", "http", "mailto"})
_IMAGES = frozenset({"figure", "image"})
_BUTTONS = frozenset({"button-link", "button-ref"})
_ADDRESS_OPTIONS = ("link", "target", "link-alt", "img-top", "img-bottom", "img-background")


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
        elif scheme and link.image:
            message = f'the image "{link.href[:60]}" is not a file below docs/'
            yield Diagnostic(
                registry.path_of(docname), link.line, Code.UNSAFE_LINK, message, "Save it beside the page."
            )
        elif not scheme:
            yield from _local(registry, docname, link.href.split("#")[0], link.line)


def _local(registry: Registry, docname: str, target: str, line: int) -> Iterator[Diagnostic]:
    """Yield what is wrong with the path of a page or an image below docs/."""
    path = registry.path_of(docname)
    if _escapes(docname, target):
        hint = "Keep the file below docs/."
        yield Diagnostic(path, line, Code.PATH_ESCAPE, f'"{target[:80]}" leaves docs/', hint)
        return
    if registry.root is None or not target or not PurePosixPath(target).suffix:
        return
    if not (registry.root / _joined(docname, target)).is_file():
        message = f'the file "{target[:80]}" is not there'
        yield Diagnostic(path, line, Code.MISSING_FILE, message, "Check the name, or add the file.")


def check_files(registry: Registry, docname: str) -> Iterator[Diagnostic]:
    """A directive shows only files below docs/, and pages include nothing."""
    path = registry.path_of(docname)
    for directive in registry.markup[docname].directives:
        for address in _addresses(directive):
            scheme = _SCHEME.match(address)
            if scheme and (directive.name in _IMAGES or scheme[1].lower() not in _ALLOWED_SCHEMES):
                message = f'{{{directive.name}}} leads to "{address[:60]}"'
                hint = "Save it beside the page." if directive.name in _IMAGES else "Use an https address."
                yield Diagnostic(path, directive.line, Code.UNSAFE_LINK, message, hint)
        if directive.name in _IMAGES and not _SCHEME.match(directive.argument):
            yield from _local(registry, docname, directive.argument, directive.line)
        elif directive.name in REFUSED_DIRECTIVES and _escapes(docname, directive.argument):
            message = f'{{{directive.name}}} of "{directive.argument[:80]}" leaves docs/'
            yield Diagnostic(path, directive.line, Code.PATH_ESCAPE, message, "Keep the file below docs/.")
        elif directive.name in REFUSED_DIRECTIVES:
            message = f"{{{directive.name}}} is not used here"
            hint = "Write the text on the page, or show claims with {claims}."
            yield Diagnostic(path, directive.line, Code.UNKNOWN_DIRECTIVE, message, hint)


def _addresses(directive: DirectiveAt) -> list[str]:
    """Return what the argument and the options of a directive point to."""
    found = [directive.options[name] for name in _ADDRESS_OPTIONS if directive.options.get(name)]
    return [*found, directive.argument] if directive.name in _IMAGES | _BUTTONS else found


def _escapes(docname: str, target: str) -> bool:
    """Tell whether a path, relative to its page or to docs/ when it begins with a slash, leaves docs/."""
    return _joined(docname, target).startswith("..") or "\\" in target


def _joined(docname: str, target: str) -> str:
    """Return a path relative to docs/ for a path as a page writes it."""
    folder = posixpath.dirname(docname)
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
