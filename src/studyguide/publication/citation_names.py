"""Names for citations that are numbers: a voice says *Source 4* where the page has only *4*."""

from studyguide.languages.labels import Labels
from studyguide.support import xhtml
from studyguide.support.xhtml import Element


def name_numbers(root: Element, labels: Labels) -> None:
    """Give each link of a citation whose words are a number a name that says of what."""
    for link in xhtml.with_class(root, "cite"):
        number = xhtml.text(link).strip(" []()")
        if number.isdecimal() and not link.get("aria-label"):
            link.set("aria-label", labels.say("citation.source", number=number))
