"""The drawn cover: right size, same bytes, the theme's colours, any title."""

from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO

import pytest
from PIL import Image

from studyguide.formats.epub import cover
from studyguide.formats.epub.cover_text import TextStyle, fitted, upright
from studyguide.languages.labels import Labels
from studyguide.publication import Metadata
from studyguide.themes.theme import look

METADATA = Metadata(
    identifier="urn:example:1", title="Emma", subtitle="A guide", edition="Student edition", description="",
    authors=("Somebody",), language="en", date=date(2026, 1, 1), rights="", licence=None, subjects=(),
    works=("Emma (novel, 1815), by Jane Austen",),
)  # fmt: skip
LABEL = (400, 500)
FIELD = (800, 100)
LONG = "Incomprehensibilities " * 15


def picture(metadata: Metadata = METADATA, **properties: str) -> Image.Image:
    named = {f"--{name}": value for name, value in properties.items()}
    return Image.open(BytesIO(cover.draw(metadata, named, look("epub"))))


def test_size_and_bytes():
    assert picture().size == (1600, 2400)
    setting = look("epub")
    assert cover.draw(METADATA, {}, setting) == cover.draw(METADATA, {}, setting)


def test_the_theme_colours_it():
    image = picture(accent="#102030", tint="#fafafa").convert("RGB")
    assert image.getpixel(FIELD) == (0x10, 0x20, 0x30)
    assert image.getpixel((cover.LABEL[0] + 5, cover.LABEL[1] + 5)) == (0xFA, 0xFA, 0xFA)


@pytest.mark.parametrize("field", ["title", "subtitle", "edition"])
def test_every_part_shows(field):
    assert picture().tobytes() != picture(replace(METADATA, **{field: "Other"})).tobytes()


@pytest.mark.parametrize(
    "metadata",
    [
        METADATA,
        replace(METADATA, title=LONG, subtitle=LONG, works=(LONG,) * 9, edition=LONG, authors=(LONG,)),
        replace(METADATA, title="W" * 400, subtitle=None, works=()),
    ],
)
def test_nothing_runs_over_the_frame(metadata):
    """Between the text and the frame, and around the label, the ground is bare."""
    image = picture(metadata).convert("RGB")
    left, top, right, bottom = cover.LABEL
    inside = cover.FRAME + 10
    bare = [
        (left + inside, top + inside, left + inside + 20, bottom - inside),
        (right - inside - 20, top + inside, right - inside, bottom - inside),
        (left + inside, bottom - inside - 20, right - inside, bottom - inside),
        (right + 2, bottom + 2, 1600, 2400),
        (left, cover.FOOT + 40, 1600, 2400),
    ]
    for box in bare:
        assert len(image.crop(box).getcolors() or []) == 1, box


def test_the_words_of_the_cover():
    assert (
        cover.description(METADATA, Labels.of())
        == "Cover: Emma. A guide. Emma (novel, 1815), by Jane Austen. Student edition."
    )


def test_what_is_cut_ends_in_an_ellipsis_and_what_is_whole_does_not():
    style = TextStyle(partial(upright, look("epub"), "text", 700), 80, 56, 2)
    whole = fitted("A short title", style, 600)
    assert " ".join(whole.texts) == "A short title"
    for text in (LONG, "W" * 400):
        cut = fitted(text, style, 600)
        assert len(cut.texts) == 2
        assert cut.texts[-1].endswith("…")
        assert "…" not in cut.texts[0]
        said = "".join(cut.texts).removesuffix("…").replace(" ", "")
        assert text.replace(" ", "").startswith(said)
        assert all(cut.face.length(line) <= 600 for line in cut.texts)
