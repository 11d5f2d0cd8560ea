"""The web edition: what is in its folder, how its pages hang together, and what its search can find."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from epub_samples import ANSWERS, FIRST, GLOSSARY, SECOND, WORKS, publication
from lxml import html

from studyguide.formats import web
from studyguide.formats.web.pages import POLICY, START
from studyguide.support.paths import style_names, styles_folder
from studyguide.themes import contrast, theme
from studyguide.themes.fonts import signs

REST = (SECOND, ANSWERS, GLOSSARY, WORKS)
INDEX = '<section id="index" role="doc-index"><h1 id="index-title">Index</h1><p><a href="#tail">Tail</a></p></section>'
ENTRY = """<section id="plot" role="doc-chapter"><header><h1 id="plot-title">Plot</h1></header><p>Before.</p>
<div class="entry" id="scene"><h3><span class="label">Scene 1</span> The <em>boat</em></h3><p>On sand.</p></div>
<p>Between.</p><table><tr id="row"><th>A row</th><td data-label="What">of cells</td></tr></table></section>"""
QUIZ = """<section id="answers" role="doc-appendix"><header class="opening"><h1 id="answers-title">Answers</h1></header>
<div class="entry answer" id="answer-q"><h3><span class="label">Question 1</span> Which?</h3><p>That one.</p></div>
</section>"""


def build(folder: Path, *bodies: str, look: str = "quiet") -> Path:
    target = folder / "small-web"
    web.write(publication(folder, *bodies), theme.look("web", theme=look), target)
    return target


def page(folder: Path, name: str):
    return html.document_fromstring((folder / name).read_text("utf-8"))


def passages(folder: Path) -> dict[str, tuple[str, str]]:
    """Where, title and text of everything that can be found."""
    index = json.loads((folder / "index.js").read_text("utf-8").partition(" = ")[2])
    return {f"{index['pages'][at][0]}#{name}": (title, text) for at, name, title, text in index["passages"]}


def texts(elements) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]


def test_the_folder_has_a_page_for_each_section_and_all_that_they_need(tmp_path):
    folder = build(tmp_path)
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert {f"{name}.html" for name in ("first", "second", "answers", "glossary", "works")} < names
    assert {START, "index.js", "labels.js", "style.css", *web.SCRIPTS, "images/dot.png"} < names
    for name in (name for name in names if name.endswith(".html")):
        for needed in page(folder, name).xpath("//@src | //link/@href"):
            assert needed in names


def test_the_same_input_gives_the_same_bytes(tmp_path):
    def contents(folder):
        return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert contents(build(tmp_path / "a")) == contents(build(tmp_path / "b"))


def test_nothing_is_asked_of_another_place_and_nothing_runs_in_a_page(tmp_path):
    folder = build(tmp_path)
    for path in folder.glob("*.html"):
        tree = page(folder, path.name)
        assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
        assert not tree.xpath("//script[text()] | //style | //@style | //@*[starts-with(name(), 'on')]")
        assert not [link for link in tree.xpath("//@src | //link/@href") if ":" in link or link.startswith("/")]
    assert not re.findall(r"https?:|//[a-z]", (folder / "style.css").read_text("utf-8"))
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_links_lead_into_other_pages(tmp_path):
    first = page(build(tmp_path), "first.html")
    assert first.xpath("//a[@class='ref']/@href") == ["second.html#tail", "#table"]
    assert first.xpath("//a[@class='answer-link']/@href") == ["answers.html#answer-q"]
    assert first.xpath("//sup/a/@href") == ["#_note_1", "#_note_2"]
    assert texts(first.xpath("//aside[@id='_note_1']")) == ["1 The first note."]


def test_one_can_go_on_and_back_and_sees_where_one_is(tmp_path):
    folder = build(tmp_path)
    second = page(folder, "second.html")
    assert second.xpath("//nav[@class='turn']/a/@href") == ["first.html", "answers.html"]
    assert texts(second.xpath("//nav[@id='_contents']//a[@aria-current='page']")) == ["Second"]
    assert second.xpath("//nav[@id='_contents']/ol/li/ol//a/@href") == ["#tail"]
    assert page(folder, "first.html").xpath("//nav[@class='turn']/a/@href") == [START, "second.html"]
    assert page(folder, "works.html").xpath("//nav[@class='turn']/a/@href") == ["glossary.html"]
    assert page(folder, START).xpath("//main//nav//a/@href")[:3] == ["first.html", "first.html#table", "second.html"]


def test_ids_of_the_frame_cannot_meet_those_of_the_guide(tmp_path):
    folder = build(tmp_path)
    bare = "".join(publication(tmp_path).sections[n].body for n in range(5))
    for path in folder.glob("*.html"):
        ids = page(folder, path.name).xpath("//@id")
        assert len(ids) == len(set(ids))
        assert all(name.startswith("_") or f'id="{name}"' in bare for name in ids)


def test_a_chapter_that_is_called_index_does_not_replace_the_first_page(tmp_path):
    folder = build(tmp_path, INDEX, FIRST, *REST)
    assert texts(page(folder, "index_page.html").xpath("//h1")) == ["Index"]
    assert page(folder, START).xpath("//main//nav//a/@href")[0] == "index_page.html"


def test_words_are_found_under_their_nearest_title(tmp_path):
    found = passages(build(tmp_path, FIRST, *REST))
    assert found["first.html#first-title"][0] == "First"
    assert found["first.html#table"][1].startswith("Sizes")
    assert found["glossary.html#word"] == ("Word", "What is said, or the other.")
    assert found["second.html#tail"] == ("Tail", "End.")


def test_entries_and_rows_have_titles_of_their_own_and_end_where_they_end(tmp_path):
    found = passages(build(tmp_path, ENTRY))
    assert found["plot.html#plot-title"] == ("Plot", "Before. Between.")
    assert found["plot.html#scene"] == ("The boat", "On sand.")
    assert found["plot.html#row"] == ("A row", "of cells")


def test_answers_are_folded_and_links_lead_inside(tmp_path):
    folder = build(tmp_path, QUIZ)
    answers = page(folder, "answers.html")
    (details,) = answers.xpath("//details")
    assert texts(details.xpath("summary/h3")) == ["Question 1 Which?"]
    assert texts(details.xpath("div[@id='answer-q']")) == ["That one."]
    assert details.get("open") is None
    assert len(answers.xpath("//*[@id='_all-answers']")) == 1
    assert passages(folder)["answers.html#answer-q"] == ("Which?", "That one.")


ASKED = """<section id="asked" role="doc-chapter"><h1 id="asked-title">Asked</h1><h2 id="set">Set</h2>
<div class="entry question choice" id="q-one"><p class="question-text">Which?</p>
<p class="meta"><a class="answer-link" href="#answer--q-one">Answer</a></p>
<ol class="options"><li>A</li><li>B</li></ol></div>
<div class="entry question gap" id="q-gap"><p class="question-text">Fill in.</p>
<p class="meta"><a class="answer-link" href="#answer--q-gap">Answer</a></p>
<p class="gapped">A <span class="gap">(1)</span> and <span class="gap">(2)</span>.</p></div>
<div class="entry question choice" id="q-told"><p class="question-text">Who?</p>
<ol class="options"><li>C</li></ol></div>
<div class="entry question discussion" id="q-open"><p class="question-text">Why?</p></div></section>"""
TOLD = """<section id="told" role="doc-appendix"><h1 id="told-title">Told</h1>
<div class="entry answer" id="answer--q-one" data-right="1"><h3>Which?</h3><p class="right-answer"><b>B.</b> B</p></div>
<div class="entry answer" id="answer--q-gap"><h3>Fill in.</h3><ol><li><b><span class="right-word">one</span> /
<span class="right-word">“<em>1</em>” &amp; “|”</span></b></li>
<li><b><span class="right-word">two</span></b></li></ol></div>
<div class="entry answer" id="answer--q-told" data-right="0"><h3>Who?</h3></div></section>"""


def rights(folder: Path, name: str) -> list[tuple[str, str]]:
    found = page(folder, name).xpath("//*[@data-right]")
    return [(element.get("id") or "gap", element.get("data-right")) for element in found]


@pytest.mark.parametrize("order", [(ASKED, TOLD), (TOLD, ASKED)], ids=["before", "after"])
def test_a_question_that_leads_to_its_answer_says_what_is_right(tmp_path, order):
    folder = build(tmp_path, *order)
    gaps = [["one", "“1” & “|”"], ["two"]]
    assert rights(folder, "asked.html") == [("q-one", "1"), *(("gap", json.dumps(g, ensure_ascii=False)) for g in gaps)]
    assert rights(folder, "told.html") == []


def test_without_answers_no_question_says_what_is_right(tmp_path):
    bare = re.sub(r'<p class="meta">.*?</p>', "", ASKED)
    assert rights(build(tmp_path, bare, TOLD), "asked.html") == []


def test_gaps_that_do_not_fit_their_answer_are_left_alone(tmp_path):
    folder = build(tmp_path, ASKED.replace('<span class="gap">(2)</span>', "more"), TOLD)
    assert rights(folder, "asked.html") == [("q-one", "1")]


def test_only_a_script_makes_controls(tmp_path):
    asked = page(build(tmp_path, ASKED, TOLD), "asked.html").xpath("//main")[0]
    assert asked.xpath(".//input | .//select | .//fieldset | .//button | .//form") == []
    assert texts(asked.xpath(".//ol[@class='options']/li")) == ["A", "B", "C"]


def test_fonts_are_those_of_the_theme_with_their_licence(tmp_path):
    for name, families in {"quiet": 2, "dyslexia-friendly": 1}.items():
        folder = tmp_path / name
        folder.mkdir()
        target = build(folder, look=name)
        css = (target / "style.css").read_text("utf-8")
        files = {path.name for path in (target / "fonts").iterdir()}
        assert set(re.findall(r'src: url\("fonts/([^"]+)"\)', css)) == {name for name in files if name.endswith(".ttf")}
        assert len([name for name in files if name.endswith("LICENSE.txt")]) == families


def test_the_paper_is_left_to_the_browser(tmp_path):
    css = (build(tmp_path) / "style.css").read_text("utf-8")
    assert "size: A4" not in css
    assert "@page { margin" in css


def test_every_property_has_a_value(tmp_path):
    css = (build(tmp_path) / "style.css").read_text("utf-8")
    scripts = {"--left", "--top"}
    assert set(re.findall(r"var\((--[a-z0-9-]+)", css)) - set(re.findall(r"(--[a-z0-9-]+):", css)) - scripts == set()


def test_the_night_is_said_twice_in_the_same_words_and_can_be_read():
    css = (styles_folder() / "web.css").read_text("utf-8")
    system, chosen = re.findall(
        r":root(?::not\(\[data-look=\"light\"\]\)|\[data-look=\"dark\"\]) \{ (--ink.*?--ground: #\w+;)", css
    )
    assert system == chosen
    night = dict(re.findall(r"(--[a-z-]+): ([^;]+);", system))
    for name in style_names("themes"):
        assert set(night) >= {key for key, value in contrast.properties(name).items() if value.startswith("#")}
    assert contrast.faint(night, contrast.TEXT, 7) == {}
    assert contrast.faint(night, contrast.LINES, 3) == {}


def test_the_start_page_and_drawings_have_the_letters_that_the_fonts_of_the_theme_lack(tmp_path):
    made = publication(tmp_path)
    made = replace(made, metadata=replace(made.metadata, title="שלום"))
    target = tmp_path / "small-web"
    web.write(made, theme.look("web"), target)
    css = (target / "style.css").read_text("utf-8")
    families = dict(re.findall(r'font-family: "([^"]+ Fallback)";.*?src: url\("([^"]+)"\)', css))
    assert {*map(ord, "שלום")} <= set().union(*(signs(target / file) for file in families.values()))
    drawn = re.search(r"svg text \{ font-family: ([^;]+); \}", css)
    assert drawn
    assert all(f'"{name}"' in drawn[1] for name in families)
    (tmp_path / "other").mkdir()
    assert "svg text {" not in (build(tmp_path / "other") / "style.css").read_text("utf-8")
