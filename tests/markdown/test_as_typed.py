"""Text that somebody typed is printed with the same characters, and begins no markup."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyguide import markdown
from studyguide.markdown import as_typed

SIGNS = st.text(alphabet=st.sampled_from(list("ab 1.)\\`*_[]<>&!^#|+=~{}:-\n\"'@/;tp\xa0é")), max_size=60)


def words(text):
    return " ".join(text.replace("\n", " ").split(" ")).split()


@settings(max_examples=500)
@given(SIGNS)
def test_a_run_is_printed_as_it_was_typed(text):
    assert words(markdown.printed(as_typed.inline(text), block=False)) == words(text)
    assert markdown.references(as_typed.inline(text), block=False) == ()


@settings(max_examples=500)
@given(SIGNS)
def test_a_paragraph_is_printed_as_it_was_typed(text):
    assert words(markdown.printed(as_typed.paragraph(text), block=True)) == words(text)


@pytest.mark.parametrize("text", ["Who’s there?", "2 < 3 > 1", "Q&A", "50 % (or more)", "a - b"])
def test_plain_words_have_few_backslashes(text):
    assert as_typed.inline(text).replace("\\<", "<") == text


def test_lines_and_no_break_spaces_stay():
    assert as_typed.inline(" one \n\n two\xa0three ") == "one\\\ntwo\xa0three"
