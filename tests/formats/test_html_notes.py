"""Pop-ups: notes and glossary words become links to asides, each with an id of its own."""

from studyguide.formats.html.notes import Definition, place_definitions, place_notes
from studyguide.languages.labels import Labels
from studyguide.support import xhtml


def tree(inside):
    return xhtml.parse(f'<section id="s">{inside}</section>')


def ids(root):
    return [element.get("id") for element in root.iter() if element.get("id")]


def definitions(**meanings):
    return {name: Definition(name.title(), xhtml.parse(f"<dd>{text}</dd>")) for name, text in meanings.items()}


def test_each_note_is_a_link_to_an_aside_and_back():
    root = tree('<p>A<span class="note"> First <em>one</em>.</span> b, c<span class="note">Second.</span></p><p>D</p>')
    place_notes(root, Labels.of())
    assert xhtml.serialise(root) == (
        '<section id="s"><p>A'
        '<sup class="noteref"><a id="_noteref_1" href="#_note_1" role="doc-noteref" aria-label="Note 1">1</a>'
        "</sup> b, c"
        '<sup class="noteref"><a id="_noteref_2" href="#_note_2" role="doc-noteref" aria-label="Note 2">2</a>'
        "</sup></p><p>D</p>"
        '<section class="notes" aria-label="Notes">'
        '<aside id="_note_1" class="pop-up" role="doc-footnote"><p><a href="#_noteref_1" class="back" '
        'aria-label="1, back to the text" role="doc-backlink">1</a> First <em>one</em>.</p></aside>'
        '<aside id="_note_2" class="pop-up" role="doc-footnote"><p><a href="#_noteref_2" class="back" '
        'aria-label="2, back to the text" role="doc-backlink">2</a> Second.</p></aside>'
        "</section></section>"
    )


def test_a_body_without_notes_and_glossary_words_does_not_change():
    root = tree("<p>A</p>")
    place_notes(root, Labels.of())
    place_definitions(root, {}, Labels.of())
    assert xhtml.serialise(root) == '<section id="s"><p>A</p></section>'


def test_a_word_pops_up_once_and_every_link_leads_there():
    root = tree('<p><a class="term" href="#word">w</a> <a class="term" href="#word">W</a></p>')
    place_definitions(root, definitions(word="It means <b>this</b>."), Labels.of())
    assert xhtml.serialise(root) == (
        '<section id="s"><p><a class="term" href="#_term_word" id="_termref_word" role="doc-noteref">w</a> '
        '<a class="term" href="#_term_word" role="doc-noteref">W</a></p>'
        '<section class="definitions" aria-label="Words from the glossary">'
        '<aside id="_term_word" class="pop-up" role="doc-footnote"><p><a href="#_termref_word" class="back" '
        'aria-label="Word, back to the text" role="doc-backlink">Word</a>: It means <b>this</b>.</p>'
        '<p class="onward"><a href="#word" role="doc-glossref">Glossary</a></p></aside></section></section>'
    )


def test_a_note_and_a_meaning_may_begin_with_emphasis():
    root = tree('<p>A<span class="note"><em>See</em> it.</span> <a class="term" href="#word">w</a></p>')
    place_notes(root, Labels.of())
    place_definitions(root, definitions(word="<b>This</b> it means."), Labels.of())
    assert [xhtml.text(aside.find("p")) for aside in root.iter("aside")] == ["1 See it.", "Word: This it means."]


def test_a_word_that_leads_nowhere_has_no_meaning():
    root = tree('<p><a class="term">w</a></p>')
    place_definitions(root, {"x": definitions(x="X.")["x"], "None": definitions(n="N")["n"]}, Labels.of())
    assert xhtml.serialise(root) == '<section id="s"><p><a class="term">w</a></p></section>'


def test_a_word_without_a_meaning_is_a_plain_link_and_those_behind_it_pop_up():
    root = tree('<p><a class="term" href="#gone">g</a> <a class="term" href="#word">w</a></p>')
    place_definitions(root, definitions(word="W."), Labels.of())
    first, second = root.iter("p").__next__()
    assert (first.get("href"), first.get("id"), first.get("role")) == ("#gone", None, None)
    assert second.get("href") == "#_term_word"


def test_a_meaning_in_paragraphs_keeps_them_and_one_with_a_note_loses_it():
    root = tree('<p><a class="term" href="#word">w</a></p>')
    meaning = '<p id="x">One.<span class="note">Note.</span></p><p>Two <a class="term" href="#b" id="y">b</a>.</p>'
    place_definitions(root, definitions(word=meaning), Labels.of())
    (aside,) = root.iter("aside")
    assert [xhtml.text(part) for part in aside] == ["Word", "One.", "Two b.", "Glossary"]
    assert aside[2][0].get("href") == "#b"


def test_ids_are_unique_even_if_a_word_is_explained_twice():
    meanings = definitions(word='<i id="inside">W</i><span class="note" id="n">N.</span>', other="<b>O</b>")
    words = '<a class="term" href="#word">w</a> <a class="term" href="#other">o</a> <a class="term" href="#word">w</a>'
    root = tree(f'<p id="inside">{words}<span class="note">N {words}.</span></p>')
    place_notes(root, Labels.of())
    place_definitions(root, meanings, Labels.of())
    assert len(ids(root)) == len(set(ids(root)))
    assert sorted(ids(root)) == sorted(
        ["s", "inside", "_noteref_1", "_note_1", "_termref_word", "_termref_other", "_term_word", "_term_other"]
    )
    targets = {a.get("href")[1:] for a in root.iter("a") if a.get("role") != "doc-glossref"}
    assert targets <= set(ids(root))


def test_meanings_are_copied_and_left_as_they_were():
    meanings = definitions(word='<i id="x">W</i>')
    for _ in range(2):
        root = tree('<p><a class="term" href="#word">w</a></p>')
        place_definitions(root, meanings, Labels.of())
        assert "W" in xhtml.text(root)
    assert xhtml.serialise(meanings["word"].meaning) == '<dd><i id="x">W</i></dd>'
