"""Slides, whatever the file: nothing is lost, every title is another, and nothing is longer than its slide."""

from time import process_time

import pytest
from PIL import ImageFont
from slide_samples import decks, drawing, letters, look, publication, read, sections, slide, text_of

from studyguide.formats import slides
from studyguide.formats.slides import divide, measure
from studyguide.formats.slides.model import BREAK, SIZES, Line, Picture, Run
from studyguide.formats.slides.pictures import place
from studyguide.formats.slides.read import Source
from studyguide.formats.slides.read import slides as slides_of
from studyguide.languages.labels import Labels
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.themes import fonts

LABELS = Labels.of("en-GB")
WORDS = "The boat lies on the beach, and nobody has come for it in all these years. "
LONG = {
    "latin": " ".join([WORDS] * 134).strip(),
    "wide": "舟は浜にあり、長い年月だれも取りに来なかった。" * 90,
    "wide without a stop": "舟" * 2000,
    "one word": "W" * 3000,
}
"""Tasks of about two thousand words, or as long as these."""


def test_every_slide_has_a_title_and_no_two_have_the_same():
    for deck in decks().values():
        titles = [each.title.text.strip() for each in slides.deck(deck, look())]
        assert all(titles)
        assert len(titles) == len({title.casefold() for title in titles})


def test_titles_that_are_the_same_get_numbers_that_no_title_has():
    found = read(*(slide(title, "<p>x</p>") for title in ("Watch", "Watch (2)", "Watch", "watch", "Watch", " ")))
    assert [each.title.text for each in found] == [
        "Watch",
        "Watch (2)",
        "Watch (3)",
        "watch (4)",
        "Watch (5)",
        "Slide 6",
    ]


def test_every_letter_of_a_section_is_on_its_slide_or_in_its_notes_and_only_once():
    seen, drawn, shown = 0, [], []
    for deck in decks().values():
        found = list(slides_of(xhtml.parse(deck.sections[0].body), Source("en-GB")))
        for section, each in zip(sections(deck), found, strict=True):
            for picture in list(section.iter(f"{{{xhtml.SVG}}}svg", "img")):
                title = picture.find(f"{{{xhtml.SVG}}}title")
                drawn.append(
                    xhtml.text(title) if title is not None else picture.get("alt").split(". ")[0].removesuffix(".")
                )
                xhtml.remove(picture)
            assert letters(each.title.text + text_of(each)) == letters(xhtml.text(section)), each.title.text
            shown += [picture.alternative.split(". ")[0].removesuffix(".") for picture in each.pictures]
            seen += 1
    assert seen > 150
    assert shown == drawn


def test_every_letter_stays_when_slides_are_divided():
    for deck in decks().values():
        for each in slides_of(xhtml.parse(deck.sections[0].body), Source("en-GB")):
            parts = list(divide.divided(each, look(), LABELS))
            assert letters("".join(line.text for part in parts for line in part.lines)) == letters(
                "".join(line.text for line in each.lines)
            )
            assert [part.notes for part in parts] == [each.notes, *[()] * (len(parts) - 1)]


@pytest.mark.parametrize("text", LONG)
def test_a_task_that_is_too_long_goes_on_to_another_slide(text):
    found = read(slide("Task", f"<p>{LONG[text]}</p>"))
    assert len(found) > 5
    assert [each.title.text for each in found] == [f"Task ({n} of {len(found)})" for n in range(1, len(found) + 1)]
    assert letters("".join(map(text_of, found))) == letters(LONG[text])
    for each in found:
        assert each.size in SIZES
        assert height_by_pillow(each) <= measure.BODY.height


def test_a_long_task_is_divided_between_sentences():
    found = read(slide("Task", f"<p>{LONG['latin']}</p>"))
    assert {text_of(each)[-6:] for each in found} == {"years."}


def test_slides_of_one_task_have_about_the_same_length():
    found = read(slide("Task", f"<ul>{'<li>A point that takes a row and a little more than that.</li>' * 12}</ul>"))
    assert [len(list(each.lines)) for each in found] in ([7, 5], [6, 6])


