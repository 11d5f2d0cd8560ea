"""Writes fields that readers can fill in on a screen: AcroForm fields with their widgets (ISO 32000-1, 12.7).

WeasyPrint 70 finds the positions of fields, but the fields that it writes have many faults. It labels only fields in a
``form`` and lists radio buttons twice. Viewers draw black frames, and choose the look of typed text themselves. The
embedded fonts are unsuitable for typing. So ``weasyprint.pdf.add_forms`` is replaced while a document is written.
tests/formats/test_pdf_private.py fails when it changes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint import Document

from studyguide.formats.pdf.forms import appearance, field_font
from studyguide.formats.pdf.forms.fields import LINES, ONE_OF, TICK, Field, check, fields, group_label
from studyguide.formats.pdf.weasy.replaced import Replaced
from studyguide.themes.theme import Font

PRINT = 4
"""The flag for annotations that are printed (ISO 32000-1, table 165)."""

MULTILINE, NO_TOGGLE_TO_OFF, RADIO = 1 << 12, 1 << 14, 1 << 15
"""Flags of fields (ISO 32000-1, tables 226 and 228)."""

CAPTIONS = {ONE_OF: "l", TICK: "4"}
"""The ZapfDingbats character, a disc or a tick, for viewers that draw buttons themselves."""


@contextmanager
def fillable(document: Document, fonts: Sequence[Font]) -> Iterator[None]:
    """While the block writes `document`, its inputs become AcroForm fields. Raises `BuildError` for an invalid one.

    A document without fields is written as usual.
    """
    pages = [fields(page) for page in document.pages]
    check([field for page in pages for field in page])
    with _ADD_FORMS.by(Form(pages, fonts).add) if any(pages) else nullcontext():
        yield


_ADD_FORMS = Replaced(weasyprint.pdf, "add_forms")


class Form:
    """Writes the fields of a document, page by page."""

    def __init__(self, pages: Sequence[Sequence[Field]], fonts: Sequence[Font]) -> None:
        self._pages = iter(pages)
        self._fonts = fonts
        self._fields = pydyf.Array()
        self._groups: dict[str, pydyf.Dictionary] = {}
        self._typefaces = pydyf.Dictionary()

    def add(self, _forms: object, matrix: Any, pdf: pydyf.PDF, page: pydyf.Dictionary, *_: object) -> None:
        """Add the fields of the next page; `matrix` converts CSS pixels to points."""
        found = next(self._pages)
        for field in found:
            left, top = matrix.transform_point(*field.place[:2])
            right, bottom = matrix.transform_point(*field.place[2:])
            widget = self._widget(pdf, field, (right - left, top - bottom))
            widget |= {"Rect": pydyf.Array([left, bottom, right, top]), "P": page.reference}
            page.setdefault("Annots", pydyf.Array()).append(widget.reference)
            field.box.widget_annotation = widget
        if found:
            resources = pydyf.Dictionary({"Font": self._typefaces})
            pdf.catalog["AcroForm"] = pydyf.Dictionary({"Fields": self._fields, "DR": resources})

    def _widget(self, pdf: pydyf.PDF, field: Field, size: tuple[float, float]) -> pydyf.Dictionary:
        """The widget annotation of a field; `size` is its width and height in points."""
        widget = pydyf.Dictionary({"Type": "/Annot", "Subtype": "/Widget", "F": PRINT, "TU": pydyf.String(field.label)})
        widget["BS"] = pydyf.Dictionary({"W": 0})
        pdf.add_object(widget)
        if field.kind in CAPTIONS:
            self._button(pdf, field, widget, size)
        else:
            self._text(pdf, field, widget, size)
        return widget

    def _text(self, pdf: pydyf.PDF, field: Field, widget: pydyf.Dictionary, size: tuple[float, float]) -> None:
        style = field.box.style
        font = field_font.upright(self._fonts, style["font_family"])
        name = font.family.replace(" ", "")
        if name not in self._typefaces:
            self._typefaces[name] = field_font.embed(pdf, font)
        words = f"/{name} {style['font_size'] * 0.75:g} Tf {appearance.colour(style['color'])} rg"
        resources = pydyf.Dictionary({"Font": pydyf.Dictionary({name: self._typefaces[name]})})
        empty = appearance.picture(pdf, size, "/Tx BMC EMC", resources)
        widget |= {"FT": "/Tx", "T": pydyf.String(field.name), "DA": pydyf.String(words)}
        widget["AP"] = pydyf.Dictionary({"N": empty})
        if field.kind == LINES:
            widget["Ff"] = MULTILINE
        if ground := appearance.ground(style):
            widget["MK"] = pydyf.Dictionary({"BG": ground})
        self._fields.append(widget.reference)

    def _button(self, pdf: pydyf.PDF, field: Field, widget: pydyf.Dictionary, size: tuple[float, float]) -> None:
        on = pydyf.name(field.value) if field.kind == TICK else self._choice(pdf, field, widget)
        colour = appearance.colour(field.box.style["color"])
        draw = appearance.tick if field.kind == TICK else appearance.disc
        shown = {on.removeprefix(b"/").decode(): appearance.picture(pdf, size, draw(size, colour))}
        looks = pydyf.Dictionary({"Off": appearance.picture(pdf, size, ""), **shown})
        widget |= {"AS": "/Off", "AP": pydyf.Dictionary({"N": looks})}
        widget["MK"] = pydyf.Dictionary({"CA": pydyf.String(CAPTIONS[field.kind])})
        if field.kind == TICK:
            widget |= {"FT": "/Btn", "T": pydyf.String(field.name), "V": "/Off"}
            self._fields.append(widget.reference)

    def _choice(self, pdf: pydyf.PDF, field: Field, widget: pydyf.Dictionary) -> bytes:
        """Add a radio button to the field of its name; return the field's value when the button is chosen.

        This value is the button's number in the field, as in Acrobat; ``Opt`` has the button's own value.
        """
        if field.name not in self._groups:
            group = pydyf.Dictionary({"FT": "/Btn", "Ff": RADIO + NO_TOGGLE_TO_OFF, "V": "/Off"})
            group |= {"T": pydyf.String(field.name), "TU": pydyf.String(group_label(field))}
            group |= {"Kids": pydyf.Array(), "Opt": pydyf.Array()}
            pdf.add_object(group)
            self._fields.append(group.reference)
            self._groups[field.name] = group
        group = self._groups[field.name]
        group["Kids"].append(widget.reference)
        group["Opt"].append(pydyf.String(field.value))
        widget["Parent"] = group.reference
        return b"/%d" % (len(group["Kids"]) - 1)
