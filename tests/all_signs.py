"""A guide with letters of many kinds in every place where an author may write, and what they are."""

from pathlib import Path

GROUPS = {
    "latin": "Dvořák Łódź Þórr İstanbul Māori ǝŋ",
    "vietnamese": "Nguyễn Tiếng Việt",
    "combining": "Ọ̀yọ́ ẹ̀kọ́ m̄n̄ K̈ x⃗",
    "greek": "Ὀδυσσεία ᾧ λόγος",
    "cyrillic": "Идиот їжак ќе",
    "phonetic": "ˈfʌnɪʃ ə̃ ɣœ",
    "arrows": "→ ⇒ ↔ ⇄",
    "fractions": "½ ⅓ ⅞",
    "symbols": "☐ ✓ ✗ ★ ♪ ♭ № ≤ ■ │",
    "hyphen": "well\u2011known",
}
"""Signs of one kind, by the name of the kind."""
ALL = " ".join(GROUPS.values())
PLACES = ("paragraph", "heading", "note", "code", "item", "name", "label", "tie", "cell", "caption", "drawing", "title")
"""Where they stand, each time after the word that names the place."""

INFO = """name: signs
title: title {all}
description: Every sign in every place.
identifier: urn:uuid:6a0c5c0e-5d0b-5c55-9a52-2f3c1c7f1831
language: en-GB
authors: [A tester]
date: 2026-11-23
rights: CC0
works:
- {{id: book, type: novel, title: Small, by: Somebody, year: 1900}}
chapters: [text, people, made]
editions:
- {{id: student, title: Student edition}}
"""
TEXT = """---
kind: prose
title: Text
---
paragraph {all}

## heading {all}

Words.^[note {all}]

`code {all}`

- One
  - Two
    - item {all}

![A drawing](images/words.svg)
caption {all}
"""
PEOPLE = """kind: cast
title: People
groups:
- id: all-of-them
  title: All
  people:
  - {{id: one, name: 'name {all}', played_by: ['label {all}']}}
  - {{id: two, name: Two}}
relationships:
- {{from: one, to: two, label: 'tie {all}'}}
"""
MADE = """kind: production
title: Making
crew:
- {{label: Director, value: 'cell {all}'}}
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 60" width="2000" height="60">'
    '<text x="0" y="40" style="font-family: Arial" font-size="24">drawing {all}</text></svg>'
)


def guide(folder: Path, signs: str = ALL) -> Path:
    """The guide, written into a folder."""
    files = {
        "guide.yaml": INFO,
        "chapters/text.md": TEXT,
        "chapters/people.yaml": PEOPLE,
        "chapters/made.yaml": MADE,
        "images/words.svg": DRAWING,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(all=signs), "utf-8")
    return folder