def test_a_long_list_keeps_its_numbers_and_letters():
    entries = "".join(f"<li>{WORDS}{WORDS}</li>" for _ in range(8))
    found = [line for each in read(slide("Task", f'<ol type="A">{entries}</ol>')) for line in each.lines]
    assert [line.number for line in found if line.mark == "letter"] == list(range(1, 9))


def test_words_above_a_list_are_not_left_alone():
    for filler in range(1, 14):
        rows = "<p>x</p>" * filler
        content = f'{rows}<p class="starters-label"><b>Start with</b></p><ul>{"<li>y</li>" * 6}</ul>'
        for each in read(slide("Task", content)):
            assert [*each.lines][-1].role != "lead", filler


def test_a_long_title_goes_on_below():
    title = " ".join(["a title that is far too long"] * 20)
    first, *rest = read(slide(title, "<p>Text</p>"))
    words = first.title.text.removesuffix(f" (1 of {len(rest) + 1})")
    assert 60 < len(words) < len(title)
    assert letters(words + text_of(first) + "".join(map(text_of, rest))) == letters(f"{title}Text")


def test_letters_are_as_large_as_fits():
    sizes = [read(slide("Task", f"<p>{WORDS * count}</p>"))[0].size for count in (1, 4, 5, 7)]
    assert sizes == sorted(sizes, reverse=True)
    assert {sizes[0], sizes[-1]} == {36, 24}


def test_no_line_ends_inside_the_marks_of_a_question():
    (found,) = read(slide("Task", '<p>Why? <span class="marks">[2 marks]</span></p>'))
    assert [line.text for line in found.lines] == ["Why? [2\N{NO-BREAK SPACE}marks]"]


def test_markup_is_read_as_what_it_means():
    (found,) = read(
        slide(
            'A <em lang="fr">tour</em>',
            "<p>One <b>two</b><br/>three</p><blockquote dir='rtl' lang='ar'><p>words</p></blockquote>"
            "<ul><li>a<ol><li>b</li></ol></li></ul><table><tr><th>h</th><td>c</td></tr></table>"
            "<p>See <a href='https://a.example/'>it</a><span class='note'>A note.</span></p><p class='timer'>5 min</p>",
            "<p>Spoken</p>",
        )
    )
    lines = list(found.lines)
    assert [run.language for run in found.title.runs] == ["en-GB", "fr"]
    assert [line.text for line in lines] == [f"One two{BREAK}three", "words", "a", "b", "h · c", "See it", "5 min"]
    assert [line.mark for line in lines] == ["none", "none", "bullet", "number", "none", "none", "none"]
    assert lines[0].runs[1] == Run("two", is_strong=True, language="en-GB")
    assert (lines[1].role, lines[1].is_right_to_left, lines[1].runs[0].language) == ("quote", True, "ar")
    assert lines[5].runs[1].address == "https://a.example/"
    assert lines[6].role == "timer"
    assert [line.text for line in found.notes] == ["Spoken", "A note."]


def test_a_line_is_divided_where_it_is_asked_to_be():
    line = Line((Run("one two "), Run("three", is_strong=True)), "number", 3)
    assert [(each.text, each.mark) for each in line.pieces([4, 8])] == [
        ("one", "number"),
        ("two", "continued"),
        ("three", "continued"),
    ]


def pictures(found):
    """Each slide as its number of pictures, whether one is beside text, and its letters."""
    return [(len(list(each.pictures)), each.is_beside, letters("".join(x.text for x in each.lines))) for each in found]


def test_a_drawing_is_beside_its_words_or_on_a_slide_of_its_own():
    beside = read(slide("T", f"<p>Look.</p>{drawing()}"))
    assert pictures(beside) == [(1, True, "Look.")]
    assert next(beside[0].pictures).alternative == "A bolt. It strikes a tree."
    wide = read(slide("T", f"<p>Look.</p>{drawing(600, 200)}<p>After.</p>"))
    assert pictures(wide) == [(0, False, "Look."), (1, False, "After.")]
    long = read(slide("T", f"<p>{WORDS * 6}</p>{drawing()}"))
    assert pictures(long) == [(0, False, letters(WORDS * 6)), (1, False, "")]
    several = read(slide("T", f"{drawing()}{drawing()}<p>After.</p>"))
    assert pictures(several) == [(1, False, ""), (1, False, "After.")]


