"""The material of an edition for other programs: its questions as items to answer one by one, and its cards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from studyguide.exports.rich_text import PictureText, Text
from studyguide.languages.labels import Labels
from studyguide.publication import Asset

Kind = Literal["choice", "true-false", "short", "matching", "ordering", "gap", "text"]
"""How an item is answered; ``text`` is written, and marked by a person."""


@dataclass(frozen=True)
class Option:
    """An option of a choice, with what to tell those who choose it."""

    text: Text
    is_right: bool
    feedback: Text | None = None


@dataclass(frozen=True)
class QuizItem:
    """A question, or one part of an extract, with the answers that its edition prints."""

    id: str
    """Unique in the guide, the same in every build and edition."""
    question_id: str
    """The id of its question in the guide, which parts of an extract share."""
    number: int
    """The number of its question in its chapter."""
    kind: Kind
    set_title: str
    prompt: Text
    part: str = ""
    """The letter of a part of an extract."""
    passage: Text | None = None
    """A passage to read first, in paragraphs."""
    picture: PictureText | None = None
    """A picture to look at."""
    brief: str = ""
    """The question in plain words for programs with little room: the short wording, if there is one."""
    marks: int = 1
    options: tuple[Option, ...] = ()
    """Of a choice; of a true-false item, *true* and *false*."""
    shuffle: bool = True
    right: tuple[str, ...] = ()
    """Of a short answer: the right answers in plain words."""
    pairs: tuple[tuple[Text, Text], ...] = ()
    distractors: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    """In their right order."""
    printed_steps: tuple[int, ...] = ()
    """The places of the steps in the order in which students see them."""
    pieces: tuple[Text, ...] = ()
    """The text around gaps: one piece more than there are `gaps`."""
    gaps: tuple[tuple[str, ...], ...] = ()
    """For each gap, the right words in plain text."""
    lines: int = 0
    low: int | None = None
    """The fewest words to write."""
    high: int | None = None
    """The most words to write."""
    points: tuple[Text, ...] = ()
    """The content of a good answer, to show after the answer."""
    scheme: str = ""
    """How marks are given, with samples, as XHTML: for teachers only."""
    hints: tuple[Text, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def made_of(self) -> str:
        """The id of its question in the guide."""
        return self.question_id

    @property
    def is_single(self) -> bool:
        """Whether one option is right."""
        return sum(option.is_right for option in self.options) == 1

    @property
    def asked(self) -> str:
        """The XHTML of what is asked: the passage, the question, and the picture."""
        passage = self.passage.html if self.passage else ""
        return f"{passage}<p>{self.prompt.html}</p>{self.picture.html if self.picture else ''}"

    @property
    def worded(self) -> Iterator[Text]:
        """The texts that students read before they answer, without the picture beside them."""
        yield self.prompt
        yield from (self.passage,) if self.passage else ()
        yield from (option.text for option in self.options)
        yield from (left for left, _ in self.pairs)
        yield from self.sorted
        yield from self.pieces

    @property
    def sorted(self) -> Iterator[Text]:
        """The texts that students match or put in order."""
        yield from (right for _, right in self.pairs)
        yield from self.distractors
        yield from self.steps

    @property
    def told(self) -> Iterator[Text]:
        """The texts that students may read after they have answered."""
        yield from (option.feedback for option in self.options if option.feedback)
        yield from self.points


@dataclass(frozen=True)
class StudyCard:
    """A card to learn from; its `key` is unique in the guide and the same in every build."""

    key: str
    front: Text
    back: Text
    tags: tuple[str, ...] = ()
    item: str = ""
    """The id of the question that it is made from, if that is not its key."""

    @property
    def id(self) -> str:
        """Its key, as the id of a `QuizItem`."""
        return self.key

    @property
    def made_of(self) -> str:
        """The id of what it is made from in the guide."""
        return self.item or self.key


@dataclass(frozen=True)
class Material:
    """An edition of a guide, for exports."""

    name: str
    """The guide's name, an id."""
    title: str
    edition: str
    """The title of the edition."""
    identifier: str
    """The guide's identifier, the same in every build."""
    language: str
    date: date
    rights: str
    labels: Labels
    items: tuple[QuizItem, ...] = ()
    cards: tuple[StudyCard, ...] = ()
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """The pictures of the edition by their names."""

    def content(self, name: str) -> bytes:
        """The file of a picture."""
        return self.assets[name].path.read_bytes()
