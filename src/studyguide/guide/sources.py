"""Sources: items of CSL data, as Zotero and Pandoc exchange them (CSL 1.0.2, csl-data.json)."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, create_model, model_validator
from pydantic_core import PydanticCustomError

from studyguide.citations.variables import DATES, NAMES
from studyguide.guide.items import Model
from studyguide.guide.text_types import WEB, Plain

Type = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip

_TEXTS = """abstract annote archive archive-place archive_collection archive_location authority call-number
chapter-number citation-number collection-number collection-title container-title container-title-short dimensions
division DOI edition event-place event-title genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language
license medium note number number-of-pages number-of-volumes original-publisher original-publisher-place original-title
page page-first part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre
reviewed-title scale section shortTitle source status supplement-number title-short version volume volume-title
year-suffix"""

_Text = Annotated[str, Field(min_length=1, max_length=10_000)]
_Day = Annotated[tuple[int, ...], Field(min_length=1, max_length=3)]


class Name(Model):
    """A person (family and given), or a name printed as it is, such as an organisation's (literal)."""

    family: Plain | None = None
    """The family name."""
    given: Plain | None = None
    """The given names."""
    literal: Plain | None = None
    """A name printed as it is, such as that of an organisation."""
    suffix: Plain | None = None
    """A suffix of the name, such as *Jr.*"""
    dropping_particle: Plain | None = Field(default=None, alias="dropping-particle")
    """A particle that is omitted if the family name is used alone."""
    non_dropping_particle: Plain | None = Field(default=None, alias="non-dropping-particle")
    """A particle that belongs to the family name, such as *de*."""

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if not (self.family or self.literal):
            raise PydanticCustomError("nobody", "a name needs 'family' (with 'given'), or 'literal' for a body. Add it")
        return self


class Date(Model):
    """A date as parts (year, month, day: one list, or two for a range), or in words (literal)."""

    date_parts: tuple[_Day, ...] | None = Field(default=None, alias="date-parts", max_length=2)
    """Year, month and day: [[2010, 9, 15]], [[2010, 9]] or [[2010]]; two lists for a range."""
    literal: Plain | None = None
    """The date in words."""
    circa: bool | None = None
    """Whether the date is approximate."""
    season: Plain | None = None
    """The season, in words."""

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if not (self.date_parts or self.literal):
            raise PydanticCustomError(
                "no_date", "a date needs 'date-parts', such as [[2010, 9, 15]], or 'literal'. Add one of them"
            )
        if not all(_is_date(part) for part in self.date_parts or ()):
            raise PydanticCustomError(
                "date_parts",
                "'date-parts' are lists of year, month and day. Write [[2010, 9, 15]], [[2010, 9]] or [[2010]]",
            )
        return self


def _is_date(part: tuple[int, ...]) -> bool:
    ranges = ((-9999, 9999), (1, 12), (1, 31))
    return all(low <= number <= high for number, (low, high) in zip(part, ranges, strict=False))


class _Source(Model):
    """One source, with everything that a citation style may print about it."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("__", "-"))

    id: Annotated[str, Field(pattern=r"^\w[\w:+-]*(\.[\w:+-]+)*$", max_length=60)]
    """The key in citations: `[@key]`."""
    type: Type
    """The sort of source, in CSL's terms."""
    title: Plain | None = None
    """Its title."""
    URL: Annotated[str, Field(pattern=rf"^(https?|ftp)://{WEB}$", max_length=2_000)] | None = None
    """Its web address."""

    @model_validator(mode="after")
    def _can_be_named(self) -> Self:
        if not self.title and not any(getattr(self, name.replace("-", "__"), None) for name in NAMES):
            raise PydanticCustomError("nameless", "a source needs a title, or somebody's name such as 'author'. Add it")
        return self


def _fields(names: Iterable[str], annotation: object) -> dict[str, tuple[object, None]]:
    return {name.replace("-", "__"): (annotation, None) for name in names}


Source: type[_Source] = create_model(
    "Source",
    __base__=_Source,
    __module__=__name__,
    __doc__=_Source.__doc__,
    **{
        **_fields(NAMES, tuple[Name, ...] | None),
        **_fields(DATES, Date | None),
        **_fields(_TEXTS.split(), _Text | None),
    },  # type: ignore[call-overload]  # pydantic's stubs do not know fields from a dict
)
"""One item of sources.yaml, with CSL's own names as keys."""
