"""The places on a worksheet where pupils write or tick.

Templates write them as form fields, which is what they are: ``<textarea class="room" data-lines="4">``,
``<input type="text" class="blank">``, ``<input type="radio">``. For paper they become lines and boxes here.
"""

from math import ceil

from studyguide.support import xhtml
from studyguide.support.xhtml import Element


def detach(root: Element) -> None:
    """Plain words in place of links into the guide, for a sheet stands by itself; and without sources."""
    here = {element.get("id") for element in root.iter() if element.get("id")}
    for name in ("page-ref", "citation", "sources"):
        for element in list(xhtml.with_class(root, name)):
            xhtml.strip_space_before(element)
            xhtml.remove(element)
    for link in list(root.iter("a")):
        if link.get("href", "").startswith("#") and link.get("href")[1:] not in here:
            xhtml.unwrap(link)


def tell_apart(root: Element) -> None:
    """Give each id and each field a name of its own: those of a guide are unique, but a sheet adds more, as *name*.

    The buttons of one choice share a name. An id of a guide has no two hyphens together.
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
    """Ruled lines, blanks and boxes to tick in place of form fields; a reader that speaks is told nothing of them."""
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


def divide(root: Element, most: int) -> None:
    """Several fields in place of each that asks for more than `most` lines: a field cannot go on on the next page."""
    for field in list(root.iter("textarea")):
        lines = int(field.get("data-lines", "0"))
        parts = ceil(lines / most)
        for part in range(parts, 1, -1):
            more = field.makeelement("textarea", dict(field.attrib))
            more.set("name", f"{field.get('name')}--part-{part}")
            more.set("aria-label", f"{field.get('aria-label')}, part {part}")
            more.set("data-lines", str(lines * part // parts - lines * (part - 1) // parts))
            field.addnext(more)
        if parts > 1:
            field.set("data-lines", str(lines // parts))


def set_lines(element: Element, count: int) -> None:
    """Give a room so many lines: as elements to be ruled, or as the height of a field."""
    element.set("data-lines", str(count))
    if element.tag == "textarea":
        element.set("style", f"height: calc({count} * var(--answer-line))")
        return
    element[:] = [element.makeelement("div", {"class": "line"}) for _ in range(count)]
