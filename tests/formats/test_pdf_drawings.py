"""Gradients and patterns that take from each other are printed as screens show them, and cannot be made a bomb."""

import time

import pypdfium2
import pytest
from pdf_samples import build

from studyguide.publication import Asset
from studyguide.support import images, svg

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="200" height="100">{}</svg>'
)
STOPS = '<stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/>'
AREA = '<rect width="100" height="100" fill="url(#b)"/><rect x="100" width="100" height="100" fill="url(#b)"/>'
HEIRS = {
    "linear": f'<linearGradient id="a">{STOPS}</linearGradient><linearGradient id="b" href="#a"/>',
    "older": f'<linearGradient id="a">{STOPS}</linearGradient><linearGradient id="b" xlink:href="#a"/>',
    "later": f'<linearGradient id="b" href="#a"/><linearGradient id="a">{STOPS}</linearGradient>',
    "of another kind": f'<radialGradient id="a">{STOPS}</radialGradient><linearGradient id="b" href="#a"/>',
    "by a third": f'<linearGradient id="b" href="#c"/><linearGradient id="c" href="#a" x1="0"/>'
    f'<linearGradient id="a">{STOPS}</linearGradient>',
    "pattern": '<pattern id="a" patternUnits="userSpaceOnUse" width="40" height="40"><rect width="20" height="40" '
    'fill="red"/><rect x="20" width="20" height="40" fill="blue"/></pattern><pattern id="b" href="#a"/>',
}


@pytest.mark.parametrize(
    "declaration", ["", '<?xml version="1.0" encoding="UTF-8"?>\n', '<?xml version="1.0" encoding="UTF-16"?>\n']
)
@pytest.mark.parametrize("kind", HEIRS)
def test_they_are_drawn(tmp_path, kind, declaration):
    path = tmp_path / "a.svg"
    path.write_text(
        declaration + SVG.format(f"<defs>{HEIRS[kind]}</defs>{AREA}"), "utf-16" if "UTF-16" in declaration else "utf-8"
    )
    assert images.fault(path) is None
    asset = Asset("images/a.svg", "image/svg+xml", path)
    target = build(tmp_path, '<p class="picture"><img src="images/a.svg" alt="x"/></p>', assets=(asset,))
    with pypdfium2.PdfDocument(target) as document:
        seen = document[2].render(scale=1).to_pil().convert("RGB").getcolors(1_000_000) or []
    red = sum(count for count, (r, g, b) in seen if r > 150 and g < 60 and b < 110)
    blue = sum(count for count, (r, g, b) in seen if b > 150 and g < 60 and r < 110)
    assert red > 3000
    assert blue > 3000


@pytest.mark.parametrize(
    "inside",
    [
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>',
        '<linearGradient id="a" href="#a"/>',
        "".join(f'<linearGradient id="g{n}" href="#g{n + 1}"/>' for n in range(200)),
        f'<linearGradient id="a">{STOPS * 5000}</linearGradient>' + '<linearGradient href="#a"/>' * 5000,
    ],
    ids=["circle", "itself", "chain", "copies"],
)
def test_a_bomb_is_refused_at_once(inside):
    begun = time.process_time()
    assert svg.fault(SVG.format(f"<defs>{inside}</defs>").encode())
    assert time.process_time() - begun < 2
