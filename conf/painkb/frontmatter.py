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
    read = _meta(text, path, problems)
    if read is None or title is None:
        return ParsedPage(None, found, problems)
    stem = PurePosixPath(docname).name
    page = Page(docname=docname, kind=kind_of(docname), id=stem, title=title, meta=read[0], lines=read[1])
    return ParsedPage(page, found, problems)


def _file_name(path: str, docname: str) -> list[Diagnostic]:
    bad = [part for part in PurePosixPath(docname).parts if not _STEM.match(part)]
    if not bad and "/" in docname and kind_of(docname) is PageKind.ROOT:
        folders = ", ".join(kind.folder for kind in PageKind if kind.folder)
        message = f'"{docname.split("/")[0]}" is no folder of pages'
        return [Diagnostic(path, 1, Code.BAD_FILE_NAME, message, f"Use one of: {folders}.")]
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


def _meta(text: str, path: str, problems: list[Diagnostic]) -> tuple[FrontMatter, dict[str, int]] | None:
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
    for key in located.data:
        if key != "kb":
            hint = "Put it below `kb:` if it is one of our keys, else delete it."
            problems.append(Diagnostic(path, located.line((key,)), Code.UNKNOWN_KEY, f'unknown key "{key}"', hint))
    meta, invalid = validate(FrontMatter, located, ("kb",), path)
    problems += invalid
    if meta is None:
        return None
    problems += _dates(meta, located, path)
    problems += _repeated(meta, located, path)
    return meta, _lines(located)


def _lines(located: yamlfile.Located) -> dict[str, int]:
    """Return the line of each key and, as `relations.part-of`, of each relation."""
    return {".".join(map(str, place[1:])): line for place, line in located.lines.items() if len(place) > 1}


def _repeated(meta: FrontMatter, located: yamlfile.Located, path: str) -> list[Diagnostic]:
    problems = []
    for relation, targets in meta.relations.items():
        for target in sorted({target for target in targets if targets.count(target) > 1}):
            line = located.line(("kb", "relations", relation.value))
            message = f'"{relation}" names "{target}" twice'
            problems.append(Diagnostic(path, line, Code.INVALID_VALUE, message, "Delete one of them."))
    return problems


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
