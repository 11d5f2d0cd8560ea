"""The judges of slides can say no: a good deck passes, and each spoiled one is failed for its own reason."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pptx_judges
import pytest
from verdict import NoReportError

from studyguide import formats
from tests.formats.slide_samples import look, publication, slide

CI = Path(pptx_judges.__file__).parent
SECTIONS = (
    slide("Question 1", '<p>Who is it?</p><ol type="A"><li>This</li><li>That</li></ol>', "<p>Wait.</p>"),
    slide("Question 1: answer", '<p class="right-answer">This</p>'),
    slide("Question 2", "<p>Why?</p>"),
)


def write(path, *changes):
    """Write a good deck, or one in which a text has become another: in a part of a file, or in a page."""
    name = {".pptx": "pptx", ".html": "web"}[path.suffix]
    formats.deck(name).write(publication(*SECTIONS), look(), path)
    if path.suffix == ".html":
        text = path.read_text("utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        path.write_text(text, "utf-8")
    elif changes:
        with zipfile.ZipFile(path) as parts:
            read = {each: parts.read(each) for each in parts.namelist()}
        for part, before, after in changes:
            assert before.encode() in read[part]
            read[part] = read[part].replace(before.encode(), after.encode())
        with zipfile.ZipFile(path, "w") as parts:
            for each, content in read.items():
                parts.writestr(each, content)
    return path


def test_a_good_deck_passes(tmp_path):
    deck = write(tmp_path / "good.pptx")
    for judge in pptx_judges.JUDGES.values():
        verdict = judge(deck)
        assert verdict.findings == (), verdict
    assert pptx_judges.libreoffice(deck).summary == "3 pages"


SPOILED = {
    "openxml-audit": ("ppt/slides/slide1.xml", "<a:lnSpc>", "<a:lnSp>", "</a:lnSpc>", "</a:lnSp>", "lnSp"),
    "ooxml-integrity": ("ppt/slides/slide1.xml", "Who is it?", "Who is it? " * 300, "", "", "PPT"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_deck_fails(tmp_path, name):
    part, before, after, end, other, words = SPOILED[name]
    changes = [(part, before, after)] + ([(part, end, other)] if end else [])
    verdict = pptx_judges.JUDGES[name](write(tmp_path / "bad.pptx", *changes))
    assert words in "\n".join(verdict.findings)


def test_a_deck_whose_slides_are_not_all_shown_fails(tmp_path):
    deck = write(tmp_path / "bad.pptx", ("ppt/slides/slide2.xml", "<p:sld ", '<p:sld show="0" '))
    assert pptx_judges.libreoffice(deck).findings == ("3 slides became 2 pages",)


def test_a_damaged_deck_fails_with_every_judge(tmp_path):
    deck = write(tmp_path / "bad.pptx")
    deck.write_bytes(deck.read_bytes()[:900])
    for name in ("openxml-audit", "ooxml-integrity"):
        assert pptx_judges.JUDGES[name](deck).findings
    with pytest.raises((NoReportError, zipfile.BadZipFile)):
        pptx_judges.libreoffice(deck)


def test_a_good_page_passes(tmp_path):
    verdict = pptx_judges.web(write(tmp_path / "good.html"))
    assert verdict.findings == ()
    assert verdict.summary.startswith("3 slides at 320, 1024, 1920")


# A text of the page, what it becomes, words of the finding. A change of style or script breaks the policy as well.
SPOILED_PAGES = [
    ('<html lang="en-GB">', "<html>", "axe html-has-lang"),
    ('<h2 class="title', '<h4 class="title', "axe heading-order"),
    ("</main>", '<img alt="x" src="http://198.51.100.1/x.png"></main>', "Content Security Policy"),
]


@pytest.mark.parametrize(("before", "after", "words"), SPOILED_PAGES)
def test_a_spoiled_page_fails(tmp_path, before, after, words):
    page = write(tmp_path / "bad.html", (before, after), *([("</h2>", "</h4>")] if "h4" in after else []))
    assert words in "\n".join(pptx_judges.web(page).findings)


OPEN = "default-src * &#39;unsafe-inline&#39; data:; x-src"
"""A policy without digests, so that the script may be another."""
SPOILED_SCRIPTS = [
    ("show(place - 1)", "show(place)", "PageUp: 1 slides are shown"),
    ("Escape: leave", "Escape: () => {}", "Escape does not show all slides"),
    ("slides[place].focus({ preventScroll: true })", "scrollTo(0, 0)", "is in focus"),
    (".controls[hidden] { display: none; }", "", "without scripts there are idle buttons"),
    ("outline: 3px solid", "outline: 0 none", "focus not marked"),
    ("height: 540pt", "height: 700pt", "print: 3 slides are on"),
    ("color: var(--accent); font: inherit", "color: #999; font: inherit", "axe color-contrast"),
]


@pytest.mark.parametrize(("before", "after", "words"), SPOILED_SCRIPTS)
def test_a_page_that_does_less_fails(tmp_path, before, after, words):
    page = write(tmp_path / "bad.html", ("default-src &#39;none&#39;; script-src", OPEN), (before, after))
    text = page.read_text("utf-8").replace("style-src", "y-src")
    page.write_text(text, "utf-8")
    assert words in "\n".join(pptx_judges.web(page).findings)


def test_decks_are_judged_among_other_things(tmp_path):
    write(tmp_path / "x.pptx")
    write(tmp_path / "x.html")
    done = subprocess.run([sys.executable, CI, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("  pass  ")) == (0, 4), done.stdout
