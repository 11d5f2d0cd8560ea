"""What a language changes in the look of a guide: emphasis without italics, figures, and the font of its characters."""

import pytest

from studyguide.support import titles
from studyguide.themes import fonts, theme
from studyguide.themes.fonts import families


@pytest.mark.parametrize("name", ["pdf", "web", "epub", "docx"])
@pytest.mark.parametrize("language", ["ja-JP", "zh", "ko", "hi"])
def test_a_language_without_italics_has_bold_emphasis_and_figures_of_one_height(name, language):
    found = theme.look(name).in_language(language)
    assert "--emphasis-style: italic" not in found.css
    assert "--emphasis-style: normal;" in found.css
    assert "oldstyle-nums" not in found.css
    assert "--emphasis-style: italic" in theme.look(name).in_language("de").css


def test_the_number_of_a_chapter_is_in_its_line_where_it_is_inside_a_word():
    assert "--number-display: block" not in theme.look("pdf").in_language("zh-CN").css
    assert "--number-display: block" in theme.look("pdf").in_language("hi").css


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("ja-JP", "JP"),
        ("zh", "SC"),
        ("zh-CN", "SC"),
        ("zh-Hans-CN", "SC"),
        ("zh-TW", "TC"),
        ("zh-Hant", "TC"),
        ("ko", "KR"),
    ],
)
def test_chinese_characters_are_set_in_the_font_of_the_language(language, family):
    found = fonts.han(language)
    assert found.name == f"Noto Sans {family}"
    every = [each.css for each in families.LAST if each.file.startswith("pylopdf")]
    ordered = fonts.han_first(["Literata", *every], language)
    assert (ordered[0], ordered[1]) == ("Literata", found.css)
    assert sorted(ordered) == sorted(["Literata", *every])
    assert fonts.han_first(["Literata"], language) == ["Literata"]


def test_the_fonts_of_a_look_follow_its_language(monkeypatch):
    """As if all packages were installed; the files are those of another family."""
    face = fonts.faces(fonts.find("Literata"))[0].path
    monkeypatch.setattr(families, "_file", lambda _name: face)
    caches = families.fallbacks, families.faces, theme._with_fallbacks  # noqa: SLF001 (a cache of styles)
    for each in caches:
        each.cache_clear()
    try:
        found = theme.look("pdf")
        assert [name for name in found.chain("text") if name in {"Noto Sans JP Fallback", "Noto Sans SC Fallback"}] == [
            "Noto Sans JP Fallback",
            "Noto Sans SC Fallback",
        ]
        chinese = found.in_language("zh-CN")
        assert chinese.css.index("Noto Sans SC Fallback") < chinese.css.index("Noto Sans JP Fallback")
        assert chinese.chain("text").index("Noto Sans SC Fallback") < chinese.chain("text").index(
            "Noto Sans JP Fallback"
        )
        assert sorted(map(str, chinese.fonts)) == sorted(map(str, found.fonts))
    finally:
        monkeypatch.undo()
        for each in caches:
            each.cache_clear()


@pytest.mark.parametrize(
    ("title", "language", "marked"),
    [
        *(
            ("羅生門", "ja-JP", "『羅生門』"),
            ("边城", "zh-CN", "《边城》"),
            ("『羅生門』", "ja", "『羅生門』"),
            ("Emma", "ja", "Emma"),
        ),
        *(
            ("羅生門", "en", "羅生門"),
            ("<b>門</b>", "ja", "『<b>門</b>』"),
            ("《边城》", "zh", "《边城》"),
            ("サスペリア", "ja", "『サスペリア』"),
            ("论《边城》", "zh", "《论〈边城〉》"),
        ),
    ],
)
def test_titles_have_the_marks_of_their_language(title, language, marked):
    assert titles.marked(title, language) == marked
    assert titles.all_marked("<p>《《边城》的河》</p>", "zh") == "<p>《〈边城〉的河》</p>"
    page = f"<p>A, <cite>{title}</cite>.</p>"
    assert titles.all_marked(page, language) == f"<p>A, <cite>{marked}</cite>.</p>"
