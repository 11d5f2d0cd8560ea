"""Below a theme, scenes are found by their numbers, and nothing is announced that does not follow."""

from dataclasses import replace

import pytest

from studyguide.editions.select import find
from studyguide.render import render
from studyguide.support import xhtml
from tests import sound_guides


def themes(**changes):
    """The chapter of themes of the specimen, with changes to each of its themes."""
    guide = sound_guides.specimen()
    (chapter,) = (each for each in guide.chapters if each.kind == "themes")
    changed = chapter.model_copy(update={"themes": tuple(each.model_copy(update=changes) for each in chapter.themes)})
    guide = replace(guide, chapters=tuple(changed if each is chapter else each for each in guide.chapters))
    sections = render(guide, find(guide, "teacher")).sections
    return xhtml.parse(next(each.body for each in sections if each.kind == "themes"))


def lines(root):
    return [*xhtml.with_class(root, "references")]


def test_a_line_of_links_is_there_only_with_links():
    assert lines(themes())
    assert all([*line.iter("a")] for line in lines(themes()))
    assert not lines(themes(motifs=()))


def test_scenes_are_found_by_number_without_a_page():
    root = themes()
    labels = [label for entry in xhtml.with_class(root, "evidence") for label in xhtml.with_class(entry, "label")]
    assert labels
    assert all(any(sign.isdigit() for sign in xhtml.text(label)) for label in labels)
    short = [*labels, *xhtml.with_class(root, "references")]
    assert not [each for part in short for each in xhtml.with_class(part, "page-ref")]


def test_evidence_without_a_scene_has_no_label():
    whole = themes()
    bare = themes(evidence=tuple(each.model_copy(update={"scene": None}) for each in theme().evidence))
    assert len([*xhtml.with_class(bare, "evidence")]) == len([*xhtml.with_class(whole, "evidence")])
    assert not [label for entry in xhtml.with_class(bare, "evidence") for label in xhtml.with_class(entry, "label")]


def theme():
    return next(each for each in sound_guides.specimen().chapters if each.kind == "themes").themes[0]


@pytest.mark.parametrize("works", [(), ("film",), ("novel", "film")])
def test_motifs_have_a_column_for_each_work_that_has_some(works):
    guide = sound_guides.specimen()
    chapter = next(each for each in guide.chapters if each.kind == "themes")
    motifs = tuple(motif.model_copy(update={"works": dict.fromkeys(works, "so")}) for motif in chapter.motifs)
    guide = replace(guide, chapters=(chapter.model_copy(update={"motifs": motifs}),))
    (table,) = xhtml.with_class(xhtml.parse(render(guide, find(guide, "teacher")).sections[0].body), "motifs")
    assert len([*next(table.iter("thead")).iter("th")]) == 2 + len(works)
    rows = [*table.iterfind("tbody/tr")]
    assert [row.get("id") for row in rows] == [motif.id for motif in motifs]
    assert all(len(row) == 2 + len(works) for row in rows)
