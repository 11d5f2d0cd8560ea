"""guide.yaml: the works, the editions, and the settings of the whole guide."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.accessibility import Accessibility
from studyguide.guide.items import Credit, Item, Model, Spoiler
from studyguide.guide.text_types import WEB, Age, GuideAddress, Id, Inline, Plain, Tag, address, known_tag
from studyguide.guide.work_types import Activity, Division, WorkType
from studyguide.languages import language_marks
from studyguide.languages.labels import Labels, kept_labels


def _rising(ages: tuple[int, ...]) -> tuple[int, ...]:
    if list(ages) != sorted(ages):
        raise PydanticCustomError(
            "ages_fall", "'reading_age' names the lowest age first, such as [9, 13]. Exchange them"
        )
    return ages


ANSWERS = ("none", "quiz", "all")
"""Which answers an edition may print, from least to most."""

LANGUAGE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
"""The tag of a language, with its script and region (BCP 47)."""

AnswerSpace = Literal["lines", "none"]
"""Whether pages have room to write answers."""


class Edition(Model):
    """A version of the guide for certain readers."""

    id: Id
    """Its name on the command line, and in the names of its files."""
    title: Plain
    """The title that readers see."""
    audience: Literal["student", "teacher"] = "student"
    """Its readers. Teachers also get the notes, after the pages that they share with their students."""
    reveals: Spoiler = Spoiler.ENDING
    """The highest spoiler level that this edition shows."""
    chapters: tuple[Id, ...] = ()
    """The chapters it has, in the guide's order; all of them if you name none."""
    omit: tuple[Id, ...] = ()
    """Chapters that it leaves out."""
    answers: Literal["all", "quiz", "none"] = "none"
    """Which answers it prints: all, only those to quiz questions, or none. A teacher's edition prints all."""
    answer_space: AnswerSpace | None = None
    """Room for answers in print: ruled `lines` and planning tables, or `none`.

    If you choose nothing, it is `none` in a guide that is written for worksheets, which have this room: one with
    `hints`, `starters` or a `challenge`. A teacher's edition then has the pages of the first students' edition.
    """
    theme: Plain | None = None
    """Its theme: one of `studyguide list themes`."""
    paper: Plain | None = None
    """Its paper: one of `studyguide list papers`."""
    openings: Literal["any", "right", "run-on", "short-run-on"] | None = None
    """Where chapters begin in print: on any new page, on a right-hand page, or (run-on) below the chapter before.

    With short-run-on, answers, glossaries and chapters of less than about two thirds of a page begin below the chapter
    before, and the others on a new page. A guide that runs on has its title on its first page, and neither a cover nor
    contents. If you choose nothing, an edition of up to six sections and about five pages runs on; in others, short
    chapters do.
    """
    page_maps: tuple[Id, ...] = ()
    """Other editions whose page numbers are compared with its own, in a table at the end."""

    @model_validator(mode="before")
    @classmethod
    def _answers_for_teachers(cls, read: Any) -> Any:
        """The fields as read; `answers` is `all` for teachers if it is missing."""
        teaches = isinstance(read, dict) and read.get("audience") == "teacher" and read.get("answers") is None
        return {**read, "answers": "all"} if teaches else read


class Gate(Model):
    """Words that give something away."""

    words: tuple[Plain, ...] = Field(min_length=1)
    """Words or phrases. They are found as whole words, in upper or lower case."""
    level: Literal[Spoiler.PREMISE, Spoiler.ENDING] = Spoiler.PREMISE
    """The lowest spoiler level at which they may appear."""


class Allowance(Model):
    """A remark that `studyguide check` leaves out for one file, and the reason."""

    code: Plain
    """The code of the remark, such as SG105."""
    where: Plain
    """The id of a chapter, or the name of a file such as guide.yaml."""
    why: Plain
    """The reason, for people who read this next year."""


class Work(Item):
    """A film, book, play or other work that the guide studies.

    Its `sources` are the work itself. Items based on them need no citation, because the guide is about this work.
    """

    former: ClassVar = {"type: book": "type"}

    id: Id
    type: WorkType
    """The sort of work."""
    title: Plain
    """Its title."""
    lang: Tag | None = None
    """The language of its title, if it is not that of the guide: fr, grc, es-MX."""
    short: Annotated[Plain, Field(max_length=40)] | None = None
    """A name for headings of tables, such as *Film of 1940*; if missing, the type, or what tells it from the others."""
    by: Plain
    """Its author or director."""
    year: Annotated[Plain, Field(max_length=40, pattern=r"\d")]
    """The year it came out: 2010, c. 1606, 1860–61, 441 BC."""
    activity: Activity | None = None
    """How your class studies it; if missing, as is usual for its type: a film is viewed, a play is read."""
    division: Division | None = None
    """What it is divided into; if missing, as is usual for its type: a film into scenes, a novel into chapters."""
    credits: tuple[Credit, ...] = ()
    """Its makers and its details, such as its length."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return f"{self.title} ({labels.inline('work.type', by=self.type)}, {self.year}): {self.by}"


class Aim(Model):
    """A statement of a curriculum, such as an assessment objective, that questions may support."""

    code: Plain
    """Its code, as questions name it in their `standards`: RL.9-10.3, A-level AO1."""
    about: Inline | None = None
    """The statement, in a few words."""
    why_none: Inline | None = None
    """Why no question supports it; printed in place of the questions."""


class Standards(Model):
    """Statements of one curriculum."""

    title: Plain
    """The curriculum's name."""
    aims: tuple[Aim, ...] = Field(min_length=1)
    """Its statements, in order."""


