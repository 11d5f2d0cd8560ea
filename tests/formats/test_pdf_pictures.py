"""Pictures of every kind are printed as browsers show them: the left half dark or red, the right half light or blue."""

import pypdfium2
import pytest
from on_paper import pages
from pdf_samples import build
from PIL import Image

from studyguide.publication import Asset
from studyguide.support import images

SIZE = 120, 60
RED, BLUE, BLACK, WHITE = (255, 0, 0), (0, 0, 255), (0, 0, 0), (255, 255, 255)


def halves(mode, left, right):
    picture = Image.new(mode, SIZE, left)
    picture.paste(right, (SIZE[0] // 2, 0, *SIZE))
    return picture


def turned(orientation, degrees):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return halves("RGB", RED, BLUE).rotate(degrees, expand=True), {"exif": exif, "quality": 100}


def palette(**options):
    picture = halves("P", 0, 1)
    picture.putpalette([*RED, *BLUE])
    return picture, options


COLOURED, GREY = (RED, BLUE), (BLACK, WHITE)
KINDS = {
    "a.png": (halves("RGB", RED, BLUE), {}, COLOURED),
    "A.PNG": (halves("RGB", RED, BLUE), {}, COLOURED),
    "a.jpeg": (halves("RGB", RED, BLUE), {"quality": 100}, COLOURED),
    "progressive.JPG": (halves("RGB", RED, BLUE), {"quality": 100, "progressive": True}, COLOURED),
    "camera.jpg": (halves("RGB", RED, BLUE), {"format": "MPO", "save_all": True, "quality": 100,
                                              "append_images": [halves("RGB", BLUE, RED)]}, COLOURED),
    "turned-6.jpg": (*turned(6, 90), COLOURED),
    "turned-3.jpg": (*turned(3, 180), COLOURED),
    "cmyk.jpg": (halves("CMYK", (0, 255, 255, 0), (255, 255, 0, 0)), {"quality": 100}, COLOURED),
    "palette.png": (*palette(), COLOURED),
    "clear.png": (*palette(transparency=0), (WHITE, BLUE)),
    "colour-key.png": (halves("RGB", RED, BLUE), {"transparency": RED}, (WHITE, BLUE)),
    "alpha.png": (halves("RGBA", (*RED, 255), (*BLUE, 0)), {}, (RED, WHITE)),
    "grey-alpha.png": (halves("LA", (0, 255), (0, 0)), {}, GREY),
    "sixteen.png": (halves("I;16", 0, 65535), {}, GREY),
    "one-bit.png": (halves("1", 0, 1), {}, GREY),
    "grey.jpg": (halves("L", 0, 255), {"quality": 100}, GREY),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_is_printed_as_browsers_show_it(tmp_path, name):
    picture, options, expected = KINDS[name]
    picture.save(tmp_path / name, **options)
    assert images.fault(tmp_path / name) is None
    asset = Asset(f"images/{name}", "image/png" if name.lower().endswith(".png") else "image/jpeg", tmp_path / name)
    target = build(tmp_path, f'<p class="picture"><img src="images/{name}" alt="x"/></p>', assets=(asset,))
    [(number, found)] = [(number, each) for number, (*_, shown) in enumerate(pages(target)) for each in shown]
    with pypdfium2.PdfDocument(target) as document:
        page = document[number]
        drawn, height = page.render(scale=1).to_pil().convert("RGB"), page.get_height()
    wide, middle = found.right - found.left, height - (found.top + found.bottom) / 2
    assert round(wide / (found.top - found.bottom), 1) == 2.0  # upright
    for part, colour in zip((0.25, 0.75), expected, strict=True):
        seen = drawn.getpixel((int(found.left + part * wide), int(middle)))
        assert max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 150, (part, seen)


def test_what_moves_is_refused(tmp_path):
    path = tmp_path / "moving.png"
    halves("RGB", RED, BLUE).save(path, save_all=True, append_images=[halves("RGB", BLUE, RED)], duration=100)
    assert "animated" in (images.fault(path) or "")
