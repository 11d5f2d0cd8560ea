"""The specimen in a pseudo-language: each Latin letter of its texts and of all labels is another sign.

What is left in Latin letters in a built file is a word that stands in the program instead of the table of labels. The
language is Greek, whose months and citations have no Latin letters either.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from studyguide.languages.tables import Form, table
from tests.filled_guide import Filled

SIGN = "ω"
LANGUAGE = "el"
LETTERS = "абвгдежзиклмнопрстуфхцчшщы"
"""As many as the letters that number options."""
LATIN = re.compile("[A-Za-z]")
PLACEHOLDER = re.compile(r"(\{[a-z_]+\})")
ADDRESS = re.compile(r"(?:https?://|www\.|urn:)\S+|^[a-z0-9-]+(?:\.[a-z0-9-]+)+$")
"""Addresses, and domains of addresses."""


def turned(form: Form) -> Form:
    """A label with other signs in place of its letters; placeholders stay."""
    if isinstance(form, str):
        return "".join(part if odd % 2 else LATIN.sub(SIGN, part) for odd, part in enumerate(PLACEHOLDER.split(form)))
    return {name: turned(each) for name, each in form.items()}


def words() -> dict[str, Form]:
    """Own words in place of every label that is printed."""
    printed = {key: form for key, form in table().items() if not key.startswith("language.")}
    return {**{key: turned(form) for key, form in printed.items()}, "choice.letters": LETTERS}


class PseudoGuide(Filled):
    """The specimen on a disk, with own words, such as `words`.

    `chapters` are those that its first edition, for teachers, has.
    """

    def __init__(self, folder: Path, own: Mapping[str, Form] | None = None, language: str = LANGUAGE) -> None:
        self._own, self._language = words() if own is None else own, language
        super().__init__(folder, [SIGN * 3])
        for picture in folder.glob("images/*.svg"):
            title = re.compile("<title>.*</title>")
            picture.write_text(title.sub(f"<title>{SIGN}</title>", picture.read_text("utf-8")), "utf-8")

    def _write(self, name: str, data: Any) -> None:
        if name == "guide.yaml":
            data["editions"][0] |= {"audience": "teacher", "answers": "all"}
            data |= {"language": self._language, "words": dict(self._own), "allow": []}
            data["spoilers"] = dict.fromkeys(data["spoilers"], SIGN)
        super()._write(name, without_codes(data))

    def _next(self, where: str, part: str = "", *, markdown: bool = False) -> str:
        number = len(self.fields)
        super()._next(where)
        return f"{SIGN * 3} {number}"


def without_codes(data: Any) -> Any:
    """The same data with numbers for the codes of standards, which are printed as they are."""
    if isinstance(data, dict):
        return {
            key: coded(value) if key in {"code", "standards"} else without_codes(value) for key, value in data.items()
        }
    return [without_codes(each) for each in data] if isinstance(data, list) else data


def coded(value: Any) -> Any:
    """A code, or several, without letters; longer data without codes in it."""
    if isinstance(value, str):
        return str(len(value))
    if isinstance(value, list):
        return [coded(each) if isinstance(each, str) else without_codes(each) for each in value]
    return value


def left(texts: Sequence[str]) -> list[str]:
    """The texts that still have Latin letters, apart from addresses and placeholders that a script fills in."""
    return [text.strip() for text in dict.fromkeys(texts) if LATIN.search(PLACEHOLDER.sub("", ADDRESS.sub("", text)))]
