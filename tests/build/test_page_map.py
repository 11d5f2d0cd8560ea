"""Page maps: which page of one edition is which page of another, and how that is printed."""

from datetime import date

from studyguide.build import page_map
from studyguide.build.page_map import Paged, compare, with_map, with_room
from studyguide.languages.labels import Labels
from studyguide.publication import Break, Heading, Metadata, Publication, Section
from studyguide.support import xhtml

ABOUT = Metadata("urn:x", "T", None, "E", "D", ("A",), "en", date(2026, 1, 1), "R", None, (), ())


def publication(**bodies):
    sections = (
        Section(name, "prose", "doc-chapter", name, name, (Heading(f"{name}-t", 1, name),), body)
        for name, body in bodies.items()
    )
    return Publication("x", ABOUT, tuple(sections), ())


def paged(name, breaks, **bodies):
    found = publication(**{key: f'<section id="{key}"><p>{body}</p></section>' for key, body in bodies.items()})
    return Paged(name, name.title(), found, tuple(Break(*each) for each in breaks))


def rows(own, *others):
    return [(row.label, *row.others) for row in compare(own, others).rows]


TEXT = "It was a dark and stormy night, and the rain fell in torrents on the roofs of London."
OWN = paged("own", [("1", "a", 0), ("2", "a", 20)], a=TEXT)


def test_a_page_maps_to_the_page_with_its_first_words():
    large = paged("large", [("1", "a", 0), ("2", "a", 10), ("3", "a", 20), ("4", "a", 30)], a=TEXT)
    assert rows(OWN, large) == [("1", "1"), ("2", "3")]
    later = paged("later", [("1", "a", 0), ("2", "a", 10), ("3", "a", 21)], a=TEXT)
    assert rows(OWN, later) == [("1", "1"), ("2", "2")]


def test_a_place_is_on_the_last_page_that_begins_at_or_before_it():
    tiny = paged("tiny", [("1", "a", 0), ("2", "a", 1), ("3", "a", 20)], a=TEXT)
    assert rows(OWN, tiny) == [("1", "1"), ("2", "3")]
    late = paged("late", [("5", "a", 10)], a=TEXT)  # its beginning is on a page of the section before
    assert rows(OWN, late) == [("2", "5")]


def test_words_that_another_edition_lacks_are_on_no_page_of_it():
    other = paged("other", [("1", "a", 0)], a="Nothing of this is what the other one says, from the first word on.")
    assert rows(OWN, other) == []


def test_words_are_found_where_an_edition_has_more_before_them():
    more = paged("more", [("1", "a", 0), ("2", "a", 23)], a=f"Note. {TEXT}")
    assert rows(OWN, more) == [("1", "1"), ("2", "2")]


def test_a_page_that_begins_with_a_repeated_passage_is_found_at_the_right_one():
    verse = "Row, row, row your boat, gently down the stream; merrily, merrily, merrily, life is but a dream. "
    first, second = f"{TEXT} {verse} One more thing is said before it comes again. ", f"{verse} And that is the end."
    begins = len("".join(first.split()))
    own = paged("own", [("1", "a", 0), ("2", "a", len("".join(TEXT.split()))), ("3", "a", begins)], a=first + second)
    more = f"A note that only this edition has. {first}"
    count = len("".join(more.split()))
    breaks = [("1", "a", 0), ("9", "a", count - begins + 40), ("20", "a", count)]
    assert rows(own, paged("other", breaks, a=more + second)) == [("1", "1"), ("2", "9"), ("3", "20")]


def test_pages_that_an_edition_lacks_are_blank_and_pages_that_all_lack_have_no_row():
    without = paged("without", [("1", "b", 0)], b=TEXT)
    assert rows(OWN, without) == []
    assert rows(OWN, without, OWN) == [("1", None, "1"), ("2", None, "2")]


def test_the_data_say_nothing_of_pages_that_are_not_there():
    found = compare(OWN, [paged("large", [("7", "a", 0)], a=TEXT), paged("without", [], b=TEXT)])
    assert found.data() == {
        "editions": {"large": "Large", "without": "Without"},
        "pages": [{"page": "1", "large": "7"}, {"page": "2", "large": "7"}],
    }


def printed(own, *others):
    found = compare(own, others)
    book = with_map(with_room(own.publication, list(found.others.values())), found)
    assert [section.id for section in book.sections] == ["a", page_map.ID]
    return xhtml.parse(book.sections[-1].body)


def test_it_is_printed_as_tables_of_thirty_pages():
    breaks = [(str(number), "a", number) for number in range(1, 41)]
    other = [(str(2 * number), "a", number) for number in range(1, 41)]
    root = printed(paged("own", breaks, a=TEXT), paged("large", other, a=TEXT))
    assert [xhtml.text(each) for each in root.iter("caption")] == ["Pages 1 to 30", "Pages 31 to 40"]
    assert [[xhtml.text(cell) for cell in row] for row in root.iter("tr")][:3] == [
        ["Here", "Large"],
        ["1", "2"],
        ["2", "4"],
    ]


def test_an_edition_with_the_same_numbers_needs_no_column():
    same = paged("same", [("1", "a", 0), ("2", "a", 20)], a=TEXT)
    assert "Same: the same numbers as here." in xhtml.text(printed(OWN, same))
    assert not list(printed(OWN, same).iter("table"))
    large = paged("large", [("3", "a", 0)], a=TEXT)
    assert [xhtml.text(each) for each in printed(OWN, same, large).iter("th")][:2] == ["Here", "Large"]


def test_room_for_a_map_has_the_headings_of_the_map():
    found = compare(OWN, [OWN])
    empty = with_room(OWN.publication, ["Own"])
    assert empty.sections[-1].headings == (Heading("page-map--title", 1, Labels.of().say("page-map.title")),)
    assert empty.sections[-1].headings == with_map(empty, found).sections[-1].headings
