"""Program words: words that templates and labels print in any guide, such as *Scene*; they give nothing away."""

import ast
import calendar
import re
from collections.abc import Iterator
from functools import cache

from studyguide.support.paths import PACKAGE, templates_folder

_LABELS = ("handouts/kinds/*.py", "render/**/*.py", "build/page_map.py")
"""Modules whose strings are printed."""
_CODE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_QUOTED = re.compile(r'"([^"<>{}]*)"')
_SPOKEN = re.compile(r'(?:aria-label|alt|title|data-label)="([^"]*)"')


def is_ours(words: str) -> bool:
    """Whether the program prints these words in any guide."""
    return re.search(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", _vocabulary(), re.IGNORECASE) is not None


@cache
def _vocabulary() -> str:
    """All program words. Read only if a gated word is found, which is never the case in a sound guide."""
    return "\n".join([*calendar.month_name, *_of_templates(), *_of_modules()])


def _of_templates() -> Iterator[str]:
    for file in sorted(templates_folder().rglob("*.j2")):
        text = file.read_text("utf-8")
        for code in _CODE.findall(text):
            if not code.startswith("{#"):
                yield from _QUOTED.findall(code)
        bare = _CODE.sub("\n", text)
        yield from _SPOKEN.findall(bare)
        yield re.sub(r"<[^>]*>", "\n", bare)


def _of_modules() -> Iterator[str]:
    for pattern in _LABELS:
        for file in sorted(PACKAGE.glob(pattern)):
            tree = ast.parse(file.read_text("utf-8"))
            said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                    yield node.value
