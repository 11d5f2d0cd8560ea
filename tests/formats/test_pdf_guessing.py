"""Guesses at page numbers are good enough that few parts are laid out twice."""

import re
from dataclasses import replace
from statistics import mean

import pytest

from studyguide.formats import LayoutOptions
from studyguide.formats.pdf.layout.estimate import guesses, scale
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.layout.page_numbers import NumberedParts
from studyguide.formats.pdf.layout.part import PartState
from studyguide.formats.pdf.part_cache import PartCache
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.formats.pdf.workers.pool import WorkerPool
from studyguide.support import paths
from studyguide.themes import theme
from tests import generator
from tests.formats import pdf_samples

CHAPTER = re.compile(r'<section id="(\w+)"')


def set_up(publication, look):
    """A publication of which nothing is laid out."""
    sheets = [*map(PartState, parts(publication))]
    return NumberedParts(
        sheets, PartCache(publication, look, LayoutOptions()), WorkerPool(publication, look, 1), scale(look)
    )


@pytest.fixture
def made(monkeypatch):
    """The chapters that were laid out, as often as they were."""
    found = []
    fitted = Renderer.fitted
    monkeypatch.setattr(
        Renderer, "fitted", lambda self, html, part: found.extend(CHAPTER.findall(html)) or fitted(self, html, part)
    )
    return found


@pytest.mark.parametrize(("name", "paper"), [("quiet", "a4"), ("quiet", "a5"), ("large-print", "letter")])
def test_what_is_not_laid_out_is_guessed_roughly(name, paper):
    look = theme.look("pdf", theme=name, paper=paper)
    setting = set_up(generator.publication(14), look)
    guessed = guesses(setting.sheets, setting.scale)
    setting.run()
    numbers = setting.numbers()
    assert mean(abs(guessed[name] - number) / number for name, number in numbers.items() if name in guessed) < 0.25
    assert guesses(setting.sheets, setting.scale) == numbers


def test_every_theme_says_how_large_its_letters_are():
    quiet = scale(theme.look("pdf", theme="quiet"))
    for name in paths.style_names("themes"):
        there = scale(theme.look("pdf", theme=name))
        assert (there < quiet) == ("large" in name or "dyslexia" in name), name


@pytest.mark.parametrize("css", ["", "--size-print: 0pt; --leading: 0;", "--size-print: x; --tracking: 1.2.3em;"])
def test_a_theme_may_say_nothing_of_them(css):
    assert scale(replace(theme.look("pdf"), css=css)) > 0


def _chapter(lines, to):
    return f'<p>Here <span class="page-ref" data-ref="{to}"/>.</p>' + "<p>Short text.</p>" * lines


def test_what_prints_ten_in_place_of_nine_is_laid_out_again(made):
    three = _chapter(130, "c1")
    publication = pdf_samples.publication(three, three, _chapter(10, "c4"), _chapter(10, "c1"), _chapter(10, "c2"))
    setting = set_up(publication, theme.look("pdf"))
    before = guesses(setting.sheets, setting.scale)
    setting.run()
    assert before["c4"] < 10 <= setting.numbers()["c4"]
    assert sorted(made) == ["c1", "c2", "c3", "c3", "c4", "c5"]


def test_an_index_waits_for_all(made):
    """What it prints is guessed wrong, and then it is known."""
    links = "".join(f'<a href="#c{number}" data-ref="c{number}"></a>' for number in (1, 2))
    index = f'<p>Words <span class="locators">{links}</span></p>'
    publication = pdf_samples.publication(_chapter(130, "c2"), _chapter(10, "c1"), index)
    setting = set_up(publication, theme.look("pdf"))
    before = guesses(setting.sheets, setting.scale)
    setting.run()
    assert before["c2"] != setting.numbers()["c2"]
    assert sorted(made) == ["c1", "c2", "c3"]
