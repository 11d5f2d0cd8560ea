"""A very small web edition with a quiz that the judge accepts, and ways to spoil it."""

from pathlib import Path

from studyguide.formats import web
from studyguide.themes import theme
from tests.formats.epub_samples import publication

FIRST = """<section id="first" class="chapter" role="doc-chapter" aria-labelledby="first-title">
<h1 id="first-title">First</h1>
<p>A line of words to read.<span class="note">A note.</span> See <a class="ref" href="#tail">the tail</a>.</p>
<h2 id="table">Horses</h2><p><img src="images/dot.png" alt="A dot"/> Horses nobody can see.</p></section>"""
SECOND = """<section id="second" class="chapter" role="doc-chapter" aria-labelledby="second-title">
<h1 id="second-title">Second</h1><p>Nothing.</p><h2 id="tail">Tail</h2><p>The end.</p></section>"""

QUIZ = """<section id="quiz" class="chapter" role="doc-chapter" aria-labelledby="quiz-title">
<h1 id="quiz-title">Quiz</h1><h2 id="set">A set</h2>
<div class="entry question choice" id="q-one"><h3 class="label">Question 1</h3>
<p class="question-text">How many?</p><p class="meta"><a class="answer-link" href="#answer--q-one">Answer</a></p>
<ol class="options" type="A"><li>None</li><li>One</li><li>Two</li></ol></div>
<div class="entry question choice" id="q-two"><h3 class="label">Question 2</h3>
<p class="question-text">Which of these?</p><p class="meta"><a class="answer-link" href="#answer--q-two">Answer</a></p>
<ol class="options" type="A"><li>This</li><li>That</li><li>Those</li></ol></div>
<div class="entry question gap" id="q-gap"><h3 class="label">Question 3</h3>
<p class="question-text">Fill in.</p><p class="meta"><a class="answer-link" href="#answer--q-gap">Answer</a></p>
<p class="gapped">A <span class="gap">(1)</span> word, and <span class="gap">(2)</span>.</p></div></section>"""
ANSWERS = """<section id="answers" class="chapter answers" role="doc-appendix" aria-labelledby="answers-title">
<h1 id="answers-title">Answers</h1><h2 id="set--answers">A set</h2>
<div class="entry answer" id="answer--q-one" data-right="1"><h3>How many?</h3><p>One.</p></div>
<div class="entry answer" id="answer--q-two" data-right="0 2"><h3>Which of these?</h3><p>This, those.</p></div>
<div class="entry answer" id="answer--q-gap"><h3>Fill in.</h3><ol><li><span class="right-word">long</span> /
<span class="right-word">‘café’</span></li><li><span class="right-word">more</span></li></ol></div></section>"""


def write_folder(target: Path, *changes: tuple[str, str, str]) -> Path:
    """Write a good edition of two chapters, or one in which, in a file, a text has become another."""
    target.parent.mkdir(parents=True, exist_ok=True)
    web.write(publication(target.parent, FIRST, SECOND, QUIZ, ANSWERS), theme.look("web"), target)
    for name, before, after in changes:
        text = (target / name).read_text("utf-8")
        assert before in text
        (target / name).write_text(text.replace(before, after, 1), "utf-8")
    return target
