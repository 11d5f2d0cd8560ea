"""Pictures in exported texts: which ones a text shows, and the address that a format gives each of them.

Only `rich_text` writes an ``img``, always in the same form; what authors write is escaped, and never looks like one.
"""

import re
from collections.abc import Callable, Iterable
from html import escape

from studyguide.exports.rich_text import Text

_SHOWN = re.compile(r'(?<=<img src=")[^"]+(?=")')


def names(htmls: Iterable[str]) -> tuple[str, ...]:
    """The names of the pictures that texts show (``images/...``), each once, in their order."""
    return tuple(dict.fromkeys(name for html in htmls for name in _SHOWN.findall(html)))


def shows(texts: Iterable[Text | None]) -> bool:
    """Whether one of the texts shows a picture."""
    return any(text is not None and _SHOWN.search(text.html) for text in texts)


def addressed(html: str, address: Callable[[str], str]) -> str:
    """The same XHTML, with the address of each picture in place of its name."""
    return _SHOWN.sub(lambda found: escape(address(found[0])), html)
