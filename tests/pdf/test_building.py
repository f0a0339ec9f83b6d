"""The builder on tiny books: same bytes anywhere, only what changed, and bad input that ends in a message."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import zlib
from pathlib import Path

import pikepdf
import pytest
from support.book import Book
from support.building import Build, build, contents, differences

EPOCH = "1700000000"


@pytest.fixture(autouse=True)
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def pdf(book: Book, **settings: object) -> Build:
    return build(book.docs, book.root / "pdf", "typst", **settings)


def words(path: Path) -> str:
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return " ".join(run.stdout.replace("\u200b", "").split())


def page(book: Book, body: str) -> str:
    """Build the book with one more page and return the words of its leaflet."""
    book.page("about/extra", "Extra", body)
    pdf(book)
    return words(book.root / "pdf/about/extra.pdf")


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress((b"\x00" + b"\x40" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_two_clean_builds_in_different_folders_are_equal_byte_for_byte(tmp_path: Path) -> None:
    one, other = Book.sound(tmp_path / "one"), Book.sound(tmp_path / "another-place")
    pdf(one)
    pdf(other)
    assert differences(one.root / "pdf", other.root / "pdf") == {}


def test_a_change_to_one_page_recompiles_its_leaflet_its_bundle_and_the_book_only(book: Book) -> None:
    pdf(book)
    cache = next(book.root.rglob("typst/cache"))
    before, old = contents(book.root / "pdf"), {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    book.append("mechanisms/test-path.md", "\nOne more sentence at the end.\n")
    pdf(book)
    after = contents(book.root / "pdf")
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "mechanisms/test-path.pdf",
        "mechanisms.pdf",
        "antidepressants-in-neuropathic-pain.pdf",
        "files.js",
        "files.json",
    }
    new = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert len({name for name, time in new.items() if old.get(name) != time}) == 2 * 3  # a PDF and its record each


def test_the_version_code_follows_the_words(book: Book) -> None:
    def codes() -> dict[str, str]:
        return {file["path"]: file["code"] for file in json.loads((book.root / "pdf/files.json").read_text())["files"]}

    pdf(book)
    before = codes()
    book.append("mechanisms/test-path.md", "\nOne more sentence at the end.\n")
    pdf(book)
    after = codes()
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {"mechanisms/test-path.pdf", "mechanisms.pdf", "antidepressants-in-neuropathic-pain.pdf"}


def test_a_deleted_page_takes_its_leaflet_along(book: Book) -> None:
    book.page("about/extra", "Extra", "Text.")
    pdf(book)
    assert (book.root / "pdf/about/extra.pdf").exists()
    book.delete("about/extra.md")
    pdf(book)
    assert not (book.root / "pdf/about/extra.pdf").exists()


def test_the_book_can_be_split_into_volumes(book: Book) -> None:
    pdf(book, kb_pdf_split=5)
    volumes = sorted(path.name for path in (book.root / "pdf").glob("antidepressants-*.pdf"))
    assert len(volumes) > 1
    assert "volume 1 of" in words(book.root / "pdf" / volumes[0])


def test_an_unknown_node_stops_the_build_and_is_named(book: Book) -> None:
    from docutils import nodes
    from sphinx.errors import ExtensionError
    from sphinx.transforms.post_transforms import SphinxPostTransform

    class strange_box(nodes.General, nodes.Element):  # noqa: N801
        pass

    class AddStrange(SphinxPostTransform):
        default_priority = 900

        def run(self, **kwargs: object) -> None:
            self.document += strange_box()

    import painkb.extension as extension

    original = extension.setup_extension

    def with_strange(app):
        app.add_post_transform(AddStrange)
        return original(app)

    extension.setup_extension = with_strange
    try:
        with pytest.raises(ExtensionError, match=r"unknown-node: the node strange_box has no PDF form"):
            pdf(book)
    finally:
        extension.setup_extension = original


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.png", None, "is not there"),
        ("text.png", b"not a picture", "is not a PNG picture"),
        ("broken.svg", b"<svg", "is not an SVG picture"),
        ("page.svg", b"<html/>", "its root element is html"),
        ("film.tiff", b"II*\x00", "of a kind the PDF cannot show"),
    ],
)
def test_a_picture_that_cannot_be_shown(book: Book, name: str, data: bytes | None, message: str) -> None:
    if data is not None:
        book.write(f"about/{name}", data)
    book.page("about/extra", "Extra", f"Before.\n\n```{{image}} {name}\n:alt: A drawing of a nerve\n```\n\nAfter.")
    built = pdf(book)
    assert message in built.warnings
    assert "A drawing of a nerve" in words(book.root / "pdf/about/extra.pdf")


def test_a_picture_without_alternative_is_reported(book: Book) -> None:
    book.write("about/dot.png", png(4, 4)).page("about/extra", "Extra", "```{image} dot.png\n```\n")
    assert "has no text alternative" in pdf(book).warnings


def test_text_is_never_read_as_markup(book: Book) -> None:
    said = page(book, 'A # sign, `#panic("x")`, $, @label, <b>, "quotes", a back\\\\slash and #set text(red).')
    assert '#panic("x")' in said
    assert "#set text(red)" in said


def test_a_word_of_300_characters_stays_on_the_sheet(book: Book) -> None:
    book.page("about/extra", "Extra", "x" * 300)
    pdf(book)
    path = book.root / "pdf/about/extra.pdf"
    assert "x" * 300 in words(path).replace(" ", "")
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    right = [float(line.split('xMax="')[1].split('"')[0]) for line in boxes.splitlines() if "<word" in line]
    assert max(right) <= 595.3 - 50


def test_a_table_wider_than_the_sheet_is_cut_and_keeps_every_word(book: Book) -> None:
    cells = [f"hydroxydesmethyl{number}" for number in range(30)]
    table = f"## Wide\n\n| {' | '.join(cells)} |\n|{'---|' * 30}\n| {' | '.join(cell + 'x' for cell in cells)} |\n"
    said = page(book, table)
    assert [cell for cell in cells if cell not in said or cell + "x" not in said] == []
    assert "(part 2 of" in said
    path = book.root / "pdf/about/extra.pdf"
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    right = [float(line.split('xMax="')[1].split('"')[0]) for line in boxes.splitlines() if "<word" in line]
    assert max(right) <= 842 - 50


def test_right_to_left_text_is_set(book: Book) -> None:
    page(book, "Arabic مرحبا and Hebrew שלום.")
    shown = subprocess.run(
        ["pdftotext", book.root / "pdf/about/extra.pdf", "-"], capture_output=True, check=True
    ).stdout
    assert "مرحبا" in shown.decode() or "ابحرم" in shown.decode()  # pdftotext may give either order
    assert "שלום" in shown.decode() or "םולש" in shown.decode()


def test_characters_without_a_glyph_are_named(book: Book) -> None:
    book.page("about/extra", "Extra", "Chinese 漢字 and a smile 😀.")
    built = pdf(book)
    assert "U+6F22" in built.warnings
    assert "GRINNING FACE" in built.warnings
    assert "[U+6F22][U+5B57]" in words(book.root / "pdf/about/extra.pdf")


def test_formulas_that_cannot_be_set_are_printed_as_tex(book: Book) -> None:
    book.page("about/extra", "Extra", "Good {math}`\\frac{a}{b}`, bad {math}`\\nosuchcommand{x}`.")
    built = pdf(book)
    assert "cannot be set" in built.warnings
    assert "nosuchcommand" in words(book.root / "pdf/about/extra.pdf")


def test_safety_alerts_come_before_every_other_section(book: Book) -> None:
    pdf(book)
    said = words(book.root / "pdf/drugs/alphadine.pdf")
    if "Safety alerts" in said:
        assert said.index("Safety alerts") < said.index("Bottom line")


def test_links_to_other_pages_lead_to_the_site_from_a_leaflet_and_to_a_page_in_the_book(book: Book) -> None:
    book.page("about/extra", "Extra", "See {drug}`alphadine`.")
    pdf(book, html_baseurl="https://example.org/kb/")
    with pikepdf.open(book.root / "pdf/about/extra.pdf") as leaflet:
        addresses = [str(note.A.URI) for sheet in leaflet.pages for note in sheet.get("/Annots", ()) if "/A" in note]
    assert "https://example.org/kb/drugs/alphadine.html" in addresses
    whole = words(book.root / "pdf/antidepressants-in-neuropathic-pain.pdf")
    assert re.search(r"See Alphadine \(p\. \d+\)", whole)


@pytest.mark.parametrize("base", ["", "https://example.org/kb/"], ids=["no address", "a public address"])
def test_the_first_sheet_has_the_version_as_a_qr_code(book: Book, base: str) -> None:
    pdf(book, html_baseurl=base)
    files = json.loads((book.root / "pdf/files.json").read_text())["files"]
    code = next(file["code"] for file in files if file["path"] == "drugs/alphadine.pdf")
    with pikepdf.open(book.root / "pdf/drugs/alphadine.pdf") as leaflet:
        said = [
            str(element.Alt)
            for element in leaflet.objects
            if isinstance(element, pikepdf.Dictionary) and "/Alt" in element
        ]
    wanted = f"{base}current.html?code={code}" if base else f"Alphadine, version {code}."
    assert any(text.startswith("QR code: ") and wanted in text for text in said)
