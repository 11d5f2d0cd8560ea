"""Lists: several names in a sentence, as a language joins them."""

from collections.abc import Sequence

_FEW = 2


def together(names: Sequence[str], language: str) -> str:
    """``novel and film``; ``novel, film and play``."""
    if len(names) < _FEW:
        return "".join(names)
    from babel.lists import format_list  # late: few pages need it

    return str(format_list(list(names), locale=language.replace("-", "_")))
