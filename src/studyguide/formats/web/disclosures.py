"""Answers that readers open one by one, so they do not see the next answer."""

from studyguide.languages.labels import Labels
from studyguide.support import xhtml
from studyguide.support.templates import Markup
from studyguide.support.xhtml import Element

ALL = Markup(
    '<p class="scripted-only"><button type="button" class="tool" id="_all-answers" aria-pressed="false">{}</button></p>'
)


def fold_answers(root: Element, labels: Labels) -> None:
    """Turn each answer into a ``details`` with its heading as the summary.

    The id moves to the content, so that a browser opens the target of a link.
    """
    for entry in xhtml.with_class(root, "answer"):
        heading = entry.find("h3")
        if heading is not None:
            _fold(entry, heading)
    if next(root.iter("details"), None) is not None:
        _opening(root).addnext(xhtml.parse(ALL.format(labels.say("web.all-answers"))))


def _opening(root: Element) -> Element:
    """The ``h1``, or the header that contains it."""
    heading = next(root.iter("h1"))
    return heading if heading.getparent() is root else heading.getparent()


def _fold(entry: Element, heading: Element) -> None:
    details = entry.makeelement("details", {"class": entry.get("class", "")})
    content = entry.makeelement("div", {"class": "folded"})
    if entry.get("id"):
        content.set("id", entry.get("id"))
    details.tail, entry.tail = entry.tail, None
    heading.tail = None
    entry.getparent().replace(entry, details)
    summary = entry.makeelement("summary", {})
    summary.append(heading)
    content.extend(list(entry))
    details.extend([summary, content])
