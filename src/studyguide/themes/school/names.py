"""The names of our styles that a school's document can have too. A test compares them with `formats.docx`."""

PARAGRAPHS = frozenset(
    {
        *("title", "subtitle", "heading 1", "heading 2", "heading 3", "toc heading", "toc 1", "toc 2", "header"),
        *("footer", "bibliography", "index 1", "index letter", "evidence", "numbered sentence", "term", "definition"),
        *(f"list {kind}{more}" for kind in ("bullet", "number", "continue") for more in ("", " 2", " 3")),
        *("pupil", "target", "care", "question", "question continued", "own number", "own letter", "question part"),
        *("choice", "tick box", "hint", "word bank", "starter", "gap text", "go further", "right answer"),
        *("sample answer", "cut here", "question text", "label", "chapter label", "where to look"),
        *("small heading 2", "small heading 3", "details", "speaker", "prompt", "chapter label below"),
        *("where to look in a task", "quote", "source of a text", "verse", "html preformatted", "box", "threshold"),
        *("picture note", "picture note in a task", "bar", "caption", "table text", "table head", "footnote text"),
    }
)
"""Styles of paragraphs, beside Normal."""

CHARACTERS = frozenset(
    {
        *("strong", "emphasis", "box label", "marks", "badge", "heading label", "source", "theme letter"),
        *("line number", "html code", "hyperlink", "footnote reference"),
    }
)
"""Styles of runs."""

TABLES = {"guide table": "guide table", "answer grid": "answer grid", "table grid": "answer grid"}
"""Styles of tables, and our style that each replaces; a later entry does not replace an earlier one."""

OURS_ALONE = frozenset({"answer line", "after table", "rule", "picture", "blank"})
"""Styles that are only a line, a space or a place; a document does not work without them."""

NORMAL = "normal"
"""The style that all others begin with; with the defaults of a document, it decides the text."""
