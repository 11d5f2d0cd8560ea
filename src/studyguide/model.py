"""What was written: a guide, the works it studies, and the parts that every chapter is made of.

All types are frozen. Text fields name their markup in their type: `Inline` (one run of inline Markdown)
or `Prose` (paragraphs, lists, footnotes). `SceneRef` and the like hold the id of an item of that kind, `Key` the key
of a source, `WorkId` the id of a work in guide.yaml.
"""

import re
import unicodedata
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.portable import is_device


@dataclass(frozen=True)
class Role:
    """What a string field means, beyond being a string; found by `walk.strings` through the annotations."""

    name: Literal["inline", "prose", "plain", "ref", "key", "id", "work"]
    of: tuple[str, ...] = ()
    """What a ``ref`` may point to: names of classes of items, or ``Chapter``."""


MOST_LINES = 5_000
"""How many lines one text may have: each may be a paragraph, an item or a row, and takes time of its own."""
_LINE_END = re.compile(r"\n")
MOST_SIGNS = 10_000
"""How many signs of markup one text may have, line ends aside."""
_SIGN = re.compile(r"[\[\]*_`<&|\\]|://")

MOST_BRACKETS = 20
"""How many brackets may be open at one place of a text: for each, an end is sought in all that follows."""
_BRACKET = re.compile(r"\\.|[\[\]]|\n\s*\n", re.DOTALL)


def _closed(text: str) -> str:
    """The text itself. Raises an error where too many brackets are open, inside each other or never closed."""
    depth = 0
    for found in _BRACKET.finditer(text):
        sign = found[0]
        depth = depth + 1 if sign == "[" else max(0, depth - 1) if sign == "]" else 0 if sign.isspace() else depth
        if depth > MOST_BRACKETS:
            near = " ".join(text[max(0, found.start() - 20) : found.end()].split())
            message = "more than {most} '[' are open at '{near}'. Close each with ']', or write '\\[' for the sign"
            raise PydanticCustomError("open_brackets", message, {"most": MOST_BRACKETS, "near": near})
    return text


def sparse(text: str) -> str:
    """The text itself. Raises an error where it has more lines or signs of markup than can be checked in short time."""
    for most, what, found in ((MOST_LINES, "lines", _LINE_END), (MOST_SIGNS, "signs of markup", _SIGN)):
        if len(text) > most and (number := len(found.findall(text))) > most:
            message = "this text has {number} {what}, and may have {most}. Split it, into several chapters for example"
            raise PydanticCustomError(
                "dense_text", message, {"most": f"{most:,}", "what": what, "number": f"{number:,}"}
            )
    return text


def _worded(text: str) -> str:
    """The text itself. Raises an error where nothing in it can be seen, such as zero-width spaces alone."""
    if not any(unicodedata.category(sign)[0] not in "CZ" for sign in text):
        raise PydanticCustomError("nothing_to_see", "this text has no words in it. Write some, or take the key out")
    return text


def _nameable(name: str) -> str:
    """The id itself. Raises an error for one that Windows keeps for a device."""
    if is_device(name):
        message = "'{name}' cannot be a name: Windows keeps it for a device. Choose another"
        raise PydanticCustomError("name_of_a_device", message, {"name": name})
    return name


def _address(text: str) -> str:
    """The address itself. Raises an error for one whose host cannot be read, or that has signs no address may have."""
    if odd := next((sign for sign in text if sign in _NO_ADDRESS or not sign.isprintable()), None):
        message = "an address cannot have the sign '{sign}'. Write {escape}"
        raise PydanticCustomError("sign_in_address", message, {"sign": odd, "escape": quote(odd)})
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    if not host or not _HOST.fullmatch(host):
        message = "'{text}' is not an address: its host cannot be read. Write it like https://example.org/page"
        raise PydanticCustomError("not_an_address", message, {"text": text})
    return text


_NO_ADDRESS = frozenset('<>"\\^`{|}')
"""Signs that RFC 3986 has no place for."""
_HOST = re.compile(r"[\w.-]+|[0-9a-fA-F:.]+")

