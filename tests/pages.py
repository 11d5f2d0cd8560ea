"""The pages of the documentation, read as Markdown: their links, headings, commands and examples."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path
    for path in (*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *ROOT.glob("docs/*.md"))
}
"""Every page that a person reads, by its name."""

_PARSER = MarkdownIt("commonmark").enable("table")
_PROMPT = re.compile(r"\s+#.*")


@cache
def tokens(name: str) -> tuple[Token, ...]:
    """Every token of a page, those inside lines too."""
    return tuple(each for token in _PARSER.parse(PAGES[name].read_text("utf-8")) for each in _with_children(token))


def _with_children(token: Token) -> Iterator[Token]:
    yield token
    yield from token.children or ()


def links(name: str) -> list[str]:
    """Where the links and pictures of a page lead."""
    found = (token.attrGet("href" if token.type == "link_open" else "src") for token in tokens(name))
    return sorted({str(link) for link in found if link})


def anchors(path: Path) -> set[str]:
    """The ids that a host of code gives the headings of a page."""
    parsed = _PARSER.parse(path.read_text("utf-8"))
    titles = (after.content for token, after in pairwise(parsed) if token.type == "heading_open")
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def code(name: str) -> list[str]:
    """Code inside the lines of a page, each once."""
    return list(dict.fromkeys(token.content for token in tokens(name) if token.type == "code_inline"))


def blocks(name: str, language: str) -> list[str]:
    """The blocks of code of a page in one language."""
    return [token.content for token in tokens(name) if token.type == "fence" and token.info.strip() == language]


def commands(name: str, program: str) -> list[list[str]]:
    """The arguments that a page gives a program, in its blocks and in its lines."""
    shell = (_PROMPT.sub("", line).strip() for block in blocks(name, "sh") for line in block.splitlines())
    found = [line for line in (*shell, *code(name)) if line.startswith(f"{program} ") and "…" not in line]
    return [shlex.split(line)[1:] for line in dict.fromkeys(found)]
