"""Each role and directive shows what it should, in HTML and in plain text, whatever the builder."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from painkb.contract import DIRECTIVES, PAGE_ROLES, VOCABULARIES
from painkb.diagnostics import Code
from painkb.topics import Topic
from painkb.vocab import Certainty
from sphinx.util.inventory import InventoryFile
from support import html
from support.book import Book
from support.building import Build, build


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the sound book as HTML."""
    book = Book.sound(tmp_path_factory.mktemp("site"))
    return build(book.docs, book.root / "out", kb_report_url="https://example.org/report")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the sound book as plain text."""
    book = Book.sound(tmp_path_factory.mktemp("plain"))
    return build(book.docs, book.root / "out", "text")


def page(site: Build, docname: str) -> BeautifulSoup:
    """Return a parsed page."""
    return html.parse(site.out / f"{docname}.html")


def section(site: Build, docname: str, anchor: str) -> Tag:
    """Return a section of a page by its id."""
    found = page(site, docname).find(id=anchor)
    assert isinstance(found, Tag), f"{docname} has no section {anchor}"
    return found


def rendered(book: Book, body: str, docname: str = "drugs/betadine") -> Tag:
    """Return the article of a page to which `body` was added."""
    book.append(f"{docname}.md", f"\n{body}\n")
    return html.article(build(book.docs, book.root / "out").out / f"{docname}.html")


def rows(table: Tag) -> list[list[str]]:
    """Return the words of each cell of a table, head included."""
    return [[html.text(cell) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]


class TestPageRoles:
    """A role for each page kind links to a page of that kind."""

    def test_a_page_role_links_with_the_title_of_the_page(self, site: Build) -> None:
        link = section(site, "conditions/test-pain", "bottom-line").find("a", class_="internal")
        assert isinstance(link, Tag)
        assert (link["href"], html.text(link)) == ("../drugs/alphadine.html", "Alphadine")

    def test_own_text_replaces_the_title(self, site: Build) -> None:
        texts = [
            html.text(link) for link in section(site, "drugs/betadine", "bottom-line").find_all("a", class_="internal")
        ]
        assert texts == ["Alphadine", "the other one"]

    @pytest.mark.parametrize("role", ["drug", "class", "mechanism", "condition", "patient", "tool", "about"])
    def test_each_kind_in_the_book_has_a_working_role(self, role: str, site: Build, plain: Build) -> None:
        kind = PAGE_ROLES[role]
        hrefs = [str(link["href"]) for link in html.article(site.out / "index.html").find_all("a", class_="internal")]
        assert any(href.startswith(f"{kind.folder}/") for href in hrefs)
        assert "{" not in plain.read("index.txt")

    def test_an_unknown_id_shows_plain_text_and_no_link(self, book: Book) -> None:
        article = rendered(book, "Here is {drug}`nothing`.")
        assert "Here is nothing." in html.text(article)
        assert article.find("a", string="nothing") is None


class TestClaims:
    """A claim shows value or statement with its citation and leads to its details."""

    def test_a_claim_shows_its_value_with_the_number_of_its_source(self, site: Build) -> None:
        link = section(site, "drugs/alphadine", "bottom-line").find("a", class_="kb-fact")
        assert isinstance(link, Tag)
        assert html.text(link) == "10 mg per day, at night[1]"
        assert link["href"] == "#fact-alphadine-dose-start-uk"

    def test_a_claim_with_own_text_shows_that_text(self, site: Build) -> None:
        links = section(site, "drugs/alphadine", "bottom-line").find_all("a", class_="kb-fact")
        assert "it helps some people[2]" in [html.text(link) for link in links]

    def test_a_statement_shows_its_sentence(self, site: Build, plain: Build) -> None:
        sentence = "One person in five had relief from alphadine who would not have had it from placebo."
        assert sentence in html.text(section(site, "drugs/alphadine", "evidence-summary"))
        assert sentence in " ".join(plain.read("drugs/alphadine.txt").split())

    def test_the_details_of_a_claim_name_place_certainty_locator_and_day(self, site: Build) -> None:
        dose = html.text(section(site, "drugs/alphadine", "fact-alphadine-dose-start-uk"))
        effect = html.text(section(site, "drugs/alphadine", "fact-alphadine-effect"))
        for words in ("The UK label of alphadine starts at 10 mg", "United Kingdom", "section 4.2", "2026-01-10"):
            assert words in dose
        for words in ("adults with test pain", "Moderate certainty", "table 2", "2026-01-12"):
            assert words in effect

    def test_every_fact_link_leads_to_details_on_the_same_page(self, site: Build) -> None:
        for path in sorted(site.out.rglob("*.html")):
            parsed = html.parse(path)
            for link in parsed.select("a.kb-fact, a.kb-term, a.kb-cite"):
                assert parsed.find(id=str(link["href"]).removeprefix("#")), f"{path.name}: {link['href']}"

    def test_an_unknown_claim_shows_its_id_and_no_link(self, book: Book) -> None:
        article = rendered(book, "It is {claim}`betadine-none`.")
        assert "It is betadine-none." in html.text(article)
        assert article.select("a.kb-fact") == []


class TestReferences:
    """References are numbered in the order of first citation and say where they are cited."""

    def test_references_are_numbered_in_the_order_in_which_the_page_cites_them(self, site: Build) -> None:
        items = section(site, "drugs/alphadine", "references").select("ol.kb-references > li")
        assert [str(item["id"]) for item in items] == ["ref-jones2021label", "ref-smith2020trial", "ref-muller2019old"]

    def test_the_number_in_the_text_is_the_place_in_the_list(self, site: Build) -> None:
        parsed = page(site, "drugs/alphadine")
        order = [str(item["id"]) for item in parsed.select("ol.kb-references > li")]
        cites = parsed.select("a.kb-cite")
        assert cites
        for link in cites:
            number = int(html.text(link).split("[")[1].rstrip("]"))
            assert order[number - 1] == str(link["href"]).removeprefix("#")

    def test_a_reference_has_authors_title_place_and_address(self, site: Build) -> None:
        item = section(site, "drugs/alphadine", "ref-smith2020trial")
        assert (
            "Smith AB, Doe J, Roe J et al. Alphadine for test pain. Journal of Tests. 2020;12(3):45–50."
            in html.text(item)
        )
        addresses = [str(link["href"]) for link in item.select("a.external")]
        assert addresses == ["https://doi.org/10.1000/test.1", "https://pubmed.ncbi.nlm.nih.gov/11111111/"]

    def test_a_reference_leads_back_to_the_sections_that_cite_it(self, site: Build) -> None:
        item = section(site, "drugs/alphadine", "ref-smith2020trial")
        back = [(str(link["href"]), html.text(link)) for link in item.select(".kb-cited-from a")]
        assert ("#bottom-line", "Bottom line") in back
        assert ("#evidence-summary", "Evidence summary") in back

    def test_a_reference_names_the_other_pages_that_cite_it(self, site: Build) -> None:
        item = section(site, "drugs/alphadine", "ref-smith2020trial")
        assert "../glossary.html" in [str(link["href"]) for link in item.select(".kb-cited-from a")]

    def test_two_sources_in_one_citation_have_two_numbers(self, site: Build) -> None:
        assert "[2] [1]" in html.text(section(site, "drugs/alphadine", "bottom-line"))

    def test_plain_text_has_the_same_references(self, plain: Build) -> None:
        text = " ".join(plain.read("drugs/alphadine.txt").split())
        assert text.index("1. Agency for Tests.") < text.index("2. Smith AB") < text.index("3. Müller E.")

    def test_a_page_without_citations_has_no_references(self, site: Build) -> None:
        assert page(site, "about/disclaimer").find(id="references") is None

    def test_the_bibliography_lists_every_source_with_the_pages_that_cite_it(self, site: Build, plain: Build) -> None:
        listed = html.text(html.article(site.out / "about/bibliography.html"))
        for words in ("Alphadine label", "Alphadine for test pain", "Alphadine in older people", "Cited on: Alphadine"):
            assert words in listed
            assert words in " ".join(plain.read("about/bibliography.txt").split())

    def test_a_source_that_nobody_cites_is_in_the_bibliography(self, book: Book) -> None:
        book.append(
            "data/sources.bib", "\n@misc{new2020,\n  title = {New thing},\n  url = {https://example.org/n},\n}\n"
        )
        assert "New thing" in html.text(rendered(book, "", "about/bibliography"))


class TestTerms:
    """A term links to its definition on the page; terms inside definitions are there too."""

    def test_a_term_links_to_the_words_of_the_page(self, site: Build) -> None:
        link = section(site, "drugs/alphadine", "bottom-line").find("a", class_="kb-term")
        assert isinstance(link, Tag)
        assert (link["href"], html.text(link)) == ("#word-nerve-signal", "nerve signal")

    def test_the_words_of_a_page_hold_nested_terms_which_link_on(self, site: Build) -> None:
        words = section(site, "drugs/alphadine", "words-on-this-page")
        assert [html.text(term) for term in words.find_all("dt")] == ["nerve", "nerve signal"]
        assert [str(link["href"]) for link in words.select("dd a.kb-term")] == ["#word-nerve"]

    def test_a_definition_keeps_its_punctuation_where_a_citation_was(self, site: Build) -> None:
        assert "What a nerve carries." in html.text(section(site, "drugs/alphadine", "words-on-this-page"))

    def test_a_word_links_to_its_place_in_the_glossary(self, site: Build) -> None:
        words = section(site, "drugs/alphadine", "words-on-this-page")
        links = [str(link["href"]) for link in words.select("dt a")]
        assert links == ["../glossary.html#term-nerve", "../glossary.html#term-nerve-signal"]
        for link in links:
            assert page(site, "glossary").find(id=link.split("#")[1])

    def test_a_second_name_leads_to_the_same_definition(self, book: Book) -> None:
        article = rendered(book, "A {term}`neuron`.")
        link = article.select_one("a.kb-term")
        assert link is not None
        assert (link["href"], html.text(link)) == ("#word-nerve", "neuron")

    def test_a_term_inside_the_glossary_links_within_it(self, site: Build) -> None:
        link = page(site, "glossary").select_one("dd a.kb-term")
        assert link is not None
        assert page(site, "glossary").find(id=str(link["href"]).removeprefix("#"))

    def test_the_glossary_has_no_list_of_words_of_its_own(self, site: Build) -> None:
        assert page(site, "glossary").find(id="words-on-this-page") is None

    def test_plain_text_has_the_words_too(self, plain: Build) -> None:
        text = " ".join(plain.read("drugs/alphadine.txt").split())
        assert "nerve A cable of the body. nerve signal What a nerve carries" in text

    def test_terms_that_differ_only_in_a_sign_have_anchors_of_their_own(self, book: Book) -> None:
        book.append("glossary.md", "\n:::{glossary}\nreceptor\n  A lock.\n\nμ receptor\n  A lock for opioids.\n:::\n")
        article = rendered(book, "The {term}`receptor` and the {term}`μ receptor`.")
        links = [str(link["href"]) for link in article.select("a.kb-term")]
        assert len(set(links)) == 2
        assert [len(article.find_all(id=link.removeprefix("#"))) for link in links] == [1, 1]


class TestFacts:
    """The infobox shows facts and relations of the page."""

    def test_the_infobox_has_doses_with_their_place_and_the_relations(self, site: Build) -> None:
        box = page(site, "drugs/alphadine").select_one(".kb-facts")
        assert box is not None
        labels = [html.text(label) for label in box.find_all("dt")]
        for label in ("Pain dose: start", "Pain dose: maximum", "Best certainty for pain", "Belongs to", "Is used for"):
            assert label in labels
        assert "UK" in html.text(box)
        assert "60 mg per day" in html.text(box)

    def test_the_infobox_of_a_class_names_its_members(self, book: Book) -> None:
        box = rendered(book, ":::{facts}\n:::", "classes/testines").select_one(".kb-facts")
        assert box is not None
        assert html.pairs(box) == {"Includes": "Alphadine, Betadine"}

    def test_a_page_without_facts_has_no_infobox(self, book: Book) -> None:
        assert rendered(book, ":::{facts}\n:::", "about/disclaimer").select(".kb-facts") == []


class TestTables:
    """Tables of claims, evidence and disagreement."""

    def test_a_claims_table_has_the_rows_and_columns_asked_for(self, book: Book) -> None:
        body = ":::{claims}\n:subject: alphadine\n:topic: dose-max, dose-start\n:columns: value, jurisdiction\n:::"
        table = rendered(book, body).select_one("table.kb-claims")
        assert table is not None
        assert rows(table) == [
            ["Value", "Where"],
            ["60 mg per day", "United States"],
            ["10 mg per day, at night", "United Kingdom"],
        ]

    @pytest.mark.parametrize(
        ("options", "count"),
        [
            (":subject: alphadine", 4),
            (":subject: alphadine\n:jurisdiction: us", 1),
            (":about: test-pain", 1),
            (":ids: alphadine-effect, alphadine-no-effect", 2),
            (":subject: alphadine\n:topic: efficacy", 2),
        ],
    )
    def test_a_claims_table_is_filtered_by_its_options(self, options: str, count: int, book: Book) -> None:
        table = rendered(book, f":::{{claims}}\n{options}\n:::").select_one("table.kb-claims")
        assert table is not None
        assert len(rows(table)) - 1 == count

    def test_a_column_without_content_is_left_out(self, book: Book) -> None:
        body = ":::{claims}\n:subject: alphadine\n:topic: dose-max\n:columns: value, certainty\n:::"
        table = rendered(book, body).select_one("table.kb-claims")
        assert table is not None
        assert rows(table)[0] == ["Value"]

    def test_a_table_has_a_head_and_its_caption(self, site: Build) -> None:
        table = section(site, "drugs/alphadine", "dose-and-titration-for-pain").find("table")
        assert isinstance(table, Tag)
        assert table.find("thead") is not None
        caption = table.find("caption")
        assert isinstance(caption, Tag)
        assert "Doses of alphadine" in html.text(caption)

    def test_the_summary_of_findings_has_effect_outcome_size_and_certainty(self, site: Build) -> None:
        table = section(site, "drugs/alphadine", "evidence-summary").select_one("table.kb-evidence")
        assert table is not None
        first = rows(table)[1]
        assert "NNT 5 (95% CI 3.5 to 9)" in first
        assert "half the pain gone, against placebo" in first
        assert "2 studies, 1,200 people" in first
        assert Certainty.MODERATE.label in first
        assert "not estimated" in rows(table)[2]

    def test_disagreeing_sources_stand_side_by_side_from_old_to_new_with_the_reason(self, site: Build) -> None:
        block = page(site, "drugs/alphadine").select_one(".kb-disagree")
        assert block is not None
        table = block.find("table")
        assert isinstance(table, Tag)
        assert [row[0].split("[")[0].strip() for row in rows(table)[1:]] == ["Müller 2019", "Smith 2020"]
        assert "Sources disagree: How much does it help?" in html.text(block)
        assert "They asked different people." in html.text(block)

    def test_plain_text_has_the_tables_too(self, plain: Build) -> None:
        text = plain.read("drugs/alphadine.txt")
        for words in ("Doses of alphadine", "What trials found", "Müller 2019", "United States", "Moderate"):
            assert words in " ".join(text.split()), words


EFFECTS = """\
- id: alphadine-effect-two
  topic: efficacy
  subject: alphadine
  about: [test-pain]
  statement: In a second review one person in 4 had relief.
  value: {kind: effect, measure: nnt, estimate: 4, low: 3, high: 7, outcome: less pain, comparator: placebo}
  source: smith2020trial
  locator: table 3
  seen: https://example.org/trial
  checked: 2026-01-12
