"""A short guide runs on: its title and all its chapters are on the same pages, without cover and contents."""

import shutil
from dataclasses import replace

import pdf_reader
import pytest

from studyguide.build.edition_publication import publish
from studyguide.formats import pdf
from studyguide.guide.load import load
from studyguide.publication import text_positions
from studyguide.render import usual_openings
from studyguide.support import xhtml
from studyguide.support.paths import starter_folder
from studyguide.themes import theme


@pytest.fixture(scope="module")
def publication():
    guide = load(starter_folder())
    return publish(guide, guide.info.editions[1])


def test_the_starter_is_a_handout_of_at_most_four_pages(publication, tmp_path):
    pages = pdf.write(publication, theme.look("pdf"), tmp_path / "x.pdf")
    said = "\n".join(pdf_reader.pages(tmp_path / "x.pdf"))
    assert pages <= 4
    assert said.index(publication.metadata.title) < said.index(publication.sections[0].headings[0].text)
    assert "Contents" not in said
    assert publication.metadata.rights in said


def test_each_page_begins_where_its_section_says(publication):
    breaks = pdf.lay_out(publication, theme.look("pdf")).breaks
    texts = {each.id: text_positions.text(xhtml.parse(each.body)) for each in publication.sections}
    order = [each.id for each in publication.sections]
    places = [(order.index(each.section), each.position) for each in breaks]
    assert len({each.label for each in breaks}) == len(breaks) > 1
    assert places == sorted(places)
    assert places[0] == (0, 0)
    assert all(each.position < len(texts[each.section]) for each in breaks)


def test_chapters_of_a_long_guide_begin_on_new_pages(publication):
    section = publication.sections[0]
    assert publication.openings == "run-on"
    assert usual_openings([section] * 7) == "short-run-on"
    assert (
        usual_openings([replace(section, body=section.body.replace("</section>", f"{'x' * 17_000}</section>"))])
        == "short-run-on"
    )


def test_an_author_decides(tmp_path):
    shutil.copytree(starter_folder(), tmp_path / "guide")
    file = tmp_path / "guide/guide.yaml"
    file.write_text(
        file.read_text("utf-8").replace("  - id: student\n", "  - id: student\n    openings: any\n"), "utf-8"
    )
    guide = load(tmp_path / "guide")
    assert publish(guide, guide.info.editions[0]).openings == "any"
