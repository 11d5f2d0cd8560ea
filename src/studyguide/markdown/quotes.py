"""Quotes: which straight quotation marks open, which close, and which are apostrophes, as markdown-it finds it."""

from functools import cache

from markdown_it import MarkdownIt

OPEN, CLOSE, OPEN_SINGLE, CLOSE_SINGLE = MARKS = "\ue000\ue001\ue002\ue003"
"""What is put in the places of marks, one character for each, which no author writes."""
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

MOST_MARKS, LONGEST = 1_000, 50_000
"""Straight marks, and characters, of a text that is read: markdown-it copies the text for each mark."""


def paired(text: str) -> str:
    """The text with one of `MARKS` or an apostrophe for each straight mark whose meaning is clear."""
    if len(text) > LONGEST or text.count('"') + text.count("'") > MOST_MARKS or any(mark in text for mark in MARKS):
        return text
    tokens = _parser().parseInline(text)[0].children or []
    found = "".join("\n" if token.type == "softbreak" else token.content for token in tokens)
    return found if len(found) == len(text) else text


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero", {"typographer": True, "quotes": MARKS}).enable("smartquotes")
