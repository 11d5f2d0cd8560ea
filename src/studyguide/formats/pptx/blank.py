"""A presentation without slides: our master and its layouts, in the colours and fonts of a theme.

The parts are those of ECMA-376, part 1, 13.3 (PresentationML). They are made by templates in ``templates/pptx``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from studyguide import markdown
from studyguide.formats.pptx.text import EMU
from studyguide.formats.slides import measure
from studyguide.formats.slides.model import SIZES
from studyguide.support.templates import render
from studyguide.themes import contrast
from studyguide.themes.theme import Look

PANOSE = {"serif": ("02020603050405020304", 18), "sans-serif": ("020B0604020202020204", 34)}
"""The PANOSE number and the pitch and family that choose another font where the theme's is not installed."""

ELEMENTS = {
    "presProps": "p:presentationPr",
    "viewProps": "p:viewPr",
    "tableStyles": "a:tblStyleLst",
}
"""The root elements of parts that have nothing in them, but without which PowerPoint repairs a file."""

PROMPTS = {"title": "Title", "text": "Text", "picture": "Picture"}
"""What empty placeholders show to an author in a program for presentations, never on a slide."""


@dataclass(frozen=True)
class Box:
    """A place on a slide in English Metric Units."""

    x: int
    y: int
    cx: int
    cy: int

    @classmethod
    def of(cls, left: float, top: float, width: float, height: float) -> "Box":
        """The same from points."""
        return cls(*(round(value * EMU) for value in (left, top, width, height)))

    @classmethod
    def at(cls, place: measure.Box) -> "Box":
        """The same from a place on a slide."""
        return cls.of(place.left, place.top, place.width, place.height)

    def towards(self, direction: str) -> "Box":
        """The place in a language of this direction: on the other side for ``rtl``."""
        return replace(self, x=round(measure.WIDE * EMU) - self.x - self.cx) if direction else self


_LEFT, _WIDTH = measure.BODY.left, measure.BODY.width
TITLE = Box.at(measure.TITLE)
BODY = Box.at(measure.BODY)
PICTURE = Box.at(measure.PICTURE)
NUMBER = Box.of(_LEFT + _WIDTH - 120, 490, 120, 34)
_RULE = Box.of(_LEFT, 130, _WIDTH, 1.5)
_EDGE = Box.of(0, 0, 18, measure.HIGH)


@dataclass(frozen=True)
class Layout:
    """A layout: its name, its type in PresentationML, and the places of what is on it."""

    name: str
    type: str
    title_box: Box = TITLE
    text_box: Box = BODY
    bar: Box = _RULE
    ground: bool = False
    """Whether it has the tint of the theme as its ground."""
    title: str = "title"
    text: Mapping[str, Any] = field(default_factory=lambda: {"idx": 1})
    picture: Box | None = None

    def towards(self, direction: str) -> "Layout":
        """The layout in a language of this direction."""
        places = {name: getattr(self, name) for name in ("title_box", "text_box", "bar", "picture")}
        return replace(self, **{name: box and box.towards(direction) for name, box in places.items()})


_LOW_TITLE = Box.of(_LEFT, 120, _WIDTH, measure.TITLE.height + 24)
_LOW_TEXT = Box.of(_LEFT, 270, _WIDTH, 212)
_LOW_RULE = Box.of(_LEFT, 254, _WIDTH, 3)
_LAYOUTS = {
    "opening": Layout(
        "Title Slide",
        "title",
        _LOW_TITLE,
        _LOW_TEXT,
        _LOW_RULE,
        ground=True,
        title="ctrTitle",
        text={"type": "subTitle", "idx": 1},
    ),
    "divider": Layout("Section Header", "secHead", _LOW_TITLE, _LOW_TEXT, _LOW_RULE, text={"type": "body", "idx": 1}),
    "content": Layout("Title and Content", "obj"),
    "answer": Layout("Answer", "", bar=_EDGE, ground=True, text={"type": "body", "idx": 1}),
    "picture": Layout(
        "Title and Picture", "", text_box=Box.at(measure.CAPTION), picture=PICTURE, text={"type": "body", "idx": 1}
    ),
    "beside": Layout(
        "Text and Picture",
        "",
        text_box=Box.at(measure.NARROW),
        picture=Box.at(measure.BESIDE),
        text={"type": "body", "idx": 1},
    ),
}
LAYOUTS: Mapping[str, Layout] = _LAYOUTS | {
    f"answer {kind}": replace(_LAYOUTS[kind], name=f"{_LAYOUTS[kind].name}, Answer", bar=_EDGE, ground=True)
    for kind in ("picture", "beside")
}
"""The layouts by the kinds of slides; those with a picture above text, or beside it, have their own."""


