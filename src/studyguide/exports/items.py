"""Items: the questions of an edition as other programs ask them, one by one, with the answers that it prints."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from studyguide.exports.mark_schemes import scheme
from studyguide.exports.material import Kind, Option, QuizItem
from studyguide.exports.rich_text import RichText, Text
from studyguide.guide.chapters.questions import Question, Questions, QuestionSet
from studyguide.guide.model import Guide
from studyguide.guide.questions.extracts import ExtractPart
from studyguide.guide.questions.gaps import with_blanks
from studyguide.guide.works import heads
from studyguide.languages import language_marks
from studyguide.languages.labels import Labels
from studyguide.support import xhtml

UNSPACED = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my"})
"""Languages without spaces between words: their limits are of characters, which other programs do not count."""
_GAP = "\ufdd0"
"""Stands for a gap while markup is read: a noncharacter, which no guide can print."""
_MECHANICAL: dict[str, Kind] = {
    "choice": "choice",
    "true-false": "true-false",
    "short": "short",
    "matching": "matching",
    "ordering": "ordering",
    "gap": "gap",
}
"""The types of questions with a right answer, and how an item of theirs is answered; all others are written."""


def items(guide: Guide, texts: RichText) -> Iterator[QuizItem]:
    """The items of a guide that `select` has reduced. Quiz questions without a printed answer are left out.

    Open questions are in every edition, with the content of a good answer and mark schemes where all answers are.
    """
    for chapter in guide.chapters:
        if isinstance(chapter, Questions):
            is_full = chapter.notes or chapter.answers == "all"
            for each in chapter.sets:
                for question in each.questions:
                    if is_full or chapter.prints(question) or not question.is_quiz:
                        yield from _Maker(guide, texts, each, question, is_full).items()


def unanswered(guide: Guide) -> int:
    """The number of quiz questions that are left out because the edition does not print their answers."""
    return sum(
        question.is_quiz and not (chapter.notes or chapter.prints(question))
        for chapter in guide.chapters
        if isinstance(chapter, Questions)
        for each in chapter.sets
        for question in each.questions
    )


@dataclass(frozen=True)
class _Maker:
    """Makes the items of one question; `is_full`: with everything that a teacher has."""

    guide: Guide
    texts: RichText
    set: QuestionSet
    question: Question
    is_full: bool

    def items(self) -> Iterator[QuizItem]:
        question = self.question
        if question.parts:
            for number, part in enumerate(question.parts, start=1):
                yield self._part(number, part)
            return
        kind = _MECHANICAL.get(question.type, "text")
        base = self._base(question.id, question, question.question, question.points)
        yield replace(base, kind=kind, brief=self._plain(question.short or question.question), **self._of_kind(kind))

    def _base(self, name: str, asked: Question | ExtractPart, text: str, points: tuple[str, ...]) -> QuizItem:
        question = self.question
        return QuizItem(
            id=name,
            question_id=question.id,
            number=question.number or 0,
            kind="text",
            set_title=self._plain(self.set.title),
            prompt=self.texts.inline(text),
            passage=self._passage(),
            picture=self.texts.picture(question.picture) if question.picture else None,
            brief=self._plain(text),
            marks=asked.marks or 1,
            lines=asked.lines or 0,
            points=self._all(points) if self.is_full else (),
            scheme=scheme(asked, question, self.texts, self._labels) if self.is_full else "",
            hints=self._all(asked.hints),
            tags=tuple(self._tags()),
        )

    def _part(self, number: int, part: ExtractPart) -> QuizItem:
        letter = self._labels.say("choice.letters")[number - 1].lower()
        base = replace(self._base(f"{self.question.id}-{number}", part, part.question, part.points), part=letter)
        right = (part.answer, *part.accept) if part.answer and self.is_full else ()
        return replace(base, kind="short", right=self._plains(right)) if right else base

    def _of_kind(self, kind: Kind) -> dict[str, Any]:
        """The fields that one kind of item has."""
        make = {
            "choice": self._choice,
            "true-false": self._truth,
            "short": lambda: {"right": self._plains((self.question.answer or "", *self.question.accept))},
            "matching": self._matching,
            "ordering": self._ordering,
            "gap": lambda: {"pieces": self._pieces(), "gaps": tuple(map(self._plains, self.question.gap_words))},
            "text": self._written,
        }
        return make[kind]()

    def _choice(self) -> dict[str, Any]:
        return {"options": tuple(self._options()), "shuffle": self.question.shuffle}

    def _truth(self) -> dict[str, Any]:
        words = self._labels.say("question.true"), self._labels.say("question.false")
        told = zip(words, (self.question.is_true, not self.question.is_true), strict=True)
        return {"options": tuple(Option(_plain_text(word), bool(right)) for word, right in told)}

    def _matching(self) -> dict[str, Any]:
        pairs = tuple((self.texts.inline(pair.left), self.texts.inline(pair.right)) for pair in self.question.pairs)
        return {"pairs": pairs, "distractors": self._all(self.question.distractors)}

    def _ordering(self) -> dict[str, Any]:
        order = self.question.order
        return {"steps": self._all(order), "printed_steps": tuple(map(order.index, self.question.steps))}

    def _written(self) -> dict[str, Any]:
        limit = self.question.word_limit
        if self._labels.language.partition("-")[0] in UNSPACED:  # a program that counts words sees one
            return {}
        return {"low": limit.low, "high": limit.high} if limit else {}

    def _options(self) -> Iterator[Option]:
        told = {each.option: self.texts.inline(each.text) for each in self.question.feedback}
        right = self.question.right_options
        for option in self.question.options:
            yield Option(self.texts.inline(option), option in right, told.get(option))

    def _pieces(self) -> tuple[Text, ...]:
        """The text around gaps. A gap inside of emphasis would tear it in two, so such a text loses its markup."""
        whole = self.texts.inline(with_blanks(self.question.gapped or "", _GAP))
        htmls, plains = whole.html.split(_GAP), whole.plain.split(_GAP)
        torn = any(map(_is_torn, htmls))
        return tuple(Text(escape(plain) if torn else html, plain) for html, plain in zip(htmls, plains, strict=True))

    def _passage(self) -> Text | None:
        """What is to be read before the question: a passage with its source, what to compare, or words to use."""
        question, labels = self.question, self._labels
        if question.extract:
            words, lead = self.texts.block(question.extract), self.texts.inline(question.question)
            source = self.texts.inline(question.source) if question.source else None
            below = f"<p>{source.html}</p>" if source else ""
            plain = " ".join(filter(None, (lead.plain, words.plain, source.plain if source else "")))
            told = language_marks.attributes(question.extract_lang) if question.extract_lang else ""
            return Text(f"<p>{lead.html}</p><blockquote{told}>{words.html}</blockquote>{below}", plain)
        if question.compare:
            named = heads(self.guide.info.works, labels)
            compared = [named.get(each) or self.texts.plain(f"[](#{each})") for each in question.compare]
            aspects = f": {' · '.join(self._plains(question.aspects))}" if question.aspects else ""
            return _paragraph(f"{labels.say('question.aspect')} {' · '.join(compared)}{aspects}")
        if question.gapped and question.words:
            return _paragraph(f"{labels.say('question.words')} {' · '.join(self._plains(question.words))}")
        return None

    def _tags(self) -> Iterator[str]:
        question, level = self.question, self.question.level
        yield self._labels.say("coverage.phase", by=question.phase)
        if question.strand:
            yield self._plain(question.strand)
        if level and level.bloom:
            yield self._labels.say("question.bloom", by=level.bloom)
        if level and level.dok:
            yield self._labels.say("question.depth", level=level.dok)
        yield from self._plains(question.standards)
        if question.spoiler.rank:
            yield self._labels.say("spoiler.pill", by=question.spoiler.value)

    @property
    def _labels(self) -> Labels:
        return self.guide.info.labels

    def _plain(self, text: str) -> str:
        return self.texts.plain(text)

    def _plains(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self._plain, texts))

    def _all(self, texts: tuple[str, ...]) -> tuple[Text, ...]:
        return tuple(map(self.texts.inline, texts))


def _is_torn(html: str) -> bool:
    """Whether an element begins or ends in another piece."""
    try:
        xhtml.parse(f"<p>{html}</p>")
    except xhtml.SyntaxFaultError:
        return True
    return False


def _plain_text(words: str) -> Text:
    return Text(escape(words), words)


def _paragraph(words: str) -> Text:
    return Text(f"<p>{escape(words)}</p>", words)
