"""The files of a new guide: sound from the first minute, with comments that say what to change.

Each kind of chapter that a guide can begin with is a template in ``templates/new/chapters``; adding one adds a kind.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from studyguide.guide import json_schema, works
from studyguide.guide.starter_texts import SUBTITLE
from studyguide.guide.work_types import Division, WorkType
from studyguide.languages.labels import Labels
from studyguide.support import paths, templates
from studyguide.support.latin_letters import in_latin

USUAL = ("overview", "plot", "questions")
"""The kinds of chapter that a guide begins with if none is named."""
COMPARING = "adaptation"
"""The kind that needs two works, with which a guide of several works begins too."""
CITING = {"overview", COMPARING}
"""The kinds whose templates cite the works,"""
LISTING = "works-cited"
"""and the kind that lists what is cited."""
SCHEMAS = ".schemas"
"""The folder of the schemas, which editors read."""


_SOURCE_TYPES = {
    "film": "motion_picture",
    "documentary": "motion_picture",
    "series": "broadcast",
    "game": "software",
    "speech": "speech",
}
"""Types of sources (CSL 1.0.2, appendix III) for types of works; the others are books, as a class has them."""


@dataclass(frozen=True)
class NewWork:
    """A work that the guide is about."""

    id: str
    """The name that chapters have for it."""
    type: WorkType
    title: str
    by: str
    year: str

    @property
    def line(self) -> str:
        """What it is, for a list of facts; in no language of its own."""
        return f"{self.title} ({self.by}, {self.year})"

    @property
    def source_type(self) -> str:
        """The type of the source that the work itself is."""
        return _SOURCE_TYPES.get(self.type, "book")

    @property
    def division(self) -> Division:
        """What it is divided into."""
        return works.TYPES[self.type].division


@dataclass(frozen=True)
class NewGuide:
    """What is known of a guide before it is written."""

    title: str
    works: Sequence[NewWork]
    identifier: str
    """A URN that no other guide has."""
    date: date
    authors: Sequence[str]
    language: str = "en-GB"
    subtitle: str = SUBTITLE
    reading_age: Sequence[int] = ()
    """The lowest and the highest, in years; nothing if nobody said."""
    kinds: Sequence[str] = USUAL

    @property
    def name(self) -> str:
        """The beginning of the names of its files; an id begins with a letter."""
        name = slug(self.title)
        return name if name[:1].isalpha() else f"guide-{name}".strip("-")

    @property
    def description(self) -> str:
        """A sentence for catalogues; the works, in another language than English, with its labels if there are any."""
        if self.is_english:
            about = " and ".join(f"{work.title} by {work.by}" for work in self.works)
            return f"{SUBTITLE} to {about}."
        return "; ".join(self._line(work) for work in self.works)

    @property
    def is_english(self) -> bool:
        """Whether it is in English."""
        return self.language.partition("-")[0] == "en"

    @property
    def labels(self) -> Labels:
        """What the program prints in its language."""
        return Labels.of(self.language)

    @property
    def is_translated(self) -> bool:
        """Whether the program has labels in its language."""
        return not self.labels.missing

    def _line(self, work: NewWork) -> str:
        if not self.is_translated:
            return f"{work.title} ({work.by}, {work.year})"
        kind = self.labels.say("work.type", by=work.type)
        return self.labels.say("work.line", by=work.type, title=work.title, type=kind, year=work.year, maker=work.by)

    @property
    def rights(self) -> str:
        """Whose the text is."""
        return f"© {self.date.year} {', '.join(self.authors)}"


def kinds() -> tuple[str, ...]:
    """The kinds of chapter that a guide can begin with."""
    folder = paths.templates_folder() / "new/chapters"
    return tuple(sorted(file.name.partition(".")[0] for file in folder.glob("*.yaml.j2")))


def slug(text: str) -> str:
    """A text in small letters and digits without marks, with hyphens between its words: *Frühling, 1* is fruhling-1."""
    return re.sub(r"[^a-z0-9]+", "-", in_latin(text)).strip("-")[:60].strip("-")


def files(new: NewGuide) -> Mapping[str, str]:
    """The text of each file, by its path in the guide's folder."""
    context = {"new": new, "works": new.works, "types": tuple(works.TYPES), "say": new.labels.say}
    tops = ["guide.yaml", "sources.yaml"] if LISTING in new.kinds else ["guide.yaml"]
    made = {name: _yaml(f"{name}.j2", context) for name in tops}
    made |= {f"chapters/{kind}.yaml": _yaml(f"chapters/{kind}.yaml.j2", context) for kind in new.kinds}
    made |= {f"{SCHEMAS}/{name}.json": json_schema.text(schema) for name, schema in json_schema.schemas().items()}
    settings = paths.templates_folder() / "new/vscode"
    return made | {f".vscode/{file.name}": file.read_text("utf-8") for file in sorted(settings.iterdir())}


def _yaml(name: str, context: Mapping[str, object]) -> str:
    as_it_is = dict.fromkeys(("fill", "english"), templates.Markup)  # see starter_texts
    text = templates.render(f"new/{name}", {"quoted": _quoted, "words": _words}, **context, **as_it_is)
    return text.rstrip("\n") + "\n"


def _words(text: str) -> str:
    """A text as Markdown that means only its words (CommonMark 0.31.2, section 2.4)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def _quoted(text: str) -> templates.Markup:
    """A text as YAML: with quotation marks, in which nothing has a meaning of its own."""
    return templates.Markup(json.dumps(text, ensure_ascii=False))
