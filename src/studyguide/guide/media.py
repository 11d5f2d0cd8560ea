"""Media: films, sounds and pages on the web that go with an item."""

from typing import Annotated

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.text_types import Inline, Plain, Tag, WebAddress


class Media(Item):
    """Something on the web to watch, hear or read: a link, and on paper also a QR code."""

    title: Plain
    """Its title, which is the text of the link."""
    lang: Tag | None = None
    """The language of its title, if it is not that of the guide: fr, grc, es-MX."""
    address: WebAddress
    """Its web address, beginning with https://."""
    length: Annotated[str, Field(pattern=r"^\d{1,3}:[0-5]\d$")] | None = None
    """How long it takes, in minutes and seconds, such as 4:05."""
    what: Inline | None = None
    """What it shows, and what the class should notice."""
