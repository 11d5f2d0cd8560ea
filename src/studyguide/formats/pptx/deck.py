"""The slides of a file. All text is in the placeholders of a layout: in the outline, and read in order."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from studyguide.formats.pptx import blank, text
from studyguide.formats.pptx.pictures import Pictures
from studyguide.formats.slides import measure
from studyguide.formats.slides.model import Slide
from studyguide.publication import Asset, Metadata
from studyguide.themes.theme import Look

TITLE, BODY, PICTURE = 0, 1, 13
"""The indices of placeholders."""

NUMBER = (
    f"<p:sp {nsdecls('p', 'a')}>"
    '<p:nvSpPr><p:cNvPr id="{id}" name="Slide Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
    '<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr/><a:t>{number}</a:t></a:fld>'
    "</a:p></p:txBody></p:sp>"
)
"""The number of a slide, which python-pptx leaves in the layout."""


class Deck:
    """A presentation, filled slide by slide."""

    def __init__(self, about: Metadata, look: Look, assets: Mapping[str, Asset]) -> None:
        self._language = about.language
        self._pictures = Pictures(look, assets, about.direction)
        self.presentation = Presentation(blank.presentation(look, about.language))
        package: Any = self.presentation.part.package
        package.next_partname = _counted(package)
        layouts = {layout.name: layout for layout in self.presentation.slide_layouts}
        self._layouts = {kind: layouts[layout.name] for kind, layout in blank.LAYOUTS.items()}
        self._count = 0

    def add(self, slide: Slide) -> None:
        """Add a slide with its notes."""
        self._count += 1
        picture = next(slide.pictures, None)
        made = self.presentation.slides.add_slide(self._layouts[_layout(slide)])
        places = {place.placeholder_format.idx: place for place in made.placeholders}
        link = self._links(made)
        lines = list(slide.lines)
        text.fill(places[TITLE].element.txBody, [slide.title], link, slide.title_size, measure.TITLE.leading)
        if picture:
            self._pictures.show(places[PICTURE], picture, slide)
        if lines:
            text.fill(places[BODY].element.txBody, lines, link, slide.size, measure.BODY.leading)
        else:
            _remove(places[BODY])  # an empty one asks to be filled in
        number = NUMBER.format(id=len(made.shapes) + 10, number=self._count)
        made.shapes.element.append(parse_xml(number))
        if slide.notes:
            notes = made.notes_slide
            text.fill(notes.notes_placeholder.element.txBody, slide.notes, self._links(notes))
            text.speak(notes.element, self._language)
        text.speak(made.element, self._language)

    def _links(self, made: Any) -> text.Link:
        def link(address: str) -> str:
            return str(made.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

        return link


def _layout(slide: Slide) -> str:
    """The layout of a slide, one of `blank.LAYOUTS`."""
    if not any(True for _ in slide.pictures):
        return slide.kind
    place = "beside" if slide.is_beside else "picture"
    return f"answer {place}" if slide.kind == "answer" else place


def _counted(package: Any) -> Callable[[str], PackURI]:
    """A function that names new parts by a pattern such as ``/ppt/notesSlides/notesSlide%d.xml``.

    That of python-pptx looks at all parts for each new one, so the time would grow with the square of the slides.
    """
    taken = {part.partname for part in package.iter_parts()}
    numbers: dict[str, Iterator[int]] = {}

    def name(pattern: str) -> PackURI:
        found = (pattern % number for number in numbers.setdefault(pattern, count(1)))
        return PackURI(next(each for each in found if each not in taken))

    return name


def _remove(shape: Any) -> None:
    shape.element.getparent().remove(shape.element)
