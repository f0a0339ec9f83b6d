"""Own reading `docs/data/sources.bib` into sources, with the line of each entry.

pybtex reads the BibTeX and latexcodec the accents; nothing here formats a reference.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import latexcodec  # noqa: F401  registers the "ulatex" codec
from pybtex.database import InvalidNameString, Person
from pybtex.database.input.bibtex import LowLevelParser
from pybtex.scanner import PybtexSyntaxError
from pydantic import ValidationError

from painkb import textfile
from painkb.diagnostics import Code, Diagnostic
from painkb.model import Source

_KEY = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_CONTAINERS = ("journal", "booktitle", "publisher", "institution", "organization", "howpublished")


def read(path: Path, shown: str) -> tuple[dict[str, Source], list[Diagnostic]]:
    """Read the bibliography; `shown` is the path to print."""
    text, problems = textfile.read(path, shown)
    return parse(text, shown) if text is not None else ({}, problems)


def parse(text: str, path: str) -> tuple[dict[str, Source], list[Diagnostic]]:
    """Return the sources by key and every problem in the bibliography."""
    problems: list[Diagnostic] = []

    def on_error(error: PybtexSyntaxError) -> None:
        problems.append(Diagnostic(path, error.lineno or 1, Code.BROKEN_BIBLIOGRAPHY, str(error.args[0])))

    parser = LowLevelParser(text, handle_error=on_error)
    found: dict[str, Source] = {}
    for entry_type, body in parser:
        if len(body) != 2 or not isinstance(body[1], list) or body[0] is None:
            continue
        line = text.count("\n", 0, parser.command_start) + 1
        source, wrong = _source(entry_type, body[0], body[1], path, line)
        problems += wrong
        if source is None:
            continue
        if source.key in found:
            message = f'source "{source.key}" stands twice; the first is on line {found[source.key].line}'
            problems.append(Diagnostic(path, line, Code.DUPLICATE_SOURCE, message, "Delete one of them."))
            continue
        found[source.key] = source
    return found, problems + _same_work(found, path)


def _source(
    entry_type: str, key: str, pairs: list[tuple[str, list[str]]], path: str, line: int
) -> tuple[Source | None, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    fields: dict[str, str] = {}
    for name, parts in pairs:
        if name.lower() in fields:
            message = f'field "{name}" stands twice in source "{key}"'
            problems.append(Diagnostic(path, line, Code.DUPLICATE_KEY, message, "Delete one of them."))
        fields[name.lower()] = _plain("".join(parts))
    if not _KEY.match(key):
        message = f'source key "{key}" is not lower case letters and digits'
        problems.append(Diagnostic(path, line, Code.INVALID_VALUE, message))
        return None, problems
    names = _names(pairs)
    try:
        source = Source(
            key=key,
            type=entry_type.lower(),
            authors=tuple(name for name, _ in names),
            lead=fields.get("shortauthor") or (names[0][1] if names else _issuer(fields)),
            year=int(fields["year"]) if fields.get("year", "").isdigit() else None,
            title=fields.get("title", ""),
            container=next((fields[name] for name in _CONTAINERS if fields.get(name)), None),
            line=line,
            **{name: fields.get(name) for name in ("volume", "number", "pages", "doi", "pmid", "pmcid", "url", "note")},
        )
    except ValidationError as error:
        return None, [*problems, Diagnostic(path, line, Code.BROKEN_BIBLIOGRAPHY, f'source "{key}": {error}')]
    if not source.title or not source.address:
        message = f'source "{key}" needs a title and a DOI, PMCID, PMID or url'
        problems.append(Diagnostic(path, line, Code.INCOMPLETE_SOURCE, message))
    if source.url and not source.url.startswith(("https://", "http://")):
        message = f'the url of source "{key}" is not a web address'
        problems.append(Diagnostic(path, line, Code.UNSAFE_LINK, message))
    return source, problems


def _plain(value: str) -> str:
    """Return BibTeX text without LaTeX accents, braces and runs of space."""
    try:
        decoded = codecs.decode(value, "ulatex") if "\\" in value else value  # type: ignore[call-overload]  # registered above
    except (ValueError, UnicodeError):
        decoded = value
    return re.sub(r"\s+", " ", decoded.replace("{", "").replace("}", "").replace("--", "\u2013")).strip()


def _names(pairs: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """Return each author as (`Finnerup NB`, `Finnerup`); a body in braces keeps its whole name twice."""
    raw = next(("".join(parts) for name, parts in pairs if name.lower() == "author"), "")
    return [_name(one.strip()) for one in re.split(r"\s+and\s+(?![^{]*\})", raw) if one.strip()]


def _issuer(fields: dict[str, str]) -> str:
    """Return the body that stands behind a work without authors, else the beginning of its title."""
    body = next((fields[name] for name in ("organization", "institution", "publisher") if fields.get(name)), "")
    return body or " ".join(fields.get("title", "").split(":")[0].split()[:6])


def _name(raw: str) -> tuple[str, str]:
    if raw.startswith("{"):
        return _plain(raw), _plain(raw)
    try:
        person = Person(raw)
    except InvalidNameString:
        return _plain(raw), _plain(raw)
    family = _plain(" ".join([*person.prelast_names, *person.last_names]))
    names = [part for name in [*person.first_names, *person.middle_names] for part in _plain(name).split("-")]
    given = "".join(name[:1] for name in names)
    return f"{family} {given}".strip(), family


def _same_work(found: dict[str, Source], path: str) -> list[Diagnostic]:
    problems = []
    seen: dict[str, Source] = {}
    for source in found.values():
        for mark in filter(None, (source.doi and source.doi.lower(), source.pmid and f"PMID {source.pmid}")):
            if mark in seen and seen[mark].key != source.key:
                message = f'sources "{seen[mark].key}" and "{source.key}" are the same work ({mark})'
                problems.append(Diagnostic(path, source.line, Code.DUPLICATE_SOURCE, message, "Keep one key."))
            seen.setdefault(mark, source)
    return problems
