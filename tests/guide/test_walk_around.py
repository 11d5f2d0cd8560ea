"""The parts around a place in a chapter, found by its path: no search through all entries."""

from studyguide.guide.walk import around, items
from tests import sound_guides


def test_the_parts_around_a_path_are_those_whose_paths_begin_it():
    count = 0
    for chapter in sound_guides.specimen().chapters:
        every = list(items(chapter))
        for path, part in every:
            found = list(around(chapter, path))
            assert found == [(above, each) for above, each in every if path[: len(above)] == above]
            assert found[-1][1] is part
            count += 1
    assert count > 100


def test_a_path_of_a_text_or_of_nothing_ends_at_the_part_around_it():
    plot = next(each for each in sound_guides.specimen().chapters if each.kind == "plot")
    scene = ("parts", 0, "scenes", 0)
    for end in (("title",), ("no-such-field",), ("title", 3, "x")):
        assert [path for path, _ in around(plot, (*scene, *end))] == [(), scene[:2], scene]