def test_pictures_stay_on_the_slide_and_keep_their_proportions():
    for wide, high in ((160, 90), (900, 90), (90, 900), (1, 1)):
        for is_beside in (True, False):
            for has_words in (True, False):
                found = place(Picture("", "", size=(wide, high)), is_beside=is_beside, has_words=has_words)
                assert abs(found.width / found.height - wide / high) < 1e-6 * wide
                assert measure.BODY.left <= found.left
                assert found.left + found.width <= measure.BODY.left + measure.BODY.width + 1e-6
                assert measure.BODY.top <= found.top
                assert found.top + found.height <= measure.BODY.top + measure.BODY.height + 1e-6


def test_a_drawing_has_the_colours_of_its_theme():
    dark = slides.deck(publication(slide("T", drawing())), look("warm"))
    assert look("warm").drawing_colours[0] in next(dark[0].pictures).svg


def test_a_publication_without_slides_is_refused():
    with pytest.raises(BuildError, match="There are no slides in this"):
        slides.deck(publication(), look())


def test_the_time_is_in_proportion_to_the_text():
    def seconds(words):
        start = process_time()
        read(slide("Task", f"<p>{WORDS * (words // 16)}</p>"))
        return process_time() - start

    seconds(2_000)  # fonts are loaded
    once, four_times = seconds(10_000), seconds(40_000)
    assert four_times < 9 * once + 0.2


def height_by_pillow(found):
    """The height of a slide's text in points, in the bold face of the look, by another program than ours."""
    family = fonts.find(look().family("label"))
    face = max(fonts.faces(family), key=lambda each: each.weight * (each.style == "normal"))
    font = ImageFont.truetype(face.path, 100)
    rows = 0
    for line in found.lines:
        used, room = 0.0, measure.BODY.width * 100 / found.size
        rows += 1
        for word in line.text.split(" "):
            wide = [font.getlength(f"{word} ")] if font.getlength(word) <= room else map(font.getlength, word)
            for width in wide:
                if used + width > room + font.getlength(" "):
                    rows, used = rows + 1, 0.0
                used += width
    return found.size * (rows * measure.BODY.leading + (len(list(found.lines)) - 1) * measure.GAP)


PICTURE = '<p class="picture"><img src="images/x.png" alt="X"/></p>'


def sided(content):
    """The slides of a task with a picture: where it is, and the words beside or below it."""
    return [
        (
            "beside" if each.is_beside else "above" if list(each.pictures) else "",
            "".join(line.text for line in each.lines),
            each.size,
        )
        for each in read(slide("T", content))
    ]


def test_a_caption_is_below_its_picture_and_more_words_are_beside_it():
    assert [place for place, *_ in sided(f"{PICTURE}<p>A caption</p>")] == ["above"]
    options = "".join(f"<li>An option, number {number}</li>" for number in range(4))
    ((place, words, _),) = sided(f"{PICTURE}<p>{WORDS}</p><ol type='A'>{options}</ol>")
    assert place == "beside"
    assert words.count("An option") == 4


def test_words_that_do_not_fit_beside_a_picture_go_on_to_the_next_slide_over_its_width():
    found = sided(f"{PICTURE}<p>{WORDS * 20}</p>")
    assert [place for place, *_ in found] == ["above"] + [""] * (len(found) - 1)
    assert letters("".join(words for _, words, _ in found)) == letters(WORDS * 20)
    for above, words, size in found:
        room = measure.CAPTION.height if above else measure.BODY.height
        assert measure.height_of([Line((Run(words),))], size, look()) <= room
    assert len(found[1][1]) > 1.5 * len(found[0][1])


def test_each_picture_has_a_slide():
    found = sided(f"<p>Before</p>{PICTURE}<p>One</p>{PICTURE}<p>Two</p>")
    assert [(place, words) for place, words, _ in found] == [("", "Before"), ("above", "One"), ("above", "Two")]
