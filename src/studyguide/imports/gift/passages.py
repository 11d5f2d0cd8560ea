"""Passages in GIFT: a quotation in a question, which students read before they answer."""

from typing import Any

from studyguide.imports.gift.html_text import Paragraph
from studyguide.imports.gift.texts import Texts
from studyguide.markdown import as_typed


def extract(read: list[Paragraph] | str, texts: Texts) -> dict[str, Any] | None:
    """The keys of a question about a passage, with one part; None if the text is not of this form.

    The form: what to do, the quotation, optionally its source, and the question, each in paragraphs of their own.
    """
    sorts = "" if isinstance(read, str) else "".join("q" if each.sort == "blockquote" else each.sort for each in read)
    before, quoted, after = sorts.partition("q")
    after = after.lstrip("q")
    if isinstance(read, str) or not quoted or not before or {*before} != {"p"} or after not in {"p", "pp"}:
        return None
    first, last = len(before), len(sorts) - len(after)
    passage = "\n\n".join(as_typed.opened(texts.joined([each])) for each in read[first:last])
    source = {"source": texts.joined([read[last]])} if after == "pp" else {}
    return {
        "type": "extract",
        "question": texts.joined(read[:first]),
        "extract": passage,
        **source,
        "parts": [{"question": texts.joined([read[-1]])}],
    }
