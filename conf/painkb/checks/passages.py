"""Own the rules on whose words stand here: no passage twice in the book, none from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from painkb import passages
from painkb.diagnostics import Code, Diagnostic
from painkb.passages import Mark, Word
from painkb.registry import Registry

REPEATED = 25
"""Words in a row that two pages may not share."""
_SHOWN = 10
_ALIKE = frozenset({"Get help now", "About this leaflet"})
"""Sections of patient pages that must say the same everywhere."""
Place = tuple[str, int]
"""A page and the number of a word in it."""


def check_repeated_prose(registry: Registry) -> Iterator[Diagnostic]:
    """A passage stands on one page; the other page links to it."""
    texts = {docname: _words_of(registry, docname) for docname in sorted(registry.markup)}
    places: dict[int, list[Place]] = {}
    for docname, text in texts.items():
        for mark in passages.sampled(list(passages.marks(text)), REPEATED):
            places.setdefault(mark.value, []).append((docname, mark.start))
    told: set[tuple[str, str, int]] = set()
    for found in places.values():
        for one, other in combinations(found, 2):
            if one[0] == other[0]:
                continue
            start, length = _widened(texts[one[0]], one[1], texts[other[0]], other[1])
            if length >= REPEATED and (one[0], other[0], start) not in told:
                told.add((one[0], other[0], start))
                begin = (other[0], other[1] - one[1] + start)
                yield _repeated(registry, one[0], begin, texts[one[0]][start : start + length], texts[other[0]])


def _words_of(registry: Registry, docname: str) -> list[Word]:
    """Return the words of a page, without headings and sections that are alike by design."""
    markup = registry.markup[docname]
    headings = {heading.line for heading in markup.headings}
    return [
        word
        for prose in markup.prose
        if prose.line not in headings and markup.section_at(prose.line) not in _ALIKE
        for word in passages.words(prose.text, prose.line)
    ]


def _widened(one: list[Word], first: int, other: list[Word], second: int) -> tuple[int, int]:
    """Return where in `one` the shared passage around two places begins, and its number of words."""
    start, shift = first, second - first
    while start > 0 and start + shift > 0 and one[start - 1].text == other[start - 1 + shift].text:
        start -= 1
    end = first
    while end < len(one) and end + shift < len(other) and one[end].text == other[end + shift].text:
        end += 1
    return start, end - start


def _repeated(registry: Registry, docname: str, other: Place, passage: list[Word], theirs: list[Word]) -> Diagnostic:
    where = f"{registry.path_of(other[0])}:{theirs[other[1]].line}"
    message = f'{len(passage)} words in a row also stand in {where}: "{_quote(passage)}"'
    hint = "Keep the passage on one page and link to it, or show both from one claim."
    return Diagnostic(registry.path_of(docname), passage[0].line, Code.REPEATED_PROSE, message, hint)


def check_copied_text(registry: Registry) -> Iterator[Diagnostic]:
    """Facts carry over from a source; sentences do not."""
    if not registry.foreign:
        return
    for docname in registry.markup:
        yield from _copied(registry, registry.path_of(docname), _words_of(registry, docname))
    for located in registry.claims.values():
        text = list(passages.words(located.claim.statement, located.line))
        yield from _copied(registry, located.path, text)


def _copied(registry: Registry, path: str, text: list[Word]) -> Iterator[Diagnostic]:
    last: Mark | None = None
    for mark in passages.marks(text):
        if mark.value not in registry.foreign:
            continue
        if last is None or mark.start > last.start + passages.RUN:
            quote = _quote(text[mark.start : mark.start + passages.RUN])
            message = f'the words "{quote}" also stand in {registry.foreign[mark.value]}'
            hint = "Say it in words of your own."
            yield Diagnostic(path, text[mark.start].line, Code.COPIED_TEXT, message, hint)
        last = mark


def _quote(text: list[Word]) -> str:
    return " ".join(word.text for word in text[:_SHOWN]) + (" …" if len(text) > _SHOWN else "")
