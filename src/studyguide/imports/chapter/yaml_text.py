"""YAML text: values in the form that authors write them in: plain where that is safe, quoted or folded where it is not.

`yaml_reader` reads every text back as it is here; tests write and read back any text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 100
"""The longest line of a text, where it can be divided."""
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~][^\n\t]*")
"""A text that begins with no indicator (YAML 1.2.2, 5.3)."""
_UNSAFE = re.compile(r":[ ?]|:$| #")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]")
"""Signs that end a text between brackets."""
_OTHER_TYPE = re.compile(
    r"(?i)y|n|yes|no|on|off|true|false|null|[-+]?[.\d][\d_,.:eE+-]*|0[xo][0-9a-f_]+|\d{4}-\d\d?-\d\d?.*|\.inf|\.nan"
)
"""Texts that other readers of YAML, such as editors with a schema, take for another type (YAML 1.1 and 1.2)."""
_ONE_SPACE = re.compile(r"(?<! ) (?! )")

Value = str | bool | int | Sequence[Any] | Mapping[str, Any]


def entry(fields: Mapping[str, Value], indent: int) -> list[str]:
    """The lines of a mapping in a list: the first begins with ``- `` after `indent` spaces."""
    first, *others = [line for key, value in fields.items() for line in _pair(key, value, indent + 2)]
    return [f"{' ' * indent}- {first.lstrip(' ')}", *others]


def pairs(fields: Mapping[str, Value], indent: int) -> list[str]:
    """The lines of a mapping, each key after `indent` spaces."""
    return [line for key, value in fields.items() for line in _pair(key, value, indent)]


def _pair(key: str, value: Value, indent: int) -> Iterator[str]:
    begin = f"{' ' * indent}{key}:"
    inline = _on_one_line(value)
    if inline is not None and len(begin) + len(inline) < WIDTH:
        yield f"{begin} {inline}"
    elif isinstance(value, str):
        yield from _text(begin, value, indent)
    elif isinstance(value, Mapping):
        yield begin
        yield from pairs(value, indent + 2)
    elif isinstance(value, Sequence):
        yield begin
        for each in value:
            yield from _item(each, indent + 2)
    else:
        yield f"{begin} {scalar(value)}"


def _item(value: Value, indent: int) -> Iterator[str]:
    inline = _on_one_line(value)
    if inline is not None and indent + len(inline) < WIDTH:
        yield f"{' ' * indent}- {inline}"
    elif isinstance(value, Mapping):
        yield from entry(value, indent)
    else:
        yield from _text(f"{' ' * indent}-", str(value), indent)


def _text(begin: str, text: str, indent: int) -> Iterator[str]:
    """A long text: folded at single spaces, or line by line if it has lines."""
    margin = " " * (indent + 2)
    lines = text.split("\n")
    if any(line != line.strip(" \t") for line in lines) or "\t" in text or not (lines[0] and lines[-1]):
        yield f"{begin} {scalar(text)}"
    elif lines[1:]:
        yield f"{begin} |-"
        yield from (f"{margin}{line}" if line else "" for line in lines)
    else:
        yield f"{begin} >-"
        yield from (f"{margin}{line}" for line in _folded(text, WIDTH - indent - 2))


def _folded(text: str, width: int) -> Iterator[str]:
    """The lines of a text that is divided only at single spaces, which is where YAML joins lines again."""
    line = ""
    for word in _ONE_SPACE.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _on_one_line(value: Value) -> str | None:
    if isinstance(value, str):
        return None if "\n" in value else scalar(value)
    return _flow(value)


def _flow(value: Value) -> str | None:
    """A value between brackets; None for a text of several lines, and for lists of mappings."""
    if isinstance(value, str):
        return None if "\n" in value else scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        parts = {key: _flow(each) for key, each in value.items()}
        return None if None in parts.values() else f"{{{', '.join(f'{key}: {part}' for key, part in parts.items())}}}"
    if isinstance(value, Sequence):
        if any(isinstance(each, Mapping) for each in value):
            return None
        entries = [_flow(each) for each in value]
        return None if None in entries else f"[{', '.join(map(str, entries))}]"
    return scalar(value)


def scalar(value: str | bool | int, *, in_flow: bool = False) -> str:  # noqa: FBT001 (a value, not an option)
    """A text, number or truth value on one line; `in_flow`: between brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if "\n" in value or "\t" in value:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    is_plain = _PLAIN.fullmatch(value) and not _UNSAFE.search(value) and value == value.rstrip()
    is_plain = is_plain and not (in_flow and _UNSAFE_IN_FLOW.search(value))
    return value if is_plain and not _OTHER_TYPE.fullmatch(value) else f"'{value.replace(chr(39), chr(39) * 2)}'"
