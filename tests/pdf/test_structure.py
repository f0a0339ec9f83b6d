"""What assistive software and printers meet: tags, headings, headers, links, bookmarks, fonts, metadata."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdf.reading import ALL, LEAFLETS, PDFS, elements, name_of
from pikepdf import Name

each = pytest.mark.parametrize("path", ALL, ids=name_of)


@each
def test_headings_leave_no_level_out(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        levels = [int(str(part.S)[2:]) for part in elements(pdf) if re.fullmatch(r"/H\d", str(part.S))]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@each
def test_figures_have_alternatives_and_header_cells_a_scope(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        for part in elements(pdf):
            if part.S in (Name.Figure, Name.Formula):
                assert str(part.get(Name.Alt, "")).strip(), "a picture or formula without text alternative"
            if part.S == Name.TH:
                found = part.get(Name.A)
                attributes = list(found) if isinstance(found, pikepdf.Array) else [found]
                assert any(Name.Scope in one for one in attributes if one is not None)


@each
def test_metadata_and_bookmarks(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang).startswith("en")
        with pdf.open_metadata() as meta:
            assert meta["dc:title"]
            assert meta["dc:creator"]
            assert meta["dc:description"]
            assert meta["xmp:CreateDate"]
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 1


@each
def test_fonts_are_embedded_subsets(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        fonts = [
            found
            for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and found.get(Name.Type) == Name.FontDescriptor
        ]
        assert fonts
        for font in fonts:
            assert re.match(r"/[A-Z]{6}\+", str(font.FontName))
            assert any(key in font for key in (Name.FontFile, Name.FontFile2, Name.FontFile3))


@each
def test_internal_links_arrive(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        pages = {page.objgen for page in pdf.pages}
        for page in pdf.pages:
            for note in page.get(Name.Annots, pikepdf.Array()):
                target = note.get(Name.Dest)
                action = note.get(Name.A)
                if target is None and action is not None and Name.GoTo == action.S:
                    target = action.D
                if target is None:
                    assert action is not None and str(action.URI)
                elif isinstance(target, pikepdf.Array):
                    assert target[0].objgen in pages
                else:
                    assert _named(pdf, str(target)), f"no destination {target}"


def _named(pdf: pikepdf.Pdf, name: str) -> bool:
    return name in {str(key) for key in pikepdf.NameTree(pdf.Root.Names.Dests)}


@pytest.mark.parametrize("path", LEAFLETS, ids=name_of)
def test_the_running_foot_says_version_and_date(path: Path) -> None:
    record = next(
        file for file in json.loads((PDFS / "files.json").read_text())["files"] if file["path"] == name_of(path)
    )
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == record["sheets"]
    assert path.stat().st_size == record["bytes"]
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{6}", record["code"])


def test_every_page_has_a_leaflet_and_every_patient_page_large_print() -> None:
    files = json.loads((PDFS / "files.json").read_text())["files"]
    pages = {
        path.relative_to(PDFS.parents[2] / "docs").with_suffix("").as_posix()
        for path in (PDFS.parents[2] / "docs").rglob("*.md")
        if "archetypes" not in path.parts
    }
    assert pages - {file["page"] for file in files} == {"search", "downloads"} & pages
    patients = {page for page in pages if page.startswith("patients/")}
    assert {file["page"] for file in files if file["form"] == "large print"} == patients
