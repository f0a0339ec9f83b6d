"""Own how a reference looks: authors, title, place, address, the facts taken from it and where it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docutils import nodes

from painkb.index import Index
from painkb.model import Claim, Source
from painkb.nodes import kb_details, paragraph
from painkb.numerals import safe
from painkb.render.links import page_links

AUTHORS_SHOWN = 3
"""Names before "et al.", as in the Vancouver style of many clinical journals (which shows six) but shorter."""


class Cited(NamedTuple):
    """A source as one page cites it: the sections that do, and the facts shown in the text."""

    source: Source
    sections: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]


def ref_id(key: str) -> str:
    """Return the anchor of a reference on its page."""
    return f"ref-{key}"


def fact_id(claim_id: str) -> str:
    """Return the anchor of the details of a claim on its page."""
    return f"fact-{claim_id}"


def build_references(index: Index, cited: Sequence[Cited], docname: str) -> nodes.enumerated_list:
    """Return the numbered references of a page, in the order in which they are first cited."""
    items = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".", classes=["kb-references"])
    for entry in cited:
        item = nodes.list_item("", ids=[ref_id(entry.source.key)])
        item += paragraph(*reference_parts(entry.source))
        item += _cited_from(index, entry, docname)
        if entry.claims:
            item += _facts(entry)
        items += item
    return items


def reference_parts(source: Source) -> list[nodes.Node | str]:
    """Return the text of a reference with its addresses."""
    shown = ", ".join(source.authors[:AUTHORS_SHOWN]) + (" et al." if len(source.authors) > AUTHORS_SHOWN else "")
    lead = f"{shown.rstrip('.')}. " if shown else ""
    parts: list[nodes.Node | str] = [f"{lead}{source.title.rstrip('.')}. "]
    if source.container:
        parts += [nodes.emphasis("", source.container), ". "]
    parts.append(_imprint(source))
    for label, address in _addresses(source):
        parts += [" ", nodes.reference("", label, refuri=address, internal=False)]
    return parts


def _imprint(source: Source) -> str:
    year = str(source.year) if source.year else "No date"
    issue = f"({source.number})" if source.number else ""
    volume = f";{source.volume}{issue}" if source.volume else ""
    return f"{year}{volume}" + (f":{source.pages}." if source.pages else ".")


def _addresses(source: Source) -> list[tuple[str, str]]:
    found = []
    if source.doi:
        found.append((f"doi:{source.doi}", f"https://doi.org/{source.doi}"))
    if source.pmid:
        found.append((f"PMID {source.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"))
    if source.pmcid:
        found.append((source.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}/"))
    if not found and source.url:
        found.append((source.url.split("//")[-1].split("/")[0], source.url))
    return found


def _cited_from(index: Index, entry: Cited, docname: str) -> nodes.paragraph:
    parts: list[nodes.Node | str] = ["Cited in: "] if entry.sections else []
    for position, (anchor, title) in enumerate(entry.sections):
        parts += [", "] if position else []
        parts.append(nodes.reference("", title, refid=anchor, internal=True))
    others, left_out = index.also_cited_on(entry.source.key, docname)
    if others:
        parts += ["; also on: " if parts else "Cited on: ", *page_links(others, docname)]
    if left_out:
        parts.append(f" and {left_out} more {'page' if left_out == 1 else 'pages'}")
    return paragraph(*parts, ".", classes=("kb-cited-from",))


def _facts(entry: Cited) -> kb_details:
    count = len(entry.claims)
    details = kb_details(classes=["kb-taken"], summary=f"{count} {'fact' if count == 1 else 'facts'} taken from it")
    items = (nodes.list_item("", _fact(claim), ids=[fact_id(claim.id)]) for claim in entry.claims)
    details += nodes.bullet_list("", *items)
    return details


def _fact(claim: Claim) -> nodes.paragraph:
    marks = [claim.jurisdiction.label] if claim.jurisdiction else []
    marks += [claim.population] if claim.population else []
    marks += [claim.certainty.label] if claim.certainty else []
    marks.append(claim.locator)
    marks += [f"read through {claim.via}"] if claim.via else []
    marks.append(f"checked {claim.checked:%Y-%m-%d}")
    details = nodes.inline("", f" {' · '.join(marks)}.", classes=["kb-fact-marks"])
    return paragraph(safe(claim.statement), details)


def build_bibliography(index: Index, docname: str) -> nodes.bullet_list:
    """Return every source of the knowledge base by label, each with the pages that cite it."""
    ordered = sorted(index.registry.sources.values(), key=lambda source: (source.label.lower(), source.key))
    listed = nodes.bullet_list(classes=["kb-references"])
    for source in ordered:
        pages = index.cited_on(source.key)
        on = ["Cited on: ", *page_links(tuple(pages), docname)] if pages else ["Not cited on any page yet"]
        parts = (paragraph(*reference_parts(source)), paragraph(*on, ".", classes=("kb-cited-from",)))
        listed += nodes.list_item("", *parts, ids=[ref_id(source.key)])
    return listed
