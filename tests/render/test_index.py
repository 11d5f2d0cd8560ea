"""The index: what it lists, in which order, and that what it points to is where it says."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from studyguide import formats
from studyguide.build.checked_guide import review, sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.guide.chapters.glossary import Glossary
from studyguide.guide.chapters.reception import Reception
from studyguide.guide.items import Spoiler
from studyguide.handouts.kinds import vocabulary
from studyguide.handouts.sheet import Tier
from studyguide.languages.labels import Labels
from studyguide.publication import Section, page_refs
from studyguide.render import index_locators, index_terms
from studyguide.render.index_terms import IndexEntry, groups, inverted
from studyguide.render.template_functions import TemplateFunctions
from studyguide.render.whole_guide import WholeGuide
from studyguide.support import xhtml
from studyguide.support.sorting import sort_key
from studyguide.themes import theme
from tests import pdf_reader
from tests.mutations import copied

ROOT = Path(__file__).parents[2]
SECOND = ROOT / "src/studyguide/specimen"
ENGLISH = Labels.of("en-GB")


@pytest.fixture(scope="module")
def guide():
    return sound(SECOND)


def section(body, role="doc-chapter"):
    return Section("one", "prose", role, "One", "One", (), f'<section id="one">{body}</section>')


def located(body, *entries, role="doc-chapter"):
    """The text of each place that an entry is said to be written of."""
    marked = index_locators.mark(section(body, role), entries)
    root = xhtml.parse(marked.section.body)
    by_id = {element.get("id"): xhtml.text(element) for element in root.iter() if element.get("id")}
    assert xhtml.text(root) == xhtml.text(xhtml.parse(section(body).body))
    found = index_terms.located(entries, marked.found)
    return [[by_id[locator.id] for locator in entry.found] for entry in found]


def test_names_are_found_whole_and_the_longest_first():
    roe, short = IndexEntry("Roe, Ann", words=("Ann Roe", "Roe")), IndexEntry("Ann", words=("Ann",))
    body = "<p>Ann Roe saw <b>Ann</b>, and Roe, not Roebuck or Roe-deer. Ann</p>"
    assert located(body, roe, short) == [["Ann Roe", "Roe"], ["Ann", "Ann"]]


def test_words_are_found_whole_in_scripts_without_spaces_and_with_vowel_signs():
    gate, name = IndexEntry("門", words=("門",)), IndexEntry("芥川", words=("芥川",))
    assert located("<p>羅生門の門の下で、芥川の門は、</p>", gate, name) == [["門", "門"], ["芥川"]]
    assert located("<p>कला और कल, सकल</p>", IndexEntry("कल", words=("कल",))) == [["कल"]]


def test_titles_are_found_in_marks_of_their_own():
    title = IndexEntry("边城", title=True, words=("边城", "《边城》"))
    assert located("<p>在《边城》中，边城不是边城。<cite>《边城》</cite></p>", title) == [["《边城》", "《边城》"]]


def test_titles_are_found_in_italics_alone():
    body = "<p>Sunshine. <em>Sunshine</em> and <em>Sunshine State</em>, <cite>Sunshine</cite></p>"
    assert located(body, IndexEntry("Sunshine", title=True, words=("Sunshine",))) == [["Sunshine", "Sunshine"]]


def test_links_are_found_and_what_they_lead_to():
    body = '<p id="ann">Who?</p><p><a href="#ann">She <em>herself</em></a> and <a href="#bob">he</a></p>'
    assert located(body, IndexEntry("Ann", ids=frozenset({"ann"}))) == [["Who?", "She herself"]]


def test_headings_notes_citations_and_lists_are_passed_over():
    ann = IndexEntry("Ann", words=("Ann",))
    body = '<h2 id="h">Ann</h2><p>x<span class="note">Ann</span> <span class="citation">(Ann)</span> Ann</p>'
    assert located(body, ann) == [["Ann"]]
    assert located("<p>Ann</p>", IndexEntry("Ann", words=("Ann",)), role="doc-bibliography") == [[]]


def test_sorting_leaves_out_accents_case_marks_and_articles():
    same = [("Érard, É.", "erard e"), ("mise-en-scène", "miseenscene"), ("Øre", "ore"), (" 12  Monkeys!", "12 monkeys")]
    assert [one for one, other in same if sort_key(one) != sort_key(other)] == []
    labels = ["The Wolfman", "Émile", "walk", "12 Monkeys", "A Beach", "zebra"]
    entries = [IndexEntry(label, words=(label,)) for label in labels]
    entries.append(IndexEntry("Nobody", words=("Nobody",)))
    marked = index_locators.mark(section(f"<p>{', '.join(labels)}</p>"), entries)
    located = groups(index_terms.located(entries, marked.found), ENGLISH)
    found = {letter: [entry.label for entry in some] for letter, some in located.items()}
    assert found == {
        "0–9": ["12 Monkeys"],
        "B": ["A Beach"],
        "E": ["Émile"],
        "W": ["walk", "The Wolfman"],
        "Z": ["zebra"],
    }


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Éric Rohmer",
            "Ōe Kenzaburō",
            "Øystein Aarseth",
            "Şevket Süreyya Aydemir",
            "Đặng Thái Sơn",
            "E\u0301ric Rohmer",
        ),
        *("Антон Чехов", "Νίκος Καζαντζάκης", "宮崎 駿", "נתן זך", "नागार्जुन", "Simone de Beauvoir", "W. G. Sebald"),
    ],
)
def test_names_of_critics_are_listed_in_any_script(guide, name):
    reception = next(chapter for chapter in guide.chapters if isinstance(chapter, Reception))
    critic = reception.critics[0].model_copy(update={"name": name})
    chapter = reception.model_copy(update={"critics": (critic,)})
    assert inverted(name, ENGLISH) in {entry.label for entry in index_terms.sought(replace(guide, chapters=(chapter,)))}


@pytest.mark.parametrize(
    "name", ["Variety", "the Guardian", "University of Leeds", "Time Out (London)", "é. Rohmer", "of"]
)
def test_other_names_are_not_inverted(name):
    assert not index_terms.is_personal(name)


def test_glossary_and_vocabulary_sheet_sort_alike(guide):
    words = ["épée", "zoom", "Eclipse", "œuvre", "ordinary", "mise-en-scène", "mise en abyme", "*Åtgärd*"]
    glossary = next(chapter for chapter in guide.chapters if isinstance(chapter, Glossary))
    terms = tuple(
        glossary.terms[0].model_copy(update={"term": word, "id": f"w{number}"}) for number, word in enumerate(words)
    )
    (sheet,) = vocabulary.sheets(replace(guide, chapters=(glossary.model_copy(update={"terms": terms}),)), Tier.CORE)
    in_glossary = [term.term for term in TemplateFunctions(WholeGuide(guide)).filters["collated"](terms, "term")]
    assert list(sheet.parts["bank"]) == in_glossary
    assert in_glossary == ["*Åtgärd*", "Eclipse", "épée", "mise en abyme", "mise-en-scène", "œuvre", "ordinary", "zoom"]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Carey Mulligan", "Mulligan, Carey"),
        ("Kathy H.", "Kathy H."),
        ("Madame", "Madame"),
        ("Roe, Ann", "Roe, Ann"),
        ("宮崎 駿", "宮崎 駿"),
    ],
)
def test_families_come_first(name, listed):
    assert inverted(name, ENGLISH) == listed


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        ((7,), "7"),
        ((7, 7, 9), "7, 9"),
        ((9, 7), "7, 9"),
        ((7, 8), "7, 8"),
        ((7, 8, 9, 9, 12), "7–9, 12"),
        ((2, 4, 5, 6, 7, 9, 10), "2, 4–7, 9, 10"),
    ],
)
def test_each_page_is_printed_once_and_runs_are_joined(numbers, printed):
    links = ", ".join(f'<a data-ref="i{n}">One</a>' for n, _ in enumerate(numbers))
    root = xhtml.parse(f'<p><span class="locators">{links}</span></p>')
    page_refs.locate(root, {f"i{n}": number for n, number in enumerate(numbers)})
    assert xhtml.text(root) == printed
    assert [xhtml.text(run) for run in xhtml.with_class(root, "run")] == re.findall("\\d+–\\d+", printed)


def test_an_edition_lists_what_it_has(guide):
    editions = [find(guide, "student"), find(guide, "student").model_copy(update={"reveals": Spoiler.SAFE})]
    labels = [{entry.label for entry in index_terms.sought(select(guide, edition))} for edition in editions]
    assert labels[0] - labels[1] >= {"Karloff, Boris", "The creature"}


def test_names_that_are_nowhere_are_left_out(guide):
    index = next(each for each in publish(guide, find(guide, None)).sections if each.role == "doc-index")
    assert "Pierce, Jack" in index.body
    assert "Atall" not in index.body


def test_every_printed_number_has_the_name_on_its_page(guide, tmp_path, layout_options):
    """With PDFium, which knows nothing of how the index was made."""
    target = tmp_path / "guide.pdf"
    formats.paged().lay_out(publish(guide, find(guide, "student")), theme.look("pdf"), layout_options).write(target)
    printed = pdf_reader.pages(target)
    start = next(
        n for n, page in enumerate(printed) if re.search(r"\bIndex$", page, re.MULTILINE) and "Clarke, Mae" in page
    )
    lines = re.findall(
        r"^(\w+), [\w ]+? ((?:\d+(?:, |–)?)+)$", printed[start].replace("\N{NO-BREAK SPACE}", " "), re.MULTILINE
    )
    assert tuple(family for family, _ in lines if family in {"Karloff", "Pierce"}) == ("Karloff", "Pierce")
    for family, numbers in lines:
        for number in re.findall(r"\d+", numbers):
            assert family in printed[int(number) - 1]
    whole = " ".join(printed[start].split())
    for name, words in (("Henry Frankenstein", "Henry|Frankenstein"), ("Elizabeth", "Elizabeth")):
        pages = list(pages_of(re.search(rf"{name} ((?:\d+[,–]? ?)+)", whole)[1]))
        assert len(pages) > 1
        assert [page for page in pages if not re.search(words, printed[page - 1])] == []


def pages_of(numbers):
    """Every page of locators such as ``3, 7–9``."""
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", numbers.replace(" ", "")):
        yield from range(int(first), int(last or first) + 1)


@pytest.mark.parametrize("sign", ["|", "#", "-", "*", "…"])
@pytest.mark.parametrize("name", ["Colin Clive", "Boris Karloff", "Elizabeth"])
def test_a_name_without_words_is_sought_nowhere(tmp_path, sign, name):
    folder = copied(SECOND, tmp_path / "guide")
    file = folder / "chapters/cast.yaml"
    file.write_text(file.read_text("utf-8").replace(name, f"'{sign}'"), "utf-8")
    found = review(folder)
    if not found.problems:
        publication = publish(found.guide, find(found.guide, None))
        assert {section.short for section in publication.sections} > {"People"}
