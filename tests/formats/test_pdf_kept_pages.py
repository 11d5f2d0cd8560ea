"""A part that is laid out again, with pages kept, looks like the part laid out as a whole, whatever was edited."""

import random
from itertools import count

import pytest

from studyguide.formats.pdf.layout.html import bodies
from studyguide.formats.pdf.weasy.box_shapes import Change
from studyguide.formats.pdf.weasy.patch_kept_pages import _changed_pages, _place, _shifted
from studyguide.formats.pdf.workers.messages import Job
from studyguide.formats.pdf.workers.worker import Worker
from studyguide.support.cache import digest
from studyguide.themes import theme
from tests.formats.pdf_samples import publication

WORDS = ["a", "some", "heron", "watches", "grey", "northern", "water", "Constantinople", "until", "evening,", "quietly"]
MARK = '<span class="note" role="doc-footnote">A note on {}.</span>'
EDITS = 8


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch):
    """Fonts are dated by the second in which they are cut."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


class Text:
    """A chapter of many blocks that changes at random; blocks are lists of pieces of markup."""

    def __init__(self, seed):
        self.random, self._ids = random.Random(seed), count(1)  # noqa: S311
        self.blocks = [self.block() for _ in range(26)]

    def words(self, most=90):
        return " ".join(self.random.choices(WORDS, k=self.random.randint(2, most)))

    def block(self):
        kind = self.random.choice(
            ["paragraph"] * 5 + ["title", "part", "list", "table", "note", "columns", "group", "reference"]
        )
        pieces = [
            self.words(9 if kind in {"title", "part", "table"} else 90) for _ in range(self.random.randint(2, 12))
        ]
        return [kind, f"b{next(self._ids)}", *pieces]

    def edit(self):
        """Change something; what was done."""
        block = self.random.choice(self.blocks)
        at = self.blocks.index(block)
        done = self.random.choice(
            ["word", "word", "words", "add block", "remove block", "add piece", "remove piece", "swap"]
        )
        if done == "word":
            block[2] = f"zebra {block[2]}"
        elif done == "words":
            block[-1] = self.words()
        elif done == "add block":
            self.blocks.insert(at, self.block())
        elif done == "remove block" and len(self.blocks) > 8:
            self.blocks.remove(block)
        elif done == "add piece":
            block.insert(self.random.randint(2, len(block)), self.words(9))
        elif done == "remove piece" and len(block) > 4:
            block.pop()
        elif done == "swap":
            self.blocks[at], self.blocks[0] = self.blocks[0], self.blocks[at]
        return done, block[0]

    def markup(self):
        return "".join(map(self._markup, self.blocks))

    def _markup(self, block):
        kind, name, first, *rest = block
        return {
            "paragraph": f"<p>{first}</p>",
            "title": f'<h2 id="{name}">{first}</h2><p>{" ".join(rest)}</p>',
            "part": f'<section><h3 id="{name}">{first}</h3><div><p>{"</p><p>".join(rest)}</p></div></section>',
            "list": f'<ol id="{name}"><li>{first}</li>{"".join(f"<li>{each}</li>" for each in rest)}</ol>',
            "table": f"<table><thead><tr><th>{first}</th><th>Other</th></tr></thead><tbody>"
            f"{''.join(f'<tr><td>{each}</td><td>{len(each)}</td></tr>' for each in rest)}</tbody></table>",
            "note": f"<p>{first} {MARK.format(rest[-1][:80])} {' '.join(rest)}</p>",
            "reference": f'<p id="{name}">{first}<span class="page-ref" data-ref="{name}"></span> {rest[-1]}</p>',
            "columns": f'<ul class="in-two">{"".join(f"<li>{each[:40]}</li>" for each in (first, *rest))}</ul>',
            "group": f"<blockquote><p>{first}</p><p>{rest[-1]}</p></blockquote>",
        }[kind]


def job(text, number=1, last=1, *, draft=False):
    """A layout of the text; all its references have this number, but the last one has another."""
    (body,) = bodies(publication(text.markup()))
    skeleton = body.html(dict.fromkeys(body.targets, 0), 1)
    numbers = dict.fromkeys(body.targets, number) | dict.fromkeys(body.targets[-1:], last)
    html = body.html(numbers, 1)
    return Job(0, body.ids, html, digest(skeleton.encode()), 1, numbers, (), body.notes, draft=draft)


def faces(worker, asked, laid):
    return [worker.page((asked, place)) for place in range(laid.pages)]


@pytest.mark.pages
@pytest.mark.parametrize(("seed", "name"), [(1, "quiet"), (2, "quiet"), (3, "quiet"), (4, "large-print")])
def test_pages_are_those_of_a_whole_layout_after_any_edit(seed, name):
    text, look, about = Text(seed), theme.look("pdf", theme=name), publication("")
    keeping = Worker(about, look, keeps_pages=True)
    for edit in range(EDITS if name == "quiet" else EDITS // 2):
        done = text.edit() if edit else "nothing"
        asked = job(text, text.random.choice([48, 52]), text.random.choice([9, 108]))
        fresh = Worker(about, look)
        keeping.lay_out(job(text, 88, 88, draft=True))  # as every version begins
        expected = fresh.lay_out(asked)
        assert keeping.lay_out(asked) == expected, (edit, done)
        assert faces(keeping, asked, expected) == faces(fresh, asked, expected), (edit, done)


@pytest.mark.pages
def test_few_pages_are_made_again_for_a_word_and_none_for_nothing():
    text = Text(1)
    text.blocks = [["paragraph", f"p{number}", text.words(), ""] for number in range(80)]
    worker = Worker(publication(""), theme.look("pdf"), keeps_pages=True)
    worker.lay_out(job(text))
    whole = worker.renderer.kept.made
    assert whole > 5
    text.blocks[40][2] += "."
    worker.lay_out(job(text))
    again = worker.renderer.kept.made - whole
    assert 0 < again < whole / 2
    worker.lay_out(job(text))
    assert worker.renderer.kept.made == whole + again


@pytest.mark.pages
def test_pages_have_their_numbers_again_after_a_renumbering_that_did_not_fit():
    text, look, about = Text(1), theme.look("pdf"), publication("")
    text.blocks = [["reference", f"r{number}", text.words(), ""] for number in range(40)]
    keeping, final = Worker(about, look, keeps_pages=True), job(text, 48, 108)
    keeping.lay_out(job(text, 88, 88, draft=True))
    expected = keeping.lay_out(final)
    for _ in range(3):
        keeping.lay_out(job(text, 88, 88, draft=True))
        assert keeping.lay_out(final) == expected
        assert faces(keeping, final, expected) == faces(Worker(about, look), final, expected)


def test_changed_pages_are_those_with_the_change_and_one_before():
    places = [(), (0, 3), (0, 5, 1), (0, 9), (1,)]
    assert [*_changed_pages(places, Change((0,), 5, 6, 0))] == [0, 1, 2]
    assert [*_changed_pages(places, Change((0,), 9, 9, 1))] == [2, 3]
    assert [*_changed_pages(places, Change((), 0, 1, 0))] == [0, 1, 2, 3]
    assert [*_changed_pages(places, Change((0, 0), 0, 1, 0))] == [0]


def test_places_behind_a_change_move_with_it():
    assert _place({0: {5: {1: None}}}) == (0, 5, 1)
    assert _place({0: {5: {1: None, 2: {3: None}}}}) == (0, 5)
    assert _shifted({0: {5: {1: None}}}, (0,), 2) == {0: {7: {1: None}}}
    assert _shifted({4: None}, (), -1) == {3: None}