"""
POSITIONS = """\
- id: test-pain-guideline-one
  topic: guideline
  subject: test-pain
  about: [alphadine]
  jurisdiction: int
  statement: The first body names alphadine and betadine first.
  value: {kind: position, body: Body 2019, treatment: alphadine and betadine, line: first, strength: strong}
  source: smith2020trial
  locator: table 3
  seen: https://example.org/trial
  checked: 2026-01-12
- id: test-pain-guideline-two
  topic: guideline
  subject: test-pain
  about: [alphadine]
  jurisdiction: uk
  statement: The second body names alphadine second.
  value: {kind: position, body: Other 2024, treatment: Alphadine, line: second}
  source: smith2020trial
  locator: table 3
  seen: https://example.org/trial
  checked: 2026-01-12
- id: test-pain-guideline-three
  topic: guideline
  subject: test-pain
  jurisdiction: uk
  statement: The second body is against the two together.
  value: {kind: position, body: Other 2024, treatment: alphadine with betadine, line: against}
  source: smith2020trial
  locator: table 3
  seen: https://example.org/trial
  checked: 2026-01-12
"""


def binding(number: int, statement: str, nanomolar: float, measure: str = "Ki", target: str = "SERT") -> str:
    """Return a claim on a binding constant."""
    return f"""\
