"""Narrow columns in every language: a word is whole, or has a hyphen where it is divided."""

from dataclasses import replace

import pytest
from page_faults import AnyPage, words
from pdf_samples import publication

from studyguide import handouts
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.guide.works import heads
from studyguide.handouts.sheet import Tier
from studyguide.support.xhtml import classes
from studyguide.themes import theme
from tests import sound_guides

LONG = {"el": "Μυθιστόρημα", "ru": "Произведение", "pt": "Acontecimento", "de": "Kurzgeschichte"}
TABLE = '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>{}</tbody></table>'
STYLE = "<style>tr > :first-child { width: 3.5em }</style></head>"
ROW = '<tr><th scope="row" lang="{}">{}</th><td>Text</td></tr>'
EVENTS = TABLE.replace("<table", '<table class="events"').replace("<tr>", '<tr><th scope="col">When</th>', 1)
EVENT = '<tr><th scope="row">1 May 1945</th><td lang="{}">{}</td><td>' + "Something happens. " * 20 + "</td></tr>"


def lines(document, tag, inside=""):
    """The lines of words in an element of one type, optionally below one of a class."""
    return [
        word.text.strip()
        for page in document.pages
        for word in words(page)
        if any(element.tag == tag for element in word.around)
        and (not inside or any(inside in classes(element) for element in word.around))
    ]


@pytest.fixture(scope="module", params=["de", "el", "pt", "ru", "tr"])
def guide(request):
    made = sound_guides.specimen()
    return replace(made, info=made.info.model_copy(update={"language": request.param}))


@pytest.mark.pages
@pytest.mark.parametrize("is_sheet", [False, True], ids=["guide", "organiser"])
def test_works_beside_a_time_line_are_whole_words(guide, is_sheet):
    edition = find(guide, "student")
    made = handouts.publish(guide, edition, "organiser", Tier.CORE) if is_sheet else publish(guide, edition)
    renderer = Renderer(made, theme.look("pdf", theme="quiet", is_sheet=is_sheet))
    for part in parts(made)[1:]:
        if 'class="timeline' in (html := part.html(AnyPage(), 1)):
            found = lines(renderer.lay_out(html), "th", "timeline")
            assert set(heads(guide.info.works, guide.info.labels).values()) <= set(found)
            return
    pytest.fail("no time line")


@pytest.mark.parametrize("paper", ["a4", "a5", "half-letter"])
def test_works_in_a_table_of_events_are_whole_words(paper):
    made = publication(EVENTS.format("".join(EVENT.format(*each) for each in LONG.items())))
    renderer = Renderer(made, theme.look("pdf", paper=paper))
    found = lines(renderer.lay_out(parts(made)[1].html(AnyPage(), 1)), "td")
    assert [word for word in found if word in LONG.values()] == list(LONG.values())


@pytest.mark.parametrize("look", ["quiet", "photocopier"])
@pytest.mark.parametrize("is_sheet", [False, True], ids=["guide", "sheet"])
def test_a_head_that_is_too_long_is_divided_by_hyphens(look, is_sheet):
    made = publication(TABLE.format("".join(ROW.format(*each) for each in LONG.items())))
    renderer = Renderer(made, theme.look("pdf", theme=look, is_sheet=is_sheet))
    html = parts(made)[1].html(AnyPage(), 1).replace("</head>", STYLE)
    found = lines(renderer.lay_out(html), "tbody")
    for word in LONG.values():
        assert word not in found, "it fits"
    divided = [line for line in found if line != "Text"]
    joined = "".join(line.removesuffix("-") if line.endswith("-") else f"{line} " for line in divided)
    assert joined.split() == list(LONG.values())
