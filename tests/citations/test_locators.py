"""Where in a source: the locators of CSL, as authors write them and as styles print them."""

import pytest

from studyguide.citations.locators import LocatorPart, parts
from tests.set_citations import cites

BOOK = {
    "id": "b",
    "type": "book",
    "title": "Emma",
    "author": [{"family": "Austen"}],
    "issued": {"date-parts": [[1815]]},
}
FILM = {"id": "f", "type": "motion_picture", "title": "A Film", "issued": {"date-parts": [[2010]]}}

MLA = {
    "p. 3": "(Austen 3)",
    "pp. 3-5": "(Austen 3–5)",
    "3, 5": "(Austen 3, 5)",
    "3-3": "(Austen, 3–3)",
    "xii": "(Austen xii)",
    "ch. 3": "(Austen, ch. 3)",
    "chs. 3–4": "(Austen, chs. 3–4)",
    "chapter 3": "(Austen, ch. 3)",
    "Chapters 3 & 4": "(Austen, chs. 3 & 4)",
    "vol. 1, ch. 1": "(Austen, vol. 1, ch. 1)",
    "act 2, scene 1": "(Austen, act 2, scene 1)",
    "act 2": "(Austen, act 2)",
    "Act II, scene i, lines 3-5": "(Austen, Act II, scene i, lines 3–5)",
    "2.1.3–5": "(Austen 2.1.3–5)",
    "l. 3": "(Austen 3)",
    "lines 3–4": "(Austen 3–4)",
    "v. 3": "(Austen, v. 3)",
    "part 2": "(Austen, pt 2)",
    "part two": "(Austen, part two)",
    "para. 4": "(Austen, par. 4)",
    "sec. 4": "(Austen, sect. 4)",
    "§ 4": "(Austen, sect. 4)",
    "bk. 2": "(Austen, bk 2)",
    "fig. 2": "(Austen, fig. 2)",
    "n. 2": "(Austen, n. 2)",
    "preface": "(Austen, preface)",
    "note to the reader": "(Austen, note to the reader)",
    "version 2": "(Austen, version 2)",
    "i.e. the end": "(Austen, i.e. the end)",
}


@pytest.fixture(scope="module")
def printed():
    """Each locator as MLA prints it: one call for all."""
    return dict(zip(MLA, cites([BOOK], "mla", *(f"@b, {text}" for text in MLA)), strict=True))


@pytest.mark.parametrize("text", MLA)
def test_mla_prints_each_in_its_way(printed, text):
    assert printed[text].replace("\u00a0", " ") == MLA[text]


TIMES = {
    "mla": "(A Film 00:12:30)",
    "apa": "(A Film, 2010, 00:12:30)",
    "chicago": "(A Film 2010, 00:12:30)",
    "harvard": "(A Film, 2010, 00:12:30)",
    "ieee": "[1, 00:12:30]",
}


@pytest.mark.parametrize("style", TIMES)
def test_a_time_in_a_film_is_not_a_page(style):
    assert cites([FILM], style, "@f, 00:12:30") == [TIMES[style]]


LANGUAGES = {
    "de-DE": ("(Austen 3–4)", "(Austen, Kap. 3)", "(Austen, Bd. 1, Kap. 2)", "(Austen, V. 3)", "(Austen, Teil 2)"),
    "fr-FR": (
        "(Austen 3\u20114)",
        "(Austen, chap. 3)",
        "(Austen, vol. 1, chap. 2)",
        "(Austen, v. 3)",
        "(Austen, part. 2)",
    ),
    "es-ES": ("(Austen 3-4)", "(Austen, cap. 3)", "(Austen, vol. 1, cap. 2)", "(Austen, v. 3)", "(Austen, pt. 2)"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_printed_in_the_guide_s_language(language):
    asked = ("@b, pp. 3–4", "@b, ch. 3", "@b, vol. 1, ch. 2", "@b, v. 3", "@b, pt. 2")
    found = cites([BOOK], "mla", *asked, language=language)
    assert tuple(text.replace("\u00a0", " ") for text in found) == LANGUAGES[language]


def test_apa_says_page_in_the_guide_s_language():
    assert cites([BOOK], "apa", "@b, pp. 3–4", language="de-DE") == ["(Austen, 1815, S. 3–4)"]


@pytest.mark.parametrize("text", ["Kap. 3", "2. Akt", "{x} y", "p. 3 & 4 <b>x</b>", "*a* $x$ `b`{=html}", "p. 3}"])
def test_other_words_are_printed_as_they_are(text):
    (found,) = cites([BOOK], "mla", f"@b, {text}")
    assert found.replace("\u00a0", " ") in {f"(Austen, {text})", f"(Austen {text.removeprefix('p. ')})"}


def test_a_part_without_a_label_belongs_to_the_part_before_it():
    assert parts("pp. 3, 5") == (LocatorPart("page", "3, 5", "pp.", several=True),)
    assert parts("act 2, sc. 1") == (LocatorPart("act", "2", "act"), LocatorPart("scene", "1", "sc."))


def test_each_citation_of_a_cluster_has_its_own_locator():
    both = [BOOK, {**BOOK, "id": "c", "author": [{"family": "Bell"}]}]
    assert cites(both, "mla", "@b, p. 3; @c, ch. 4") == ["(Austen 3; Bell, ch. 4)"]