class GuideInfo(Model):
    """The metadata of the guide, and the order of its chapters."""

    name: Id
    """The beginning of the names of the built files."""
    title: Plain
    """The guide's title."""
    title_lang: Tag | None = None
    """The language of the guide's title, if it is not that of the guide, such as that of a work: en."""
    subtitle: Plain | None = None
    """A second line under the title."""
    description: Plain
    """A description of the guide in a sentence or two, for libraries and shops."""
    identifier: Annotated[str, Field(pattern=r"^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$")]
    """An identifier that stays the same in every version, such as urn:uuid:…"""
    language: Annotated[str, Field(pattern=LANGUAGE), AfterValidator(known_tag)]
    """The language of the text, such as en-GB, fr or pt-BR."""
    authors: tuple[Plain, ...] = Field(min_length=1)
    """Who wrote the guide."""
    date: date
    """The day of this version, and the date of every file that is built."""
    rights: Plain
    """The owner of the guide, and what others may do with it."""
    licence: Annotated[str, Field(pattern=rf"^https://{WEB}$", max_length=2_000), AfterValidator(address)] | None = None
    """The web address of its licence, beginning with https://."""
    url: GuideAddress | None = None
    """The web address of the guide or of its works cited; the printed works cited have it as a QR code."""
    subjects: tuple[Plain, ...] = ()
    """Subject headings, as a library would give them."""
    works: tuple[Work, ...] = Field(min_length=1)
    """The films, books and plays that it studies."""
    chapters: tuple[Id, ...] = Field(min_length=1)
    """The chapters in reading order: their file names without the suffix. Chapters for teachers are printed last."""
    spoilers: dict[Spoiler, Plain] = Field(default={})
    """An explanation of each spoiler level for readers."""
    editions: tuple[Edition, ...] = Field(min_length=1)
    """The editions. The first is built if you name none."""
    gates: tuple[Gate, ...] = ()
    """Words that must not appear below a spoiler level."""
    citation_style: Plain = "modern-language-association"
    """mla, apa, chicago, harvard, the name of any CSL style, or a .csl file beside guide.yaml."""
    reading_age: Annotated[tuple[Age, ...], Field(min_length=2, max_length=2), AfterValidator(_rising)] | None = None
    """The lowest and the highest reading age of a chapter, in years, such as [9, 13]."""
    ages: dict[str, Annotated[int, Field(ge=1, le=36_500)]] = Field(default={})
    """For each chapter with facts that change: the number of days after which you look them up again."""
    quotations: int = Field(default=50, ge=0)
    """The most words that may be quoted from one source in the whole guide."""
    standards: tuple[Standards, ...] = ()
    """The curricula that the coverage chapter compares the questions with."""
    words: dict[str, Any] = Field(default={})
    """Your own words in place of labels that the program prints, such as `chapter.number: Unit {number}`."""
    accessibility: Accessibility = Accessibility()
    """Statements about accessibility. Without them, the e-book does not claim a standard."""
    allow: tuple[Allowance, ...] = ()
    """Remarks that `studyguide check` leaves out."""

    _is_marked: bool = PrivateAttr(default=False)

    @property
    def labels(self) -> Labels:
        """What the program prints of its own accord, in the language and the own words of the guide."""
        return kept_labels(self.language, self.words, self._is_marked)

    @property
    def is_marked(self) -> bool:
        """Whether labels and titles have marks at what is in another language, see `language_marks`."""
        return self._is_marked

    def marked(self, *, is_marked: bool = True) -> Self:
        """The same with or without marks at English labels, and at titles in another language."""
        if self._is_marked == is_marked:
            return self
        works = tuple(each.model_copy(update={"title": _told(each.title, each.lang, is_marked)}) for each in self.works)
        copy = self.model_copy(update={"works": works, "title": _told(self.title, self.title_lang, is_marked)})
        copy._is_marked = is_marked  # noqa: SLF001 (of its own class)
        return copy


def _told(text: str, language: str | None, is_marked: bool) -> str:  # noqa: FBT001 (as the caller has it)
    """A title with or without marks of its language."""
    if not is_marked:
        return language_marks.unmarked(text)
    return language_marks.marked(text, language) if language else text
