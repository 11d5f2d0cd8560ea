"""YAML as other programs write it, or as nobody should: what a strict reader refuses, or reads as text."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.mutations import places

PLAIN = (
    "true", "Yes", "off", "null", "~", ".inf", "-.INF", ".nan", "1e999", "1" * 400, "-" + "9" * 5000, "0o17", "0b1",
    "1_0.5", "٣", "²", "½", "1,5", "1.", ".5", "+1", "2026-11-23", "2026-13-45", "2026-11-23 10:00:00 +25:00",
    "0000-00-00", "99999-01-01", "23:59:60", "=", "<<", "&", "*", "!", "!!", "|", ">", "|9", ">+", "|-0", "%", "@x",
    "`x`",
    "? x", "- x", ": x", "x:", "x: y", "#x", "x #y", '"', "'", '"x', "'x", '"x" y', "'it's'", "[", "]", "[x", "{",
    "}",
    "{x", "{x: }", "[,]", "{,}", "[a, , b]", "{a, b}", "{a: b: c}", "[[]]", "[a]: b", "{a: 1, a: 2}", "x\t", "\tx",
    "\\x41", '"\\', '"\\q"', "---", "...", "--- x", "\ufeffx", "x\x85y", "x\u2028y",
)  # fmt: skip
"""What may stand behind a key, as it is."""

ESCAPES = (
    r"\0", r"\x00", r"\a", r"\e[31m", r"\x7f", r"\x80", r"\N", r"\_", r"\L", r"\P", r"\uD800", r"\uDFFF",
    r"\ud83d\ude00",
    r"\uFFFE", r"\uFFFF", r"\uFDD0", r"\U0010FFFF", r"\U0001FFFE", r"\U00110000", r"\UFFFFFFFF", r"\u202E", r"\u200B",
    r"\uFEFF", r"\x1", r"\u12", r"\U0001F600", r"\/", r"\ ", "\\\n  x", r"\r\n", r"\t",
)  # fmt: skip

CONSTRUCTS = (
    "!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!!binary aGVsbG8=", "!!binary '?'",
    "!!int x", "!!float 1", "!!bool yes", "!!null ''", "!!set {a, b}", "!!omap [a: 1]", "!!timestamp 2026-11-23",
    "!!map {a: b}", "!!seq [a]", "!x y", "!<tag:yaml.org,2002:str> x", "!!str", "! x", "!!", "!%zz x", "!e!x y",
    "!" + "x" * 2000 + " y", "\n? a\n: b", "\n  ? [a, b]\n  : c", "{? a : b, ? : }", "\n---\nkind: prose", "\n...\n",
    "\n...\n%YAML 1.1\n---\na: b", "\n%TAG ! tag:example.org,2026:\n", "\n  - a\n - b", "|\n  a\n b",
    "|\n\n\n    a\n  b",
    ">\n\ta", "|2\n a", "|1\n  a", "'a\n  b\n\n  c'", '"a\n---\nb"', "a\n  b: c", "[a,\nb]", "{a: [b\n}", "[a]]",
    "{}}",
    "{a: }", '{"a":b}', '{"a":"b","c":["d"]}', "[a]:", "- - - a", "[" + "a, " * 3000 + "]",
    "{" + "a: b, " * 300 + "}",
)  # fmt: skip
"""The rest of YAML, behind a key."""

REFERENCES = (
    ("&a x", "*a"), ("*a", "&a x"), ("&a [*a]", "*a"), ("&a {a: *a}", "*a"), ("&a x", "&a y"), ("&é x", "*é"),
    ("&a {title: x}", "{<<: *a}"), ("x", "{<<: {a: b}}"), ("x", "{<<: [a, b]}"), ("&a", "*a"), ("&a x", "*a : b"),
    ("x", "*b"), ("x", "*"), ("x", "* a"), ("&a &b x", "*b"), ("&" + "a" * 5000 + " x", "y"), ("&a [b]", "[*a, *a]"),
)  # fmt: skip
"""An anchor and an alias, behind two keys."""


def plain_value(random: Random, folder: Path) -> None:
    """A value is written without the quotation marks that it needs."""
    _behind_key(random, folder, lambda _: random.choice(PLAIN))


def escape(random: Random, folder: Path) -> None:
    """A value in double quotation marks has escapes."""
    _behind_key(random, folder, lambda value: f'"{value[: random.choice((0, 9))]}{random.choice(ESCAPES)}"')


def construct(random: Random, folder: Path) -> None:
    """A value uses YAML as nobody should."""
    _behind_key(random, folder, lambda _: random.choice(CONSTRUCTS))


def reference(random: Random, folder: Path) -> None:
    """Two values are an anchor and an alias."""
    anchor, alias = random.choice(REFERENCES)

    def refer(lines: list[str], at: int) -> None:
        _replace(lines, at, lambda _: anchor)
        _replace(lines, random.randrange(len(lines)), lambda _: alias)

    places.edit_lines(random, folder, refer)


def bomb(random: Random, folder: Path) -> None:
    """Aliases of aliases of aliases: a few lines that would fill a memory."""
    depth = random.choice((3, 9, 40))
    levels = [f"  - &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, depth)]
    _behind_key(random, folder, lambda _: "\n".join(["", "  - &b0 [lol]", *levels]))


def _behind_key(random: Random, folder: Path, edit: Callable[[str], str]) -> None:
    places.edit_lines(random, folder, lambda lines, at: _replace(lines, at, edit))


def _replace(lines: list[str], at: int, edit: Callable[[str], str]) -> None:
    """Change the value of the first line from `at` on that has a key."""
    for number in [*range(at, len(lines)), *range(at)]:
        key, colon, value = lines[number].partition(": ")
        if colon:
            lines[number] = f"{key}: {edit(value)}"
            return
