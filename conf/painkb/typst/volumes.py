"""Own what a PDF holds: its pages, its data for the template and its main file. Compiles nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from painkb.model import Page
from painkb.typst import literals
from painkb.typst.translate import Body, short_code

BOOK = "antidepressants-in-neuropathic-pain"
NO_ADDRESS = "open current.html on the site this copy came from and enter the version"
LEAFLET, LARGE, BUNDLE, WHOLE = "leaflet", "large print", "bundle", "book"


@dataclass(frozen=True, slots=True)
class Site:
    """What all volumes share: names, the public address (may be empty) and the day of creation if it is fixed."""

    project: str
    author: str
    language: str
    base: str
    epoch: int | None

    def address(self, path: str, depth: int) -> str:
        """Return the address of a file of the site from a PDF `depth` folders deep."""
        return f"{self.base}{path}" if self.base else f"{'../' * depth}{path}"

    def check(self, code: str) -> str:
        """Return the address that answers whether a version is current, or nothing without a public address."""
        return f"{self.base}current.html?code={code}" if self.base else ""

    def scanned(self, code: str, title: str) -> str:
        """Return what the QR code of a version says: the address, or where to look if there is no public one."""
        return self.check(code) or f"{title}, version {code}. To see whether it is current, {NO_ADDRESS}."


@dataclass(frozen=True, slots=True)
class Volume:
    """One PDF to be made; `data` is read by the template, `main` is the file Typst compiles."""

    path: str
    form: str
    data: dict[str, Any]
    main: str
    bodies: tuple[Body, ...]
    timestamp: int
    indexed: tuple[str, ...] = ()

    @property
    def printed(self) -> list[str]:
        """Return the places whose page numbers are printed: pages, places that other pages link to, the index."""
        if not self.data["many"]:
            return []
        return sorted({*self.data["pages"], *self.data["anchors"], *self.indexed})

    @property
    def title(self) -> str:
        """Return the title of the document."""
        return str(self.data["title"])

    @property
    def row_headers(self) -> list[int]:
        """Return the number of row header columns of every table, in reading order."""
        return [count for body in self.bodies for count in body.row_headers]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the site with its translated body."""

    page: Page
    body: Body


def leaflet(site: Site, entry: Entry, *, large: bool = False) -> Volume:
    """Return the leaflet of one page."""
    page, body = entry.page, entry.body
    name = f"{page.docname}-large-print" if large else page.docname
    data = _data(site, [entry], page.title, body.code, name, large=large)
    data |= {"subject": page.meta.summary, "keywords": list(page.meta.aliases), "many": False}
    main = f'#import "/template/kb.typ": *\n#show: styled\n#include "/pages/{page.docname}.typ"\n'
    return Volume(f"{name}.pdf", LARGE if large else LEAFLET, data, main, (body,), _timestamp(site, [entry]))


@dataclass(frozen=True, slots=True)
class Tail:
    """What ends a book: the index as Typst source, and the places it names."""

    source: str = ""
    places: tuple[str, ...] = ()


def gathered(site: Site, name: str, form: str, title: str, subject: str, parts: Sequence[Part], tail: Tail) -> Volume:
    """Return a bundle or the book: cover, contents, the parts and `tail`."""
    entries = [entry for part in parts for entry in part.entries]
    code = combined_code(entry.body.code for entry in entries)
    data = _data(site, entries, title, code, name, large=False)
    data |= {"subject": subject, "keywords": [part.title for part in parts], "many": True}
    lines = ['#import "/template/kb.typ": *', "#show: styled"]
    lines.append(f"#cover({literals.content(literals.markup(subject))}, {_notes(site, data, len(entries))})")
    lines.append("#contents()")
    lines += [_part(part) for part in parts]
    ordered = tuple(entry.body for entry in entries)
    main = "\n".join([*lines, tail.source, ""])
    return Volume(f"{name}.pdf", form, data, main, ordered, _timestamp(site, entries), tail.places)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a book: pages under one heading; `head` opens it and is the first of its entries, if there is one."""

    title: str
    head: Entry | None
    pages: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all pages in order."""
        return ((self.head,) if self.head else ()) + self.pages


def _part(part: Part) -> str:
    lines = [_chapter(part.head, part.title, 0)] if part.head else [f"#part({literals.quoted(part.title)})"]
    return "\n".join([*lines, *(_chapter(entry, part.title, 1) for entry in part.pages)])


def _chapter(entry: Entry, part: str, offset: int) -> str:
    """Return the source of one page: its running head is set once here, since asking on every sheet is dear."""
    head = f"running-head({literals.quoted(part)}, {literals.quoted(entry.page.title)})"
    include = f'#include "/pages/{entry.page.docname}.typ"'
    listed = "" if offset else "\n#set heading(outlined: false, bookmarked: true)"  # contents list pages only
    return f"#[\n#set page(header: {head})\n#set heading(offset: {offset}){listed}\n{include}\n]"


def _notes(site: Site, data: dict[str, Any], count: int) -> str:
    lines = (
        f"Version {data['code']}, checked {data['checked']}. {count} pages of the knowledge base.",
        "For education. It does not replace the judgment of a professional who knows the patient, nor the product "
        "information that is valid where you are.",
        "Pages are drafted from published sources and checked against them; each says whether a clinician has "
        "reviewed it.",
        f"Check that this copy is current: {data['check']}",
        f"By {site.author}. Text CC BY 4.0, data CC0.",
    )
    return literals.content("\n\n".join(literals.markup(literals.squeezed(line)) for line in lines))


def _data(site: Site, entries: Sequence[Entry], title: str, code: str, name: str, *, large: bool) -> dict[str, Any]:
    inside = {entry.page.docname for entry in entries}
    anchors = {anchor for entry in entries for anchor in entry.body.anchors}
    wanted = {link for entry in entries for link in entry.body.links}
    depth = name.count("/") + 1
    check = site.check(code)
    return {
        "title": title,
        "project": site.project,
        "author": site.author,
        "code": code,
        "checked": f"{max(entry.page.meta.checked for entry in entries):%Y-%m-%d}",
        "check": literals.squeezed(check or NO_ADDRESS),
        **_scan(site, code, title),
        "base": site.address("", depth),
        "large": large,
        "pages": {entry.page.docname: _page_data(entry, site) for entry in entries},
        "anchors": sorted(link for link in wanted & anchors if link.partition("#")[0] in inside),
    }


def _page_data(entry: Entry, site: Site) -> dict[str, str]:
    meta, code = entry.page.meta, entry.body.code
    return {
        "kind": entry.page.kind.label,
        "status": meta.status.label,
        "code": code,
        "checked": f"{meta.checked:%Y-%m-%d}",
        **_scan(site, code, entry.page.title),
    }


def _scan(site: Site, code: str, title: str) -> dict[str, str]:
    return {"qr": f"/qr/{code}.svg", "scanned": site.scanned(code, title)}


def _timestamp(site: Site, entries: Iterable[Entry]) -> int:
    """Return SOURCE_DATE_EPOCH, or else the day of the last check: never the time of the build."""
    if site.epoch is not None:
        return site.epoch
    day = max(entry.page.meta.checked for entry in entries)
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())


def combined_code(codes: Iterable[str]) -> str:
    """Return the version code of several pages together."""
    return short_code(hashlib.blake2b(" ".join(codes).encode(), digest_size=8).digest())


def data_json(volume: Volume) -> str:
    """Return the data of a volume as the template reads it."""
    return json.dumps(volume.data, ensure_ascii=False, sort_keys=True, indent=1)
