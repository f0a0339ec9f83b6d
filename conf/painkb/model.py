"""Own the typed records: Page, Claim and Source, and nothing about where they were read from."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from painkb.topics import Risk, Topic
from painkb.values import Value
from painkb.vocab import Certainty, Jurisdiction, PageKind, Relation, Status

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A kebab-case identifier."""
Sentence = Annotated[str, Field(min_length=10, max_length=600, pattern=r"[.?!)]$")]
"""One plain sentence that ends in a full stop."""


class Review(BaseModel):
    """A signed clinical review; written by the reviewer, never by anybody else."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str = Field(min_length=3, description="Name of the clinician who signs.")
    role: str = Field(min_length=3, description="Profession and role.")
    on: dt.date = Field(description="Day of the review.")
    against: str = Field(min_length=3, description="Source version that was read.")


class Claim(BaseModel):
    """One clinical fact with its source; the fields are those of `docs/data/claims/*.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Slug = Field(description="Stable, unique, begins with the subject.")
    topic: Topic = Field(description="What it is about, from the closed list.")
    subject: Slug = Field(description="Id of the page that owns it; also the name of the file.")
    about: tuple[Slug, ...] = Field((), description="Ids of other pages it concerns.")
    jurisdiction: Jurisdiction | None = Field(None, description="Where it applies.")
    population: str | None = Field(None, max_length=160, description="Who was studied, or for whom it holds.")
    statement: Sentence = Field(description="One plain sentence that stands alone, in our own words.")
    value: Value | None = Field(None, description="The typed value, where there is one.")
    certainty: Certainty | None = Field(None, description="GRADE certainty, only if the source grades it.")
    source: Slug = Field(description="Key in `docs/data/sources.bib`.")
    locator: str = Field(min_length=3, max_length=160, description="Where in the source: section, table, page.")
    seen: str = Field(pattern=r"^https?://\S+$", description="Address where the text was read.")
    via: str | None = Field(None, max_length=160, description="What was read, if it was not the original.")
    checked: dt.date = Field(description="Day the statement was last compared with the source.")
    review: Review | None = None

    @model_validator(mode="after")
    def _topic_rule(self) -> Claim:
        rule = self.topic.rule
        if rule.needs_jurisdiction and self.jurisdiction is None:
            raise ValueError(f"topic `{self.topic}` needs a `jurisdiction`")
        if rule.needs_value and self.value is None:
            raise ValueError(f"topic `{self.topic}` needs a `value`")
        if self.value is not None and self.value.kind not in rule.kinds:
            allowed = ", ".join(sorted(rule.kinds))
            raise ValueError(f"topic `{self.topic}` takes a value of kind {allowed}, not `{self.value.kind}`")
        return self

    @property
    def next_due(self) -> dt.date:
        """Return the day by which the claim must be checked again, by the risk of its topic."""
        months = self.checked.month - 1 + self.topic.rule.risk.months
        year, month = self.checked.year + months // 12, months % 12 + 1
        return dt.date(year, month, min(self.checked.day, 28))

    @property
    def risk(self) -> Risk:
        """Return the risk class of the topic."""
        return self.topic.rule.risk


class Source(BaseModel):
    """One entry of the bibliography."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    type: str = Field(description="BibTeX entry type, such as `article`.")
    authors: tuple[str, ...] = Field((), description="Family names with initials, or the name of a body.")
    lead: str = Field("", description="Family name of the first author, or the body.")
    year: int | None = None
    title: str
    container: str | None = Field(None, description="Journal, book, publisher or site.")
    volume: str | None = None
    number: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    url: str | None = None
    note: str | None = None
    line: int = Field(0, description="Line in the bibliography where the entry begins.")

    @property
    def address(self) -> str | None:
        """Return the best public address: DOI, PubMed Central, PubMed, then the entry's own."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url

    @property
    def label(self) -> str:
        """Return a short label for tables, such as `Finnerup 2015`."""
        return f"{self.lead or self.title.split(':')[0]} {self.year or 'no date'}"


class FrontMatter(BaseModel):
    """The `kb:` block at the top of a page; the folder gives the kind and the file name the id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    summary: Sentence = Field(description="One sentence for lists, search results and previews.")
    status: Status = Field(description="How far the page has come.")
    aliases: tuple[str, ...] = Field((), description="Abbreviations, spoken forms, spellings and words patients use.")
    relations: dict[Relation, tuple[Slug, ...]] = Field({}, description="Typed links to other pages.")
    checked: dt.date = Field(description="Day the page was last compared with its sources.")
    evidence_to: str = Field(
        alias="evidence-to", pattern=r"^\d{4}-\d{2}$", description="Month up to which evidence was searched."
    )
    next_due: dt.date = Field(alias="next-due", description="Day by which the page must be checked again.")
    review: Review | None = None


class Page(BaseModel):
    """One page: where it is, what kind, its front matter and its title."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    docname: str = Field(description="Path below docs/ without the ending, as Sphinx names it.")
    kind: PageKind
    id: str
    title: str
    meta: FrontMatter
    lines: dict[str, int] = Field({}, description="Line of each front matter key; relations as `relations.part-of`.")

    def line(self, key: str) -> int:
        """Return the line of a front matter key, or the first line."""
        return self.lines.get(key, 1)

    @property
    def key(self) -> str:
        """Return the unique key, such as `drug:amitriptyline`."""
        return f"{self.kind}:{self.id}"