Id = Annotated[
    str, Role("id"), Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60), AfterValidator(_nameable)
]
PersonRef = Annotated[str, Role("ref", ("Person",)), Field(min_length=1)]
SceneRef = Annotated[str, Role("ref", ("Scene",)), Field(min_length=1)]
MotifRef = Annotated[str, Role("ref", ("Motif",)), Field(min_length=1)]
TopicRef = Annotated[str, Role("ref", ("Theme", "Chapter")), Field(min_length=1)]
Key = Annotated[str, Role("key"), Field(min_length=1)]
WorkId = Annotated[str, Role("work"), Field(min_length=1)]
Inline = Annotated[str, Role("inline"), Field(min_length=1, max_length=4_000), AfterValidator(_closed)]
Prose = Annotated[
    str, Role("prose"), Field(min_length=1, max_length=200_000), AfterValidator(sparse), AfterValidator(_closed)
]
Plain = Annotated[str, Role("plain"), Field(min_length=1, max_length=400), AfterValidator(_worded)]
Age = Annotated[int, Field(ge=5, le=25)]

WEB = r"[\w.-]+(:\d{1,5})?([/?][^\s#]*)?(#[^\s#]*)?"
"""What follows the scheme of an address on the web: a host and, if need be, a port, a path, a query and a fragment."""


def figure(number: float) -> str:
    """A number as English texts have it: ``9,455,232``, ``7.25``; digits in groups of three, never an exponent."""
    whole, point, rest = f"{number:,.6f}".partition(".")
    return (whole + point + rest.rstrip("0")).rstrip(".")


def _rising(ages: tuple[int, ...]) -> tuple[int, ...]:
    if list(ages) != sorted(ages):
        raise PydanticCustomError(
            "ages_fall", "'reading_age' names the lowest age first, such as [9, 13]. Exchange them"
        )
    return ages


class Spoiler(StrEnum):
    """How much an item gives away, from least to most."""

    SAFE = "safe"
    PREMISE = "premise"
    ENDING = "ending"

    @property
    def rank(self) -> int:
        """0 for safe, 2 for ending."""
        return list(Spoiler).index(self)


class Model(BaseModel):
    """The base of every type that authors fill in: frozen, and unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        defer_build=True,
    )


class Claim(Model):
    """One account of a disputed fact: what is said, and who says it."""

    value: Inline
    """What these sources say, such as ``103 minutes``."""
    sources: tuple[Key, ...] = Field(min_length=1)
    """Keys of the sources that say so."""
    note: Inline | None = None
    """Why they may say so, or what speaks against it."""


class Item(Model):
    """A part of a chapter that can be pointed at, gated and sourced."""

    sourced: ClassVar[tuple[str, ...]] = ()
    """The fields that state facts; in a factual kind of chapter, what is in them needs a source.

    The first has the value by which places that share a `fact` are compared.
    """

    id: Id | None = None
    """The name by which `[text](#id)` points here; unique in the guide."""
    spoiler: Spoiler = Spoiler.SAFE
    """How much this item gives away."""
    sources: tuple[Key, ...] = ()
    """Keys in sources.yaml that support this item."""
    seen: date | None = None
    """For facts that age: the day on which they were looked up."""
    status: Literal["confirmed", "disputed", "opinion"] = "confirmed"
    """Whether sources agree on this, contradict each other, or judge."""
    claims: tuple[Claim, ...] = ()
    """For what is disputed: each account of it. They are printed in a note."""
    fact: Id | None = None
    """The name of a fact that is stated in several places, such as running-time, so that they can be compared."""

    def statement(self) -> str | None:
        """What it states, in a line of inline Markdown; None for what takes a text."""
        return None

    @model_validator(mode="after")
    def _claims_fit(self) -> Self:
        if self.status == "disputed" and len(self.claims) in {0, 1}:
            raise PydanticCustomError("dispute_without_claims", "what is disputed needs two or more 'claims'. Add them")
        if self.status != "disputed" and self.claims:
            raise PydanticCustomError(
                "claims_without_dispute", "'claims' are for what has 'status: disputed'. Add that, or take them out"
            )
        return self


class Task(Item):
    """Something to do with pen and paper, and what the tiers of a worksheet add to it.

    All tiers ask for the same. Support prints hints, starters and words; extension prints the challenge.
    """

    marks: int | None = Field(default=None, ge=1, le=60)
    """What it is worth."""
    lines: int | None = Field(default=None, ge=0, le=60)
    """Ruled lines for the answer on paper; where none are given, they follow from the marks."""
    hints: tuple[Inline, ...] = ()
    """Where to look or how to begin, for those who need it."""
    starters: tuple[Inline, ...] = ()
    """Openings of sentences, such as *This shows that …*."""
    words: tuple[Inline, ...] = ()
    """A word bank."""
    challenge: Inline | None = None
    """A harder question that follows from this one."""


ANSWERS = ("none", "quiz", "all")
"""What an edition may print of answers, from least to most."""


class Edition(Model):
    """Who a build is for, and what they get."""

    id: Id
    title: Plain
    audience: Literal["student", "teacher"] = "student"
    """Teachers get the notes to each chapter, behind the pages that they share with their students."""
    reveals: Spoiler = Spoiler.ENDING
    """The most that an item may give away to be in this edition."""
    chapters: tuple[Id, ...] = ()
    """The chapters that it holds, in the guide's order; all of them if none is named."""
    answers: Literal["all", "quiz", "none"] = "none"
    """What is printed at the back: answers and answer points, only the answers to quiz questions, or nothing.

    A student's edition prints none unless it says so. A teacher's prints all: in the notes, those that students lack.
    """
    theme: Plain | None = None
    """A style sheet in styles/themes."""
    paper: Plain | None = None
    """A style sheet in styles/papers."""
    openings: Literal["any", "right"] = "any"
    """The pages on which chapters begin in print: the next one, or the next right-hand one."""
    page_maps: tuple[Id, ...] = ()
    """Other editions whose page numbers are printed beside its own, in a table at its end."""

    @model_validator(mode="before")
    @classmethod
    def _answers_for_teachers(cls, read: Any) -> Any:
        """What was read, with all answers for teachers where nothing is said of them."""
        teaches = isinstance(read, dict) and read.get("audience") == "teacher" and read.get("answers") is None
        return {**read, "answers": "all"} if teaches else read


