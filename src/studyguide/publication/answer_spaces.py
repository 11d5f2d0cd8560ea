"""The spaces on a worksheet where pupils write or tick.

Templates write them as form fields: ``<textarea class="room" data-lines="4">``,
``<input type="text" class="blank">``, ``<input type="radio">``. For paper, this module turns them into lines and boxes.
"""

from math import ceil

from studyguide.languages.labels import Labels
from studyguide.support import xhtml
from studyguide.support.xhtml import Element


def detach(root: Element) -> None:
    """Replace links into the guide with plain words, because a sheet is on its own; and remove sources."""
    here = {element.get("id") for element in root.iter() if element.get("id")}
    for name in ("page-ref", "citation", "sources"):
        for element in list(xhtml.with_class(root, name)):
            xhtml.strip_space_before(element)
            xhtml.remove(element)
    for link in list(root.iter("a")):
        if link.get("href", "").startswith("#") and link.get("href")[1:] not in here:
            xhtml.unwrap(link)


def tell_apart(root: Element) -> None:
    """Make ids and names of fields unique: a guide's ids are, but those that a sheet adds may repeat.

    The buttons of one choice share a name. Ids of a guide never have two hyphens in a row.
    """
    ids: set[str] = set()
    for element in root.iter():
        if name := element.get("id"):
            if name in ids:
                del element.attrib["id"]
            ids.add(name)
    owners: dict[str, Element] = {}
    for field in root.iter("textarea", "input"):
        choice = next((e for e in field.iterancestors() if e.get("role") == "radiogroup"), field)
        name, number = field.get("name", ""), 1
        while owners.setdefault(name, choice) is not choice:
            number += 1
            name = f"{field.get('name')}--{number}"
        field.set("name", name)


def rule(root: Element) -> None:
    """Replace form fields with ruled lines, blanks and boxes to tick, which are hidden from screen readers."""
    for element in list(root.iter("textarea", "input")):
        kind = element.get("type", "area")
        paper = {"area": "div", "text": "span"}.get(kind, "span")
        classes = element.get("class") if kind in {"area", "text"} else "tick"
        lines = element.get("data-lines")
        tail, element.tail = element.tail, None
        element.clear()
        element.tag, element.tail = paper, tail
        element.set("class", classes or "blank")
        element.set("aria-hidden", "true")
        if lines:
            element.set("data-lines", lines)


def divide(root: Element, most: int, labels: Labels) -> None:
    """Divide each field of more than `most` lines into several: a field cannot continue on the next page."""
    for field in list(root.iter("textarea")):
        lines = int(field.get("data-lines", "0"))
        parts = ceil(lines / most)
        for part in range(parts, 1, -1):
            more = field.makeelement("textarea", dict(field.attrib))
            more.set("name", f"{field.get('name')}--part-{part}")
            more.set("aria-label", labels.say("handout.field-part", field=field.get("aria-label"), number=part))
            more.set("data-lines", str(lines * part // parts - lines * (part - 1) // parts))
            field.addnext(more)
        if parts > 1:
            field.set("data-lines", str(lines // parts))


def set_lines(element: Element, count: int) -> None:
    """Set the number of lines of an answer space: as elements to rule, or as the height of a field."""
    element.set("data-lines", str(count))
    if element.tag == "textarea":
        element.set("style", f"height: calc({count} * var(--answer-line))")
        return
    element[:] = [element.makeelement("div", {"class": "line"}) for _ in range(count)]
