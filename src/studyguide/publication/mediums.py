"""Content that a body has twice, for print (``print-only``) and for screens (``screen-only``): a format keeps one.

A picture may be wide on paper and narrow on a telephone, and a table on paper may be a list on a screen.
"""

from studyguide.support import xhtml
from studyguide.support.xhtml import Element

PRINT_ONLY, SCREEN_ONLY = "print-only", "screen-only"
"""The classes of elements that only formats with pages keep, and that only others keep."""


def keep_print(root: Element) -> None:
    """Remove what is only for screens, and give the ids of its items to the same items in print (``data-id``)."""
    _remove(root, SCREEN_ONLY)
    for element in [each for each in root.iter("*") if "data-id" in each.attrib]:
        element.set("id", element.attrib.pop("data-id"))


def keep_screen(root: Element) -> None:
    """Remove what is only for print."""
    _remove(root, PRINT_ONLY)


def printed(body: str) -> str:
    """The body of a section as it is printed."""
    if SCREEN_ONLY not in body:
        return body
    root = xhtml.parse(body)
    keep_print(root)
    return xhtml.serialise(root)


def _remove(root: Element, name: str) -> None:
    for element in xhtml.with_class(root, name):
        xhtml.remove(element)