class Gate(Model):
    """Words that give something away."""

    words: tuple[Plain, ...] = Field(min_length=1)
    """Words or phrases, found whole and in any case."""
    level: Literal[Spoiler.PREMISE, Spoiler.ENDING] = Spoiler.PREMISE
    """The lowest level at which they may be read."""


class Allowance(Model):
    """A remark of `studyguide check` that one file need not hear, and why not."""

    code: Plain
    """The code of the remark, such as SG105."""
    where: Plain
    """The id of a chapter, or the name of a file such as guide.yaml."""
    why: Plain
    """The reason, for whoever reads this next year."""


class Chapter(Model):
    """What all kinds of chapter share; `id` is the file's name without its suffix."""

    factual: ClassVar[bool] = False
    """Whether this kind is about the world, and what it states needs sources."""
    sourced: ClassVar[tuple[str, ...]] = ()
    """The fields of its own that state facts."""
    audience: ClassVar[Literal["student", "teacher"]] = "student"
    """Who gets this kind: everybody, or teachers alone."""

    kind: str
    id: Id
    title: Plain
    short: Plain | None = None
    """A shorter title for the running head."""
    spoiler: Spoiler = Spoiler.SAFE
    intro: Prose | None = None
    """Opening paragraphs under the title."""

    @property
    def back_matter(self) -> tuple[str, ...]:
        """Names of sections of their own at the back, each with a template ``kind.name.html.j2``."""
        return ()

    @property
    def answered(self) -> str:
        """How much of the answers is printed, one of `ANSWERS`; nothing where a kind has none."""
        return "none"

    def for_edition(self, edition: Edition) -> Self:  # noqa: ARG002 (for the kinds that override this)
        """This chapter as the readers of `edition` get it, beside what spoiler levels hide from every kind."""
        return self


class Credit(Item):
    """Who did what: a label and a value, such as *Director* and a name."""

    sourced: ClassVar = ("value",)

    label: Inline
    value: Inline

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.label}: {self.value}"


class Event(Item):
    """A dated step in a story or in the making of a work."""

    sourced: ClassVar = ("when", "what")

    when: Inline
    what: Inline
    work: WorkId | None = None
    """The work (its id in guide.yaml) whose time line this belongs to."""
    short: Annotated[Inline, Field(max_length=60)] | None = None
    """What happens in a few words: with it, the event stands in the picture of works side by side."""
    phase: Annotated[Inline, Field(max_length=60)] | None = None
    """What it belongs to in each work, such as *School*; steps of one phase stand side by side."""

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.when}: {self.what}"


class Work(Item):
    """A film, book, play or series that the guide studies.

    Its `sources` are the work itself: items that rest on them need no citation, for the guide is about nothing else.
    """

    id: Id
    type: Literal["film", "novel", "play", "series", "poem", "book"]
    title: Plain
    by: Plain
    year: int = Field(ge=1, le=2999)
    credits: tuple[Credit, ...] = ()

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.title} ({self.type}, {self.year}): {self.by}"


class Aim(Model):
    """A statement of a curriculum, such as an assessment objective, that questions may serve."""

    code: Plain
    """As questions name it in their `standards`, such as RL.9-10.3 or A-level AO1."""
    about: Inline | None = None
    """What it asks for, in a few words."""
    why_none: Inline | None = None
    """Why no question has to serve it; printed where its questions would be."""


