"""GIFT as Moodle reads it: every type, escapes, formats, comments, categories; and what has no place in a guide."""

import time

import pytest

from studyguide import markdown
from studyguide.imports.found import Defaults
from studyguide.imports.gift import items
from studyguide.support.errors import UsageError


def read(text, phase="after"):
    return items.read(text.encode(), "q.gift", Defaults(phase, "Fill in *it*."))


def one(text):
    found = read(text)
    assert found.refused == ()
    (only,) = found.questions
    return {key: value for key, value in only.fields.items() if key != "phase"}


CASES = {
    "Is it? {T}": {"type": "true-false", "question": "Is it?", "is_true": True},
    "Is it? { false }": {"type": "true-false", "question": "Is it?", "is_true": False},
    "Who? {=Ann =Annie}": {"type": "short", "question": "Who?", "answer": "Ann", "accept": ["Annie"]},
    "Who? {Ann}": {"type": "short", "question": "Who?", "answer": "Ann"},
    "Who? {=%100%Ann ####Look up.}": {"type": "short", "question": "Who?", "answer": "Ann", "points": ["Look up."]},
    "When? {#1818}": {"type": "short", "question": "When?", "answer": "1818"},
    "When? {#=1818:0}": {"type": "short", "question": "When?", "answer": "1818"},
    "Why? {}": {"type": "essay", "question": "Why?"},
    "Who? {~Ben =Ann#Right. ~Cem#No.}": {
        "type": "choice",
        "question": "Who?",
        "options": ["Ben", "Ann", "Cem"],
        "answer": "Ann",
        "feedback": [{"option": "Ann", "text": "Right."}, {"option": "Cem", "text": "No."}],
    },
    "Who? {~%33.33333%a ~%33.333%b ~%33.33%c ~%-33.33333%d ~e}": {
        "type": "choice",
        "question": "Who?",
        "options": ["a", "b", "c", "d", "e"],
        "answers": ["a", "b", "c"],
    },
    "Who? {=a -> 1 =b -> 2 = -> 3}": {
        "type": "matching",
        "question": "Who?",
        "pairs": [{"left": "a", "right": "1"}, {"left": "b", "right": "2"}],
        "distractors": ["3"],
    },
    "It is {=red =dark red} today.": {
        "type": "gap",
        "question": r"Fill in \*it\*.",
        "gapped": "It is {red|dark red} today.",
    },
    "It is {~red =blue} today.": {
        "type": "choice",
        "question": r"It is \_\_\_\_\_ today.",
        "options": ["red", "blue"],
        "answer": "blue",
    },
    r"Is \{a\|b\} \= \~\#\:\\ {=\{x|y\}} so?": {
        "type": "gap",
        "question": r"Fill in \*it\*.",
        "gapped": r"Is \{a\\|b\} = ~#:\\ {\{x\|y\}} so?",
    },
    r"One\ntwo {}": {"type": "essay", "question": "One\\\ntwo"},
    "One\ntwo {}": {"type": "essay", "question": "One\\\ntwo"},
    "[html]One\ntwo<br/>three {}": {"type": "essay", "question": "One two\\\nthree"},
    "[markdown]*One* **two** {=a_b}": {"type": "short", "question": "*One* **two**", "answer": r"a\_b"},
    "[plain]*One* <b>two</b> {}": {"type": "essay", "question": r"\*One\* \<b>two\</b>"},
    "[html]<p>In <i>Jaws</i>&nbsp;<b>who</b>, <code>a*b</code> or <span lang='fr'>lui</span>?</p> {}": {
        "type": "essay",
        "question": "In *Jaws*\xa0**who**, `a*b` or [lui]{lang=fr}?",
    },
    '[html]See <a href="https\\://example.org/a_b">here</a> {}': {
        "type": "essay",
        "question": "See [here](<https://example.org/a_b>)",
    },
    "2 < 3 & 4 > 1? {T}": {"type": "true-false", "question": r"2 \< 3 & 4 > 1?", "is_true": True},
    "[html]<p>One</p><p>two</p> {}": {"type": "essay", "question": "One\\\ntwo"},
    "[html]<p>Read.</p><blockquote><p># A</p><p>b</p></blockquote><p>A <i>book</i></p><p>Why?</p>{####<li>c</li>}": {
        "type": "extract",
        "question": "Read.",
        "extract": "\\# A\n\nb",
        "source": "A *book*",
        "parts": [{"question": "Why?", "points": ["c"]}],
    },
    "[html]<blockquote>Only a quotation</blockquote><p>Why?</p> {}": {
        "type": "essay",
        "question": "Only a quotation\\\nWhy?",
    },
}


