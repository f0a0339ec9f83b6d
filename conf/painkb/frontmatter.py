"""Own reading one page: front matter, kind, id, title and what the Markdown contains.

Judges a page by itself; what needs other pages is a cross-page check.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from painkb import markup, textfile, yamlfile
from painkb.diagnostics import Code, Diagnostic
from painkb.markup import Markup
from painkb.model import FrontMatter, Page
from painkb.validation import validate
from painkb.vocab import PageKind, Status

_STEM = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_BLOCK = re.compile(r"\A---\n(?P<yaml>.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)


class ParsedPage(NamedTuple):
    """What one page file holds: the page if its front matter is sound, its markup, its problems."""

    page: Page | None
    markup: Markup
    problems: list[Diagnostic]


def kind_of(docname: str) -> PageKind:
    """Return the page kind for a docname by its first folder."""
    folder = docname.split("/")[0] if "/" in docname else ""
    return next((kind for kind in PageKind if kind.folder == folder), PageKind.ROOT)


def read(path: Path, shown: str, docname: str) -> ParsedPage:
    """Read one page file; `shown` is the path to print, `docname` the name without folder docs/ and ending."""
    text, problems = textfile.read(path, shown)
    return parse(text, shown, docname) if text is not None else ParsedPage(None, Markup(), problems)


def parse(text: str, path: str, docname: str) -> ParsedPage:
    """Return the page in `text`, with every problem of the page by itself."""
    found = markup.parse(text)
    problems = _file_name(path, docname)
    title = _title(found, path, problems)
    meta = _meta(text, path, problems)
    if meta is None or title is None:
        return ParsedPage(None, found, problems)
    stem = PurePosixPath(docname).name
    page = Page(docname=docname, kind=kind_of(docname), id=stem, title=title, meta=meta)
    return ParsedPage(page, found, problems)


def _file_name(path: str, docname: str) -> list[Diagnostic]:
    bad = [part for part in PurePosixPath(docname).parts if not _STEM.match(part)]
    if not bad:
        return []
    message = f'"{bad[0]}" is not a page id'
    return [Diagnostic(path, 1, Code.BAD_FILE_NAME, message, "Use lower-case words joined by hyphens.")]


def _title(found: Markup, path: str, problems: list[Diagnostic]) -> str | None:
    titles = [heading for heading in found.headings if heading.level == 1]
    if not titles:
        problems.append(Diagnostic(path, 1, Code.MISSING_TITLE, "the page has no title", "Begin it with `# Title`."))
        return None
    for extra in titles[1:]:
        message = f'a second title, "{extra.text}"'
        problems.append(Diagnostic(path, extra.line, Code.MISSING_TITLE, message, "Use `##` for sections."))
    return titles[0].text


def _meta(text: str, path: str, problems: list[Diagnostic]) -> FrontMatter | None:
    block = _BLOCK.match(text)
    if not block:
        hint = "Begin the page with `---`, `kb:` and its keys; copy them from a page of the same kind."
        problems.append(Diagnostic(path, 1, Code.MISSING_FRONT_MATTER, "the page has no front matter", hint))
        return None
    located, wrong = yamlfile.load(block["yaml"], path, offset=1)
    problems += wrong
    if not isinstance(located.data, dict) or not isinstance(located.data.get("kb"), dict):
        if not wrong:
            hint = "Put all keys below one `kb:` key."
            problems.append(Diagnostic(path, 1, Code.MISSING_FRONT_MATTER, "the front matter has no `kb:` block", hint))
        return None
    meta, invalid = validate(FrontMatter, located, ("kb",), path)
    problems += invalid
    if meta is not None:
        problems += _dates(meta, located, path)
    return None if wrong else meta


def _dates(meta: FrontMatter, located: yamlfile.Located, path: str) -> list[Diagnostic]:
    problems = []
    if meta.next_due <= meta.checked:
        line = located.line(("kb", "next-due"))
        problems.append(Diagnostic(path, line, Code.INVALID_VALUE, '"next-due" is not after "checked"'))
    if meta.checked > dt.date.today() + dt.timedelta(days=1):  # a day's grace for time zones
        line = located.line(("kb", "checked"))
        problems.append(Diagnostic(path, line, Code.DATE_IN_FUTURE, f'"checked" is {meta.checked}'))
    if meta.status is Status.REVIEWED and meta.review is None:
        line = located.line(("kb", "status"))
        hint = "A reviewer adds `review:`; until then the status is `source-checked`."
        problems.append(Diagnostic(path, line, Code.UNSIGNED_REVIEW, "no signed review record", hint))
    return problems
