"""What a guide prints that no font has is named at once, each sign with its place and the package to install."""

import re
import sys
import time
from pathlib import Path

import all_signs
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from studyguide.build.checked_guide import review
from studyguide.guide.load import load
from studyguide.guide.model import Place
from studyguide.lint import characters
from studyguide.lint.characters import missing, problems
from studyguide.lint.printed_texts import PrintedText
from studyguide.themes import fonts, theme
from studyguide.themes.fonts import families, scripts

JAPANESE = "三四郎"


def forget():
    """Let what is known of fonts be found anew."""
    with_fallbacks = theme._with_fallbacks  # noqa: SLF001 (what it holds of a style sheet)
    for kept in (families.fallbacks, families.faces, fonts.packages, characters.message, with_fallbacks):
        kept.cache_clear()


@pytest.fixture(autouse=True)
def only_what_is_always_there(monkeypatch):
    """As on a machine without font packages for scripts."""
    for module in (fonts, scripts):
        monkeypatch.setattr(module, "fallbacks", lambda: (families.WIDE, families.SYMBOLS))
    forget()


def told(folder, signs):
    """Line and column of each problem, by file."""
    found = missing(load(all_signs.guide(folder, signs)))
    assert all(signs in problem.message for problem in found)
    return sorted((problem.file, problem.line, problem.column) for problem in found)


def test_a_sign_is_named_in_every_place(tmp_path):
    places = told(tmp_path, JAPANESE)
    assert [file for file, _, _ in places] == [
        *["chapters/made.yaml"] * 1,
        *["chapters/people.yaml"] * 3,
        *["chapters/text.md"] * 6,
        "guide.yaml",
        "images/words.svg",
    ]
    for file, line, column in places:
        written = (tmp_path / file).read_text("utf-8").split("\n")[line - 1]
        assert written[column - 1 :].startswith(JAPANESE), (file, line, column)


def messages(tmp_path, text):
    guide = all_signs.guide(tmp_path, "plain")
    (guide / "chapters/text.md").write_text(f"---\nkind: prose\ntitle: Text\n---\n{text}\n", "utf-8")
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in missing(load(guide))]


@pytest.mark.parametrize(
    ("sign", "remedy"),
    [
        ("三", "Install one of the packages pylopdf-fonts-jp, pylopdf-fonts-zh-cn, pylopdf-fonts-zh-tw, or write"),
        ("と三", "Install the package pylopdf-fonts-jp, or write it in other letters."),
        ("한", "Install the package pylopdf-fonts-ko, or write it in other letters."),
        ("ไทย", "Install the package fontpkg-noto-sans-thai, or write it in other letters."),
        ("தமிழ்", "Install the package fontpkg-noto-sans-tamil, or write it in other letters."),
        ("🚀", "Install the package manimgx-fonts, or write it in other letters."),
        ("🚀 한", "Install the package manimgx-fonts and pylopdf-fonts-ko, or write it in other letters."),
        ("ⓐ", "Install the package manimgx-fonts, or write it in other letters."),
        ("\ue000", "No font package that is known here has it either."),
    ],
)
def test_it_says_what_to_install(tmp_path, sign, remedy):
    (message,) = messages(tmp_path, f"Words {sign} and more.")
    assert message.startswith("5:7: No font has '")
    assert remedy in message


@pytest.mark.parametrize(
    ("language", "remedy"),
    [
        ("ja-JP", "the package pylopdf-fonts-jp,"),
        ("zh-CN", "the package pylopdf-fonts-zh-cn,"),
        ("zh-TW", "the package pylopdf-fonts-zh-tw,"),
        ("en", "one of the packages pylopdf-fonts-jp, pylopdf-fonts-zh-cn, pylopdf-fonts-zh-tw,"),
    ],
)
def test_it_names_the_package_of_the_language(language, remedy):
    assert f"Install {remedy} or write it in other letters." in characters.message("三", language)


def test_runs_are_one_problem_each(tmp_path):
    found = messages(tmp_path, "A 三四郎 by 夏目 漱石.\n\nAnd 👨\u200d👩\u200d👧, and ❤\ufe0f.")
    assert [each.partition("(")[0] for each in found] == [
        "5:3: No font has '三四郎' ",
        "5:10: No font has '夏目 漱石' ",
        "7:5: No font has '👨\u200d👩\u200d👧' ",
        "7:16: No font has '❤' ",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "![三](images/words.svg)",  # for those who do not see it
        "[link](https://example.org/三)",
        "café – “naïve” … ½ → ✓ ♭ Ὀδυσσεία Идиот Ọ̀yọ́ well\u2011known",
        "\u2009thin\u202fspace zero\u200bwidth soft\u00adhyphen",
        "שלום مرحبا Հայերեն ქართული",
        "❤ ☺",
    ],
)
def test_what_is_not_printed_or_has_a_font_is_fine(tmp_path, text):
    assert messages(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Words &#x4e09; more.", "5:1"),
        ("`code 三`", "5:7"),
        ("Words.[^1]\n\n[^1]: 三 note", "7:7"),
        ("Words.^[And 三]", "5:13"),
        ("- One\n  - Two 三", "6:9"),
        ('![Words](images/words.svg "三 drew it")', "5:28"),
        ("[三](https://example.org)", "5:2"),
        ("    indented 三 code", "5:14"),
    ],
)
def test_places_in_markdown(tmp_path, text, place):
    (message,) = messages(tmp_path, text)
    assert message.startswith(f"{place}: No font has '三' (U+4E09).")


