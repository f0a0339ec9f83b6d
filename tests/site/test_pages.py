"""Every page of the built site is sound HTML that asks nothing of anybody else; the id of a test is the page."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import Tag
from support import html
from support.site import DOCNAMES, PAGES, Site

WEIGHT_LIMIT = 150_000
"""Bytes of HTML, styles and scripts of one page, compressed."""
SOURCE_LIMIT = 130
"""Bytes that each source may add to the bibliography, which lists all of them."""
each_page = pytest.mark.parametrize("docname", PAGES)
each_own_page = pytest.mark.parametrize("docname", DOCNAMES)
HEADINGS = re.compile(r"^h[1-6]$")
_CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*['"]?(https?:)?//""")
_LEFTOVER = re.compile(r"\{[a-z-]+\}`|:::|\bkb_(?:block|inline)\b")


def test_the_site_builds_strictly_without_a_warning(site: Site) -> None:
    if site.log:
        pytest.fail(site.log, pytrace=False)


def targets(page: Tag) -> Iterator[str]:
    """Yield every address that a page links to or loads."""
    for tag in page.find_all(["a", "link", "area"], href=True):
        yield str(tag["href"])
    for tag in page.find_all(["img", "script", "source", "iframe"], src=True):
        yield str(tag["src"])


def broken(site: Site, docname: str) -> Iterator[str]:
    """Yield the internal addresses of a page that lead nowhere."""
    here = site.path(docname).resolve()
    for address in targets(site.page(docname)):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        base = site.folder if parts.path.startswith("/") else here.parent
        path = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else here
        if not path.is_file():
            yield f"{address}: no such file"
        elif parts.fragment and path.suffix == ".html" and not anchor(path, unquote(parts.fragment)):
            yield f"{address}: no such anchor"


def anchor(path: Path, name: str) -> bool:
    """Tell whether a page has an anchor."""
    return html.page(path).find(id=name) is not None


@each_page
def test_no_internal_link_or_anchor_is_dead(docname: str, site: Site) -> None:
    assert sorted(set(broken(site, docname))) == []


def test_titles_are_unique(site: Site) -> None:
    titles = Counter(html.text(title) for name in PAGES if isinstance(title := site.page(name).title, Tag))
    assert sum(titles.values()) == len(PAGES)
    assert [title for title, count in titles.items() if count > 1] == []


def test_descriptions_are_there_and_unique(site: Site) -> None:
    found = Counter(
        str(tag["content"])
        for name in DOCNAMES
        for tag in site.page(name).find_all("meta", attrs={"name": "description"})
    )
    assert sum(found.values()) == len(DOCNAMES)
    assert [words for words, count in found.items() if count > 1] == []


@each_page
def test_no_id_stands_twice_on_a_page(docname: str, site: Site) -> None:
    ids = Counter(str(tag["id"]) for tag in site.page(docname).find_all(id=True))
    assert [name for name, count in ids.items() if count > 1] == []


@each_page
def test_a_page_has_one_first_level_heading(docname: str, site: Site) -> None:
    assert len(site.page(docname).find_all("h1")) == 1


@each_page
def test_no_level_of_headings_is_left_out(docname: str, site: Site) -> None:
    headings = site.page(docname).select_one("article[role=main]")
    assert headings is not None
    found = [(int(tag.name[1]), html.text(tag)) for tag in headings.find_all(HEADINGS)]
    jumps = [after for before, after in pairwise(found) if after[0] > before[0] + 1]
    assert [level for level, _ in found[:1]] == [1]
    assert jumps == []


@each_own_page
def test_a_page_has_its_record(docname: str, site: Site) -> None:
    expected = "/" in docname and not docname.endswith("/index")
    assert (site.page(docname).find(id="page-record") is not None) == expected


@each_page
def test_no_element_has_an_inline_event_handler(docname: str, site: Site) -> None:
    found = [
        f"{tag.name} {name}" for tag in site.page(docname).find_all(True) for name in tag.attrs if name.startswith("on")
    ]
    assert found == []


@each_page
def test_no_link_runs_a_script(docname: str, site: Site) -> None:
    assert [
        address for address in targets(site.page(docname)) if re.match(r"\s*(javascript|data|vbscript):", address, re.I)
    ] == []


@each_page
def test_a_page_loads_nothing_from_elsewhere(docname: str, site: Site) -> None:
    page = site.page(docname)
    loaded = [
        str(tag[name]) for name in ("src", "srcset", "data", "poster") for tag in page.find_all(attrs={name: True})
    ]
    loaded += [
        str(tag["href"]) for tag in page.find_all("link", href=True) if set(tag.get("rel") or ()) - {"canonical"}
    ]
    assert [address for address in loaded if urlsplit(address).netloc] == []
    assert [style.text for style in page.find_all("style") if _CSS_ADDRESS.search(style.text)] == []


def test_no_style_sheet_loads_anything_from_elsewhere(site: Site) -> None:
    sheets = sorted(site.folder.rglob("*.css"))
    assert sheets
    assert [sheet.name for sheet in sheets if _CSS_ADDRESS.search(sheet.read_text("utf-8"))] == []


def compressed(path: Path) -> int:
    """Return the size of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), compresslevel=6, mtime=0))


@each_page
def test_a_page_is_light(docname: str, site: Site) -> None:
    here, page = site.path(docname), site.page(docname)
    addresses = [str(tag["href"]) for tag in page.find_all("link", rel="stylesheet")]
    addresses += [str(tag["src"]) for tag in page.find_all("script", src=True)]
    paths = {here, *(local(site, here, address) for address in addresses)}
    weights = {path.name: compressed(path) for path in paths}
    listed = len(page.select(".kb-references > li")) if docname == "about/bibliography" else 0
    assert sum(weights.values()) <= WEIGHT_LIMIT + SOURCE_LIMIT * listed, weights


def local(site: Site, here: Path, address: str) -> Path:
    """Return the file at an address on a page."""
    path = unquote(urlsplit(address).path)
    return site.folder / path.lstrip("/") if path.startswith("/") else (here.parent / path).resolve()


@each_own_page
def test_no_markup_is_left_in_the_text(docname: str, site: Site) -> None:
    article = site.page(docname).select_one("article[role=main]")
    assert article is not None
    words = " ".join(str(text) for text in article.find_all(string=True) if not text.find_parent(["code", "pre"]))
    assert _LEFTOVER.findall(words) == []
    assert [html.text(tag) for tag in article.select(".kb-missing, .system-message, .problematic")] == []


@each_page
def test_a_page_names_its_language_and_fits_a_phone(docname: str, site: Site) -> None:
    page = site.page(docname)
    root = page.find("html")
    assert isinstance(root, Tag)
    assert root["lang"] == "en"
    assert page.find("meta", attrs={"name": "viewport"}) is not None


@each_page
def test_every_picture_has_a_text_in_its_place(docname: str, site: Site) -> None:
    missing = [str(tag)[:120] for tag in site.page(docname).find_all("img") if tag.get("alt") is None]
    missing += [str(tag)[:120] for tag in site.page(docname).select("article img") if not tag.get("alt")]
    assert missing == []


@each_own_page
def test_every_table_has_a_head(docname: str, site: Site) -> None:
    assert [
        html.text(table)[:80] for table in site.page(docname).select("article table") if not table.select("thead th")
    ] == []


@each_own_page
def test_structured_data_are_sound(docname: str, site: Site) -> None:
    for tag in site.page(docname).find_all("script", type="application/ld+json"):
        found = json.loads(tag.text)
        assert found["@context"] == "https://schema.org"
        assert found["@type"]
