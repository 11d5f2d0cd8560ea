"""The numbers and labels of scenes, chapters and the like."""

from datetime import date

import pytest

from studyguide.guide.chapters.plot import Plot
from studyguide.guide.divisions import divisions, plot_names
from studyguide.guide.info import GuideInfo
from studyguide.guide.scene_numbers import counted, is_numeral, is_several
from studyguide.guide.works import heads, listed

WORK = {"id": "work", "type": "novel", "title": "Work", "by": "Somebody", "year": "1900"}


def info(*works):
    about = {"name": "x", "title": "X", "description": "X", "identifier": "urn:isbn:0", "language": "en-GB"}
    more = {"authors": ["X"], "date": date(2026, 1, 1), "rights": "X", "chapters": ["plot"]}
    edition = [{"id": "e", "title": "E"}]
    return GuideInfo.model_validate({**about, **more, "editions": edition, "works": works or [WORK]})


def plot(*parts, **more):
    """A plot; each part is a list of titles, or of a title and a number."""
    made = [
        {"id": f"p{at}", "title": "P", "scenes": [_scene(f"s{at}-{n}", each) for n, each in enumerate(part)]}
        for at, part in enumerate(parts)
    ]
    return Plot.model_validate({"kind": "plot", "id": "plot", "title": "Plot", "parts": made, **more})


def _scene(name, titled):
    title, number = titled if isinstance(titled, tuple) else (titled, None)
    return {"id": name, "title": title, "text": "T.", "number": number}


def labels(made, **work):
    return [each.label for each in divisions(made, info({**WORK, **work}))]


@pytest.mark.parametrize(
    ("own", "anew", "found"),
    [
        ([[None, None], [None]], False, [["1", "2"], ["3"]]),
        ([[None, None], [None]], True, [["1", "2"], ["1"]]),
        ([["1–3", None], [None]], False, [["1–3", "4"], ["5"]]),
        ([["Prologue", None], [None]], False, [["Prologue", "1"], ["2"]]),
        ([["12", None], [None]], True, [["12", "13"], ["1"]]),
        ([["2.1", None]], True, [["2.1", "2"]]),
    ],
)
def test_counting_goes_on_from_numbers_that_are_given(own, anew, found):
    assert counted(own, anew=anew) == found


def test_a_number_is_told_from_a_name_and_from_a_range():
    assert all(map(is_numeral, ("12", "2.1", "IV", "b", "1–3", "3a")))
    assert all(map(is_numeral, ("VIII.2", "IV, 3", "12bis", "1 and 2", "第3章")))
    assert not any(map(is_numeral, ("Prologue", "Coda", "Act 5 Scene 1", "Ch. 12", "Scène 3")))
    assert all(map(is_several, ("1–3", "1, 2", "4-5")))
    assert not any(map(is_several, ("12", "2.1", "Prologue")))


@pytest.mark.parametrize(
    ("work", "found"),
    [
        ({"type": "novel"}, ["Chapter 1", "Chapters 2–3", "Chapter 4"]),
        ({"type": "poem"}, ["Stanza 1", "Stanzas 2–3", "Stanza 4"]),
        ({"type": "series"}, ["Episode 1", "Episodes 2–3", "Episode 4"]),
        ({"type": "play"}, ["Act 1, scene 1", "Act 1, scenes 2–3", "Act 2, scene 1"]),
        ({"type": "novel", "division": "page"}, ["Page 1", "Pages 2–3", "Page 4"]),
    ],
)
def test_scenes_are_called_as_their_work_is_divided(work, found):
    assert labels(plot(["A", ("B", "2–3")], ["C"]), **work) == found


def test_an_author_decides_how_to_count():
    seasons = labels(plot(["A"], ["B"], numbering="by part"), type="series")
    assert seasons == ["Season 1, episode 1", "Season 2, episode 1"]
    assert labels(plot(["A"], ["B"], numbering="through"), type="play") == ["Act 1, scene 1", "Act 2, scene 2"]
    numbers = [each.number for each in divisions(plot(["A"], ["B", ("C", "4.2")]), info({**WORK, "type": "play"}))]
    assert numbers == ["1.1", "2.1", "4.2"]


def test_a_label_that_the_title_has_is_not_said_twice():
    found = divisions(plot(["Chapter 1", "Chapter 22", "CHAPTER 3: Home", ("Coda", "Coda")]), info())
    assert [(each.is_titled, each.mark) for each in found] == [(True, ""), (False, "2"), (True, ""), (True, "")]


def test_plots_are_told_apart_by_their_works_or_their_titles():
    play, film = {**WORK, "id": "play", "type": "play"}, {**WORK, "id": "film", "type": "film"}
    one = plot(["A"], work="play")
    other = plot(["A"], work="film").model_copy(update={"id": "other", "title": "Other"})
    assert plot_names([one], info(play, film)) == {}
    assert plot_names([one, other], info(play, film)) == {"plot": "Play", "other": "Film"}
    same = other.model_copy(update={"work": "play"})
    assert plot_names([one, same], info(play, film)) == {"plot": "Plot", "other": "Other"}


def test_works_in_a_sentence():
    films = [{**WORK, "id": f"f{year}", "type": "film", "year": year} for year in ("1994", "2019")]
    about = info(WORK, *films)
    assert list(heads(about.works, about.labels).values()) == ["Novel", "Film, 1994", "Film, 2019"]
    assert listed(about.works, about.works, about.labels) == "Novel, film (1994) and film (2019)"
    assert listed(about.works[1:2], about.works, about.labels) == "Film (1994)"


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("5.5–5.8", "Act 5, scenes 5–8"),
        ("5.5-8", "Act 5, scenes 5-8"),
        ("5.1, 5.3", "Act 5, scenes 1, 3"),
        ("V.1–V.3", "Act V, scenes 1–3"),
        ("15.1–15.5", "Act 15, scenes 1–5"),
        ("2.5–3.1", "Act 1, scenes 2.5–3.1"),
        ("Act 5 Scene 1", "Act 5 Scene 1"),
    ],
)
def test_numbers_of_a_play_that_name_their_act_say_it_once(number, label):
    assert labels(plot([("A", number)]), type="play") == [label]
