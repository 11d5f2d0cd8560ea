"""Every table of labels that is shipped: complete, with the same placeholders and forms, and plurals as in CLDR."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from babel import Locale

from studyguide.languages import conventions, own_words, tables
from studyguide.languages.labels import CATEGORIES, Labels, placeholders, texts
from studyguide.languages.tables import Form, full, own_labels, shipped, table
from studyguide.support.paths import PACKAGE

LANGUAGES = [*full()]
REGIONS = [tag for tag in shipped() if tag not in full()]
NUMBERS = range(201)
SPACED = re.compile("(?<=[^\u202f\u00a0\\d])[;!?»]|(?<=[\\w’)]):(?!//)|[ \u202f][:]|[ \u00a0][;!?»]|«(?!\u202f)")
"""Signs without their space in French: a narrow one before ; ! ? and in quotation marks, a wide one before a colon."""


@cache
def categories(tag: str) -> set[str]:
    """The plural categories of whole numbers in a language, and the one for everything else."""
    return {Locale.parse(tag, sep="-").plural_form(number) for number in range(1_001)} | {"other"}


@cache
def single(tag: str, category: str) -> bool:
    """Whether a category is that of one number only, so that a text need not print the number."""
    plural = Locale.parse(tag, sep="-").plural_form
    return sum(plural(number) == category for number in NUMBERS) == 1


def differences(tag: str, path: str, ours: Form, theirs: Form) -> Iterator[str]:
    """Where a label has not the shape of the English one."""
    if isinstance(ours, str) or isinstance(theirs, str):
        if isinstance(ours, str) != isinstance(theirs, str):
            yield f"{path} has other forms"
        elif placeholders(ours) != placeholders(theirs):
            yield f"{path} has other placeholders"
        return
    wanted = categories(tag) if own_words.is_plural(ours) else {*ours}
    if {*theirs} != wanted:
        yield f"{path} needs the forms {sorted(wanted, key=[*CATEGORIES, *ours].index)}"
    elif own_words.is_plural(ours):
        yield from counted_differences(tag, path, ours, theirs)
    else:
        for name in ours:
            yield from differences(tag, f"{path} {name}", ours[name], theirs[name])


def counted_differences(tag, path, ours, theirs):
    wanted = placeholders(ours["other"])
    for name, text in theirs.items():
        needed = wanted - {"n"} if single(tag, name) else wanted
        if not needed <= placeholders(text) <= wanted | {"n"}:
            yield f"{path} {name} has other placeholders"


def wrong_keys(tag):
    """Keys that a table lacks, or has too many, or in another order than English."""
    ours, theirs = [*table()], [*own_labels(tag)]
    yield from (f"{key} is missing" for key in ours if key not in theirs)
    yield from (f"{key} is no label" for key in theirs if key not in ours)
    if not {*ours} ^ {*theirs}:
        yield from (f"{key} is out of order" for key, there in zip(theirs, ours, strict=True) if key != there)


def test_english_and_american_english_are_shipped():
    assert {"en", "en-US"} <= {*shipped()}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_has_every_label_in_the_order_of_the_english_table(tag):
    assert [*wrong_keys(tag)][:10] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_has_the_placeholders_and_forms_of_english_and_its_own_plurals(tag):
    both = {*table()} & {*own_labels(tag)}
    assert [wrong for key in both for wrong in differences(tag, key, table()[key], own_labels(tag)[key])][:10] == []


@pytest.mark.parametrize("tag", shipped())
def test_every_text_of_a_table_could_be_an_own_word(tag):
    assert [fault.message for fault in own_words.faults(own_labels(tag), tag)][:10] == []
    spaced = [text for form in own_labels(tag).values() for text in texts(form) if text != text.strip()]
    assert spaced == []


@pytest.mark.parametrize("tag", shipped())
def test_no_key_is_in_a_table_twice(tag):
    keys = re.findall(r"^([a-z]\S*):", (PACKAGE / f"languages/{tag}.yaml").read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len({*keys}) == len(own_labels(tag))


@pytest.mark.parametrize("tag", REGIONS)
def test_a_region_has_only_what_differs_from_its_language(tag):
    above = table(tag.rpartition("-")[0])
    assert {key: form for key, form in own_labels(tag).items() if key not in above or form == above[key]} == {}
    labels = Labels.of(tag)
    assert labels.table.keys() == table().keys()
    assert [wrong for key in own_labels(tag) for wrong in differences(tag, key, above[key], labels.table[key])] == []


@pytest.mark.parametrize("tag", shipped())
def test_no_label_of_a_shipped_language_is_missing(tag):
    labels = Labels.of(tag)
    assert [key for key in table() if labels.lacks(key)] == []


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "en"])
def test_a_table_says_whether_a_native_teacher_has_read_it(tag):
    head = (PACKAGE / f"languages/{tag}.yaml").read_text("utf-8").split("\n\n")[0]
    assert "native teacher" in " ".join(head.replace("#", " ").split())


@pytest.mark.parametrize("tag", [tag for tag in shipped() if tag.startswith("fr")])
def test_french_has_its_spaces_before_punctuation(tag):
    printed = {key: form for key, form in own_labels(tag).items() if not key.startswith("language.")}
    wrong = [text for form in printed.values() for text in texts(form) if SPACED.search(text)]
    assert wrong == []


@pytest.mark.parametrize("tag", shipped())
def test_quotation_marks_in_labels_are_those_of_the_language(tag):
    marks = {*'“”„«»‘‚‹›"'}
    own = {sign for mark in conventions.quotation_marks(Labels.of(tag)) for sign in mark}
    printed = {key: form for key, form in own_labels(tag).items() if not key.startswith("language.")}
    assert [text for form in printed.values() for text in texts(form) if {*text} & (marks - own)] == []


@pytest.mark.parametrize(
    ("language", "file"),
    [("en-GB", "en"), ("en-US", "en-US"), ("br", "en"), ("zz-ZZ", "en"), ("en", "en")],
)
def test_the_nearest_table_is_taken(language, file):
    for key, form in own_labels(file).items():
        assert table(language)[key] == (form if isinstance(form, str) else {**table()[key], **form})


def test_only_a_language_without_a_table_lacks_labels():
    assert [Labels.of(tag).lacks("web.close") for tag in ("en-AU", "en-US", "br", "br-FR")] == [
        False,
        False,
        True,
        True,
    ]
    own = Labels.of("br", {"web.close": "Cau", "handout.marks": {"one": "[{n} marc]"}})
    assert (own.lacks("web.close"), own.lacks("handout.marks")) == (False, True)


def test_a_form_for_all_numbers_replaces_the_english_ones():
    labels = Labels.of("br", {"handout.marks": {"other": "[{n} marc]"}})
    assert [labels.say("handout.marks", n=number) for number in (1, 2)] == ["[1 marc]", "[2 marc]"]
    assert not labels.lacks("handout.marks")


def test_english_forms_are_chosen_by_english_plurals():
    labels = Labels.of("pl", {"exam.marks": {"one": "{n} punkt", "few": "{n} punkty", "many": "{n} punktów"}})
    monkey = [Labels.of("br").say("handout.marks", n=number) for number in (0, 1, 2, 3)]
    assert monkey == ["[0 marks]", "[1 mark]", "[2 marks]", "[3 marks]"]
    assert [labels.say("exam.marks", n=number) for number in (1, 2, 5, 22)] == [
        *("1 punkt", "2 punkty", "5 punktów", "22 punkty"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "[2 marks]"), ("en-GB", "[2 marks]"), ("de-AT", "[2\u00a0Punkte]"), ("fr", "[2\u00a0points]")],
)
def test_a_guide_reads_only_the_tables_that_it_needs(language, said, monkeypatch):
    tables.own_labels.cache_clear()
    tables.table.cache_clear()
    read, load = [], tables.yaml.load
    monkeypatch.setattr(tables.yaml, "load", lambda data, loader: read.append(data[:60]) or load(data, loader))
    assert Labels.of(language, {"web.close": "Shut"}).say("handout.marks", n=2) == said
    assert Labels.of(language).missing == ()
    assert len(read) == 1


@pytest.mark.parametrize("tag", shipped())
def test_a_table_is_the_same_for_the_reader_without_libyaml(tag):
    """PyYAML has two readers, and the one in Python does not read all that the other does."""
    assert yaml.load((PACKAGE / f"languages/{tag}.yaml").read_bytes(), yaml.SafeLoader) == own_labels(tag)


def test_a_label_without_its_number_does_not_say_of_twenty_one_that_it_is_one():
    words = {"handout.words": {"one": "Слово", "few": "Слова", "many": "Слова", "other": "Слова"}}
    labels = Labels.of("ru", words)
    assert [labels.say("handout.words", n=n) for n in (1, 2, 5, 21, 101)] == ["Слово", *["Слова"] * 4]
    assert labels.say("division.count-page", n=21) == "21 страница"


@pytest.mark.parametrize("language", shipped())
@pytest.mark.parametrize(
    ("key", "name"), [("lessons.minutes", "n"), ("lessons.from-to", "end"), ("media.length", "length")]
)
def test_a_number_of_minutes_stays_beside_its_unit(language, key, name):
    after = [text.partition(f"{{{name}}}")[2][:1] for text in texts(Labels.of(language).table[key])]
    is_named = key == "media.length"  # 2:05 is not a number of minutes in Chinese and Japanese, so no unit follows it
    assert all(sign == "\N{NO-BREAK SPACE}" or sign.isalpha() or (is_named and not sign) for sign in after)


FIGURES = frozenset(
    {"count", "high", "last", "low", "marks", "minutes", "most", "n", "number", "numbers", "page", "pages"}
    | {"seconds", "shown", "total", "when", "year"}
)
"""Placeholders for numbers, or for what may begin with one."""
OWN = ("first", "type")
"""Placeholders for numbers, and for words of the language."""
RIGHT = re.compile("[\u200f\u0590-\u08ff]")


@pytest.mark.parametrize("language", ["ar", "fa", "he"])
def test_a_number_behind_a_text_that_may_be_in_latin_letters_keeps_its_place(language):
    found = {
        key: between[0]
        for key, form in table(language).items()
        for text in texts(form)
        for between in re.finditer(r"\{([a-z_]+)\}([^{}]*)\{([a-z_]+)\}", text)
        if between[1] not in {*FIGURES, *OWN}
        and key != "division.number"
        and between[3] in FIGURES
        and not RIGHT.search(between[2])
    }
    assert found == {}


@pytest.mark.parametrize("language", ["ar", "fa", "he"])
def test_words_in_latin_letters_follow_each_other_from_right_to_left(language):
    found = {
        key: joined[0]
        for key, form in table(language).items()
        for text in texts(form)
        for joined in re.finditer(r"[A-Za-z0-9]+[،,:] [A-Za-z]+", text)
    }
    assert found == {}
