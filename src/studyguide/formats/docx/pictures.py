"""Pictures as PNG or JPEG, with a description.

An SVG would need our fonts on the reader's machine: Word shows the SVG in place of the PNG beside it ([MS-ODRAWXML]
1.3.3). So only the PNG is written, in enough dots for print.
"""

from collections.abc import Mapping

from studyguide.formats.docx.design import Design
from studyguide.formats.docx.state import Media, State
from studyguide.formats.docx.wml import PIC, WP, fragment, w
from studyguide.publication import Asset
from studyguide.support import drawings, images, xhtml
from studyguide.support.xhtml import Element
from studyguide.themes.theme import Look

UNIT = 0.9
"""The points of a unit of a drawing, if there is room: letters of 12 units then have 10.8 points."""
PIXEL = 0.75
"""The points of a CSS pixel."""
EMU = 12700
"""English Metric Units in a point (ECMA-376 Part 1, 20.1.2.1)."""
HIGHEST, WITH_QUESTION = 0.8, 0.35
"""The highest picture, as a part of the height of the text on a page; and the highest beside a question."""
TWIPS = 20
"""Twips in a point."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
)
"""Says that voices pass a picture over ([MS-ODRAWXML] 2.25)."""


class Pictures:
    """Draws the pictures of a document, in the fonts of a look."""

    def __init__(self, state: State, look: Look, design: Design, assets: Mapping[str, Asset]) -> None:
        self._state, self._assets = state, assets
        self._fonts = sorted({str(font.path) for font in look.fonts})
        self._ink = f"#{design.ink}"
        self._height = (design.paper[1] - design.margins[0] - design.margins[2]) / TWIPS

    def run(self, element: Element, width: int) -> Element | None:
        """The run of an ``svg`` or ``img``, no wider than `width` twips; None for an image without a file."""
        if element.tag == "img":
            asset = self._assets.get(str(element.get("src")))
            return self._image(asset, element, width) if asset else None
        across, down = map(float, element.get("viewBox").split()[2:])
        natural = float(element.get("width")) * PIXEL if element.get("width") else across * UNIT
        content, _ = drawings.png(drawings.standing_alone(element, self._ink), self._fonts)
        about = drawings.description(element)
        return self._placed(Media(content, "png"), (natural, natural * down / across), about, width)

    def _image(self, asset: Asset, element: Element, width: int) -> Element:
        if asset.media_type == "image/svg+xml":
            content, (across, down) = drawings.png(asset.path.read_text("utf-8"), self._fonts, asset.name)
            media = Media(content, "png")
        else:
            media = Media(images.printable(asset.path), "png" if asset.media_type == "image/png" else "jpeg")
            across, down = images.pixels(asset.path)
        asked = any({"question", "task"}.intersection(xhtml.classes(each)) for each in element.iterancestors())
        highest = WITH_QUESTION if asked else HIGHEST
        return self._placed(media, (across * PIXEL, down * PIXEL), str(element.get("alt", "")), width, highest)

    def _placed(
        self, media: Media, natural: tuple[float, float], about: str, width: int, highest: float = HIGHEST
    ) -> Element:
        """The run of a picture (20.4.2.8), as large as `natural` points if there is room."""
        scale = min(1, width / TWIPS / natural[0], highest * self._height / natural[1])
        extent = " ".join(
            f'c{axis}="{max(1, round(length * scale * EMU))}"' for axis, length in zip("xy", natural, strict=True)
        )
        self._state.shapes += 1
        number, relation = self._state.shapes, self._state.picture(media)
        silent = "" if about else _DECORATIVE
        shape = fragment(
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr id="{number}" name="Picture {number}">{silent}</wp:docPr>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" '
            f'name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
            '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        if about:
            shape.find(f".//{{{WP}}}docPr").set("descr", about)
            shape.find(f".//{{{PIC}}}cNvPr").set("descr", about)
        return w("r", shape)