@pytest.mark.parametrize("text", CASES)
def test_each_form_is_read(text):
    assert one(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Only words.", "it is a description"),
        ("Who? {=a", "One of the braces"),
        ("Who? =a}", "One of the braces"),
        ("Who? {=a} or {=b}?", "more than one pair of braces"),
        ("Who? {=An*}", "A star in one of its answers"),
        ("Who? {=a =%50%b}", "a part of the mark"),
        ("Who? {=a ~%50%b}", "a smaller part of the mark"),
        ("Who? {~%50%a ~%25%b ~%25%c}", "a smaller part of the mark"),
        ("Who? {~%50%a ~b}", "a smaller part of the mark"),
        ("Who? {=a =b ~c}", "students choose one"),
        ("Who? {~a ~b}", "None of its options is right"),
        ("When? {#1818:5}", "a number with a range"),
        ("When? {#1..5}", "a number with a range"),
        ("When? {#=1 =2}", "a number with a range"),
        ("Who? {=a -> 1 =b}", "no text on the right"),
        ("Is it {T} so?", "a text after its answers"),
        ("<img src='a.png'> {}", "It has a picture"),
        ("x<sup>2</sup> {}", "raised letters"),
        ("[html]<ul><li>a</li></ul> {}", "It has a list"),
        ("[html]<table></table> {}", "It has a table"),
        ("[html]<script>x</script> {}", "It has <script>"),
        ("[html]<a href='javascript\\:x'>y</a> {}", "not a web address"),
        ("[html]" + "<b>" * 60 + "x {}", "more than 50 elements"),
        ("x" * 60_000 + " {}", "60,003 characters"),
        ("Who? {= }", "One of its answers is empty"),
    ],
)
def test_what_has_no_place_in_a_guide_is_refused_at_its_line(text, words):
    found = read(f"// a comment\n\nFirst? {{T}}\n\n{text}\n\nLast? {{T}}")
    assert [each.line for each in found.questions] == [3, 7]
    ((problem),) = found.refused
    assert (problem.file, problem.line) == ("q.gift", 5)
    assert words in problem.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Is it? {T#no#yes}", "Its feedback is left out"),
        ("Who? {=a#yes}", "The feedback on its answers is left out"),
        ("When? {#3}", "letter by letter"),
        ("Who? {=a ~%-20%b}", "takes off for wrong options"),
        ("[html]<u>Who</u>? {}", "Its look is left out where it has <u>"),
        ("[html]<span style='color\\:red'>Who</span>? {}", "styles of its own"),
        ("[html]a<i>, b</i>c {}", "italics, links or languages are left out"),
    ],
)
def test_what_is_left_out_of_a_question_is_said(text, words):
    found = read(text)
    assert len(found.questions) == 1
    assert words in "".join(each.message for each in found.remarks)


def test_our_own_weights_need_no_remark():
    assert read("Who? {~%50%a ~%-50%b ~%50%c}").remarks == ()


def test_titles_categories_and_comments_are_no_part_of_a_question():
    found = read(
        "$CATEGORY: $course$/top/Films//books\n::Q 1\\: a::Who? {T}\n\n// [tag:x]\n::q-two:: Why?\n// more\nSo? {}\n\n"
        "$CATEGORY: top/Two\n\nWhen? {T}\n"
    )
    told = [(each.line, each.set_title, each.wanted_id, each.words) for each in found.questions]
    assert told == [
        (2, "Films/books", "Q 1: a", "Who?"),
        (5, "Films/books", "q-two", "Why? So?"),
        (11, "Two", "", "When?"),
    ]


def test_without_a_phase_every_question_is_refused():
    found = read("Who? {T}\n\nWhy? {}", phase=None)
    assert [each.line for each in found.refused] == [1, 3]
    assert "Add --phase" in found.refused[0].message


def test_a_long_file_is_read_in_linear_time_and_a_longer_one_refused():
    start = time.process_time()
    assert len(read("::T:: Who is it? {~a =b#c ~d}\n\n" * 2_000).questions) == 2_000
    with pytest.raises(UsageError, match="more than 2,000 questions"):
        read("Who? {T}\n\n" * 100_000)
    for sign in "{<&[*\\":
        read(sign * 45_000)
        read(f"[html]{sign * 45_000} {{}}")
    assert time.process_time() - start < 20


def test_hostile_text_stays_text():
    text = "![x](images/a.png) [@key] [y](#id) ^[n] <b> {lang\\=fr} \\{gap\\}"
    found = one(f"[plain]{text.replace('{lang', chr(92) + '{lang').replace('fr}', 'fr' + chr(92) + '}')} {{=a}} end")
    whole = markdown.printed(found["gapped"], block=False)
    assert whole == "![x](images/a.png) [@key] [y](#id) ^[n] <b> {lang=fr} {gap} {a} end"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Who? {=a}\nWhen? {=b}\nWhy? {}", "Put one between all questions."),
        ("Who?\nA. Ann\nB. Ben\nANSWER: A", "format Aiken"),
    ],
)
def test_lines_that_moodle_would_not_read_either_are_told_how_to_become_questions(text, words):
    ((problem),) = read(text).refused
    assert words in problem.message
