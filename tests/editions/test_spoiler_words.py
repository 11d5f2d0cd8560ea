"""Gates: where an author's words give something away, wherever they are, and nowhere else."""

import shutil
from dataclasses import replace

import pytest

from studyguide.build import edition_publication
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions import spoiler_words
from studyguide.editions.select import find, select
from studyguide.guide.info import Edition, Gate
from studyguide.publication import Asset
from studyguide.support.errors import BuildError, GuideError
from studyguide.support.paths import specimen_folder
from tests import sound_guides


@pytest.fixture(scope="module")
def specimen():
    return sound_guides.specimen()


@pytest.fixture
def changed(tmp_path):
    """The specimen with some words changed in one of its files."""

    def change(file, before, after, *more):
        folder = tmp_path / "guide"
        if not folder.exists():
            shutil.copytree(specimen_folder(), folder)
        text = (folder / file).read_text("utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), "utf-8")
        return change(*more) if more else sound(folder)

    return change


def gated(guide, *words, level="ending"):
    gate = Gate(words=words, level=level)
    return replace(guide, info=guide.info.model_copy(update={"gates": (gate,)}))


def slips(guide, *words, edition="taster"):
    """The places at which an edition that does not reveal the ending would print a word: ``file:line``."""
    whole = gated(guide, *words)
    try:
        publish(whole, find(whole, edition))
    except GuideError as error:
        return [f"{problem.file}:{problem.line}" for problem in error.problems]
    return []


def line(guide, file, words):
    """``file:line`` where these words are first written."""
    lines = (guide.folder / file).read_text("utf-8").splitlines()
    return f"{file}:{next(number for number, each in enumerate(lines, 1) if words in each)}"


def test_words_that_the_program_writes_give_nothing_away(specimen):
    """A word of markup is named where an author writes it, and nowhere else; one of the labels likewise."""
    whole = gated(specimen, "note", "section", "class", "label", "figure")
    edition = find(whole, "taster")
    for problem in spoiler_words.slips(whole, edition, select(whole, edition)):
        word, _, _ = problem.message.removeprefix("'").partition("'")
        lines = (specimen.folder / problem.file).read_text("utf-8").splitlines()
        assert word in lines[problem.line - 1][problem.column - 1 :]
    markup = ("span", "aside", "badge", "doc-chapter", "data-ref", "href", "li")
    labels = ("Gives away the", "Played by", "Who is what to whom", "Contents")
    assert slips(specimen, *markup, *labels) == []


PLACES = {
    "text": ("chapters/plot.yaml", "text: ", "text: A zebra. ", "A zebra"),
    "alternative of a picture": ("chapters/overview.yaml", "![", "![The zebra: ", "zebra"),
    "credit of a picture": ("chapters/overview.yaml", "Drawn for", "The zebra was drawn for", "zebra"),
    "caption of a picture": ("chapters/overview.yaml", 'guide")', 'guide")\n  The *zebra*.', "zebra"),
    "title": ("chapters/plot.yaml", "title: ", "title: The zebra, ", "zebra"),
    "running head": ("chapters/plot.yaml", "title: ", "short: Zebras and zebra\ntitle: ", "short: "),
    "rights": ("guide.yaml", "rights: ", "rights: The zebra ", "rights: "),
    "author": ("guide.yaml", "The studyguide authors", "A. Zebra", "Zebra"),
    "who made a work": ("guide.yaml", "by: James Whale", "by: James Zebra", "Zebra"),
    "what was checked": ("guide.yaml", "ages: ", "accessibility: {summary: 'Every zebra.'}\nages: ", "zebra"),
    "own word": ("guide.yaml", "ages: ", "words: {chapter.number: 'Zebra {number}'}\nages: ", "Zebra"),
    "own form": ("guide.yaml", "ages: ", "words: {handout.marks: {one: A zebra}}\nages: ", "zebra"),
    "name of an edition": ("guide.yaml", "Taster, without", "Zebra, without", "Zebra"),
    "id of an edition": ("guide.yaml", "id: taster", "id: taster-zebra", "zebra"),
    "subject": ("guide.yaml", "Shelley, Mary.", "Shelley, Mary. Zebra.", "Zebra"),
    "note": ("chapters/plot.yaml", "text: ", "text: A lamp.^[A zebra.] ", "zebra"),
    "locator": ("chapters/plot.yaml", "text: ", "text: 'It [@novel, the zebra chapter].' #", "zebra"),
    "address of a link": ("chapters/plot.yaml", "text: ", "text: '[It](https://a.example/zebra_2).' #", "zebra"),
    "words of a link": ("chapters/plot.yaml", "text: ", "text: '[Zebra](https://a.example).' #", "Zebra"),
    "code": ("chapters/plot.yaml", "text: ", "text: 'It `zebra` is.' #", "zebra"),
    "other language": ("chapters/plot.yaml", "text: ", "text: 'It [zebra]{lang=it} is.' #", "zebra"),
    "word broken by a soft hyphen": ("chapters/plot.yaml", "text: ", "text: A ze\u00adbra. ", "A ze"),
    "word over the end of a line": (
        "chapters/plot.yaml",
        "text: ",
        "text: |\n      A striped\n      horse. #",
        "A striped",
    ),
    "word with emphasis in it": ("chapters/plot.yaml", "text: ", "text: A *ze*bra. ", "A *ze*bra"),
}


@pytest.mark.parametrize("what", PLACES)
def test_a_word_is_named_at_its_place(changed, what):
    file, before, after, where = PLACES[what]
    guide = changed(file, before, after)
    edition = "taster-zebra" if what == "id of an edition" else "taster"
    found = slips(guide, "zebra", "striped horse", edition=edition)
    assert line(guide, file, where) in found
    assert {place.partition(":")[0] for place in found} == {file}


def test_ids_and_file_names_are_named_at_their_place(changed):
    guide = changed(
        *("chapters/plot.yaml", "scene-storm", "scene-zebra"),
        *("chapters/themes.yaml", "scene-storm", "scene-zebra"),
        *("chapters/themes.yaml", "scene-storm", "scene-zebra"),
        *(3 * ("chapters/questions.yaml", "scene-storm", "scene-zebra")),
        *("chapters/lessons.yaml", "scene-storm", "scene-zebra"),
        *("chapters/quotations.yaml", "scene-storm", "scene-zebra"),
        *("chapters/close-reading.yaml", "scene-storm", "scene-zebra"),
    )
    assert slips(guide, "zebra") == [line(guide, "chapters/plot.yaml", "id: scene-zebra")]


def test_the_name_of_a_chapter_and_the_name_of_a_picture_are_names_of_files(changed, specimen):
    assert line(specimen, "guide.yaml", "- faq") in slips(specimen, "faq")
    guide = changed("chapters/overview.yaml", "A bolt of", "Some")
    assert slips(guide, "bolt") == [line(guide, "chapters/overview.yaml", "bolt.svg")]


def test_words_of_an_index_that_are_nowhere_in_the_text_are_not_printed(changed):
    guide = changed("chapters/index.yaml", "[Universal City]", "[Universal City, Zebra]")
    assert slips(guide, "zebra") == []


def test_what_is_printed_nowhere_is_not_looked_at(changed):
    guide = changed(
        "guide.yaml", "value: Universal", "value: Zebra", "chapters/plot.yaml", "kind: plot", "kind: plot # zebra"
    )
    assert slips(guide, "zebra") == []


def test_hidden_text_is_not_searched(changed):
    guide = changed("chapters/plot.yaml", "title: Fire", "title: The zebra")
    assert slips(guide, "zebra") == []
    assert slips(guide, "zebra", edition="student") == []


def test_a_removed_sentence_is_not_searched(changed):
    guide = changed("chapters/plot.yaml", "text: ", "text: 'See the zebra, Mr. Henry, in [](#scene-mill). It rains.' #")
    assert slips(guide, "zebra") == []
    assert slips(guide, "rains") == [line(guide, "chapters/plot.yaml", "It rains")]


def test_a_source_is_looked_at_where_it_is_printed(changed):
    guide = changed("sources.yaml", "title: ", "title: The Zebra, ")
    key = guide.sources[0]["id"]
    assert slips(guide, "zebra") == [line(guide, "sources.yaml", "The Zebra")]
    assert line(guide, "sources.yaml", f"id: {key}") in slips(guide, str(key))


def test_every_slip_is_named_once(changed):
    guide = changed("chapters/plot.yaml", "text: ", "text: A zebra and a Zebra. ")
    whole = gated(guide, "zebra")
    with pytest.raises(GuideError) as caught:
        publish(whole, find(whole, "taster"))
    columns = [problem.column for problem in caught.value.problems]
    assert len(columns) == len(set(columns)) == 2
    assert str(caught.value).count("gives something away") == 2


def test_each_of_several_words_is_reported_at_its_place(changed):
    written = "text: |\n      A zebra and a zebra.\n      Then a zebra. #"
    guide = changed("chapters/plot.yaml", "text: ", written)
    whole = gated(guide, "zebra")
    edition = find(whole, "taster")
    found = [(problem.line, problem.column) for problem in spoiler_words.slips(whole, edition, select(whole, edition))]
    _, _, first = line(guide, "chapters/plot.yaml", "A zebra and").partition(":")
    assert found == [(int(first), 9), (int(first), 21), (int(first) + 1, 14)]


def test_a_guide_without_gates_has_no_slips(specimen):
    whole = replace(specimen, info=specimen.info.model_copy(update={"gates": ()}))
    assert spoiler_words.slips(whole, find(whole, "taster"), whole) == ()


@pytest.mark.parametrize(
    ("word", "texts", "others"),
    [
        ("organ", ["An ORGAN.", "organ-maker", "the organ’s", "(organ)", "x_organ_y"], ["organs", "Morgan", "organ2"]),
        ("Tommy's end", ["Tommy’s end", "tommy's\nEND"], ["Tommys end", "Tommy’s friend"]),
        ("non-stop", ["non‑stop", "non‐stop"], ["non stop"]),
        ("café", ["cafe\u0301 now", "CAFÉ"], ["cafés", "cafe"]),
        ("клон", ["Это клон.", "КЛОН"], ["клоны"]),
        ("クローン", ["彼はクローンだ。"], ["クロン"]),
        ("a.b", ["a.b"], ["axb"]),
        ("\ue000sign", ["the \ue000sign"], ["sign"]),  # letters of one's own have no name
    ],
)
def test_a_word_is_found_whole_in_any_case(specimen, word, texts, others):
    pattern = spoiler_words.watched(gated(specimen, word), find(specimen, "taster"))
    assert [text for text in texts if not pattern.search(spoiler_words.plainly(text))] == []
    assert [text for text in others if pattern.search(spoiler_words.plainly(text))] == []


@pytest.mark.parametrize("name", ["images/zebra2.png", "ZebraLamp.svg", "old_zebra.jpg", "a-zebra-b", "lamp%20zebra"])
def test_names_are_parted_into_words(specimen, name):
    pattern = spoiler_words.watched(gated(specimen, "zebra"), find(specimen, "taster"))
    assert pattern.search(spoiler_words.parted(name))


def test_levels_decide_which_words_are_watched(specimen):
    premise = gated(specimen, "x", level="premise")
    safe, taster, student = (Edition(id="e", title="E", reveals=level) for level in ("safe", "premise", "ending"))
    assert spoiler_words.watched(premise, safe)
    assert spoiler_words.watched(premise, taster) is None
    assert spoiler_words.watched(gated(specimen, "x"), taster)
    assert spoiler_words.watched(gated(specimen, "x"), student) is None


def test_a_word_that_comes_some_other_way_stops_the_build(specimen, monkeypatch):
    """In the text, in alternative texts, in names of files, in ids, or in the title of the book."""
    monkeypatch.setattr(edition_publication.spoiler_words, "slips", lambda *_: ())
    edition = find(specimen, "taster")
    sound_one = publish(specimen, edition)
    sound_one = replace(sound_one, sections=sound_one.sections[:1])
    whole = gated(specimen, "zebra", "scene-graveyard")
    first = sound_one.sections[0]

    def leaks(**more):
        with pytest.raises(BuildError, match="would give something away") as caught:
            spoiler_words.prove(replace(sound_one, **more), whole, edition)
        return str(caught.value).partition(": ")[2]

    def body(inside):
        section = replace(first, body=f'<section id="a">{inside}</section>')
        return leaks(sections=(section,))

    where = f"'zebra' in {first.id}."
    assert body("<p>A <em>ze</em>bra.</p>") == where
    assert body("<p>A <em><b>ze</b></em><i>bra</i>.</p>") == where
    assert body('<p><img src="images/x.png" alt="zebra"/></p>') == where
    assert body('<p><img src="images/old_zebra.png" alt=""/></p>') == where
    assert body('<p><a href="https://a.example/zebra">x</a></p>') == where
    assert body('<p aria-label="zebra">x</p>') == where
    assert body('<svg xmlns="http://www.w3.org/2000/svg"><desc>zebra</desc></svg>') == where
    assert body('<p id="note--scene-graveyard">x</p>') == f"'scene-graveyard' in {first.id}."
    assert leaks(metadata=replace(sound_one.metadata, description="A zebra.")) == "'zebra' in title pages."
    assert leaks(metadata=replace(sound_one.metadata, subjects=("zebra",))) == "'zebra' in title pages."
    assert leaks(assets=(Asset("images/zebra.png", "image/png", specimen.folder),)) == "'zebra' in title pages."
    assert leaks(name="zebra") == "'zebra' in title pages."
    assert leaks(sections=(replace(first, short="Zebra"),)) == f"'Zebra' in {first.id}."
    sources = replace(whole, sources=({"id": "zebra-book", "type": "book", "title": "T"},))
    section = replace(first, body='<section id="a"><p id="cited--zebra-book">x</p></section>')
    with pytest.raises(BuildError, match="'zebra' in "):
        spoiler_words.prove(replace(sound_one, sections=(section,)), sources, edition)
    paragraphs = "<p>ze<br/>bra</p><p>z</p><p>ebra</p><div><p>ze</p>bra</div>"
    quiet = replace(first, body=f'<section id="zebra-like" class="zebra">{paragraphs}</section>')
    spoiler_words.prove(replace(sound_one, sections=(quiet,)), whole, edition)
    untitled = replace(sound_one, sections=(), metadata=replace(sound_one.metadata, subtitle=None))
    spoiler_words.prove(untitled, gated(specimen, "x"), edition)
