"""Every page of the specimen looks as it was accepted, in every theme; and a small change is seen.

After a change that is meant, run pytest with ``--accept`` and look at the pictures in tests/accepted.
"""

from pathlib import Path

import likeness
import pytest
from PIL import Image, ImageChops, ImageFilter

from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.formats import pdf
from studyguide.support.paths import specimen_folder, style_names
from studyguide.themes import theme

ROOT = Path(__file__).parents[2]
ACCEPTED = ROOT / "tests/accepted"
LOOKS = [*((name, "a4") for name in style_names("themes")), ("quiet", "letter"), ("quiet", "a5")]


@pytest.fixture(scope="module")
def publication():
    guide = sound(specimen_folder())
    return publish(guide, find(guide, None))


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_every_page_looks_as_it_was_accepted(publication, look, tmp_path, layout_options, request):
    name, paper = look
    pdf.write(publication, theme.look("pdf", theme=name, paper=paper), tmp_path / "specimen.pdf", layout_options)
    found, file = likeness.sheet(list(likeness.pages(tmp_path / "specimen.pdf"))), ACCEPTED / f"{name}-{paper}.png"
    if request.config.getoption("--accept"):
        file.parent.mkdir(exist_ok=True)
        found.save(file, optimize=True)
    with Image.open(file) as accepted:
        if likeness.unlike(accepted, found):
            beside = ROOT / "build/pictures" / file.name
            beside.parent.mkdir(parents=True, exist_ok=True)
            likeness.side_by_side(accepted, found).save(beside)
            pytest.fail(f"{name} on {paper} looks different: see {beside.relative_to(ROOT)}")


def spoiled(change):
    with Image.open(ACCEPTED / "quiet-a4.png") as accepted:
        whole = accepted.convert("L")
    return whole, change(whole)


def without_a_rule(whole):
    """The sheet without the line over the contents, on its second page."""
    other = whole.copy()
    left, right = other.width // likeness.COLUMNS, 2 * other.width // likeness.COLUMNS
    dark = next(y for y in range(40, 200) if other.crop((left + 80, y, left + 200, y + 1)).getextrema()[1] < 150)
    other.paste(255, (left, dark - 1, right, dark + 2))
    return other


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: ImageChops.offset(whole, 0, 4),
        lambda whole: whole.point(lambda grey: 255 if grey < 120 else grey),
        lambda whole: whole.point(lambda grey: 255 if grey > 225 else grey),
        without_a_rule,
    ],
    ids=["all moved", "fainter letters", "no tints", "a missing rule"],
)
def test_a_change_is_seen(change):
    assert likeness.unlike(*spoiled(change))


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.point(lambda grey: min(255, grey + 5)),
        lambda whole: whole.filter(ImageFilter.GaussianBlur(0.4)),
    ],
    ids=["a little lighter", "a little softer"],
)
def test_what_another_machine_does_is_not_seen(change):
    assert not likeness.unlike(*spoiled(change))


def test_pages_side_by_side_are_three():
    accepted, found = spoiled(lambda whole: ImageChops.offset(whole, 0, 4))
    assert likeness.side_by_side(accepted, found).width >= 3 * accepted.width
