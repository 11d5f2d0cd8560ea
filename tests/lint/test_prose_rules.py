"""What the rules about prose find in a sentence, and what they leave alone."""

import shutil
from pathlib import Path

import pytest

from studyguide.build.checked_guide import review
from studyguide.languages.plain import plain
from studyguide.lint.rules import prose

BASE = Path(__file__).parent / "problems/base"
FILLER = "Kathy drives home in the rain and thinks of school. "
WORDS = len(FILLER.split())


@pytest.fixture
def remarks(tmp_path):
    """A function from a text, in a guide of a language, to the codes and messages of its remarks."""

    def check(text, language="en"):
        folder = Path(shutil.copytree(BASE, tmp_path / "guide", dirs_exist_ok=True))
        settings = (folder / "guide.yaml").read_text("utf-8")
        (folder / "guide.yaml").write_text(settings.replace("language: en", f"language: {language}"), "utf-8")
        further = "kind: works-cited\ntitle: Sources\nfurther: [known]\n"
        (folder / "chapters/works-cited.yaml").write_text(further, "utf-8")
        (folder / "chapters/text.md").write_text(f"---\nkind: prose\ntitle: Text\n---\n{text}\n", "utf-8")
        found = review(folder)
        # A machine need not have fonts for all scripts.
        assert [each for each in found.problems if not each.message.startswith("No font has ")] == []
        return [(remark.code, remark.place.line, remark.place.column, remark.message) for remark in found.remarks]

    return check


@pytest.mark.parametrize(
    ("sentence", "phrase", "column"),
    [
        ("She names a boy whom she knew.", "whom", 17),
        ("We trust those whom *she* trusts, with reason.", "whom", 16),
        ("Say whom the words spare.", "whom", 5),
        ("Print the paragraph of which they are proudest.", "of which", 21),
        ("He names five aims, of which an answer needs one.", "of which", 21),
        ("Notice the way in which he runs.", "the way in which", 8),
        ("Write down the time at which it starts.", "the time at which", 12),
        ("She kept the day on which it came.", "the day on which", 10),
        ("That is the reason for which they stay.", "the reason for which", 9),
        ("There were scores and the like.", "and the like", 19),
        ("Ruth would sooner lead than follow.", "would sooner", 6),
        ("Keep it, for it holds a voice.", "for it", 10),
        ("She cannot but obey.", "cannot but", 5),
        ("They whisper, lest he hear.", "lest", 15),
        ("Whence he came we never learn.", "Whence", 1),
    ],
)
def test_dated_phrases_are_found(remarks, sentence, phrase, column):
    ((code, line, at, message),) = remarks(sentence)
    assert (code, line, at) == ("SG117", 5, column)
    assert message.startswith(f"'{phrase}' is old-fashioned. ")


@pytest.mark.parametrize(
    "sentence",
    [
        "He is a man to whom they all turn, and with whom they stay.",
        "Watch who copies whom, and who is friends with whom.",
        "Whom does she mean? After whom is the house named, and before whom do they stand?",
        "He has two tapes, both of which are lost, and a list, none of which the class needs.",
        "Keep a list of which they like and a record of which the school owns.",
        "Two services know which of which films is free.",
        "Read the chapter in which Tommy falls, and give the order in which they speak.",
        "He would like to go, and the like of it was never seen.",
        "She had it sooner than he would, and they would sooner or later know.",
        "He waits for her, for him, and for it to end; for they and we alike it is late.",
        "It is not long, for this or for that.",
        "She cannot, but he can.",
        "She says “a boy whom I knew” and ‘lest we forget’, and no more.",
        "They run amongst the trees whilst it rains, and thereby keep warm.",
    ],
)
def test_plain_phrases_are_left_alone(remarks, sentence):
    assert remarks(sentence) == []


@pytest.mark.parametrize("word", ["somebody", "someone", "nobody", "no one", "Someone", "nobody’s", "no-one"])
def test_many_unnamed_people_are_found(remarks, word):
    ((code, line, column, message),) = remarks("They go.\n\n" + f"They see {word} here.\n\n" * prose.FEWEST)
    assert (code, line, column) == ("SG116", 7, 10)
    lower = word.lower().removesuffix("’s")
    assert message.startswith(f"This chapter says '{lower}' 5×: 5 in ")
    assert message.endswith("The others are on the lines 9, 11, 13, 15.")


def test_only_some_lines_are_named(remarks):
    ((_, _, _, message),) = remarks("They see nobody.\n\n" * 12)
    assert message.endswith("on the lines 7, 9, 11, 13, 15, 17, 19, 21 and below.")


@pytest.mark.parametrize(
    "word", ["everybody", "anyone", "no onerous task", "a no-one-cares look", "“nobody”", "‘no one’"]
)
def test_other_words_are_not_people_without_a_name(remarks, word):
    assert remarks(f"They see {word} here.\n\n" * 9) == []


def test_few_unnamed_people_are_left_alone(remarks):
    few = prose.FEWEST - 1
    assert remarks("They see nobody.\n\n" * few) == []


@pytest.mark.parametrize(("fewer", "found"), [(0, []), (1, ["SG116"])])
def test_the_rate_decides(remarks, fewer, found):
    people, title = "They see nobody.\n\n" * prose.FEWEST, 1
    others = prose.FEWEST * 1000 // prose.MOST_UNNAMED - title - len(people.split()) - fewer
    assert [code for code, *_ in remarks(people + "Yes.\n\n" * others)] == found


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ja", "雨が降りしきる" * 18 + "。", "126 characters"),
        ("zh", "下雨了，" * 45 + "。", "135 characters"),
        ("ja", "雨が降りしきる。" * 18, None),
        ("hi", "यह एक छोटी सी कहानी है जिसमें " * 5 + "कहानी है।", None),
        ("hi", "यह एक छोटी सी कहानी है जिसमें " * 7 + "कहानी है।", "51 words"),
    ],
)
def test_sentences_are_counted_by_characters_without_spaces_and_by_whole_words(remarks, language, text, told):
    found = [message for code, _, _, message in remarks(text, language) if code == "SG102"]
    assert found == ([f"This sentence has {told}. Make two or three of it."] if told else [])


def test_long_paragraphs_are_found(remarks):
    text = FILLER * (prose.LONGEST // WORDS)
    assert remarks(text) == []
    ((code, line, column, message),) = remarks(f"{text}Enough.")
    assert (code, line, column) == ("SG118", 5, 1)
    assert message == "This paragraph has 151 words. Divide it where its subject changes."


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_all_kinds_of_english_are_judged(remarks, language):
    assert [code for code, *_ in remarks("She names a boy whom she knew.", language)] == ["SG117"]


def test_other_languages_are_not_judged_without_a_list(remarks):
    assert plain("de") is None
    found = remarks("She names a boy whom she knew.\n\n" + "They see nobody.\n\n" * 9, "de")
    assert {code for code, *_ in found} <= {"SG122"}  # the edition has an English title


def test_every_advice_is_a_sentence():
    hard = plain("en-GB")
    assert hard is not None
    assert [each.advice for each in hard.dated if not each.advice.endswith(".") or not each.advice[0].isupper()] == []