class Standards(Model):
    """Statements of one curriculum."""

    title: Plain
    aims: tuple[Aim, ...] = Field(min_length=1)


class Accessibility(Model):
    """What was found out about how accessible the guide is, for the metadata of the EPUB."""

    summary: Annotated[str, Field(min_length=1, max_length=2_000)] | None = None
    """In the guide's language: what readers can rely on, what is lacking, and what was checked and how."""
    conforms_to: Annotated[str, Field(pattern=r"^EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level (A|AA|AAA)$")] | None = (
        None
    )
    """Only if somebody checked it, such as: EPUB Accessibility 1.1 - WCAG 2.2 Level AA."""
    certified_by: Plain | None = None
    """Who checked it."""
    report: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None
    """The address of a report of the check."""
    checked: date | None = None
    """The day of the check."""

    @model_validator(mode="after")
    def _claim_is_whole(self) -> Self:
        if (self.conforms_to is None) != (self.certified_by is None):
            message = "'conforms_to' and 'certified_by' go together: what was checked, and by whom. Add the other"
            raise PydanticCustomError("claim_without_check", message)
        if self.conforms_to is None and (self.report or self.checked):
            raise PydanticCustomError(
                "report_without_claim", "'report' and 'checked' are about what 'conforms_to' claims. Add that"
            )
        return self


class GuideInfo(Model):
    """guide.yaml: what the guide is, and the order of its chapters."""

    name: Id
    """The stem of the files that are written."""
    title: Plain
    subtitle: Plain | None = None
    description: Plain
    identifier: Annotated[str, Field(pattern=r"^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$")]
    """A stable identifier, such as urn:uuid:..., that stays the same for every version."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
    authors: tuple[Plain, ...] = Field(min_length=1)
    date: date
    """The day of this version; it becomes the date of every file that is built."""
    rights: Plain
    licence: Annotated[str, Field(pattern=rf"^https://{WEB}$", max_length=2_000), AfterValidator(_address)] | None = (
        None
    )
    subjects: tuple[Plain, ...] = ()
    works: tuple[Work, ...] = Field(min_length=1)
    chapters: tuple[Id, ...] = Field(min_length=1)
    """Chapter ids (file names without suffix) in reading order."""
    spoilers: dict[Spoiler, Plain] = {}
    """What readers are told about each spoiler level."""
    editions: tuple[Edition, ...] = Field(min_length=1)
    """The first is the one built when none is named."""
    gates: tuple[Gate, ...] = ()
    """Words that must not slip into what gives nothing away."""
    citation_style: Plain = "modern-language-association"
    """mla, apa, chicago, harvard, the name of any CSL style, or a file beside guide.yaml that ends in .csl."""
    reading_age: Annotated[tuple[Age, ...], Field(min_length=2, max_length=2), AfterValidator(_rising)] | None = None
    """The lowest and the highest reading age that a chapter should have, in years, such as [9, 13]."""
    ages: dict[str, Annotated[int, Field(ge=1, le=36_500)]] = {}
    """For chapters whose facts grow old: after how many days from `seen` to `date` they should be looked up again."""
    quotations: int = Field(default=50, ge=0)
    """The most words that may be quoted from one source in the whole guide."""
    standards: tuple[Standards, ...] = ()
    """What the questions are held against in the coverage for teachers."""
    accessibility: Accessibility = Accessibility()
    """What was checked; without it, no standard is said to be met."""
    allow: tuple[Allowance, ...] = ()
    """Remarks of `studyguide check` that are not made."""


@dataclass(frozen=True)
class Place:
    """Where a value stands: a file relative to the guide, and a line and column counted from 1."""

    file: str
    line: int
    column: int
    source: str = dataclass_field(default="", compare=False, repr=False)
    """A text as it stands in the file from here to its end, so that places inside it can be found."""


Path_ = tuple[str | int, ...]
"""The way to a value: keys and list positions, such as ``("themes", 0, "title")``."""


@dataclass(frozen=True)
class Guide:
    """A whole guide as it was written, with the place of every value."""

    folder: Path
    info: GuideInfo
    chapters: tuple[Chapter, ...]
    sources: tuple[dict[str, Any], ...]
    """CSL-JSON items, in the order of writing; each has at least ``id`` and ``type``, and a title or a name."""
    places: dict[str, dict[Path_, Place]]
    """For each file (``guide.yaml``, ``sources.yaml``, chapter ids): path of a value to its place."""
