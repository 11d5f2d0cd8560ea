"""Study cards: glossary words, quotations and quiz questions of an edition, for programs to learn with."""

from collections.abc import Iterable, Iterator
from html import escape

from studyguide.exports.mark_schemes import bullets
from studyguide.exports.material import QuizItem, StudyCard
from studyguide.exports.rich_text import RichText, Text
from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.chapters.quotations import Quotation, Quotations
from studyguide.guide.model import Guide
from studyguide.languages import punctuation, sentences
from studyguide.languages.labels import Labels
from studyguide.support.templates import Markup

_STOPS = (".", "?", "!", "…", "。", "？", "！", "।", "؟")


def cards(guide: Guide, items: tuple[QuizItem, ...], texts: RichText) -> Iterator[StudyCard]:
    """The cards of a guide that `select` has reduced, with the quiz `items` of the same edition."""
    labels = guide.info.labels
    for chapter in guide.chapters:
        if isinstance(chapter, Glossary):
            tag = texts.plain(chapter.title)
            for term in chapter.terms:
                yield StudyCard(term.id, texts.inline(term.term), _meaning(term, texts, labels), (tag,))
    for chapter in guide.chapters:
        if isinstance(chapter, Quotations):
            tag = texts.plain(chapter.title)
            yield from (_quotation(each, texts, tag) for each in chapter.quotations)
    yield from (_question(item, labels) for item in items if item.kind != "text")


def _meaning(term: Term, texts: RichText, labels: Labels) -> Text:
    """What a word means, and the word in other languages."""
    meaning, lines = texts.inline(term.definition), list[Text]()
    for each in term.translations:
        word, name = texts.inline(each.word), labels.language_name(each.lang)
        direction = f' dir="{each.direction}"' if each.direction else ""
        shown = Markup(f'<span lang="{each.lang}"{direction}>{word.html}</span>')
        lines.append(
            Text(
                labels.markup("text.colon", head=name, text=shown),
                labels.say("text.colon", head=name, text=word.plain),
            )
        )
    return Text(
        "<br/>".join(each.html for each in (meaning, *lines)),
        _joined([meaning.plain, *(each.plain for each in lines)], labels),
    )


def _quotation(quotation: Quotation, texts: RichText, tag: str) -> StudyCard:
    words = texts.block(quotation.words)
    language = "".join(
        f' {name}="{value}"' for name, value in (("lang", quotation.lang), ("dir", quotation.direction)) if value
    )
    speaker = quotation.said_by or (f"[](#{quotation.speaker})" if quotation.speaker else "")
    back = [texts.inline(part) for part in (speaker, quotation.where, quotation.notice) if part]
    told = [text for text in back if text.plain]
    signs = punctuation.by_script("".join(text.plain for text in told))
    return StudyCard(
        quotation.id,
        Text(f"<blockquote{language}>{words.html}</blockquote>", words.plain),
        Text("<br/>".join(text.html for text in told), signs.gap.join(_ended(text.plain, signs) for text in told)),
        (tag,),
    )


def _question(item: QuizItem, labels: Labels) -> StudyCard:
    letters = labels.say("choice.letters")
    front = [item.asked]
    plain = [item.prompt.plain]
    if item.passage:
        plain.insert(0, item.passage.plain)
    if item.kind == "true-false":
        asked = labels.say("question.true-or-false")
        front.append(f"<p>{escape(asked)}</p>")
        plain.append(asked)
    if item.pieces:
        gapped = f"<p>{'____'.join(piece.html for piece in item.pieces)}</p>"
        front.append(gapped)
        plain.append("____".join(piece.plain for piece in item.pieces))
    if item.pairs:
        lefts = [left for left, _ in item.pairs]
        front.append(bullets(left.html for left in lefts))
        plain.append(_joined((left.plain for left in lefts), labels))
    if shown := _choices(item):
        front.append(bullets(f"{letters[number]}. {text.html}" for number, text in enumerate(shown)))
        plain.append(_joined((f"{letters[number]}. {text.plain}" for number, text in enumerate(shown)), labels))
    back = right_lines(item)
    points = bullets(point.html for point in item.points)
    html = "".join(f"<p><b>{line.html}</b></p>" for line in back) + points
    said = _joined((text.plain for text in (*back, *item.points)), labels)
    tags = (item.set_title, *item.tags)
    return StudyCard(item.id, Text("".join(front), " ".join(plain)), Text(html, said), tags, item.question_id)


def _ended(text: str, signs: punctuation.Signs) -> str:
    return text if sentences.is_ended(text) else f"{text}{signs.stop}"


def _joined(texts: Iterable[str], labels: Labels) -> str:
    """Texts on one line, with a semicolon after each that has no stop of its own."""
    *others, last = texts
    signs = punctuation.of(labels.language)
    ended = (text if sentences.is_ended(text) else f"{text}{signs.semicolon.rstrip()}" for text in others)
    return signs.gap.join((*ended, last))


def _choices(item: QuizItem) -> list[Text]:
    """What is chosen from, as students see it."""
    if item.kind == "choice":
        return [option.text for option in item.options]
    return [item.steps[place] for place in item.printed_steps]


def right_lines(item: QuizItem) -> list[Text]:
    """The right answer of a quiz item, in lines."""
    if item.pairs:
        return [Text(f"{left.html} – {right.html}", f"{left.plain} – {right.plain}") for left, right in item.pairs]
    if item.steps:
        return [Text(f"{n}. {step.html}", f"{n}. {step.plain}") for n, step in enumerate(item.steps, start=1)]
    if typed := (*item.gaps, *((item.right,) if item.right else ())):
        return [Text(escape(" / ".join(words)), " / ".join(words)) for words in typed]
    return [option.text for option in item.options if option.is_right]
