"""Mutations: a seeded author of mistakes, who damages a copy of a guide in one to three ways.

Each mutation is a function from a source of chance and a folder. They work on bytes, on lines, on the structure of the
YAML, on its values, and on files. The same seed makes the same damage.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.odd_pictures import PICTURES

Mutation = Callable[[Random, Path], None]

VALUES = [
    "", " ", "~", "no", "0", "-1", "1e400", "NaN", "9" * 30, "9" * 5000, "0x1F", "1_000", "12:34", "2010-02-30",
    "0001-01-01", "9999-12-31", "2026-11-23T00:00:00", "\u200b", "\xa0", "\u202e", "\ufeff", "\u2028", "\x85",
    "\x1b[31m",
    "\0", "\x07", "\ud7ff", "\U0001f469\u200d\U0001f52c", "ᚠᛇᚻ", "日本語", "עברית", "العربية", "हिन्दी", "ʻokina",
    "a\u0301" * 20,
    "&", "<", ">", "&amp;", "<b>bold</b>", "<script>alert(1)</script>", "]]>", "<!-- x -->", "{{ guide }}",
    "{% if x %}",
    "*", "**", "`", "```", "_", "~~x~~", "[", "]", "![", "![](x)", "![](images/face.png)", "![A face](images/face.png)",
    "![A face](images/gone.png)", "![x](https://example.org/x.png)", "![x](../../etc/passwd)", "[x](#)", "[](#plot)",
    "[x](#plot)", "[x](#nowhere)", "[x](https://[::1)", "[x](javascript:alert(1))", "[x](mailto:)", "[x](file:///etc)",
    "[@novel]", "[@novel, p. 3]", "[@novel, p. 3 & 4]", "[@novel, <i>]", "[@nobody]", "[@]", "[^1]", "^[a note]",
    "^[^[b]]",
    "# Heading", "#", "- a\n- b", "1. a\n\n   b", "> quoted", "| a | b |\n|---|---|\n| 1 | 2 |", "---", "***",
    "    code",
    "a\n\nb\n\nc", "\\", "\\\\", '"', "'", "“x”", "‘x’", "%", "@", "|", ">", ":", "x: y", "- x", "{a: b}", "[a, b]",
    "? x", "!x", "&x",
    "x #y", "x" * 80, "word " * 400, "W" * 4001, "https://example.org/" + "a" * 300, "[x]{lang=fr}", "[x]{lang=zz-QQ}",
    "[x]{lang=}", "mla", "apa", "ieee", "nature", "../../x", "quiet", "a5", "ending", "teacher", "plot", "works-cited",
    "term-x", "zz", "en", "de-DE", "he", "zh-Hant", "urn:x:y", "https://example.org", "index", "sheet", "page-map",
    "con",
]  # fmt: skip
"""What a value is replaced with, or gets at its end."""

SIGNS = [*"\t\xa0\u200b“”’\0\x1b\r\n:'\"{}[]|>*&!%@`,…é\ufeff\u2028\U0001f600<", ": ", " #", "- ", "^["]
"""What slips into a text."""


def mutate(folder: Path, seed: int) -> list[str]:
    """Damage the guide in `folder`; the names of the mutations."""
    random = Random(seed)  # noqa: S311 (nothing is secret)
    chosen = [random.choice(MUTATIONS) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    for mutation in chosen:
        mutation(random, folder)
    return [mutation.__name__ for mutation in chosen]


# Bytes


def flip_byte(random: Random, folder: Path) -> None:
    """One byte becomes another."""
    file, data = _any_file(random, folder)
    data[random.randrange(len(data))] = random.randrange(256)
    file.write_bytes(data)


def cut_bytes(random: Random, folder: Path) -> None:
    """Some bytes are lost."""
    file, data = _any_file(random, folder)
    start = random.randrange(len(data))
    del data[start : start + random.choice((1, 2, 10, 200))]
    file.write_bytes(data)


def truncate(random: Random, folder: Path) -> None:
    """A file ends too early."""
    file, data = _any_file(random, folder)
    file.write_bytes(data[: random.randrange(len(data))])


def insert_sign(random: Random, folder: Path) -> None:
    """A sign slips in."""
    file, text = _any_text(random, folder)
    place = random.randrange(len(text) + 1)
    file.write_text(text[:place] + random.choice(SIGNS) + text[place:], "utf-8", newline="")


def other_encoding(random: Random, folder: Path) -> None:
    """A file is saved in another encoding."""
    file, text = _any_text(random, folder)
    file.write_bytes(text.encode(random.choice(("utf-16", "latin-1", "cp1252", "utf-8-sig")), "replace"))


# Lines


def drop_line(random: Random, folder: Path) -> None:
    """A line is lost."""
    _edit_lines(random, folder, lambda lines, at: lines.pop(at))


def double_line(random: Random, folder: Path) -> None:
    """A line is written twice."""
    _edit_lines(random, folder, lambda lines, at: lines.insert(at, lines[at]))


def swap_lines(random: Random, folder: Path) -> None:
    """Two lines change places."""

    def swap(lines: list[str], at: int) -> None:
        other = random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]

    _edit_lines(random, folder, swap)


def indent_line(random: Random, folder: Path) -> None:
    """A line moves to the right or to the left."""

    def indent(lines: list[str], at: int) -> None:
        lines[at] = random.choice(
            (f" {lines[at]}", f"  {lines[at]}", f"\t{lines[at]}", lines[at][1:], lines[at].lstrip())
        )

    _edit_lines(random, folder, indent)


def curly_quotes(random: Random, folder: Path) -> None:
    """A word processor has changed the quotation marks of a line, or added some."""

    def curl(lines: list[str], at: int) -> None:
        key, colon, value = lines[at].partition(": ")
        lines[at] = f"{key}{colon}“{value}”" if colon else lines[at].replace("'", "’").replace('"', "“")

    _edit_lines(random, folder, curl)


def nest(random: Random, folder: Path) -> None:
    """Brackets in brackets, or lists in lists, too many of them."""
    depth = random.choice((5, 29, 31, 200, 3000))

    def bury(lines: list[str], at: int) -> None:
        key = lines[at].partition(":")[0]
        lines[at] = f"{key}: {random.choice(('[', '{a: '))}" + "[" * depth + "]" * depth

    _edit_lines(random, folder, bury)


# Structure and values


def drop_key(random: Random, folder: Path) -> None:
    """A key is left out."""

    def drop(tree: Any) -> None:
        parent, key = _spot(random, tree)
        del parent[key]

    _edit_tree(random, folder, drop)


def rename_key(random: Random, folder: Path) -> None:
    """A key is misspelt, or is another one of the guide."""

    def rename(tree: Any) -> None:
        parent, key = _spot(random, tree, dict)
        others = [str(name) for _, name in _spots(tree) if isinstance(name, str)]
        new = random.choice(
            (f"{key}s", str(key).upper(), str(key)[:-1], f"{key} ", random.choice(others), random.choice(VALUES))
        )
        parent[new] = parent.pop(key)

    _edit_tree(random, folder, rename)


def add_key(random: Random, folder: Path) -> None:
    """A key too many, or an optional one with a value that it may not have."""
    names = (
        "id",
        "spoiler",
        "sources",
        "seen",
        "status",
        "fact",
        "claims",
        "lines",
        "marks",
        "short",
        "theme",
        "paper",
        "high",
        "gates",
        "reading_age",
        "answers",
        "page_maps",
        "openings",
        "citation_style",
        "chapters",
        "reveals",
        "about",
        "number",
        "options",
        "words",
        "key_scenes",
        "phase",
        "work",
        "when",
        "note",
        "quotations",
    )

    def add(tree: Any) -> None:
        mappings = [tree, *(parent[key] for parent, key in _spots(tree))]
        random.choice([each for each in mappings if isinstance(each, dict)])[random.choice(names)] = _value(
            random, tree
        )

    _edit_tree(random, folder, add)


def change_value(random: Random, folder: Path) -> None:
    """A value becomes something else."""

    def change(tree: Any) -> None:
        parent, key = _spot(random, tree)
        parent[key] = _value(random, tree)

    _edit_tree(random, folder, change)


def change_text(random: Random, folder: Path) -> None:
    """A text gets an odd end, or becomes an odd text."""

    def change(tree: Any) -> None:
        parent, key = _spot(random, tree, held=str)
        parent[key] = random.choice((str(parent[key]) + random.choice((" ", "", "\n\n")), "")) + random.choice(VALUES)

    _edit_tree(random, folder, change)


def swap_values(random: Random, folder: Path) -> None:
    """Two values change places."""

    def swap(tree: Any) -> None:
        one, key = _spot(random, tree, held=str)
        two, other = _spot(random, tree, held=str)
        one[key], two[other] = two[other], one[key]

    _edit_tree(random, folder, swap)


def double_entry(random: Random, folder: Path) -> None:
    """An entry of a list stands there twice, or many times."""

    def double(tree: Any) -> None:
        parent, key = _spot(random, tree, list)
        parent[key:key] = [parent[key]] * random.choice((1, 1, 30))

    _edit_tree(random, folder, double)


def many_entries(random: Random, folder: Path) -> None:
    """A list has far more entries, each with an id of its own."""

    def multiply(tree: Any) -> None:
        parent, key = _spot(random, tree, list)
        pattern = parent[key]
        for number in range(random.choice((5, 40))):
            parent.append({**pattern, "id": f"more-{number}"} if isinstance(pattern, dict) else f"{pattern} {number}")

    _edit_tree(random, folder, multiply)


# Files


def lose_file(random: Random, folder: Path) -> None:
    """A file is not there, or is a folder, or a link to nowhere."""
    file = _file(random, folder, ("*.yaml", "*.md", "images/*"))
    file.unlink()
    random.choice(
        (lambda: None, file.mkdir, lambda: file.symlink_to("nowhere"), lambda: file.symlink_to("/etc/hostname"))
    )()


def rename_file(random: Random, folder: Path) -> None:
    """A file has another name."""
    file = _file(random, folder, ("*.yaml", "*.md", "images/*"))
    names = (
        file.name.capitalize(),
        f"{file.stem}.yml",
        f"{file.stem}.txt",
        f"{file.name}.bak",
        f"{file.stem} 2{file.suffix}",
        f"{file.stem}\x1b[31m{file.suffix}",
        f"{file.stem}é{file.suffix}",
        file.name.upper(),
        "guide.yaml",
    )
    file.rename(file.with_name(random.choice(names)))


def stray_file(random: Random, folder: Path) -> None:
    """A file too many."""
    name = random.choice(
        ("Thumbs.db", "desktop.ini", "~$plot.docx", ".DS_Store", "notes.txt", "plot.yml", "more.yaml", "a.md")
    )
    (folder / random.choice(("", "chapters", "images")) / name).write_bytes(b"\0\1 nothing")


def other_picture(random: Random, folder: Path) -> None:
    """A picture is another one, or none at all."""
    _file(random, folder, ("images/*",)).write_bytes(random.choice(PICTURES)())


def odd_picture(random: Random, folder: Path) -> None:
    """A text shows a picture of a kind that is seldom seen, under its right suffix or a wrong one."""
    suffix = random.choice((".png", ".png", ".jpg", ".svg", ".svg", ".webp"))
    made = random.choice([make for make in PICTURES if suffix == ".webp" or make.__name__.startswith(suffix[1:])])
    (folder / f"images/odd{suffix}").write_bytes(made())
    with (folder / "chapters/about.md").open("a", encoding="utf-8") as file:
        file.write(f"\n\n![Something odd](images/odd{suffix})\nA caption.\n")


# Helpers


def _edit_lines(random: Random, folder: Path, edit: Callable[[list[str], int], Any]) -> None:
    file, text = _any_text(random, folder)
    lines = text.split("\n")
    edit(lines, random.randrange(len(lines)))
    file.write_text("\n".join(lines), "utf-8", newline="")


def _edit_tree(random: Random, folder: Path, edit: Callable[[Any], None]) -> None:
    """Change the keys and values of a file; one that cannot be read any more stays as it is."""
    file, text = _any_text(random, folder)
    body = ""
    if file.suffix == ".md":
        _, text, body = (*text.split("---\n", 2), "", "")[:3]
    try:
        tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes texts of all values)
        edit(tree)
        text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)
    except (yaml.YAMLError, ValueError, IndexError, TypeError, AttributeError, RecursionError):
        return
    file.write_text(f"---\n{text}---\n{body}" if file.suffix == ".md" else text, "utf-8", newline="")


def _spots(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every value in a tree, as what holds it and the key or number under which it does."""
    for key, value in (
        [*tree.items()] if isinstance(tree, dict) else [*enumerate(tree)] if isinstance(tree, list) else ()
    ):
        yield tree, key
        yield from _spots(value)