def test_the_words_of_a_picture_with_a_question_count_and_those_in_it_but_not_its_description(tmp_path):
    guide = all_signs.guide(tmp_path, "plain")
    (guide / "chapters/text.md").unlink()
    (guide / "images/words.svg").rename(guide / "images/plan.svg")
    drawing = (guide / "images/plan.svg").read_text("utf-8").replace("plain", "三")
    (guide / "images/plan.svg").write_text(drawing, "utf-8")
    picture = "{file: images/plan.svg, alt: 三, caption: A 三, credit: By 三}"
    asked = f"{{id: q, type: essay, question: Why?, phase: after, picture: {picture}}}"
    chapter = f"kind: questions\ntitle: Text\nsets:\n- {{id: s, title: S, questions: [{asked}]}}\n"
    (guide / "chapters/text.yaml").write_text(chapter, "utf-8")
    found = [(problem.file, problem.line, problem.column) for problem in missing(load(guide))]
    columns = [chapter.splitlines()[-1].index(words) + len(words) for words in ("caption: A 三", "credit: By 三")]
    assert found == [
        *(("chapters/text.yaml", 4, column) for column in columns),
        ("images/plan.svg", 1, drawing.index("三") + 1),
    ]


def test_sources_count_when_they_are_cited(tmp_path):
    guide = all_signs.guide(tmp_path, "plain [@soseki]")
    entry = "- {{id: {}, type: book, title: {}, author: [{{family: 夏目, given: Sōseki}}], abstract: 三}}\n"
    (guide / "sources.yaml").write_text(entry.format("soseki", "三四郎") + entry.format("other", "三四郎"), "utf-8")
    found = [(problem.file, problem.line, problem.column) for problem in missing(load(guide))]
    assert found == [("sources.yaml", 1, 35), ("sources.yaml", 1, 58)]


@pytest.mark.parametrize(
    "text", ["a 三 " * 50_000, "![三" * 60_000, "三\n\n" * 50_000, "](三" * 60_000, "三 \u200d" * 60_000]
)
def test_time_grows_with_the_length_alone(text):
    place = Place("chapters/text.md", 5, 1, text)
    sought = PrintedText(place, text, is_block=True)
    begun = time.process_time()
    source = sought.source
    found = [*problems(sought, {"三"})]
    assert time.process_time() - begun < 2
    assert len(found) in {1, source.count("三")}


def test_other_problems_are_told_beside_it(tmp_path):
    guide = all_signs.guide(tmp_path, "三")
    (guide / "chapters/made.yaml").write_text("kind: production\ntitle: 三\nnotes: x\n", "utf-8")
    found = [problem.message for problem in review(guide).problems]
    assert any("'notes'" in message for message in found)
    assert any("'三'" in message for message in found)


def test_a_plain_guide_asks_no_font(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "signs", None)
    assert missing(load(all_signs.guide(tmp_path, "plain"))) == ()


def test_the_documentation_names_every_package_and_no_other():
    table = (Path(__file__).parents[2] / "docs/scripts.md").read_text("utf-8").partition("## With a package")[2]
    named = set(re.findall(r"^\| .* \| `([\w-]+)` \|$", table, re.MULTILINE))
    always = {families.WIDE.package, families.SYMBOLS.package}
    assert named == {family.package for family in families.FALLBACKS} - always


@pytest.fixture
def japanese_package(tmp_path, monkeypatch):
    """A package with a font that has one sign, under the name of one that is known."""
    folder = tmp_path / "site/pylopdf_fonts_jp"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    pen.lineTo((900, 0))
    pen.lineTo((500, 800))
    pen.closePath()
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder([".notdef", "three"])
    build.setupCharacterMap({ord("三"): "three"})
    build.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "three": pen.glyph()})
    build.setupHorizontalMetrics({".notdef": (500, 0), "three": (1000, 100)})
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": "Three", "styleName": "Regular", "copyright": "Nobody"})
    build.setupOS2()
    build.setupPost()
    build.save(folder / "NotoSansJP-Regular.otf")
    monkeypatch.undo()
    forget()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    yield
    forget()


@pytest.mark.usefixtures("japanese_package")
def test_a_script_prints_once_its_package_is_installed(tmp_path):
    assert not any("三" in message for message in messages(tmp_path / "guide", "三 but not 四"))
    look = theme.look("pdf")
    assert "Noto Sans JP Fallback" in look.chain("text")
    assert ord("三") in look.signs["Noto Sans JP Fallback"]
    assert '"Noto Sans JP Fallback"' in look.css


@pytest.mark.parametrize(
    "sign", ["😀", "⚡", "♿", "⚠\N{VARIATION SELECTOR-16}", "❤\N{VARIATION SELECTOR-16}", "▶\N{VARIATION SELECTOR-16}"]
)
def test_a_sign_that_is_set_as_emoji_needs_a_font_for_emoji(tmp_path, sign):
    """Symbols of other fonts do not count, because Pango does not look for emoji there."""
    found = missing(load(all_signs.guide(tmp_path, sign)))
    assert found
    remedies = ("manimgx-fonts", "take out the invisible sign U+FE0F")
    assert all(any(remedy in each.message for remedy in remedies) for each in found)


@pytest.mark.parametrize("sign", ["☺", "❤", "▶", "⚠", "😀\N{VARIATION SELECTOR-15}", "1\N{VARIATION SELECTOR-16}"])
def test_a_symbol_that_is_set_as_text_needs_none(tmp_path, sign):
    assert missing(load(all_signs.guide(tmp_path, sign))) == ()
