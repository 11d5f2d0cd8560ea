"""Arabic signs: commas, semicolons and quotation marks of the Arabic script, which citation styles do not have.

Styles write Latin ones between the parts of an entry. Those between words in Latin letters stay, and so do quotation
marks around one.
"""

import re

from studyguide.support.arabic_script import COMMA, SEMICOLON, is_script_of

_SIGNS = {",": COMMA, ";": SEMICOLON}
_STRAIGHT = frozenset(("&quot;", "&#34;"))
_OPENING, _CLOSING = {'"', "“", *_STRAIGHT}, {'"', "”", *_STRAIGHT}
_FOUND = re.compile(r'<[^>]*>|&[#\w]+;|[^\W\d_]|[,;](?=\s|$|<)|["“”]')
_LETTER = re.compile(r"(?:<[^>]*>|[^\w<]){0,20}([^\W_])")
"""The first letter after a sign, if it is near."""
_LAST_LATIN = "\u024f"


def written(html: str, language: str) -> str:
    """XHTML of a citation or an entry in a guide in a language; the same unless its script is the Arabic one."""
    if not is_script_of(language):
        return html
    is_latin = is_open = False

    def sign(match: re.Match[str]) -> str:
        nonlocal is_latin, is_open
        found = match[0]
        if found.isalpha():
            is_latin = found <= _LAST_LATIN
        elif found in _SIGNS:
            return found if is_latin and not _is_before_arabic(html, match.end()) else _SIGNS[found]
        elif is_open and found in _CLOSING:
            is_open = False
            return "»"
        elif found in _OPENING and _is_before_arabic(html, match.end()):
            is_open = True
            return "«"
        return found

    return _FOUND.sub(sign, html)


def _is_before_arabic(html: str, at: int) -> bool:
    letter = _LETTER.match(html, at)
    return bool(letter and letter[1] > "\u05ff")
