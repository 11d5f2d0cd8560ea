"""Settings of guide.yaml and of chapters: names that are none, or those of something else."""

from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.mutations import places
from tests.mutations.values import VALUES

GUIDE: dict[str, tuple[Any, ...]] = {
    "name": ("", "con", "a/b", "../a", "A", "é", "a" * 300, ".", "-a", "nul.x", "a b", 1), "language": ("", "en",
    "EN-gb", "he", "xx", "e", "en_GB", "zh-Hant-TW", "ar", ["en"]),
    "identifier": ("", "x", "urn:isbn:1", "urn:uuid:x", "https://example.org", "a b"), "date": ("", "2026-02-30",
    "23.11.2026", "2026", "0001-01-01", "now", "9999-12-31"),
    "licence": ("", "CC BY", "http://[", "javascript:a", "https://creativecommons.org/licenses/by/4.0/"),
    "authors": ([], [""], "A", [["A"]], ["A"] * 300, ["א"], [{"name": "A"}]),
    "citation_style": ("mla", "modern-language-association", "apa", "ieee", "nature", "chicago-author-date", "x",
    "../x", "", "MLA", ["apa"], "vancouver", "bluebook-law-review"),
    "quotations": (0, -1, "x", 10**30, "20 words", None, []), "ages": ({}, {"plot": -1}, {"reception": 10**30},
    {"nobody": 3}, [], {"reception": "x"}),
    "spoilers": ({}, {"a": "b"}, {"safe": ""}, ["safe"], {"premise": "x", "safe": "y"}, {"ending": "x"}, None,
    {f"l{n}": "x" for n in range(60)}),
    "chapters": ([], ["plot"], ["plot", "plot"], ["Plot"], ["plot.yaml"], ["nobody"], ["../guide"], [["plot"]],
    {"plot": 1}, "plot", ["chapters/plot"]),
    "gates": ([], ["a"], ["creature"], [""], ["  "], ["("], ["*"], [{"word": "creature"}], {"premise": ["creature"]},
    {"ending": ["Victor"]}, {"x": ["y"]}, {"premise": "x"}, ["note"]),
    "standards": ([], [{}], [{"title": "x", "aims": []}], [{"title": "x", "aims": [{"code": "form shapes meaning",
    "about": "x"}] * 2}], "x"),
    "allow": ([], [{}], [{"code": "SG999", "why": "x"}], [{"code": "SG401"}], [{"code": "SG401", "where": "nobody",
    "why": "x"}], "SG401", [{"code": "sg401", "why": "x"}]),
    "openings": ("right", "any", "left", True, 1, ""), "subjects": ([], ["a"] * 100, "a", [""]), "works": ([], [{}],
    "novel", {"novel": {}}),
    "cover": ("images/face.png", "images/gone.png", "", {}, ["x"]), "title": ("", "a" * 400, "א", "*a*", "\u200b"),
    "subtitle": ("", "x" * 4000), "description": ("", "x" * 4000, "^[a]"),
}  # fmt: skip

EDITION: dict[str, tuple[Any, ...]] = {
    "id": ("student", "Student", "", "a b", "teacher", "x" * 200, "plot", "con", None), "title": ("", "א", "x" * 500,
    "Student edition", "*x*"),
    "audience": ("teacher", "student", "parent", "", None, ["teacher"]), "answers": ("all", "none", "quiz", "some",
    True, "", ["quiz"]),
    "reveals": ("safe", "premise", "ending", "nothing", "", None, 0, ["safe"]), "theme": ("quiet", "warm",
    "photocopier", "large-print", "large-print-24", "dyslexia-friendly", "high-contrast", "Quiet", "../quiet", "x",
    "", None),
    "paper": ("a4", "letter", "a5", "half-letter", "A4", "a3", "legal", "", 4, None), "page_maps": ([], ["student"],
    ["teacher", "taster"], ["large-print"], ["nobody"], "student", ["student", "student"]),
    "tier": ("core", "x"), "reading_age": (12, -3, "x", 10**20), "openings": ("right", "any", "x"),
    "spoilers": ("safe",),
}  # fmt: skip


def change_setting(random: Random, folder: Path) -> None:
    """A setting of the guide or of an edition is another one, or none; or an edition is one too many."""
    file = folder / "guide.yaml"
    guide = yaml.safe_load(file.read_text("utf-8"))
    guide["date"] = str(guide["date"])
    for _ in range(random.choice((1, 1, 2, 4))):
        _change(random, *((guide, GUIDE) if random.random() < 0.4 else (_edition(random, guide), EDITION)))
    places.save(file, yaml.safe_dump(guide, allow_unicode=True, sort_keys=False, width=1000))


def _edition(random: Random, guide: dict[str, Any]) -> dict[str, Any]:
    editions = guide["editions"]
    if random.random() < 0.2:
        editions.append({"id": "more", "title": "One more"})
    chosen: dict[str, Any] = random.choice(editions)
    return chosen


def _change(random: Random, holder: dict[str, Any], values: dict[str, tuple[Any, ...]]) -> None:
    key = random.choice(sorted(values))
    holder[key] = random.choice((*values[key], *values[key], random.choice(VALUES)))
    if random.random() < 0.1:
        del holder[key]


KINDS = (
    "activities", "adaptation", "cast", "close-reading", "context", "coverage", "fact-sheet", "faq", "film-terms",
    "glossary", "index", "overview", "plot", "production", "prose", "questions", "quotations", "reception", "themes",
    "viewing", "works-cited", "Plot", "plots", "quiz", "", "[plot]", "{plot: x}", "'plot '", "~",
)  # fmt: skip


def other_kind(random: Random, folder: Path) -> None:
    """A chapter is of another kind, or of none."""
    file = places.some_file(random, folder / "chapters", ("*.yaml", "*.md"))
    lines = file.read_text("utf-8", "replace").split("\n")
    lines = [f"kind: {random.choice(KINDS)}" if line.startswith("kind: ") else line for line in lines]
    places.save(file, "\n".join(lines))
