"""Program words: labels and months, which the program prints in any guide, such as *Scene*; they give nothing away."""

import re
from functools import cache

from studyguide.languages import labels
from studyguide.languages.labels import Labels


def is_ours(words: str, language: str = "en") -> bool:
    """Whether the program prints these words in any guide in a language; a guide's own `words` are its author's."""
    return re.search(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", _vocabulary(language), re.IGNORECASE) is not None


@cache
def _vocabulary(language: str) -> str:
    """All program words. Read only if a gated word is found, which is never the case in a sound guide."""
    found = Labels.of(language)
    said = (text for key, form in found.table.items() if labels.is_printed(key) for text in labels.texts(form))
    return "\n".join([*found.months, *(labels.without_placeholders(text) for text in said)])
