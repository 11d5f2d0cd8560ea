"""Sentences: the only module that decides where a sentence ends, in Markdown and in plain text.

A sentence ends with a stop and any closing marks after it (quotation marks, brackets, emphasis, citations and notes),
before white space and text that can begin another. It never ends inside brackets, quotation marks, emphasis or a link,
so it can be removed from its paragraph without leaving half a pair. In doubt, two sentences count as one.
"""

import re
from collections.abc import Iterator

from studyguide.languages.sentences import abbreviations, markup
from studyguide.languages.sentences.markup import blocks, notes, without_marker, without_notes
from studyguide.support.word_edges import MARKS

__all__ = ["blocks", "is_ended", "notes", "spans", "split", "without_marker", "without_notes", "words"]

_STOPS = ".!?…؟۔।॥։።។‽"
_CLOSERS = re.escape("”“’‘״׳\"'»«›‹)]}*_﴾﴿") + markup.OPAQUE
_OPENERS = re.escape("“‘„‚״׳\"'«»‹›([{*_¿¡<﴾﴿")
_END = re.compile(
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)(?P<close>[{_CLOSERS}]*+(?:\s?[»›])*)(?P<cited>(?:\s?{markup.CITED}++)*)(?P<gap>\s++)"
    rf"|(?P<wide>[。！？｡]++[{_CLOSERS}{markup.CITED}」』）】》]*+\s*+)"
)
"""A stop with closing marks and white space; in Chinese and Japanese there is no white space."""
_ANY = re.compile(rf"[{_STOPS}。！？｡](?=[\s\S])")
_ENDED = re.compile(rf"[{_STOPS}。！？｡][{_CLOSERS}」』）】》\s]*$")
_OPENING = re.compile(rf"(?:[«»‹›]\s?|[{_OPENERS}])*+")
_HALF_SPACES = "\u200c\u200d"
_LETTERS = rf"(?:[^\W_][{MARKS}{_HALF_SPACES}]*+)++"
_WORD = re.compile(rf"{_LETTERS}(?:[-’'.,״׳־]{_LETTERS}|(?<=[א-ת])\"[א-ת]++)*")
_ENUMERATOR = re.compile(rf"[{_OPENERS}\s]*(?:\d{{1,3}}|[^\W\d_]|[ivx]+)")
_CASELESS = re.compile("[ა-ჿ]")
"""Georgian letters, which Unicode counts as lower case."""


def spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """The begin and end of each sentence of one paragraph, without the white space between them."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for stop, following in _boundaries(text, language):
        if start < stop <= following < end:
            yield start, stop
            start = following
    if start < end:
        yield start, end


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does: with a stop of any script, and any closing marks after it."""
    return _ENDED.search(text) is not None


def words(sentence: str) -> list[str]:
    """The words in a sentence; numbers and compounds are one each."""
    return _WORD.findall(sentence.replace(markup.OPAQUE, " "))


def split(text: str, language: str = "en") -> list[str]:
    """The sentences of one paragraph."""
    return [text[start:end] for start, end in spans(text, language)]


def _boundaries(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The end of each sentence but the last, and the beginning of the next."""
    if not _ANY.search(text):
        return
    masked = markup.masked(text)
    inside = markup.inside(masked)
    start = looked = 0
    has_words = False
    for match in _END.finditer(masked):
        has_words = has_words or any(char.isalnum() or char == markup.OPAQUE for char in masked[looked : match.start()])
        looked = match.start()
        found = _boundary(masked, match)
        if has_words and found and not inside[found[0]] and _ends(masked, start, match, found[1], language):
            yield found
            start = looked = found[1]
            has_words = False


def _boundary(masked: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The end of the text before a stop and the beginning of the text after it; None if that is in lower case."""
    if match["wide"]:
        return match.start() + len(match["wide"].rstrip()), match.end()
    if _can_begin(masked, match.end()):
        return match.start("gap"), match.end()
    if match["cited"][:1].isspace():  # a citation that begins the next sentence: [@key] says ...
        return match.end("close"), match.end("close") + 1
    return None


def _can_begin(masked: str, position: int) -> bool:
    opening = _OPENING.match(masked, position)
    begin = opening.end() if opening else position
    char = masked[begin : begin + 1]
    if char in {markup.OPAQUE, markup.CITED}:
        return True
    return char.isdigit() or (char.isalpha() and not (char.islower() and not _CASELESS.match(char)))


def _ends(masked: str, start: int, match: re.Match[str], following: int, language: str) -> bool:
    """Whether the stop of a match ends the sentence that begins at `start` and has words."""
    before = masked[start : match.start()]
    opening = _OPENING.match(masked, following)
    begin = opening.end() if opening else following
    after = masked[begin : begin + 60]
    if match["stop"] == "." and not match["close"].strip("*_"):
        return not _ENUMERATOR.fullmatch(before) and abbreviations.ends(before, after, language)
    return match["stop"] in {".", None} or not match["close"] or not abbreviations.is_speech_tag(after, language)
