"""Own what writers may use: the names of roles and directives, their options, and how options become queries.

Both the lint (without Sphinx) and the directives read it from here, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from painkb import hints
from painkb.diagnostics import Code
from painkb.markup import DirectiveAt, split_list
from painkb.selection import ClaimQuery, PageQuery
from painkb.topics import Topic
from painkb.vocab import AssayMeasure, Jurisdiction, PageKind, Relation

PAGE_ROLES: dict[str, PageKind] = {kind.value: kind for kind in PageKind if kind is not PageKind.ROOT}
"""A role for each page kind: `{drug}`, `{condition}` and so on."""
CLAIM_ROLES = frozenset({"claim", "statement"})
OTHER_ROLES = frozenset(
    {"cite", "term", "doc", "ref", "abbr", "sub", "sup", "subscript", "superscript", "math", "kbd", "guilabel", "file"}
)
COLUMNS = ("statement", "value", "jurisdiction", "certainty", "population", "about", "subject", "topic", "source")
"""Columns of a claims table."""
DEFAULT_COLUMNS = ("statement", "value", "jurisdiction", "source")
STYLES = ("list", "table")
Problem = tuple[Code, str, str]


@dataclass(frozen=True, slots=True)
class Spec:
    """A directive of ours: its options with the closed vocabulary of each, if it has one."""

    options: Mapping[str, tuple[str, ...]]
    selects_claims: bool = False
    required: tuple[str, ...] = ()
    argument: tuple[str, ...] = ()

    def problems(self, directive: DirectiveAt) -> Iterator[Problem]:
        """Yield options that are missing, and values and arguments outside their vocabulary."""
        if self.argument and directive.argument.strip() not in self.argument:
            message = f'{{{directive.name}}} names "{directive.argument.strip()}"'
            hint = hints.did_you_mean(directive.argument.strip(), self.argument)
            yield Code.UNKNOWN_OPTION, message, hint or f"Use one of: {', '.join(self.argument)}."
        for name in self.required:
            if not directive.options.get(name):
                yield Code.MISSING_KEY, f"{{{directive.name}}} needs the option :{name}:", ""
        for name, allowed in self.options.items():
            if not allowed:
                continue
            for value in split_list(directive.options.get(name, "")):
                first = value.split()[0]
                if first not in allowed:
                    code = Code.UNKNOWN_TOPIC if name == "topic" else Code.UNKNOWN_OPTION
                    message = f'{{{directive.name}}} option :{name}: has the unknown value "{first}"'
                    yield code, message, hints.closest_or_list(first, allowed)


_CLAIM_OPTIONS: dict[str, tuple[str, ...]] = {
    "subject": (),
    "about": (),
    "topic": Topic.values(),
    "jurisdiction": Jurisdiction.values(),
    "ids": (),
    "caption": (),
}
VOCABULARIES = (
    "topic",
    "page-kind",
    "jurisdiction",
    "certainty",
    "relation",
    "status",
    "value-kind",
    "risk",
    "code",
    "frequency",
    "measure",
    "target",
    "guideline-line",
    "number-exceptions",
)
DIRECTIVES: dict[str, Spec] = {
    "facts": Spec({}),
    "claims": Spec({**_CLAIM_OPTIONS, "columns": COLUMNS}, selects_claims=True),
    "evidence": Spec(_CLAIM_OPTIONS, selects_claims=True),
    "guideline-comparison": Spec(_CLAIM_OPTIONS, selects_claims=True),
    "side-effect-comparison": Spec(_CLAIM_OPTIONS, selects_claims=True),
    "affinities": Spec({**_CLAIM_OPTIONS, "measure": AssayMeasure.values()}, selects_claims=True),
    "matrix": Spec(
        {"kind": PageKind.values(), "topic": Topic.values(), "relation": Relation.values(), "caption": ()},
        required=("kind", "topic"),
    ),
    "sources-disagree": Spec({"claims": ()}, required=("claims",)),
    "pages": Spec({"kind": PageKind.values(), "relation": Relation.values(), "style": STYLES}),
    "backlinks": Spec({}),
    "downloads": Spec({}),
    "vocabulary": Spec({}, argument=VOCABULARIES),
    "references": Spec({}),
    "coverage": Spec({}),
}
EVERY = "all"
"""As a subject: the claims of every page."""
_TOPICS: dict[str, tuple[Topic, ...]] = {
    "evidence": (Topic.EFFICACY, Topic.COMBINATION, Topic.FAILED, Topic.HARM),
    "guideline-comparison": (Topic.GUIDELINE,),
    "side-effect-comparison": (Topic.ADVERSE_EFFECT, Topic.HARM),
    "affinities": (Topic.BINDING,),
}
REFUSED_DIRECTIVES = frozenset({"raw", "eval-rst", "include", "literalinclude", "csv-table", "only"})
"""Directives that would bring in text that no check has seen."""
OTHER_DIRECTIVES = frozenset(
    {
        *("danger", "warning", "caution", "attention", "note", "tip", "hint", "important", "admonition", "seealso"),
        *("figure", "image", "list-table", "table", "math", "code-block", "code", "toctree", "glossary", "rubric"),
        *("grid", "grid-item", "grid-item-card", "card", "card-footer", "tab-set", "tab-item", "dropdown"),
        *("div", "container", "epigraph", "topic", "button-ref", "button-link", "index", "contents", "versionadded"),
    }
)
"""Directives of Sphinx, MyST and sphinx-design that pages use."""


def page_query(options: Mapping[str, str]) -> PageQuery:
    """Return the query that the options of `{pages}` or `{matrix}` stand for."""
    relation, *targets = options.get("relation", "").split() or [""]
    return PageQuery(
        kinds=tuple(PageKind(value) for value in split_list(options.get("kind", ""))),
        relation=Relation(relation) if relation else None,
        targets=frozenset(targets),
    )


def read_query(name: str, options: Mapping[str, str], page_id: str) -> ClaimQuery:
    """Return the query that the options of `{claims}` or `{evidence}` on a page stand for.

    Without `subject`, `about` and `ids` the page's own claims are meant, and with the subject `all` every claim.
    Directives other than `{claims}` ask for topics of their own unless topics are named.
    """
    topics = tuple(Topic(value) for value in split_list(options.get("topic", "")))
    about = frozenset(split_list(options.get("about", "")))
    subjects = frozenset(split_list(options.get("subject", "")))
    if not subjects and not about:
        subjects = frozenset({page_id})
    if EVERY in subjects:
        subjects = frozenset()
    topics = topics or _TOPICS.get(name, ())
    return ClaimQuery(
        ids=tuple(split_list(options.get("ids", ""))),
        subjects=subjects,
        about=about,
        topics=topics,
        jurisdictions=tuple(Jurisdiction(value) for value in split_list(options.get("jurisdiction", ""))),
    )
