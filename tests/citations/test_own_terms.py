"""Terms of ours: months inside sentences, words before names, and the words of languages that Pandoc lacks."""

import re

import pytest
from lxml import etree

from studyguide.citations import own_terms
from studyguide.citations.locators import LABELS
from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.languages.tables import shipped
from studyguide.render.works_listing import works_listing
from tests.set_citations import cites, plain

CSL = "{http://purl.org/net/xbiblio/csl}"
FILES = sorted(own_terms.FOLDER.glob("*.xml"))
NAMES = {
    "author": [{"family": "Roe"}],
    "editor": [{"family": "Lem", "given": "Ann"}],
    "translator": [{"family": "Doe", "given": "Jo"}],
}


def dated(*parts):
    return {
        "id": "x",
        "type": "article-newspaper",
        "title": "T",
        "container-title": "P",
        "issued": {"date-parts": [parts]},
    }


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("ru", "5 октября 2010", "октябрь 2010"),
        ("uk", "5 жовтня 2010", "жовтень 2010"),
        ("pl", "5 października 2010", "październik 2010"),
        ("cs", "5. října 2010", "říjen 2010"),
        ("el", "5 Οκτωβρίου 2010", "Οκτώβριος 2010"),
        ("ga", "5 Deireadh Fómhair 2010", "Deireadh Fómhair 2010"),
        ("de", "5. Oktober 2010", "Oktober 2010"),
        ("he", "5 באוקטובר 2010", " אוקטובר 2010"),
        ("ar", "5 أكتوبر 2010", "أكتوبر 2010"),
        ("fa", "5 اکتبر 2010", "اکتبر 2010"),
    ],
)
def test_a_month_has_the_form_that_a_day_beside_it_asks_for(language, day, month):
    (with_day,) = plain([dated(2010, 10, 5)], "mla", language)
    (alone,) = plain([dated(2010, 10)], "mla", language)
    assert day in with_day
    assert month in alone
    assert not re.search("[\ufdd0-\ufdef]", with_day + alone)


@pytest.mark.pages
@pytest.mark.parametrize("language", ["ru", "uk", "pl"])
@pytest.mark.parametrize("style", ["mla", "apa", "chicago", "harvard"])
def test_months_and_abbreviated_months_lose_their_marks_in_every_style(language, style):
    for month in range(1, 13):
        (found,) = plain([dated(2010, month, 5)], style, language)
        assert not re.search("[\ufdd0-\ufdef]", found)
        assert not any(name in found.split() for name, beside in Labels.of(language).cited_months if name != beside)


def test_a_dot_after_a_month_may_end_a_sentence_or_an_abbreviation():
    months = Labels.of("ru").cited_months
    assert own_terms.inflected("5 \ufdd2октябрь. И 5 \ufdd3окт. и \ufdd2октябрь.", months) == (
        "5 октября. И 5 окт. и октябрь."
    )
    assert own_terms.inflected("вып. 3, \ufdd2октябрь 2010, \ufdd2октябрь 5", months) == (
        "вып. 3, октябрь 2010, октября 5"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "ред.: Ann Lem, пер.: Jo Doe"),
        ("uk", "ред.: Ann Lem, пер.: Jo Doe"),
        ("pl", "red. Ann Lem, tłum. Jo Doe"),
        ("ga", "in eagar ag Ann Lem, aistrithe ag Jo Doe"),
        ("he", "בעריכת Ann Lem, בתרגום Jo Doe"),
        ("ar", "تحرير Ann Lem، ترجمة Jo Doe"),
        ("fa", "به ویراستاری Ann Lem، ترجمهٔ Jo Doe"),
    ],
)
def test_words_before_a_name_need_no_other_case_of_it(language, words):
    source = {"id": "x", "type": "chapter", "title": "T", "container-title": "B", **NAMES}
    assert words in plain([source], "mla", language)[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        *(("ru", "2-е изд."), ("uk", "2-ге вид."), ("el", "2η έκδ."), ("tr", "2. bs."), ("pl", "2. wyd.")),
        *(("he", ", מהד׳ 2."), ("ar", "، ط 2."), ("fa", "، ویراست 2.")),
    ],
)
def test_the_number_of_an_edition_has_the_gender_and_the_place_that_its_word_asks_for(language, words):
    assert words in plain([{"id": "x", "type": "book", "title": "T", "edition": "2", **NAMES}], "mla", language)[0]


QUOTED = [tag for tag in shipped() if tag.partition("-")[0] not in own_terms.WITH_PANDOC_MARKS]


@pytest.mark.parametrize("language", [*QUOTED, "ca", "sk", "hu"])
def test_titles_have_the_quotation_marks_of_the_language(language):
    marks = conventions.quotation_marks(Labels.of(language))
    said = plain([{**dated(2010), "title": 'A "B" C'}], "mla", language)[0].replace("C.", "C")
    assert said.startswith(f"{marks[0]}A {marks[2]}B{marks[3]} C{marks[1]}")


