"""Dummy guides as folders: chapters of prose, themes and questions, with sources; the same for the same seed."""

import random
from pathlib import Path
from typing import Any

import yaml

from tests.generator import Writer

TINY = 3
"""Pages of the smallest."""

CHAPTERS = {TINY: 1, 14: 3, 67: 8, 300: 22, 1000: 76}
"""About so many pages (A4): so many chapters."""

PARTS = {TINY: 2, 14: 6, 67: 12, 300: 22, 1000: 22}
"""About so many pages: so many headings in a chapter of prose, and twice as many questions in a chapter of those."""

KINDS = ("prose", "themes", "prose", "questions", "prose")
SOURCES = 24


class MarkdownWriter(Writer):
    """The same words, with notes and references in Markdown."""

    def note(self) -> str:
        self.notes += 1
        return f"r{self.notes:04}^[n{self.notes:04} {self.words(6, 40)}.]"

    def reference(self) -> str:
        self.references += 1
        target = self.random.choice(self.targets)
        return f"[x{self.references:04}](#{target})"

    def sentence(self) -> str:
        return super().sentence().replace("<em>", "*").replace("</em>", "*")

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 7)))

    def items(self) -> str:
        return "\n".join(f"- {self.sentence()}" for _ in range(self.random.randint(3, 6)))

    def block(self) -> str:
        """Some paragraphs that give a source, sometimes with a list."""
        paragraphs = [self.paragraph() for _ in range(self.random.randint(1, 3))]
        paragraphs[-1] += f" [@source{self.random.randrange(SOURCES)}]"
        return "\n\n".join([*paragraphs, *([self.items()] if self.random.random() < 0.3 else [])])

    def source(self, number: int) -> dict[str, Any]:
        """A book, as CSL data."""
        return {
            "id": f"source{number}",
            "type": "book",
            "title": self.words(2, 6),
            "author": [{"family": self.words(1, 1), "given": self.words(1, 1)}],
            "publisher": self.words(1, 2),
            "issued": {"date-parts": [[1950 + number]]},
        }


def write(folder: Path, pages: int, *, seed: int = 1, name: str | None = None, other: bool = False) -> None:
    """Write a guide of about so many pages: a key of `CHAPTERS`.

    With `other`, an edition of that name has other chapters in place of the last quarter. The chapters that it shares
    point only to each other, so that both editions have them letter for letter.
    """
    number = CHAPTERS[pages]
    quarter = number // 4 if other else 0
    ids = [f"chapter-{place}" for place in range(1, number + quarter + 1)]
    shared, others = ids[: number - quarter], ids[number:]
    writer = MarkdownWriter(random.Random(seed), ids)  # noqa: S311 (nothing is kept secret)
    chapters = folder / "chapters"
    chapters.mkdir(parents=True)
    for place, chapter in enumerate(ids):
        kind = KINDS[(place - quarter if chapter in others else place) % len(KINDS)]  # of the kind that it replaces
        writer.targets = [*shared, *others] if chapter in others else shared
        if kind == "prose":
            text = "\n\n".join(f"## {writer.words(2, 5)}\n\n{writer.block()}" for _ in range(PARTS[pages]))
            head = _yaml({"kind": "prose", "title": writer.words(2, 4)})
            (chapters / f"{chapter}.md").write_text(f"---\n{head}---\n{text}\n", "utf-8")
        else:
            content = (_themes if kind == "themes" else _questions)(writer, chapter, PARTS[pages])
            (chapters / f"{chapter}.yaml").write_text(_yaml(content), "utf-8")
    (chapters / "works-cited.yaml").write_text(_yaml({"kind": "works-cited", "title": "Works cited"}), "utf-8")
    about = _guide(name or f"dummy-{pages}", [*ids, "works-cited"], without=set(others))
    if quarter:
        held = [*shared, *others, "works-cited"]
        about["editions"].append({"id": "other", "title": "Other edition", "chapters": held})
    (folder / "guide.yaml").write_text(_yaml(about), "utf-8")
    (folder / "sources.yaml").write_text(_yaml([writer.source(number) for number in range(SOURCES)]), "utf-8")


def _themes(writer: MarkdownWriter, name: str, parts: int) -> dict[str, Any]:
    themes = [
        {
            "id": f"{name}-theme-{number}",
            "title": writer.words(2, 4),
            "question": writer.words(6, 12),
            "text": writer.block(),
            "evidence": [{"point": writer.sentence()} for _ in range(4)],
        }
        for number in range(1, parts + 1)
    ]
    return {"kind": "themes", "title": writer.words(2, 4), "themes": themes}


def _questions(writer: MarkdownWriter, name: str, parts: int) -> dict[str, Any]:
    questions = [
        {
            "id": f"{name}-question-{number}",
            "type": "discussion",
            "question": writer.words(8, 25),
            "phase": "after",
            "level": {"bloom": "analyse", "dok": 3},
            "points": [writer.sentence() for _ in range(3)],
        }
        for number in range(1, 2 * parts + 1)
    ]
    sets = [{"id": f"{name}-set", "title": writer.words(2, 4), "questions": questions}]
    return {"kind": "questions", "title": writer.words(2, 4), "sets": sets}


def _guide(name: str, ids: list[str], without: set[str]) -> dict[str, Any]:
    held = [each for each in ids if each not in without]
    return {
        "name": name,
        "title": "A dummy guide",
        "description": "Random words.",
        "identifier": "urn:uuid:00000000-0000-4000-8000-000000000003",
        "language": "en-GB",
        "authors": ["The generator"],
        "date": "2026-03-04",
        "rights": "Nobody's",
        "works": [{"id": "film", "type": "film", "title": "A film", "by": "Nobody", "year": "2010"}],
        "chapters": ids,
        "editions": [
            {"id": "student", "title": "Student edition", "chapters": [*held]},
            {"id": "large-print", "title": "Large-print edition", "theme": "large-print", "chapters": held},
        ],
    }


def _yaml(content: Any) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
