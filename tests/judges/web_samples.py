"""A very small web edition that the judge accepts, and ways to spoil it."""

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


def write_folder(target: Path, *changes: tuple[str, str, str]) -> Path:
    """Write a good edition of two chapters, or one in which, in a file, a text has become another."""
    target.parent.mkdir(parents=True, exist_ok=True)
    web.write(publication(target.parent, FIRST, SECOND), theme.look("web"), target)
    for name, before, after in changes:
        text = (target / name).read_text("utf-8")
        assert before in text
        (target / name).write_text(text.replace(before, after, 1), "utf-8")
    return target
