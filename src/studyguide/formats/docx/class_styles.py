"""Classes as Word styles: what each class of a publication becomes, or why it becomes nothing.

`publication.class_names` says what the classes mean. A test finds every class that templates write, and fails if it is
in none of the tables here.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

PARAGRAPHS: Mapping[str, str] = MappingProxyType(
    {
        "target": "Target",
        "care-line": "Care",
        "hint": "Hint",
        "starters-label": "Hint",
        "word-bank": "Word bank",
        "words-to-use": "Word bank",
        "challenge": "Go further",
        "reason": "Prompt",
        "true-or-false": "Hint",
        "aspects": "Hint",
        "gapped": "Gap text",
        "right-answer": "Right answer",
        "objectives": "Hint",
        "where-to-look": "Where to look",
        "sources-line": "Where to look",
        "where": "Where to look",
        "chapter-label": "Chapter label",
        "speaker": "Speaker",
        "label": "Label",
        "meta": "Details",
        "part-facts": "Label",
        "gives-away": "Label",
        "role": "Label",
        "lead-fact": "Label",
        "counted": "Label",
        "threshold": "Threshold",
        "caption": "Picture note",
        "picture": "Picture note",
        "remark": "Picture note",
        "bar": "Bar",
        "address": "Where to look",
        "field-label": "Table head",
        "prompt": "Table text",
        "purpose": "Question text",
        "theme-question": "Question text",
        "outcome": "Go further",
        "references": "Where to look",
        "extract-source": "Source of a text",
        "sample-label": "Sample answer",
        "sample-comment": "Sample answer",
        "verse": "Verse",
        "index-letter": "Index letter",
        "slip-cut": "Cut here",
    }
)
"""The style of a paragraph, by a class of its element."""

CONTAINERS: Mapping[str, str] = MappingProxyType(
    {
        "box": "Box",
        "sample": "Sample answer",
        "extract": "Quote",
        "set-intro": "Normal",
        "bibliography": "Bibliography",
        "index-list": "index 1",
        "starters": "Starter",
        "tie-list": "Numbered sentence",
        "theme-key": "Where to look",
        "evidence": "Evidence",
        "media": "Normal",
        "drawn-terms": "Normal",
        "right-pairs": "Right answer",
    }
)
"""The style of the paragraphs in a block or a list that have none of their own; such a list has no marks."""

RUNS: Mapping[str, str] = MappingProxyType(
    {
        "box-label": "Box label",
        "label-word": "Box label",
        "marks": "Marks",
        "badge": "Badge",
        "quiet": "Source",
        "sources": "Source",
        "citation": "Source",
        "credit": "Source",
        "label": "Heading label",
        "number": "Strong",
        "row-number": "Strong",
        "division": "Heading label",
        "theme-letter": "Theme letter",
        "tie-number": "Strong",
        "gap-number": "Source",
    }
)
"""The style of a run, by a class of its element."""

TAGS: Mapping[str, str] = MappingProxyType(
    {
        "b": "Strong",
        "strong": "Strong",
        "em": "Emphasis",
        "i": "Emphasis",
        "cite": "Emphasis",
        "code": "HTML Code",
    }
)
"""The style of a run, by its element."""

DROPPED = frozenset({"page-ref", "again", "back", "tick", "line"})
"""What is left out: page numbers that only our own layout knows, and links that are of no use without them; boxes and
lines, which are styles in Word."""

BUILT = frozenset(
    {
        *(
            "answer-lines",
            "room",
            "blank",
            "gap",
            "one-letter",
            "word-gap",
            "short",
            "blank-item",
            "pupil",
            "slip-lines",
        ),
        *("tasks", "task", "row", "fields", "field", "what", "choices", "truth", "steps-to-order", "question-text"),
        *("options", "lefts", "extract-parts", "planning", "note", "verse-line", "numbered", "right", "center", "data"),
        *("empty", "sheet-head", "opening", "print-only", "screen-only", "title", "url", "locators", "locator"),
    }
)
"""Classes that decide what is built: answer lines, lists, tables, notes. `blocks`, `lists`, `tables` and `inline`
know them."""

PLAIN = frozenset(
    {
        "translations",
        "bilingual",
        # Links and what they lead to: a hyperlink and a bookmark say it.
        *("ref", "cite", "term", "answer-link", "back-link", "citation-part", "answer", "on-line", "right-word"),
        # Sections, entries, and the kinds of chapter and sheet: headings say it.
        *("handout", "worksheet", "key", "for-teachers", "letter", "letter-text", "lesson-plan", "lesson-overview"),
        *("chapter", "answers", "entry", "scene", "person", "question", "quotation", "further-work", "opt-out"),
        *(
            "theme-text",
            "activity",
            "intro",
            "tie",
            "ties",
            "ties-intro",
            "whole",
            "slip",
            "look-closer",
            "think",
            "care",
        ),
        *("advisory", "match-columns", "plan", "instructions", "long", "score", "disputes", "performer", "asked"),
        *("chapter-number", "of-theme", "theme-scenes", "open", "word", "columns", "spoiler"),
        # The layout of a page, which Word does in its own way.
        *(
            "lead",
            "lead-row",
            "lead-head",
            "lead-text",
            "lead-facts",
            "alone",
            "tall",
            "second-column",
            "index-columns",
        ),
        *("medium", "medium-text", "on-paper", "facts", "bars", "card", "glossary-list", "figure-cell", "long-word"),
        *("in-two", "in-four", "of", "with-remark", "figure", "film-frame", "theme-chart", "qr-code", "picture"),
        # Tables: all are of one style.
        *("events", "timeline", "route", "years", "motifs", "changes", "group", "words", "scheme", "schedule", "steps"),
        *("crew", "locations", "awards", "in-brief", "content-notes", "coverage-table", "levels", "phases"),
        *("fact-table", "accepted", "feedback", "feedback-label", "word-limit"),
    }
)
"""Classes that carry nothing for Word."""

PAPER_ONLY = frozenset(
    {
        *("organiser", "organiser-row", "organiser-main", "organiser-side", "blocks", "block", "cut-blocks", "scenes"),
        *("works", "flashcards", "quotation-cards", "leaf", "leaf-number", "card-row", "flashcard", "card-number"),
        *("card-face", "card-word", "card-text", "card-note", "card-question", "bookmarks", "bookmark"),
        *("strips", "strip", "strip-title", "sitting", "sitting-when"),
        *("slide", "subtitle", "timer", "speaker-notes"),
    }
)
"""Classes of slides and of sheets that are made for paper, which are never written as a Word document."""

_PREFIXES = ("lines-", "of-", "works-", "picture-", "language-", "options-", "room-", "label-", "aside-", "facts-")
"""Beginnings of classes with a number or a name in them, which carry nothing for Word."""


def is_known(name: str, kinds: Iterable[str] = ()) -> bool:
    """Whether a class is in one of the tables, or is one of `kinds`: names of chapters, handouts and questions."""
    tables = (PARAGRAPHS, CONTAINERS, RUNS, DROPPED, BUILT, PLAIN, PAPER_ONLY, frozenset(kinds))
    return name.startswith(_PREFIXES) or any(name in table for table in tables)


def paragraph_style(names: Iterable[str]) -> str | None:
    """The style of a paragraph with these classes, if one of them has a style."""
    return next((PARAGRAPHS[name] for name in names if name in PARAGRAPHS), None)


def container_style(names: Iterable[str]) -> str | None:
    """The style of the paragraphs in a block with these classes, if one of them has a style."""
    return next((CONTAINERS[name] for name in names if name in CONTAINERS), None)


def run_style(tag: str, names: Iterable[str]) -> str | None:
    """The style of a run: by its classes, or by its element."""
    return next((RUNS[name] for name in names if name in RUNS), TAGS.get(tag))
