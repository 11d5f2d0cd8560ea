"""Slides on the web: one file that needs nothing else, with the text of its slides, where no text becomes markup."""

import base64
import hashlib
import re

import pytest
from lxml import html
from slide_samples import decks, drawing, guide, letters, look, publication, slide

from studyguide.formats import slides, web_slides
from studyguide.publication import Asset
from studyguide.support.paths import style_names, styles_folder

HOSTILE = "&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; {{ 7 * 7 }}"
TEXT = "</style><script>alert(1)</script> &amp; {{ 7 * 7 }}"


def page(tmp_path, deck, theme="quiet"):
    web_slides.write(deck, look(theme), tmp_path / "x.html")
    return html.fromstring((tmp_path / "x.html").read_bytes())


def made(tmp_path, *sections, **more):
    return page(tmp_path, publication(*sections, **more))


def with_class(root, name):
    return root.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def test_a_page_has_the_text_of_its_slides_in_order(tmp_path):
    for deck in decks().values():
        root = page(tmp_path, deck)
        expected = slides.deck(deck, look())
        found = with_class(root, "slide")
        for section, each in zip(found, expected, strict=True):
            assert section.xpath("string(.//h2)") == each.title.text.replace("\u2028", "")
            (body,) = section.xpath(".//div[@class='body']")
            assert letters(body.text_content()) == letters("".join(line.text for line in each.lines))
            notes = "".join(section.xpath("./footer/details/*[not(self::summary)]//text()"))
            assert letters(notes) == letters("".join(line.text for line in each.notes))


def test_a_page_is_in_one_file_and_its_policy_knows_only_what_is_in_it(tmp_path):
    root = page(tmp_path, decks()["slides-set-types", "core"])
    addresses = [value for each in root.iter() for name, value in each.attrib.items() if name in {"src", "href"}]
    assert [each for each in addresses if not each.startswith(("https://", "data:", "#"))] == []
    assert root.xpath("//link | //iframe | //script[@src]") == []
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for name in ("script", "style"):
        (text,) = [each.text for each in root.iter(name)]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert root.xpath("//@style | //@onclick") == []


def test_headings_and_ids_are_in_order(tmp_path):
    root = page(tmp_path, decks()["slides-set-types", "core"])
    assert [each.tag for each in root.iter("h1", "h2", "h3")] == ["h1", *["h2"] * len(with_class(root, "slide"))]
    ids = root.xpath("//@id")
    assert len(ids) == len({*ids})
    assert {each.get("aria-labelledby") for each in with_class(root, "slide")} <= {*ids}
    assert root.get("lang") == "en-GB"
    assert root.xpath("//title/text()") == ["Other ways to ask – Frankenstein"]


def test_without_scripts_no_button_is_shown(tmp_path):
    root = page(tmp_path, decks()["slides-set-types", "core"])
    (controls,) = with_class(root, "controls")
    assert "hidden" in controls.attrib
    assert {*root.iter("button")} == {*controls.iter("button")}


def test_lists_pictures_and_languages_are_marked(tmp_path):
    content = (
        '<ol type="A"><li>a</li><li>b<p>more</p></li></ol><ul><li>c</li></ul><p>A <em lang="fr">mot</em></p>'
        '<blockquote dir="rtl" lang="ar"><p>words</p></blockquote>'
        '<p class="picture"><img src="images/bolt.svg" alt="A bolt"/>Below</p>'
    )
    asset = Asset("images/bolt.svg", "image/svg+xml", guide().folder / "images/bolt.svg")
    root = made(tmp_path, slide("T", content), assets=(asset,))
    (lettered,) = root.xpath("//ol")
    assert lettered.get("type") == "A"
    assert [entry.text_content() for entry in lettered] == ["a", "bmore"]
    assert root.xpath("//*[@lang='fr']/em/text()") == ["mot"]
    assert root.xpath("//p[@dir='rtl']/span/@lang") == ["ar"]
    (picture,) = root.iter("img")
    assert picture.get("alt") == "A bolt"
    content = base64.b64decode(picture.get("src").removeprefix("data:image/svg+xml;base64,"))
    assert content == asset.path.read_bytes()


def test_a_drawing_is_an_image_beside_its_text(tmp_path):
    root = made(tmp_path, slide("T", f"<p>Look.</p>{drawing()}"), slide("U", drawing(600, 200)))
    beside, alone = root.iter("img")
    assert [each.get("alt") for each in (beside, alone)] == ["A bolt. It strikes a tree."] * 2
    assert beside.get("src").startswith("data:image/svg+xml;base64,")
    assert beside.xpath("ancestor::div[@class='beside']/div[@class='body']/p/text()") == ["Look."]
    assert alone.xpath("ancestor::div/@class") == ["body"]
    assert [(each.get("width"), each.get("height")) for each in (beside, alone)] == [("160", "90"), ("600", "200")]
    assert not root.xpath("//*[local-name()='svg']")


def test_a_list_that_goes_on_keeps_its_numbers(tmp_path):
    words = "Words to fill a slide with, and some more of them. " * 16
    root = made(tmp_path, slide("T", f"<ol>{f'<li>{words}</li>' * 4}</ol>"))
    lists = list(root.iter("ol"))
    assert len(lists) > 1
    numbers = [int(each.get("start", "1")) + place for each in lists for place in range(len(each))]
    assert numbers == [1, 2, 3, 4]
    assert with_class(root, "continued")
    assert not list(root.iter("ul"))


def test_hostile_text_stays_text(tmp_path):
    section = slide(HOSTILE, f"<p>{HOSTILE}</p><ul><li>{HOSTILE}</li></ul>", f"<p>{HOSTILE}</p>")
    root = made(tmp_path, section, title=TEXT, authors=(TEXT,))
    assert [script.text.startswith("// Shows one slide") for script in root.iter("script")] == [True]
    assert root.xpath("//title/text()") == [TEXT]
    assert [root.xpath("string(//h1)"), root.xpath("string(//h2)")] == [TEXT, TEXT]
    assert root.xpath("//li/text()") == [TEXT]
    assert root.xpath("string(//details/p)") == TEXT


@pytest.mark.parametrize("theme", style_names("themes"))
def test_all_colours_are_those_of_the_theme(tmp_path, theme):
    root = page(tmp_path, decks()["slides-part-making", "core"], theme)
    (style,) = [each.text for each in root.iter("style")]
    set_here, used = {*re.findall(r"(--[\w-]+):", style)}, {*re.findall(r"var\((--[\w-]+)", style)}
    assert used <= set_here
    rules = (styles_folder() / "slides.css").read_text("utf-8")
    assert not re.search(r"#[0-9a-f]{3,8}\b(?=[^{]*;)|rgb|hsl", re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL))


def test_nothing_moves(tmp_path):
    rules = (styles_folder() / "slides.css").read_text("utf-8")
    assert not re.search("transition|animation|smooth", rules)


@pytest.mark.parametrize(("language", "is_bold"), [("en", False), ("he", True), ("ar", True), ("ja", True)])
def test_emphasis_is_bold_in_a_script_without_slanted_letters(tmp_path, language, is_bold):
    content = '<p>1 <em>x</em> <em lang="en">y</em> <em lang="fa">z</em></p>'
    root = made(tmp_path, slide("T", content), language=language)
    found = {each.text_content(): each.get("class") for each in root.iter("em")}
    assert found == {"x": "bold" if is_bold else None, "y": None, "z": "bold"}
    assert "em.bold { font-style: normal;" in (styles_folder() / "slides.css").read_text("utf-8")
