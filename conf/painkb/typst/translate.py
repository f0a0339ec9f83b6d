"""Own the translation of one resolved page into the Typst body that leaflet, bundle and book share."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from docutils import nodes

from painkb.typst import admonitions, blocks, fonts, formulas, imagefiles, inline, links, lists, sections
from painkb.typst import figures as figures_module
from painkb.typst import tables as tables_module
from painkb.typst.dispatch import convert
from painkb.typst.sheet import Problem, Sheet

HANDLER_MODULES = (admonitions, blocks, figures_module, inline, links, lists, sections, tables_module)
"""Importing them registers their handlers."""
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's alphabet: no letters that are read as digits."""
CODE_LENGTH = 6
HEADER = '#import "/template/kb.typ": *\n\n'
_BLANK = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Body:
    """What is kept of a translated page beside its markup."""

    docname: str
    title: str
    code: str
    links: list[str]
    anchors: list[str]
    row_headers: list[int]
    images: dict[str, str]
    problems: list[Problem]
    unknown: dict[str, int | None]

    def to_json(self) -> str:
        """Return the record as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Body:
        """Return the record that `to_json` wrote."""
        data = json.loads(text)
        data["problems"] = [Problem(*problem) for problem in data["problems"]]
        return cls(**data)


def translate(docname: str, document: nodes.document, source: Path) -> tuple[str, Body]:
    """Return the Typst markup of a resolved page and its record; pictures are looked up below `source`."""
    sheet = Sheet(docname, lambda uri: imagefiles.find(source, uri), fonts.cover, formulas.convert)
    for node in document.findall(nodes.Element):
        sheet.ids.update(node.get("ids", ()))
    for note in document.findall(lambda node: isinstance(node, nodes.footnote | nodes.citation)):
        assert isinstance(note, nodes.Element)
        sheet.footnotes.update(dict.fromkeys(note["ids"], note))
    markup = HEADER + _BLANK.sub("\n\n", convert(document, sheet)) + "\n"
    title = next((node.astext() for node in document.findall(nodes.title)), docname)
    record = Body(
        docname,
        title,
        version_code(sheet),
        sorted(sheet.links),
        sorted(sheet.emitted),
        sheet.row_headers,
        sheet.images,
        sheet.problems,
        sheet.unknown,
    )
    return markup, record


def version_code(sheet: Sheet) -> str:
    """Return the short code of what a reader sees: words and pictures, not markup or layout."""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(" ".join(" ".join(sheet.words).split()).encode())
    for path in sorted(sheet.images.values()):
        digest.update(Path(path).read_bytes())
    return short_code(digest.digest())


def short_code(digest: bytes) -> str:
    """Return the first characters of a digest in an alphabet that is safe to read out and type."""
    number = int.from_bytes(digest)
    code = ""
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(_SIGNS))
        code += _SIGNS[rest]
    return code
