"""Reading Markdown, YAML and front matter: what is found on which line, and that no text makes it fail."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from painkb import claims, frontmatter, hints, markup, yamlfile
from painkb.diagnostics import Code, Diagnostic, in_order
from painkb.vocab import PageKind

_MARKS = "#-*:`{}[]()<>!|\\/&@%'\"\n\t abcé1"
no_surprise = settings(derandomize=True, deadline=None, max_examples=300)


def test_headings_have_level_text_and_line() -> None:
    found = markup.parse("# One\n\ntext\n\n## Two *words*\n\nThree\n-----\n").headings
    assert [(heading.level, heading.line) for heading in found] == [(1, 1), (2, 5), (2, 7)]


def test_a_role_has_name_own_text_target_and_line() -> None:
    text = "One {drug}`alphadine`\nand {claim}`its dose <alphadine-dose>` here.\n"
    assert markup.parse(text).roles == [
        markup.RoleAt("drug", "", "alphadine", 1),
        markup.RoleAt("claim", "its dose", "alphadine-dose", 2),
    ]


def test_roles_in_lists_quotes_tables_and_nested_directives_are_found_with_their_lines() -> None:
    text = dedent("""\
        - {drug}`a`

        > {drug}`b`

        | x | y |
        |---|---|
        | z | {drug}`c` |

        ::::{note} About {drug}`d`
        :::{tip}
        :class: x

        {drug}`e`
        :::
        ::::
        """)
    found = [(role.target, role.line) for role in markup.parse(text).roles]
    assert [target for target, _ in found] == ["a", "b", "c", "d", "e"]
    assert dict(found)["a"] == 1
    assert dict(found)["d"] == 9
    assert dict(found)["e"] == 13


def test_what_stands_in_code_is_not_markup() -> None:
    found = markup.parse("`{drug}`\n\n```python\n{drug}`x`\n# no heading\n```\n\n    {drug}`y`\n")
    assert (found.roles, found.headings) == ([], [])


def test_a_directive_has_argument_options_body_and_lines() -> None:
    text = "text\n\n:::{claims} one two\n:topic: efficacy\n:caption: A table\n\nbody\n:::\n"
    (found,) = markup.parse(text).directives
    assert (found.name, found.argument, found.options) == (
        "claims",
        "one two",
        {"topic": "efficacy", "caption": "A table"},
    )
    assert found.body.strip() == "body"
    assert (found.line, found.body_line) == (3, 6)


def test_options_between_dashes_are_read_like_options_between_colons() -> None:
    text = ":::{claims}\n---\ntopic: efficacy\n---\n:::\n"
    (found,) = markup.parse(text).directives
    assert found.options == {"topic": "efficacy"}


def test_prose_leaves_out_roles_code_and_addresses() -> None:
    text = "Take {claim}`x` or `25 mg` from [a shop](https://example.org/25).\n"
    prose = " ".join(run.text for run in markup.parse(text).prose)
    assert "25" not in prose
    assert "a shop" in prose


def test_glossary_entries_have_all_names_and_nested_terms() -> None:
    text = (
        ":::{glossary}\nnerve\nneuron\n  A {term}`cable <cables>` of\n  the {term}`body`.\n\npain\n  It hurts.\n:::\n"
    )
    first, second = markup.glossary_terms(markup.parse(text))
    assert (first.names, first.line, second.names, second.line) == (("nerve", "neuron"), 2, ("pain",), 7)
    assert markup.nested_terms(first.text) == ["cables", "body"]


@pytest.mark.parametrize(
    ("docname", "kind"),
    [("index", PageKind.ROOT), ("drugs/index", PageKind.DRUG), ("patients/a", PageKind.PATIENT), ("a", PageKind.ROOT)],
)
def test_the_folder_decides_the_kind_of_a_page(docname: str, kind: PageKind) -> None:
    assert frontmatter.kind_of(docname) is kind


def test_each_value_of_a_document_knows_its_line() -> None:
    located, problems = yamlfile.load("a: 1\nb:\n  - x\n  - {c: 2,\n     d: 3}\n", "x.yaml", offset=10)
    assert problems == []
    assert [located.line(place) for place in [("a",), ("b", 1), ("b", 1, "d"), ("b", 7), ("z",)]] == [
        11,
        14,
        15,
        12,
        11,
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("no", False), ("1e3", "1e3"), ("010", 8), ("2026-01-15", "2026-01-15"), ("null", None), ("1_000", 1000)],
)
def test_scalars_are_read_as_yaml_reads_them(text: str, value: object) -> None:
    located, _ = yamlfile.load(f"key: {text}\n", "x.yaml")
    assert isinstance(located.data, dict)
    found = located.data["key"]
    assert (str(found) if isinstance(value, str) else found) == value


def test_a_hint_names_the_closest_word_or_nothing() -> None:
    assert hints.did_you_mean("sumary", ["summary", "status"]) == 'Did you mean "summary"?'
    assert hints.did_you_mean("zzz", ["summary", "status"]) == ""
    assert hints.closest_or_list("zzz", ["a", "b"]) == "Use one of: a, b."


def test_diagnostics_are_sorted_and_each_stands_once() -> None:
    one = Diagnostic("a.md", 2, Code.RAW_HTML, "x", "Use Markdown.")
    two = Diagnostic("a.md", 10, Code.RAW_HTML, "x")
    assert in_order([two, one, one]) == [one, two]
    assert str(one) == "a.md:2: raw-html: x (Use Markdown.)"


@pytest.mark.parametrize("code", Code, ids=str)
def test_every_code_has_a_label_and_says_what_it_means(code: Code) -> None:
    assert code.label
    assert code.description.endswith(".")


@no_surprise
@given(st.text(alphabet=_MARKS, max_size=300))
def test_no_page_whatever_makes_the_reader_fail(text: str) -> None:
    frontmatter.parse(text, "docs/x.md", "x")
    list(markup.glossary_terms(markup.parse(f":::{{glossary}}\n{text}\n:::\n")))


@no_surprise
@given(st.text(alphabet=_MARKS, max_size=200))
def test_no_front_matter_whatever_makes_the_reader_fail(text: str) -> None:
    frontmatter.parse(f"---\nkb:\n  {text}\n---\n# Title\n", "docs/x.md", "x")


@no_surprise
@given(st.text(alphabet="-:{}[]&*!|>'\"?#,% \n\tab1.~<=", max_size=200))
def test_no_claims_file_whatever_makes_the_reader_fail(text: str) -> None:
    claims.parse(text, "docs/data/claims/x.yaml")


def test_ten_thousand_brackets_do_not_break_the_reader() -> None:
    frontmatter.parse("[" * 10_000 + "](" * 10_000, "docs/x.md", "x")
    _, problems = claims.parse("[" * 10_000, "docs/data/claims/x.yaml")
    assert problems