def presentation(look: Look, language: str) -> BytesIO:
    """The file of a presentation without slides. `language` is a BCP 47 tag."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in _parts(look, language):
            package.writestr(name, content)
    file.seek(0)
    return file


def _parts(look: Look, language: str) -> Iterator[tuple[str, str]]:
    """The name and content of each part of the package."""
    direction = markdown.direction(language)
    boxes = {"title": TITLE, "body": BODY, "number": NUMBER}
    shared: dict[str, Any] = {
        "language": language,
        "is_rtl": int(bool(direction)),
        "begin": "r" if direction else "l",
        "end": "l" if direction else "r",
        "boxes": {name: box.towards(direction) for name, box in boxes.items()},
        "prompts": PROMPTS,
        "layouts": len(LAYOUTS),
        "indent": round(measure.INDENT * SIZES[-1] * EMU),
    }
    layouts = [(f"slideLayouts/slideLayout{number}.xml", each) for number, each in enumerate(LAYOUTS.values(), 1)]
    yield "[Content_Types].xml", render("pptx/content-types.xml.j2", **shared)
    yield "_rels/.rels", _relationships(("officeDocument", "ppt/presentation.xml"))
    yield "ppt/presentation.xml", render("pptx/presentation.xml.j2", **shared)
    properties = [(kind, f"{kind}.xml") for kind in ("presProps", "viewProps", "tableStyles")]
    masters = ("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml")
    yield "ppt/_rels/presentation.xml.rels", _relationships(*masters, *properties)
    for kind, name in properties:
        yield f"ppt/{name}", render("pptx/properties.xml.j2", element=ELEMENTS[kind])
    yield "ppt/theme/theme1.xml", _theme(look)
    yield "ppt/slideMasters/slideMaster1.xml", render("pptx/master.xml.j2", **shared)
    targets = [("slideLayout", f"../{name}") for name, _ in layouts]
    yield "ppt/slideMasters/_rels/slideMaster1.xml.rels", _relationships(*targets, ("theme", "../theme/theme1.xml"))
    for name, layout in layouts:
        yield f"ppt/{name}", render("pptx/layout.xml.j2", layout=layout.towards(direction), **shared)
        rels = f"ppt/slideLayouts/_rels/{name.rpartition('/')[2]}.rels"
        yield rels, _relationships(("slideMaster", "../slideMasters/slideMaster1.xml"))


def _relationships(*targets: tuple[str, str]) -> str:
    return render("pptx/relationships.xml.j2", targets=targets)


def _theme(look: Look) -> str:
    found = contrast.properties(look.theme)
    slots = {
        "dk1": "--ink",
        "lt1": "--paper",
        "dk2": "--accent",
        "lt2": "--tint",
        "accent1": "--accent",
        "accent2": "--ink-soft",
        "accent3": "--rule",
        "accent4": "--ink",
        "accent5": "--accent",
        "accent6": "--ink-soft",
        "hlink": "--accent",
        "folHlink": "--accent",
    }
    colours = {slot: found[name].removeprefix("#").upper() for slot, name in slots.items()}
    fonts = {f"{slot}Font": _font(look, role) for slot, role in (("major", "text"), ("minor", "label"))}
    return render("pptx/theme.xml.j2", theme=look.theme, colours=colours, fonts=fonts)


def _font(look: Look, role: str) -> dict[str, Any]:
    """The family of a role, and what finds another that is like it."""
    generic = contrast.properties(look.theme)[f"--font-{role}"].rpartition(",")[2].strip()
    panose, pitch = PANOSE.get(generic, PANOSE["sans-serif"])
    return {"family": look.family(role), "panose": panose, "pitch": pitch}
