"""Mark schemes as XHTML for graders: what earns marks, for which objectives, sample answers, and where to look."""

from collections.abc import Iterator
from html import escape

from studyguide.exports.rich_text import RichText
from studyguide.guide.questions.question import Question
from studyguide.guide.questions.schemes import Marked, Scheme
from studyguide.languages.labels import Labels


def scheme(asked: Marked, question: Question, texts: RichText, labels: Labels) -> str:
    """How a question, or a part of one, is marked; empty if nothing is said."""
    parts = [
        *(_scheme(asked.scheme, texts, labels) if asked.scheme else ()),
        *_samples(asked, texts, labels),
        *_where(question, texts, labels),
    ]
    return "".join(parts)


def bullets(entries: Iterator[str]) -> str:
    """A list of finished XHTML; empty without entries."""
    found = "".join(f"<li>{entry}</li>" for entry in entries)
    return f"<ul>{found}</ul>" if found else ""


def _scheme(scheme: Scheme, texts: RichText, labels: Labels) -> Iterator[str]:
    yield _head(labels.say("scheme.caption"))
    yield bullets(_point(point.text, point.marks, point.accept, texts, labels) for point in scheme.points)
    yield bullets(
        f"<b>{texts.inline(level.level).html}</b> ({level.low}–{level.high}): {texts.inline(level.descriptor).html}"
        for level in scheme.levels
    )
    if scheme.objectives:
        said = (labels.say("scheme.objective", n=each.marks, code=each.code) for each in scheme.objectives)
        yield f"<p><b>{escape(labels.say('scheme.objectives'))}</b> {escape('; '.join(said))}.</p>"


def _point(text: str, marks: int, accept: tuple[str, ...], texts: RichText, labels: Labels) -> str:
    also = " / ".join(texts.inline(each).html for each in accept)
    accepted = f" ({escape(labels.say('scheme.accept'))}: {also})" if also else ""
    return f"<b>{marks}</b> {texts.inline(text).html}{accepted}"


def _samples(asked: Marked, texts: RichText, labels: Labels) -> Iterator[str]:
    for sample in asked.samples:
        level = texts.plain(sample.level)
        yield _head(labels.say("scheme.sample", n=asked.marks, level=level, marks=sample.marks))
        yield texts.block(sample.text).html
        if sample.comment:
            yield f"<p><b>{escape(labels.say('scheme.comment'))}</b> {texts.inline(sample.comment).html}</p>"


def _where(question: Question, texts: RichText, labels: Labels) -> Iterator[str]:
    if question.evidence:
        yield f"<p><b>{escape(labels.say('question.evidence'))}</b> {texts.inline(question.evidence).html}</p>"


def _head(words: str) -> str:
    return f"<p><b>{escape(words)}</b></p>"
