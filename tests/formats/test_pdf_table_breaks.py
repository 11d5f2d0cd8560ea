"""Tables that pages may divide, and those that they may not."""

import pytest

from studyguide.formats.pdf.layout.break_points import keep_tables_whole, let_rows_break
from studyguide.support import xhtml


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("A word", ["whole"]),
        ("word " * 600, []),
        (f"<ul>{'<li>A word</li>' * 5}</ul>", ["whole"]),
        (f"<ul>{'<li>A word</li>' * 60}</ul>", []),
    ],
)
def test_a_table_of_few_rows_is_whole_unless_a_cell_is_long(cell, expected):
    root = xhtml.parse(f"<section><table><tbody><tr><td>{cell}</td></tr></tbody></table></section>")
    let_rows_break(root)
    keep_tables_whole(root)
    (table,) = root.iter("table")
    assert xhtml.classes(table) == expected
    assert "tall" not in xhtml.classes(next(root.iter("tr"))) or not expected
