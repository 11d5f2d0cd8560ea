"""Finds the fields on laid-out pages, and checks that each has a name and a label.

`publication` describes their HTML. CSS lays out their space, with its border or ruled lines, so that the page can also
be filled in by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from weasyprint import Page

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.boxes import Box, Element
from studyguide.support.errors import BuildError

LINE, LINES, ONE_OF, TICK = "text", "textarea", "radio", "checkbox"
"""The kinds of field: a line, several lines, one choice of several, a box to tick."""

Rectangle: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in CSS pixels from the top of the page."""


@dataclass(frozen=True, eq=False)
class Field:
    """One field, or one of the buttons that share a name."""

    kind: str
    name: str
    label: str
    value: str
    """The value of a button; empty for a text field."""
    group: Element | None
    """The element around the buttons that share a name."""
    box: Box
    place: Rectangle


def fields(page: Page) -> tuple[Field, ...]:
    """The fields of a page in reading order.

    Raises `BuildError` for an input of an unsupported kind, and for a field that is too tall for its page.
    """
    places = {box: place for inputs in page.forms.values() for box, place in inputs}
    if not places:
        return ()
    root = boxes.page_box(page)
    found = tuple(_inside(root, places, None))
    for field in found:
        if field.place[3] > root.content_box_y() + root.height + 1:
            raise BuildError(f"The field '{field.name}' is too tall for its page.")
    return found


def _inside(box: Box, places: dict[Box, Rectangle], group: Element | None) -> Iterator[Field]:
    if box.element is not None and box.element.get("role") == "radiogroup":
        group = box.element
    if box in places:
        yield _field(box, places[box], group)
    for child in boxes.children(box):
        yield from _inside(child, places, group)


def _field(box: Box, place: Rectangle, group: Element | None) -> Field:
    element = box.element
    kind = element.get("type", LINE) if element.tag == "input" else element.tag
    if kind not in {LINE, LINES, ONE_OF, TICK}:
        raise BuildError(f"The field '{element.get('name', '')}' is of the kind {kind}, which is not supported.")
    own = group if kind == ONE_OF else None
    return Field(kind, element.get("name", ""), _label(element), element.get("value", ""), own, box, place)


def _label(element: Element | None) -> str:
    return "" if element is None else " ".join(element.get("aria-label", "").split())


def group_label(field: Field) -> str:
    """The label of the buttons that share a name."""
    return _label(field.group)


def check(found: Sequence[Field]) -> None:
    """Raise `BuildError` for a field without a name, label or value that it needs, and for two fields of one name."""
    owners: dict[str, object] = {}
    buttons: set[tuple[str, str]] = set()
    for field in found:
        _check_words(field)
        owner, button = (field.group, field.value) if field.kind == ONE_OF else (field, "")
        if owners.setdefault(field.name, owner) is not owner or (field.name, button) in buttons:
            value = f" and the value '{button}'" if button else ""
            raise BuildError(f"Two fields have the name '{field.name}'{value}: text typed into one would fill both.")
        buttons.add((field.name, button))


def _check_words(field: Field) -> None:
    if not field.name or "." in field.name:  # a full stop separates the names of nested fields
        raise BuildError(f"The field “{field.label}” has the name '{field.name}': it needs one without a full stop.")
    if not field.label:
        raise BuildError(f"The field '{field.name}' has no label: aria-label says what to write there.")
    if field.kind == ONE_OF and not group_label(field):
        raise BuildError(
            f"The choice '{field.name}' is not in a radiogroup with a label. Put the question in aria-label."
        )
    if field.kind in {ONE_OF, TICK} and not field.value:
        raise BuildError(f"The button “{field.label}” of '{field.name}' has no value: it says what was chosen.")
