"""Pictures are printed in the colours of their theme."""

import re

import pytest

from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.publication.drawing_colours import painted
from studyguide.support.paths import style_names
from studyguide.themes import contrast, theme
from tests import sound_guides

COLOURS = re.compile(r'(?:fill|stroke)="(#[^"]*)"')


@pytest.fixture(scope="module")
def publication():
    guide = sound_guides.specimen()
    return publish(guide, find(guide, "teacher"))


def bodies(publication, name):
    return "".join(section.body for section in coloured(publication, name).sections)


def coloured(publication, name):
    return painted(publication, *theme.look("pdf", theme=name).drawing_colours)


def test_a_photocopier_prints_no_colours_and_no_greys(publication):
    assert len(set(COLOURS.findall(bodies(publication, "quiet")))) > 2
    assert set(COLOURS.findall(bodies(publication, "photocopier"))) == {"#000000", "#ffffff"}


@pytest.mark.parametrize("name", style_names("themes"))
def test_pictures_have_the_paper_colour_of_their_theme(publication, name):
    properties = contrast.properties(name)
    grounds = re.findall(r'<rect width="(?:320|690)" height="[^"]*" fill="([^"]*)"', bodies(publication, name))
    assert grounds
    assert set(grounds) == {properties["--paper"]}


def test_the_quiet_theme_is_what_templates_write(publication):
    assert coloured(publication, "quiet") is publication


def test_pictures_of_authors_keep_their_colours(publication):
    body = '<section><svg xmlns="http://www.w3.org/2000/svg"><rect fill="#b9c5bd"/></svg></section>'
    made = publication.__class__(
        publication.name,
        publication.metadata,
        (publication.sections[0].__class__("a", "a", "a", "a", "a", (), body),),
        (),
    )
    assert "#b9c5bd" in bodies(made, "photocopier")
