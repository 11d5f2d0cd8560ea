"""Items: each block of a GIFT file becomes a question."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from studyguide import markdown
from studyguide.imports.found import Defaults, Found, NewQuestion, NotTakenError, Remark, collected
from studyguide.imports.gift import answers as answers_
from studyguide.imports.gift import passages
from studyguide.imports.gift.answers import Answers
from studyguide.imports.gift.blocks import LONGEST, Block, blocks, shown
from studyguide.imports.gift.choices import choice
from studyguide.imports.gift.html_text import Paragraph
from studyguide.imports.gift.texts import Texts
from studyguide.imports.text_encoding import decoded
from studyguide.markdown import as_typed
from studyguide.support.errors import Problem

_GAP = "\ufdd8"
"""Stands for a gap while a text is read."""
_BLANK = "_____"
"""What Moodle shows for a word that is missing."""
_STAR = re.compile(r"(?<!\\)\*")
_NEXT = re.compile(r"\}[ \t]*\n[^{}]*\{")
"""The end of the answers of a question, and the beginning of those of another on a line below."""
_AIKEN = re.compile(r"^ANSWER: *[A-Z]$", re.MULTILINE)
"""The last line of a question in another format of Moodle, which has no braces."""


def read(data: bytes, file: str, defaults: Defaults) -> Found:
    """The questions of a GIFT file. Raises `UsageError` for a file that is not text, or has too many."""
    text = decoded(data, file)
    before = (Problem(file, 1, 1, text.remark),) if text.remark else ()
    found = collected(file, _each(text.text, file, defaults))
    return replace(found, remarks=(*before, *found.remarks))


def _each(text: str, file: str, defaults: Defaults) -> Iterator[tuple[int, Callable[[Remark], NewQuestion]]]:
    for block in blocks(text, file):
        yield block.line, partial(_question, block, defaults)


def _question(block: Block, defaults: Defaults, remark: Remark) -> NewQuestion:
    if defaults.phase is None:
        raise NotTakenError("GIFT does not say when a question is asked. Add --phase before, while or after.")
    if len(block.text) > LONGEST:
        raise NotTakenError(f"It has {len(block.text):,} characters, and {LONGEST:,} are allowed. Shorten it.")
    title, text = _titled(block.text)
    texts = Texts(remark)
    format_, text = texts.split(text)
    fields = _Reader(replace(texts, default=format_), remark, defaults).fields(text)
    question = str(fields.get("question", ""))
    about = {"type": fields["type"], "question": question, "phase": defaults.phase}
    return NewQuestion(block.line, {**about, **fields}, block.category, shown(title).strip(), markdown.plain(question))


def _titled(text: str) -> tuple[str, str]:
    """The title between two pairs of colons, and the rest."""
    title, closed, rest = text.removeprefix("::").partition("::") if text.startswith("::") else ("", "", text)
    return (title, rest.strip()) if closed or rest == text else ("", text)


@dataclass(frozen=True)
class _Reader:
    """Reads the text of one question, which decides the format of its answers."""

    texts: Texts
    remark: Remark
    defaults: Defaults

    def fields(self, text: str) -> dict[str, Any]:
        """The keys of the question, without those that all questions have."""
        before, inside, after = _in_three(text)
        answers = answers_.read(inside)
        fields = self._of_kind(answers, before, after.rstrip())
        if answers.general and fields["type"] != "extract":
            fields["points"] = self.texts.entries(answers.general)
        return fields

    def _of_kind(self, answers: Answers, before: str, after: str) -> dict[str, Any]:
        match answers.kind:
            case "choice":
                text = f"{before} {_BLANK} {after}" if after else before
                asked = {"type": "choice", "question": self.texts.inline(text)}
                return {**asked, **choice(answers, self.texts, self.remark)}
            case "short" | "number" if after:
                return self._gap(before, after, self._right(answers))
            case _ if after:
                raise NotTakenError("It has a text after its answers, and no gap. Move it before them.")
            case "short" | "number":
                first, *others = self._right(answers)
                right = {"answer": first, **({"accept": others} if others else {})}
                return self._written(before, answers, "short", right)
            case "essay":
                return self._written(before, answers, "essay", {})
            case "true-false":
                if answers.has_feedback:
                    self.remark("Its feedback is left out: a statement in a guide has none. Write it as 'points'.")
                return {"type": "true-false", "question": self.texts.inline(before), "is_true": answers.is_true}
        return {"type": "matching", "question": self.texts.inline(before), **self._pairs(answers)}

    def _written(self, before: str, answers: Answers, kind: str, right: dict[str, Any]) -> dict[str, Any]:
        """A question that students answer in words; about a passage, if its text has a quotation."""
        read = self.texts.read(before)
        passage = passages.extract(read, self.texts)
        if passage is None:
            return {"type": kind, "question": self.texts.joined(read), **right}
        points = {"points": self.texts.entries(answers.general)} if answers.general else {}
        *_, part = passage["parts"]
        return {**passage, "parts": [{**part, **right, **points}]}

    def _right(self, answers: Answers) -> list[str]:
        """The right answers in words."""
        if answers.kind == "number":
            self.remark("Its answer is a number; programs will compare it letter by letter.")
        if any(each.feedback for each in answers.answers):
            self.remark("The feedback on its answers is left out: only options have feedback. Write it as 'points'.")
        if any(each.share != 100 for each in answers.answers):  # noqa: PLR2004 (per cent)
            raise NotTakenError("Some of its answers earn a part of the mark. In a guide, all of them are right.")
        texts = [self.texts.split(each.text)[1] for each in answers.answers]
        if not all(texts) or not texts:
            raise NotTakenError("One of its answers is empty. Write it, or take its sign out.")
        if any(_STAR.search(shown(text)) for text in texts):
            raise NotTakenError(
                "A star in one of its answers means any text. A guide compares letters: write each answer out."
            )
        return [self.texts.plain(shown(text).replace("\\*", "*")) for text in texts]

    def _gap(self, before: str, after: str, right: list[str]) -> dict[str, Any]:
        """A text with a missing word; paragraphs above it say what to do."""
        read = self.texts.read(f"{before}{_GAP}{after}")
        whole = [read] if isinstance(read, str) else [self.texts.joined([_unmarked(each)]) for each in read]
        at = next(number for number, text in enumerate(whole) if _GAP in text)
        text = "\\\n".join(whole[at:])
        words = "|".join(map(_in_braces, right))
        gap = f"{{{words}}}"
        pieces = (piece.replace("{", r"\{").replace("}", r"\}") for piece in text.split(_GAP))
        question = "\\\n".join(whole[:at]) or as_typed.inline(self.defaults.fill_in)
        return {"type": "gap", "question": question, "gapped": gap.join(pieces)}

    def _pairs(self, answers: Answers) -> dict[str, Any]:
        pairs = [(left, self.texts.inline(right)) for left, right in answers.pairs]
        told = [{"left": self.texts.inline(left), "right": right} for left, right in pairs if left]
        distractors = [right for left, right in pairs if not left]
        return {"pairs": told, **({"distractors": distractors} if distractors else {})}


def _in_three(text: str) -> tuple[str, str, str]:
    """What is before, between and after the braces."""
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0 and _AIKEN.search(text):
        raise NotTakenError("It is in the format Aiken. Moodle exports the same questions in the format GIFT.")
    if start < 0 and end < 0:
        raise NotTakenError("It has no answers, so it is a description. Move its text to the introduction of a set.")
    if start < 0 or end < start:
        raise NotTakenError("One of the braces around its answers is missing. Add it, or write \\{ for the sign.")
    if _NEXT.search(text, end):
        raise NotTakenError("There is no empty line before the next question. Put one between all questions.")
    if "{" in text[start + 1 :] or "}" in text[end + 1 :]:
        raise NotTakenError("It has more than one pair of braces, and Moodle reads one. Write \\{ for the sign.")
    return text[:start], text[start + 1 : end], text[end + 1 :]


def _unmarked(paragraph: Paragraph) -> Paragraph:
    """The paragraph without languages, whose braces would be gaps."""
    return Paragraph(paragraph.sort, [replace(run, language="") for run in paragraph.runs])


def _in_braces(word: str) -> str:
    return re.sub(r"([{}|])", r"\\\1", word)
