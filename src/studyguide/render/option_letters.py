"""The letters of lists whose entries a key names: those of the label ``choice.letters``."""

from string import ascii_uppercase

from studyguide.languages.labels import LETTERS, Labels
from studyguide.support.templates import Markup

NONE = Markup("")


def own_letter(labels: Labels, place: int, count: int, *, small: bool = False) -> Markup:
    """The attribute ``data-letter`` of an entry, in a list of `count`; `place` counts from 0.

    It is empty where the letters are those that formats count themselves: A, B, C.
    """
    letters = labels.say(LETTERS)
    if letters[:count] == ascii_uppercase[:count] or place >= len(letters):
        return NONE
    return Markup(' data-letter="{}"').format(letters[place].lower() if small else letters[place])
