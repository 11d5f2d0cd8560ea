"""Sources as citation managers export them, and with mistakes."""

import json
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.mutations import places
from tests.mutations.values import VALUES

ODD: dict[str, tuple[Any, ...]] = {
    "type": ("book", "Book", "film", "motion_picture", "journalArticle", "nonsense", "", ["book"], None, "legal_case",
    "personal_communication"),
    "id": ("novel", "film", "Novel", "no vel", "novel@", "é", "@novel", "plot", "", "x" * 3000, "1",
    "http://zotero.org/x", ["novel"], None),
    "citation-key": ("novel", "shelley1818", "", "a b", None, 1),
    "author": ([], {}, "Shelley, Mary", [{"family": ""}], [{"given": "Mary"}], [{"literal": ""}],
    [{"literal": "<i>x</i>"}], [{}], [None],
               [{"family": "x" * 3000}], [{"family": "עגנון", "given": "ש״י"}], [{"name": "Mary"}], [{"family": "a",
               "literal": "b"}],
               [{"family": "a", "non-dropping-particle": "de"}], [{"family": "a", "suffix": "Jr.",
               "comma-suffix": True}],
               [{"family": f"Name {n}"} for n in range(300)], [["a", "b"]], [{"family": "*a*",
               "given": "[x](javascript:a)"}]),
    "editor": ([{"family": "a"}], "a", []),
    "director": ([{"family": "a", "given": "b"}], None),
    "issued": (1818, "1818", "1818/1820", "1818~", "-0044", "[1818]", "n.d.", "", {}, [], {"date-parts": []},
    {"date-parts": [[]]},
               {"date-parts": [["1818", "1"]]}, {"date-parts": [[1818, 13, 45]]}, {"date-parts": [[1818, 1], [1820]]},
               {"date-parts": [[0]]},
               {"date-parts": [[10**30]]}, {"date-parts": [[-44, 3, 15]]}, {"date-parts": [[1818], [1], [2]]},
               {"date-parts": 1818},
               {"raw": "spring 1818"}, {"literal": "n.d."}, {"date-parts": [[1818]], "season": 2},
               {"date-parts": [[1818]], "circa": True},
               {"season": "x"}, {"date-parts": [[None]]}, {"date-parts": [["a"]]}, {"date-parts": [[1.5]]}),
    "accessed": ("2026-11-23", {"date-parts": [[2026, 2, 30]]}, "yesterday", {}),
    "title": ("", " ", "<i>A</i> B", "A & B", "“A”", "a" * 5000, "{A}", "\\emph{A}", "שלום", "A\nB", ["A"], None,
    1984, True, "*", "[x](#y)"),
    "URL": ("javascript:a", "http://[::1", "example.org", "https://", " https://a", "https://a b", "HTTPS://A",
    "ftp://a", "//a", "", "https://é.org",
            "https://a/" + "b" * 3000, "https://a/\u202e", ["https://a"], "https://a/<b>", "https://user:pass@a",
            "https://a:99999", "data:,a"),
    "DOI": ("10.1000/182", "https://doi.org/10.1000/182", "x", "", "10.1000/<>", 10),
    "page": ("613–620", "613--620", "613-", "x", "", 613, "1" * 3000, "1, 3, 5-7", ["1"]),
    "volume": (2, "2", "II", "", "x" * 300, None, True, {}), "language": ("en", "", "zz-QQ", "english", ["en"],
    "x" * 50),
    "note": ("a", "", "<script>"), "custom": ({}, {"a": 1}, []), "nonsense": ("x",), "note_": ("",),
    "abstract": ("a" * 100_000,),
}  # fmt: skip
"""Fields of CSL, with values that exports have, and others that none should."""

FILES = (
    "", "null", "[]", "{}", "[null]", "[[]]", "[1]", '"x"', "{", "[", "[{}]", '[{"id": "novel"}]',
    '{"references": []}', '{"items": {}}',
    '{"references": null, "items": []}', '{"items": [{"id": "novel", "type": "book", "title": "x"}]}',
    '[{"id": "novel",}]', "[{'id': 'novel'}]",
    '[{"id": "novel", "id": "film"}]', "[NaN]", '[{"id": "novel", "type": "book", "title": "\\ud800"}]', "[" * 3000,
    "\ufeff[]", "// x\n[]",
    "@book{novel,\n  title = {Frankenstein},\n}", "TY  - BOOK\nID  - novel\nER  - ", "<xml/>", "id,title\nnovel,x",
    "\0",
)  # fmt: skip
"""What a file of sources may hold besides: other formats of citation managers, and JSON with slips."""


def change_source(random: Random, folder: Path) -> None:
    """A field of a source has another value, or a source has one more field."""
    entries = yaml.safe_load((folder / "sources.yaml").read_text("utf-8"))
    for _ in range(random.choice((1, 1, 3))):
        field = random.choice(sorted(ODD))
        random.choice(entries)[field] = random.choice((*ODD[field], *ODD[field], random.choice(VALUES)))
    _save(random, folder, entries)


def other_sources_file(random: Random, folder: Path) -> None:
    """The sources are in another file, in two, or in a file that no program can read."""
    name = random.choice(("sources.yaml", "sources.json", "sources.json", "sources.bib", "Sources.yaml", "sources.yml"))
    if random.random() < 0.5:
        (folder / "sources.yaml").unlink()
    places.save(folder / name, random.choice(FILES))


def _save(random: Random, folder: Path, entries: list[Any]) -> None:
    """Write sources as a citation manager would, in one of its ways."""
    form = random.choice(("list", "list", "references", "json", "json items"))
    if form.startswith("json"):
        (folder / "sources.yaml").unlink()
        text = json.dumps({"items": entries} if "items" in form else entries, indent=random.choice((None, 2, "\t")))
        places.save(folder / "sources.json", text)
        return
    data = {"references": entries} if form == "references" else entries
    places.save(folder / "sources.yaml", yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000))
