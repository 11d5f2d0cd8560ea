"""Film terms: every term has words, every drawing stays in its frame, and the sheet does not give the names away."""

import pytest

from studyguide.editions.select import select
from studyguide.handouts.sheet import Tier
from studyguide.languages.labels import Labels
from studyguide.render import render
from studyguide.render.diagrams.film_frames import HEIGHT, SIZES, TERMS, WIDTH, film_frame
from studyguide.render.diagrams.standing_figure import Shape, clipped
from studyguide.support import xhtml
from studyguide.support.errors import UsageError
from tests.handouts.test_handout_levels import FULL, SAFE, body, guide, said

SVG = f"{{{xhtml.SVG}}}"
DRAWN = [(group, name) for group in ("size", "angle") for name in TERMS[group]]
LABELS = Labels.of("en")
OWN = {"id": "mood", "term": "Mood", "definition": "Feeling"}
LONGEST = 150


def terms(**more):
    return {"kind": "film-terms", "id": "words", "title": "W", **more}


def chapter(whole, edition=FULL):
    sections = render(select(whole, edition), edition).sections
    return xhtml.parse(next(section.body for section in sections if section.id == "words"))


@pytest.mark.parametrize(("group", "name"), [(group, name) for group, names in TERMS.items() for name in names])
def test_every_term_has_words(group, name):
    key = f"film-terms.{group}.{name}"
    assert LABELS.say(key)
    assert LABELS.say(f"{key}.means").endswith(".")


@pytest.mark.parametrize(("group", "name"), DRAWN)
def test_a_drawing_stays_in_its_frame_and_is_described_without_its_name(group, name):
    points = [point for shape in film_frame(group, name).shapes for point in shape.points]
    assert len(points) > 20
    assert all(-1e-6 <= x <= WIDTH + 1e-6 and -1e-6 <= y <= HEIGHT + 1e-6 for x, y in points)
    term, seen = (LABELS.say(f"film-terms.{group}.{name}{part}") for part in ("", ".drawn"))
    assert len(f"{term} {seen}") <= LONGEST
    assert term.lower() not in seen.lower()


def test_each_size_shows_more_than_the_one_before():
    tall = [bottom - top for top, bottom in SIZES.values()]
    assert tall == sorted(tall)


def test_a_shape_is_cut_at_the_frame():
    assert clipped(Shape(((-2, 1), (2, 1), (2, 3), (-2, 3)), "ink"), 4, 2).points == ((0, 2), (0, 1), (2, 1), (2, 2))
    assert clipped(Shape(((5, 5), (6, 5), (6, 6)), "ink"), 4, 2) is None


def test_the_author_chooses_groups_and_adds_terms():
    root = chapter(
        guide(terms(groups=["sound", "angle"], terms=[OWN, {**OWN, "id": "own", "term": "Ow", "group": "angle"}]))
    )
    assert [xhtml.text(head) for head in root.iter("h2")] == ["Sound", "Camera angles", "Other terms"]
    assert len(list(root.iter(f"{SVG}svg"))) == len(TERMS["angle"])
    text = xhtml.text(root)
    assert text.index("Dutch") < text.index("Ow Feeling") < text.index("Mood Feeling")


def test_all_groups_are_printed_if_none_is_chosen():
    assert len(list(chapter(guide(terms())).iter("h2"))) == len(TERMS)


def test_an_edition_hides_terms_above_its_level():
    whole = guide(terms(terms=[{**OWN, "spoiler": "ending"}]))
    assert "Mood" in xhtml.text(chapter(whole))
    assert "Mood" not in xhtml.text(chapter(whole, SAFE))


def test_only_support_and_the_key_have_the_names():
    whole = guide(terms())
    assert [tier for tier in Tier if "Dutch angle" in said("words", tier, whole=whole)] == [Tier.SUPPORT, Tier.KEY]
    assert [tier for tier in Tier if "do to viewers" in said("words", tier, whole=whole)] == [Tier.EXTENSION]
    assert len(list(body("words", whole=whole).iter(f"{SVG}svg"))) == len(DRAWN)


def test_there_is_no_sheet_without_drawings():
    with pytest.raises(UsageError, match="no core sheet 'words'"):
        said("words", whole=guide(terms(groups=["sound"])))
