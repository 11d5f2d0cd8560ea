"""Labels of columns in front of cells, where a narrow page has the rows of a table one below another."""

from studyguide.languages.labels import Labels
from studyguide.support.xhtml import Element


def space(root: Element, labels: Labels) -> None:
    """Put behind each label what the language has before a colon, which style sheets add: a space in French."""
    before, colon, _ = labels.say("text.head", head="").partition(":")
    if before and colon:
        for cell in root.iter("td"):
            if label := cell.get("data-label"):
                cell.set("data-label", label + before)
