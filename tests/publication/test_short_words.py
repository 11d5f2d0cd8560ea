"""Short words, which some languages do not leave at the end of a line."""

import pytest

from studyguide.languages.labels import Labels
from studyguide.publication import short_words
from studyguide.support import xhtml

POLISH = Labels.of("pl-PL")


def kept(fragment, labels=POLISH):
    """A fragment of a page with its short words kept; ~ shows a space that does not break lines."""
    root = xhtml.parse(fragment)
    short_words.keep(root, labels)
    return xhtml.serialise(root).replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Popiół i diament", "Popiół i~diament"),
        ("W domu, i w\n  lesie", "W~domu, i~w~lesie"),
        ("<b>To</b> i <em>to</em> z\n<a>tamtym</a>", "<b>To</b> i~<em>to</em> z~<a>tamtym</a>"),
        ("<b>i to</b> i", "<b>i~to</b> i"),
        ("ja i", "ja i"),
        ("w <span>i<i>a b</i> o c</span>", "w~<span>i<i>a~b</i> o~c</span>"),
        ("radio-i tv, d’a b, str. 3 z 4", "radio-i tv, d’a b, str. 3 z~4"),
        ('i <i lang="en">a house</i> o czym', 'i~<i lang="en">a house</i> o~czym'),
        ('<i lang="pl">w domu</i>', '<i lang="pl">w~domu</i>'),
        ("<code>a b</code> <pre>i c</pre>", "<code>a b</code> <pre>i c</pre>"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><title>A i B</title></svg> a to', ""),
    ],
)
def test_a_short_word_stays_with_the_next_word(written, printed):
    assert kept(f"<p>{written}</p>") == f"<p>{printed or written.replace('a to', 'a~to')}</p>"


def test_a_paragraph_does_not_go_on_with_a_list():
    assert kept("<div>i <ul><li>a b</li></ul></div>") == "<div>i <ul><li>a~b</li></ul></div>"


@pytest.mark.parametrize("language", ["en-GB", "fr", "xh"])
def test_a_language_without_such_words_is_left_alone(language):
    assert kept("<p>a b i c</p>", Labels.of(language)) == "<p>a b i c</p>"


def test_a_guide_may_have_words_of_its_own():
    labels = Labels.of("cs", {"language.short-words": "k s ve"})
    assert kept("<p>K tomu ve\nvlaku i s ním</p>", labels) == "<p>K~tomu ve~vlaku i s~ním</p>"


def test_czech_prepositions_of_one_letter_stay_with_their_words():
    said = kept("<p>V domě a u řeky k\nlesu, i s ním; ve vlaku</p>", Labels.of("cs-CZ"))
    assert said == "<p>V~domě a~u~řeky k~lesu, i~s~ním; ve vlaku</p>"
