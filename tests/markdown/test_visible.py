"""What of a text reaches readers, a voice or a program: nothing of it may be missing, and nothing else is in it."""

import pytest

from studyguide import markdown


@pytest.mark.parametrize(
    ("text", "runs", "names"),
    [
        ("Plain words", ["Plain words"], []),
        ("A *ze*bra", ["A zebra"], []),
        ("A `ze` *b*", ["A ze b"], []),
        ("[Words](https://a.example/x)", ["Words"], ["https://a.example/x"]),
        ("[Words](#scene)", ["Words"], []),
        ("[Words](<>)", ["Words"], []),
        ('[Words](https://a.example "Title")', ["Words", "Title"], ["https://a.example"]),
        ("![A *lamp*](images/lamp.png)", ["", "A lamp"], ["images/lamp.png"]),
        ('![A lamp](lamp.png "Drawn by A")', ["", "Drawn by A", "A lamp"], ["lamp.png"]),
        ("[![Lamp](a.png)](https://b.example)", ["", "Lamp"], ["https://b.example", "a.png"]),
        ("It [@key, p. 12] is", ["It  is", "p. 12"], []),
        ("It [@key; @other, ch. 2; @third]", ["It ", "ch. 2"], []),
        ("One^[A *note* [@key, p. 3].] two", ["One two", "A note .", "p. 3"], []),
        ("[It]{lang=fr} is", ["It is"], []),
    ],
)
def test_all_that_is_visible_of_a_line(text, runs, names):
    found = markdown.visible(text, block=False)
    assert (found.runs, found.names) == (runs, names)


@pytest.mark.parametrize(
    ("text", "runs", "names"),
    [
        ("One *two*\nthree\n\nFour", ["One two three", "Four"], []),
        ("# Head\n\n- Item\n- [Two](https://a.example)", ["Head", "Item", "Two"], ["https://a.example"]),
        ("```\ncode\n```\n\nText", ["code\n", "Text"], []),
        ("One[^1].\n\n[^1]: The *note*.\n\n    More.", ["One.", "The note.", "More."], []),
        ("![A](a.png)\nCaption [@k, p. 1]", [" Caption ", "A", "p. 1"], ["a.png"]),
    ],
)
def test_all_that_is_visible_of_blocks(text, runs, names):
    found = markdown.visible(text, block=True)
    assert (found.runs, found.names) == (runs, names)
