"""Marks: what templates write for citations and lists of works, until both can be set."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

from studyguide.citations.document import Cluster

Form = Literal["text", "part"]
"""The form of a citation: in running text, or as a part of brackets with other words."""

MARK = re.compile(r'((?<!\s)\s*+)<x-cite in="(text|part)" of="([^"]*)"/>([.,]?)')
LIST = re.compile(r'<x-works(?: of="([^"]*)")?(?: none="([^"]*)")?/>\n?')


@dataclass(frozen=True)
class Mark:
    """A citation in a body."""

    cluster: Cluster
    form: str

    @classmethod
    def of(cls, match: re.Match[str]) -> "Mark":
        """The mark that was found."""
        return cls(tuple((key, locator) for key, locator in json.loads(unquote(match[3]))), match[2])


@dataclass(frozen=True)
class Marks:
    """The marks of citations in a body, and the keys of its lists of works; None for the list of all cited sources."""

    marks: tuple[Mark, ...]
    lists: tuple[list[str] | None, ...]

    @classmethod
    def of(cls, body: str) -> "Marks":
        """The marks in a body."""
        return cls(tuple(map(Mark.of, MARK.finditer(body))), tuple(map(keys_of, LIST.finditer(body))))


def mark(cluster: Cluster, form: Form) -> str:
    """A placeholder for a citation, which `citations.Citations.settled` replaces."""
    return f'<x-cite in="{form}" of="{quote(json.dumps(cluster))}"/>'


def works(keys: Sequence[str] | None, none: str = "") -> str:
    """A placeholder for the entries of all cited sources, or of `keys` in a list; `none` is said in place of a list."""
    of = "" if keys is None else f' of="{quote(json.dumps(list(keys)))}"'
    return f'<x-works{of} none="{quote(none)}"/>' if none else f"<x-works{of}/>"


def keys_of(match: re.Match[str]) -> list[str] | None:
    """The keys of a list of works; None for the list of all cited sources."""
    return None if match[1] is None else list(json.loads(unquote(match[1])))
