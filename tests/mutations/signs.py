"""Damage to the bytes and signs of a file."""

from pathlib import Path
from random import Random

from tests.mutations import places
from tests.mutations.values import SIGNS

ENCODINGS = (
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-8-sig", "mac-roman", "cp037", "utf-7",
    "shift-jis"
)  # fmt: skip

BROKEN = (
    b"\0", b"\0" * 5000, b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80",
    b"\xed\xa0\xbd\xed\xb8\x80", b"\xe2\x80",
    b"\xf4\x90\x80\x80", b"\xef\xbf\xbe", b"\x80", b"\x1a", b"\x0c", b"\x7f", b"\xc2\x85", b"\xe2\x80\xa9", b"\r",
    b"\n\r",
)  # fmt: skip
"""Bytes alone, too long forms, surrogates, half a sign, signs beyond Unicode, controls, line ends."""


def flip_byte(random: Random, folder: Path) -> None:
    """One byte becomes another."""
    file, data = places.any_file(random, folder)
    data[random.randrange(len(data))] = random.randrange(256)
    file.write_bytes(data)


def cut_bytes(random: Random, folder: Path) -> None:
    """Some bytes are lost."""
    file, data = places.any_file(random, folder)
    start = random.randrange(len(data))
    del data[start : start + random.choice((1, 2, 10, 200))]
    file.write_bytes(data)


def truncate(random: Random, folder: Path) -> None:
    """A file ends too early."""
    file, data = places.any_file(random, folder)
    file.write_bytes(data[: random.randrange(len(data))])


def insert_sign(random: Random, folder: Path) -> None:
    """A sign slips in."""
    file, text = places.any_text(random, folder)
    place = random.randrange(len(text) + 1)
    file.write_text(text[:place] + random.choice(SIGNS) + text[place:], "utf-8", newline="")


def other_encoding(random: Random, folder: Path) -> None:
    """A file is saved in another encoding."""
    file, text = places.any_text(random, folder)
    file.write_bytes(text.encode(random.choice(ENCODINGS), "replace"))


def broken_encoding(random: Random, folder: Path) -> None:
    """Bytes that are no UTF-8, NUL, or line ends of other systems are in a file."""
    file, data = places.any_file(random, folder)
    place = random.randrange(len(data) + 1)
    data[place:place] = random.choice(BROKEN)
    file.write_bytes(
        random.choice((bytes(data), bytes(data), data.replace(b"\n", b"\r"), data.replace(b"\n", b"\r\n")))
    )
