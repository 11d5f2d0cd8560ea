"""Each character of a text is found in its file, in every form that YAML has for a text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.guide import read_file
from studyguide.guide.source_spans import line_and_column, spans
from studyguide.guide.upgrade.edits import Edit, applied
from studyguide.guide.upgrade.files import GuideFile

STYLES = [None, "'", '"', "|", ">"]
WORDS = st.text(st.sampled_from("ab'\"\\–é#:-,[]{}&*!%@`한😀"), min_size=1, max_size=6)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", " \n", "\n  "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=12).map(
    lambda parts: "".join(map("".join, parts)).strip()
)


def dumped(text, style, width, deep):
    """A file in which a text has a style, as PyYAML writes it."""
    value = {"items": [{"before": "x", "text": text, "after": "y"}]} if deep else {"text": text, "after": "y"}
    return yaml.dump(value, default_style=style, width=width, allow_unicode=True, sort_keys=False)


def read(source):
    tree = read_file.parse(source.encode(), "x.yaml")
    assert tree.problems == []
    path = next(path for path in tree.places if path[-1:] == ("text",))
    return GuideFile("x.yaml", source, tree), path


@given(TEXTS, st.sampled_from(STYLES), st.sampled_from([20, 60, 10_000]), st.booleans(), st.data())
def test_a_character_can_be_replaced_in_every_style(text, style, width, deep, data):
    source = dumped(text, style, width, deep)
    file, path = read(source)
    place = file.tree.places[path]
    assert file.value(path).strip() == text
    found = spans(place, text)
    assert found is not None
    at = data.draw(st.sampled_from([number for number, sign in enumerate(text) if not sign.isspace()]))
    start, end = found[at]
    line, column = line_and_column(place, start)
    offset = file.offset(type(place)("x.yaml", line, column))
    changed, _ = read(applied(source, [Edit(offset, offset + end - start, "“")]))
    expected = f"{text[:at]}“{text[at + 1 :]}"
    if changed.tree.problems == [] and at:  # the first character may decide the style
        assert changed.value(path).strip() == expected
    assert changed.tree.keys == file.tree.keys or not at


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        ("text: it's", "it's", ["i", "t", "'", "s"]),
        ("text: 'it''s'", "it's", ["i", "t", "''", "s"]),
        (r'text: "a\"\u201c\x41\U0001F600\\"', 'a"“A😀\\', ["a", r"\"", r"\u201c", r"\x41", r"\U0001F600", r"\\"]),
        ('text: "a\\\n  b"', "ab", ["a", "b"]),
        ("text: a\n  b", "a b", ["a", "\n  ", "b"]),
        ("text: 'a\n\n  b'", "a\nb", ["a", "\n\n  ", "b"]),
        ("text: |2\n    a\n  b\n", "a\nb", ["a", "\n  ", "b"]),
        ("text: >-\n  a\n\n  b", "a\nb", ["a", "\n\n  ", "b"]),
        ("text: |+\n\n  a\n   b\n\n", "a\n b", ["a", "\n   ", "\n   ", "b"]),
        ("{text: 'a  b', after: c}", "a  b", ["a", " ", " ", "b"]),
    ],
)
def test_spans_of_each_form(source, text, written):
    file, path = read(source)
    place = file.tree.places[path]
    assert [place.source[slice(*span)] for span in spans(place, text)] == written


def test_another_text_has_no_spans():
    file, path = read("text: abc")
    assert spans(file.tree.places[path], "abd") is None
    assert spans(file.tree.places[path], "abcd") is None


@pytest.mark.parametrize(
    "source",
    [
        "ある日の\n  暮方の。\n  Rashomon、東京 大阪。",
        "'ある日の\n  暮方の。\n  Rashomon、東京 大阪。'",
        '"ある\\u65e5の\n  暮方\\\n  の。\n  Rashomon、東京 大阪。"',
        ">-\n  ある日の\n  暮方の。\n  Rashomon、東京 大阪。\n",
    ],
)
def test_the_end_of_a_line_is_no_space_in_chinese_and_japanese(source):
    file, path = read(f"text: {source}")
    text, place = file.value(path), file.tree.places[path]
    assert text == "ある日の暮方の。Rashomon、東京 大阪。"
    found = spans(place, text)
    assert found
    said = [place.source[slice(*span)] for span in found]
    assert [sign for sign, written in zip(text, said, strict=True) if sign != written] in ([], ["日"])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("end of\n  a line", "end of a line"),
        ("서울의\n  밤", "서울의 밤"),
        ("映画\n  Film\n  映画", "映画 Film 映画"),
        ("हिंदी\n  भाषा", "हिंदी भाषा"),
        ("“说”\n  他，\n  “好”", "“说”他，“好”"),
        ("一段。\n\n  二段。", "一段。\n二段。"),
    ],
)
def test_it_is_a_space_in_other_languages(source, text):
    file, path = read(f"text: {source}")
    assert file.value(path) == text
