"""Pictures in their placeholders: whole, in their proportions, with a text alternative.

A drawing is there twice: as PNG, and as SVG for programs that know it ([MS-ODRAWXML] 2.3.2.2, ``svgBlip``).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from studyguide.formats.pptx.blank import Box
from studyguide.formats.slides import pictures
from studyguide.formats.slides.model import Picture, Slide
from studyguide.publication import Asset
from studyguide.support import drawings
from studyguide.themes.theme import Look

SVG = "image/svg+xml"
_DECORATIVE = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that voices pass a picture over ([MS-ODRAWXML] 2.25)."""


class Pictures:
    """Shows the pictures of a presentation; drawings as PNG in the fonts of its look."""

    def __init__(self, look: Look, assets: Mapping[str, Asset], direction: str) -> None:
        self._assets, self._direction = assets, direction
        self._fonts = sorted({str(font.path) for font in look.fonts})

    def show(self, placeholder: Any, picture: Picture, slide: Slide) -> None:
        """Put the picture of a slide into its placeholder. Raises `BuildError` if it cannot be drawn."""
        svg = self._svg(picture)
        if svg:
            content: Any = BytesIO(drawings.png(svg, self._fonts, picture.name)[0])
        else:
            content = str(self._assets[picture.name].path)
        shown = placeholder.insert_picture(content)
        shown.crop_left = shown.crop_right = shown.crop_top = shown.crop_bottom = 0
        place = pictures.place(picture, is_beside=slide.is_beside, has_words=any(True for _ in slide.lines))
        box = Box.at(place).towards(self._direction)
        shown.left, shown.top, shown.width, shown.height = box.x, box.y, box.cx, box.cy
        properties = shown.element.find(f".//{qn('p:cNvPr')}")
        properties.set("descr", picture.alternative)
        if not picture.alternative:
            properties.append(parse_xml(_DECORATIVE))
        if svg:
            relation = _embedded(placeholder.part, svg)
            shown.element.find(f".//{qn('a:blip')}").append(parse_xml(_svg_blip(relation)))

    def _svg(self, picture: Picture) -> str:
        """A drawing as SVG; empty for a picture of pixels."""
        asset = self._assets.get(picture.name)
        return asset.path.read_text("utf-8") if asset and asset.media_type == SVG else picture.svg


def _svg_blip(relation: str) -> str:
    return (
        f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
        f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/></a:ext>'
        "</a:extLst>"
    )


def _embedded(slide: Any, svg: str) -> str:
    """The id of the relationship of a slide with a drawing, which becomes a part of the package."""
    name = PackURI(slide.package.next_partname("/ppt/media/drawing%d.svg"))
    return str(slide.relate_to(Part(name, SVG, slide.package, svg.encode()), RELATIONSHIP_TYPE.IMAGE))