- id: alphadine-binding-{number}
  topic: binding
  subject: alphadine
  statement: {statement}
  value: {{kind: affinity, target: {target}, measure: {measure}, nanomolar: {nanomolar}, species: human}}
  source: smith2020trial
  locator: table 3
  seen: https://example.org/trial
  checked: 2026-01-12
"""


class TestComparisons:
    """Tables and drawings that set claims against each other."""

    def test_estimates_of_one_measure_are_drawn_with_a_text_alternative(self, book: Book) -> None:
        book.append("data/claims/alphadine.yaml", EFFECTS)
        article = html.article(build(book.docs, book.root / "out").out / "drugs/alphadine.html")
        drawing = article.select_one("figure.kb-drawing svg")
        assert drawing is not None
        assert drawing["role"] == "img"
        assert "Test pain, half the pain gone, against placebo, Smith 2020: 5 (3.5 to 9)" in str(drawing["aria-label"])
        assert "4 (3 to 7)" in str(drawing["aria-label"])

    def test_a_single_estimate_is_not_drawn(self, site: Build) -> None:
        assert page(site, "drugs/alphadine").select("figure.kb-drawing") == []

    def test_guidelines_stand_side_by_side_newest_first_and_a_combination_is_one_treatment(self, book: Book) -> None:
        book.write("data/claims/test-pain.yaml", POSITIONS)
        article = rendered(book, ":::{guideline-comparison}\n:subject: test-pain\n:::", "tools/compare-doses")
        table = article.select_one("table.kb-crosstab")
        assert table is not None
        plain = [[cell.split("[")[0].strip() for cell in line] for line in rows(table)]
        assert plain == [
            ["Treatment", "Other 2024", "Body 2019"],
            ["Alphadine", "Second line", "First line (strong)"],
            ["Alphadine with betadine", "Recommends against", "–"],
            ["Betadine", "–", "First line (strong)"],
        ]

    def test_constants_of_one_kind_are_shaded_and_a_metabolite_does_not_stand_for_its_parent(self, book: Book) -> None:
        claims = [
            binding(1, "Alphadine binds the transporter tightly.", 0.8),
            binding(2, "Alphadine hardly binds the receptor.", 5000, target="H1"),
            binding(3, "Noralphadine, the metabolite of alphadine, binds it.", 77),
            binding(4, "Noralphadine alone binds it.", 78),
            binding(5, "Alphadine binds it in another assay.", 33, measure="Kd"),
        ]
        book.append("data/claims/alphadine.yaml", "".join(claims))
        article = rendered(book, ":::{affinities}\n:subject: all\n:measure: Ki\n:::", "tools/compare-doses")
        table = article.select_one("table.kb-crosstab")
        assert table is not None
        plain = [[cell.split("[")[0].strip() for cell in line] for line in rows(table)]
        assert plain[0] == ["Medicine", "SERT", "H1"]
        assert plain[1][1].startswith("0.8")
        assert "33" not in plain[1][1]
        assert "78" not in plain[1][1]
        cells = table.select("tbody td")
        assert "kb-heat-5" in cells[0]["class"]
        assert "kb-heat-1" in cells[1]["class"]

    def test_the_coverage_map_counts_headings_and_claims(self, book: Book) -> None:
        article = rendered(book, ":::{coverage}\n:::", "tools/compare-doses")
        tables = {html.text(table.find("caption")): rows(table) for table in article.select("table.kb-coverage")}
        headings = next(lines for caption, lines in tables.items() if caption.startswith("Drugs: headings on 2"))
        counted = {line[0]: [int(cell) for cell in line[1:]] for line in headings[1:]}
        assert all(sum(numbers) == 2 for numbers in counted.values())
        assert counted["Bottom line"][0] >= 1
        assert counted["Overdose"] == [0, 0, 2]
        pages = next(lines for caption, lines in tables.items() if caption.startswith("Drugs: what"))
        alphadine = next(line for line in pages if line[0] == "Alphadine")
        assert alphadine[1] == "4"
        assert alphadine[7] == "1 moderate certainty, 1 low certainty"
        assert alphadine[8] == "2026-01-10"


class TestLists:
    """Lists of pages by kind and relation, and relations with their inverse."""

    def test_a_list_of_pages_of_a_kind_leaves_the_index_page_out(self, site: Build) -> None:
        links = html.article(site.out / "drugs/index.html").select(".kb-pages .kb-page-link a")
        assert [html.text(link) for link in links] == ["Alphadine", "Betadine"]

    def test_a_list_of_pages_shows_their_summaries(self, site: Build) -> None:
        assert "Alphadine, a drug that does not exist." in html.text(html.article(site.out / "drugs/index.html"))

    def test_a_table_of_pages_by_relation_has_a_row_for_each(self, site: Build) -> None:
        table = page(site, "classes/testines").select_one("table.kb-pages")
        assert table is not None
        assert [row[0] for row in rows(table)] == ["Page", "Alphadine", "Betadine"]

    def test_relations_are_sentences_on_both_pages(self, site: Build, plain: Build) -> None:
        assert "Alphadine belongs to Testines." in html.text(section(site, "drugs/alphadine", "related-pages"))
        assert "Testines includes Alphadine, Betadine." in html.text(section(site, "classes/testines", "related-pages"))
        assert "**Testines** includes Alphadine, Betadine." in plain.read("classes/testines.txt")

    def test_the_inverse_of_each_relation_is_generated(self, site: Build) -> None:
        expected = {
            "mechanisms/test-path": "Test path is acted on by Alphadine.",
            "conditions/test-pain": "Test pain may be treated with Alphadine.",
            "patients/why-alphadine": "Why alphadine explains in plain words Alphadine.",
        }
        for docname, sentence in expected.items():
            assert sentence in html.text(section(site, docname, "related-pages"))
        assert "Test pain involves Test path." in html.text(section(site, "conditions/test-pain", "related-pages"))

    def test_backlinks_stand_where_the_writer_puts_them(self, book: Book) -> None:
        article = rendered(book, ":::{backlinks}\n:::", "conditions/test-pain")
        found = article.select("#bottom-line .kb-backlinks")
        assert len(found) == 1
        assert "Test pain may be treated with Alphadine." in html.text(found[0])

    def test_a_page_without_relations_has_no_such_section(self, site: Build) -> None:
        assert page(site, "about/disclaimer").find(id="related-pages") is None


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tag]:
    """Return the table of each vocabulary."""
    book = Book.sound(tmp_path_factory.mktemp("vocabulary"))
    for name in VOCABULARIES:
        book.page(f"contribute/{name}", name.capitalize(), f":::{{vocabulary}} {name}\n:::\n")
    out = build(book.docs, book.root / "out").out
    found = {name: html.article(out / f"contribute/{name}.html").find("table") for name in VOCABULARIES}
    return {name: table for name, table in found.items() if isinstance(table, Tag)}


class TestVocabularies:
    """The tables of closed vocabularies come from the code."""

    def test_every_vocabulary_has_a_table(self, tables: dict[str, Tag]) -> None:
        assert set(tables) == set(VOCABULARIES)
        for name, table in tables.items():
            assert len(rows(table)) > 1, name

    def test_the_table_of_codes_has_every_code(self, tables: dict[str, Tag]) -> None:
        assert [row[0] for row in rows(tables["code"])[1:]] == list(Code.values())

    def test_the_table_of_topics_says_what_each_needs(self, tables: dict[str, Tag]) -> None:
        row = next(row for row in rows(tables["topic"]) if row[0] == Topic.DOSE_MAX.value)
        assert row[-2:] == ["High", "value, jurisdiction"]


class TestRecord:
    """The page record is generated and honest."""

    def test_the_record_has_status_dates_purpose_and_the_way_to_report(self, site: Build) -> None:
        record = html.text(section(site, "drugs/alphadine", "page-record"))
        for words in (
            "Status",
            "2026-01-15",
            "2026-01",
            "2027-01-15",
            "For education.",
            "Disclaimer",
            "Found an error?",
        ):
            assert words in record

    def test_the_record_counts_the_facts_and_names_the_oldest_check(self, site: Build) -> None:
        record = html.text(section(site, "drugs/alphadine", "page-record"))
        assert "4 sourced facts from 3 sources; the oldest was checked on 2026-01-10" in record

    def test_one_fact_of_one_source_is_in_the_singular(self, book: Book) -> None:
        book.append("drugs/betadine.md", "{statement}`alphadine-effect`\n")
        build(book.docs, book.root / "out")
        record = html.parse(book.root / "out/drugs/betadine.html").find(id="page-record")
        assert isinstance(record, Tag)
        assert "1 sourced fact from 1 source" in html.text(record)

    def test_nobody_is_said_to_have_reviewed_a_page_that_nobody_signed(self, site: Build) -> None:
        for path in sorted(site.out.rglob("*.html")):
            assert "Reviewed by" not in path.read_text("utf-8"), path

    def test_a_signed_review_is_shown(self, book: Book) -> None:
        signed = (
            "status: reviewed\n  review: {by: Ann Example, role: Pharmacist, on: 2026-01-14, against: label of 2021}"
        )
        book.edit("drugs/betadine.md", "status: draft", signed)
        record = html.pairs(rendered(book, ""))
        assert record["Reviewed by"] == "Ann Example, Pharmacist, 2026-01-14, against label of 2021"
        assert record["Status"].startswith("Clinically reviewed")

    def test_an_error_is_reported_at_the_address_in_the_settings(self, site: Build) -> None:
        link = section(site, "drugs/alphadine", "page-record").find("a", string="Report it")
        assert isinstance(link, Tag)
        assert str(link["href"]) == "https://example.org/report?title=Error+on+drugs/alphadine"

    def test_lists_and_the_home_page_have_no_record(self, site: Build) -> None:
        for docname in ("index", "glossary", "drugs/index"):
            assert page(site, docname).find(id="page-record") is None


class TestEveryBuilder:
    """No placeholder survives, whatever the builder, and generated sections are in the contents list."""

    @pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "text", "xml", "latex", "man", "gettext"])
    def test_the_sound_book_builds_without_a_warning(self, builder: str, book: Book) -> None:
        built = build(book.docs, book.root / "out", builder)
        assert built.warnings == ""
        for path in sorted(built.out.rglob("*")):
            if path.is_file() and path.suffix in {".html", ".txt", ".xml", ".tex", ".1"}:
                assert "kb_block" not in path.read_text("utf-8")
                assert "kb_inline" not in path.read_text("utf-8")

    def test_generated_sections_are_in_the_contents_of_the_page(self, site: Build) -> None:
        contents = page(site, "drugs/alphadine").select(".toc-tree a, .toc a")
        anchors = {str(link["href"]) for link in contents}
        assert {"#related-pages", "#words-on-this-page", "#references", "#page-record"} <= anchors

    def test_every_directive_of_the_contract_is_known_to_sphinx(self, book: Book) -> None:
        book.page(
            "contribute/all", "All", "\n".join(f":::{{{name}}}\n:::\n" for name in DIRECTIVES if name != "vocabulary")
        )
        assert "Unknown directive" not in build(book.docs, book.root / "out", "text").warnings

    def test_every_role_of_the_contract_is_known_to_sphinx(self, book: Book) -> None:
        roles = [*PAGE_ROLES, "claim", "statement", "cite", "term"]
        book.page("contribute/all", "All", " ".join(f"{{{name}}}`x`" for name in roles))
        assert "Unknown interpreted text role" not in build(book.docs, book.root / "out", "text").warnings


class TestNavigation:
    """Sidebar, breadcrumbs and neighbors come from the registry."""

    def test_the_sidebar_names_the_sections_and_the_pages_of_the_current_one(self, book: Book) -> None:
        book.page("classes/index", "Classes", ":::{pages}\n:kind: class\n:::\n")
        build(book.docs, book.root / "out")
        links = html.parse(book.root / "out/drugs/alphadine.html").select(".sidebar-tree a")
        names = [html.text(link) for link in links]
        assert {"Drugs", "Alphadine", "Betadine", "Drug classes", "Glossary"} <= set(names)
        assert "Testines" not in names

    def test_the_sidebar_marks_the_current_page_for_assistive_technology(self, site: Build) -> None:
        marked = page(site, "drugs/alphadine").select('.sidebar-tree a[aria-current="page"]')
        assert [html.text(link) for link in marked] == ["Alphadine"]

    def test_previous_and_next_follow_the_reading_order(self, site: Build) -> None:
        related = page(site, "drugs/betadine").select(".related-pages a, a.prev-page, a.next-page")
        hrefs = [str(link["href"]) for link in related]
        assert "alphadine.html" in hrefs
        assert "../classes/testines.html" in hrefs

    def test_a_page_says_what_it_is_about_to_search_engines(self, site: Build) -> None:
        found = page(site, "drugs/alphadine").find("meta", attrs={"name": "description"})
        assert isinstance(found, Tag)
        assert found["content"] == "Alphadine, a drug that does not exist."

    def test_signs_in_titles_are_escaped_once(self, book: Book) -> None:
        book.edit("drugs/betadine.md", "# Betadine", "# Beta & \\<dine>")
        built = build(book.docs, book.root / "out")
        sidebar = html.parse(built.out / "drugs/alphadine.html").select(".sidebar-tree a, a.next-page .title")
        assert "Beta & <dine>" in [html.text(link) for link in sidebar]

    def test_markup_in_a_title_is_not_shown_as_it_is_written(self, book: Book) -> None:
        book.edit("drugs/betadine.md", "# Betadine", "# Beta *dine*")
        built = build(book.docs, book.root / "out")
        assert "*" not in html.text(html.article(built.out / "drugs/index.html"))


def test_other_projects_can_link_to_every_page_by_kind_and_id(site: Build) -> None:
    with (site.out / "objects.inv").open("rb") as stream:
        found = InventoryFile.load(stream, "https://example.org", lambda base, path: f"{base}/{path}")
    addresses = {(kind, name): item for kind, items in found.items() for name, item in items.items()}
    assert addresses["kb:drug", "alphadine"].uri.startswith("https://example.org/drugs/alphadine.html")
    assert ("kb:patient", "why-alphadine") in addresses