@pytest.mark.parametrize(("language", "said"), [("en-GB", "‘A’."), ("en-US", "“A.”"), ("zh", "《A》.")])
def test_british_and_chinese_titles_keep_their_own_marks(language, said):
    assert plain([{**dated(2010), "title": "A"}], "mla", language)[0].startswith(said)


@pytest.mark.parametrize("language", ["el", "pl", "ru", "tr", "uk"])
def test_a_day_in_a_text_has_no_nought(language):
    assert re.search(r"(?<!\d)5 \w+ 2010", plain([dated(2010, 10, 5)], "mla", language)[0])


@pytest.mark.parametrize("style", ["apa", "chicago", "harvard", "mla"])
@pytest.mark.parametrize(
    ("language", "names", "others"),
    [("he", "עוז|כהן", "עוז|Smith"), ("ar", "محفوظ|حسين", "محفوظ|Smith"), ("fa", "گلشیری|دانشور", "گلشیری|Smith")],
)
def test_and_is_joined_to_its_word_where_the_script_does(language, names, others, style):
    joined = {"he": ["עוז וכהן", "עוז ו־Smith"], "ar": ["محفوظ وحسين", "محفوظ و Smith"]}
    separate = ["گلشیری و دانشور", "گلشیری و Smith"]
    for words, both in zip((names, others), joined.get(language, separate), strict=True):
        authors = [{"family": name, "given": "דנה" if language == "he" else "طه"} for name in words.split("|")]
        source = {"id": "x", "type": "book", "title": "T", "author": authors, "edition": "2"}
        (said,) = cites([source], style, "@x", language=language)
        assert both in said
        (listed,) = plain([source], style, language)
        assert not re.search("[\ufdd0-\ufdef&]", listed + said)


@pytest.mark.parametrize(("language", "given"), [("he", "דנה"), ("ar", "طه"), ("fa", "سیمین")])
def test_a_script_without_capitals_has_no_initials(language, given):
    names = {role: [{"family": "א", "given": given}] for role in ("author", "editor", "translator")}
    source = {"id": "x", "type": "chapter", "title": "T", "container-title": "B", **names}
    assert f"{given}." not in plain([source], "harvard", language)[0]


@pytest.mark.parametrize("language", ["ar", "fa", "he"])
def test_right_to_left_works_cited_have_no_english_words(language):
    root = etree.fromstring((own_terms.FOLDER / f"{language}.xml").read_bytes())
    ours = {(term.get("name"), term.get("form")) for term in root.iter(f"{CSL}term")}
    irish = etree.fromstring((own_terms.FOLDER / "ga.xml").read_bytes())
    theirs = {(term.get("name"), term.get("form")) for term in irish.iter(f"{CSL}term")}
    in_pandoc = re.compile("month-|ordinal|season-|page-range|colon|comma|semicolon|internet|reference|.*symbol")
    missing = {(name, form) for name, form in theirs - ours if not in_pandoc.match(f"{name} {form or ''}")}
    assert missing == set()
    assert not any(re.search("[A-Za-z]", "".join(term.itertext())) for term in root.iter(f"{CSL}term"))


def test_irish_works_cited_have_no_english_words_and_no_english_capitals():
    source = {
        "id": "x",
        "type": "article-journal",
        "title": "a longer title",
        "container-title": "Iris",
        "volume": "2",
        "issue": "3",
        "page": "3-9",
        "issued": {"date-parts": [[2010, 10]]},
    }
    assert plain([source], "mla", "ga") == ["“a longer title”. Iris, iml. 2, uimh. 3, Deireadh Fómhair 2010, lgh. 3–9."]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_is_a_locale_of_its_language_whose_terms_differ(file):
    root = etree.fromstring(file.read_bytes())
    terms = [(term.get("name"), term.get("form")) for term in root.iter(f"{CSL}term")]
    assert root.tag.endswith("}locale")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == file.stem
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize("language", sorted(own_terms.WITHOUT_LOCALE))
def test_a_language_that_pandoc_lacks_has_every_label_of_a_locator(language):
    root = etree.fromstring((own_terms.FOLDER / f"{language}.xml").read_bytes())
    assert {term.get("name") for term in root.iter(f"{CSL}term")} >= set(LABELS)


def test_own_quotation_marks_are_those_of_works_cited_too():
    own, usual = (works_listing(Labels.of("ca", words)) for words in ({conventions.MARKS: "“ ” ‘ ’"}, {}))
    assert (own.marks, usual.marks) == (tuple("“”‘’"), tuple("«»“”"))
    assert own.made_of != usual.made_of
