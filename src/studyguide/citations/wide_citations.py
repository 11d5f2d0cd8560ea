"""Wide signs: brackets, semicolons and counted parts of Chinese and Japanese, which citation styles do not have.

Styles write a word beside its number: *2 版*, *章 3*. Both languages say 第2版, 第3章. The commas and full stops
between the parts of an entry stay narrow, as lists of works have them in both.
"""

import re

from studyguide.support.han_script import has_wide_signs

_EDITION = re.compile(r"(?<![第\w])(\d+)(?:番目)?[ \u00a0]?(版)(?!\w)")
_PART = re.compile(
    r"(?<![^\s(（\[,;、>])([章行幕場场部節节卷巻期号页頁欄栏段])[ \u00a0](\d+(?:[-–～]\d+)?)(?!\d|[.:–～-]\d)"
)
_COLON = re.compile("：[ \u00a0]+")
_BRACKETS = re.compile(r"\((.*)\)", re.DOTALL)
_SEMICOLON = re.compile(r"; (?=<|\S)")


def counted(text: str, language: str) -> str:
    """A text or XHTML with its numbers inside what they count; the same in other languages."""
    if not has_wide_signs(language):
        return text
    return _PART.sub(r"第\2\1", _EDITION.sub(r"第\1\2", _COLON.sub("：", text)))


def bracketed(html: str, language: str) -> str:
    """A citation in a text, with wide brackets and semicolons; those of numbers in square brackets stay narrow."""
    if not has_wide_signs(language) or html.startswith("["):
        return html
    return _BRACKETS.sub(r"（\1）", _SEMICOLON.sub("；", html))