def _spot(random: Random, tree: Any, parent: type = object, held: type = object) -> tuple[Any, Any]:
    """One of them, in a `parent` and with a value of the type `held`. Raises `IndexError` where there is none."""
    return random.choice([(p, k) for p, k in _spots(tree) if isinstance(p, parent) and isinstance(p[k], held)])


def _value(random: Random, tree: Any) -> Any:
    """Something to put in the place of a value."""
    text = random.choice(VALUES)
    holder, key = random.choice([*_spots(tree)])
    return random.choice((text, text, text, [text], {"id": text}, [], {}, [[text]], [None], None, holder[key]))


def _file(random: Random, folder: Path, patterns: tuple[str, ...]) -> Path:
    found = sorted({path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()})
    return random.choice(found)


def _any_file(random: Random, folder: Path) -> tuple[Path, bytearray]:
    file = _file(random, folder, ("*.yaml", "*.md", "images/*"))
    return file, bytearray(file.read_bytes() or b"\n")


def _any_text(random: Random, folder: Path) -> tuple[Path, str]:
    file = _file(random, folder, ("*.yaml", "*.md"))
    return file, file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


MUTATIONS: tuple[Mutation, ...] = (
    flip_byte, cut_bytes, truncate, insert_sign, other_encoding, drop_line, double_line, swap_lines, indent_line,
    curly_quotes, nest,
    drop_key, rename_key, add_key, add_key, change_value, change_value, change_text, change_text, change_text,
    swap_values,
    double_entry, many_entries, lose_file, rename_file, stray_file, other_picture, odd_picture, odd_picture,
)  # fmt: skip


def copied(source: Path, target: Path) -> Path:
    """A copy of a guide to be damaged, in a folder that must not be there yet."""
    return Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__")))
