"""Sentences: where they end, in plain words and in Markdown, in several languages, and in linear time."""

from time import process_time

import pytest

from studyguide.editions.dangling import without_dangling
from studyguide.languages import sentences
from studyguide.languages.sentences import abbreviations, split

WHOLE = """\
Mr. Henry and his helper wait.|They dig.
At 5 p.m. Mr. Henry and his helper wait.|He digs.
Then, at about 5 p.m. Henry waits.|He digs.
They wait until 5 p.m.|Then they dig.
It is 5 p.m. Monday in town.|It rains.
Ask Dr. Jones at 10 a.m. on Monday.|Go.
See the lamp (p. 12).|Then go on.
He reads it (p. 12. Then more) twice.|Done.
See pp. 3–4.|Then ch. 5.|Then vol. 2.|Then vol. II.
See p. xi.|Then the last vol.|It is blue.
Cf. e.g. Smith and i.e. Jones vs. Brown.|Done.
Pens, paper etc. are here.|More, etc.|Then it ends.
This is Kathy H.|She is a carer.
Kathy H. is a carer.|So is Tommy D.|They know.
Kathy H. Tommy knows nothing.|Nobody does.
J. R. R. Tolkien wrote it.|C. S. Lewis read it.
Philip K. Dick wrote it.|A. B. Smith read it.
Smith et al. wrote it.|Henry Clerval Jr. and Sr. read it.|So did Brown et al.|The end.
It is 3.5 or 4.|It costs £3.50.|Then?|Yes!
He is 12.|13 is more!
He was born in 1954.|She was born in Oct. 1955.|He was first.
Wait …|Then go.
Wait...|Then go … and stop.
“Why?” she asked.|Nobody knew.
“Why?” Kathy asked.|Nobody knew.
“Why?”|Nobody knew.
He asked, “Why?”|Then he left.
‘Stop!’ cried Henry.|He ran.
“Run! Now!” he cried.|They ran.
"Go. Now." he said.|Then he left.
He said: “Mr. X is here.”|She nodded.
‘He left. She stayed,’ I said.|Done.
The students’ copies are here.|It isn’t one.
(He left.)|She stayed.
He left [@x, p. 3].|She stayed.
He left. [@x, p. 3]|She stayed.
He left.|[@x] says so.
He left.^[A note. Here.]|She stayed.
He left.[^1]|She stayed.
St. Peter is No. 5.|It is on Baker St. Mary.
See https://a.example/b.c?d=E.|Then go to www.a.example.|Stop.
*Never. Let me go.*|It is a film.
**Note.**|This is bold.
Read [Mr. X. And Y](#x) now.|Stop.
Read [it.](#x)|Stop.
Read this.|[](#c) is it.|See [](#d).|End.
Run `a. B` now.|`c` is next.
1. First he goes.|2. Then she goes.
So do I.|Tommy left.
World War I.|The end.
Act I. Scene 2 begins.|It is long.
The U.S. Army left.|He is in the U.S.|They stay.
He said no.|Then he left.|It is No. 3.
A line\\.|Another.|And a third.
> It is quoted.
`a. B`.|Then go.
“…” Then he left.|Nobody knew.
It is 5 p.m. (Monday) in town.|It rains.
They dig until 5 p.m.|Henry waits.
Ask Davis Jr. Smith or Brown & Co. Clerval now.|Done.
He is in the USA.|Henry left.
It is plan b.|Henry left.
Look, a * star.|And more.|_It is. So._|Done."""
"""Each line is a text whose sentences are parted by a bar."""

LANGUAGES = {
    "de": "Am 3. Oktober kam Dr. Roth mit Bd. 512.|„Ja. Nein.“|Er blieb, z.B. Roth usw.|Er ging 1954.",
    "de-AT": "Es sind 3.|5 kamen am 31. Mai.|Er ging.",
    "fr": "M. Roth arrive, cf. p. 3.|« Oui. Non. »|Elle reste.",
    "es": "El Sr. Roth llega.|¿Por qué?|¡No!|Véase pág. 3.",
    "ja": "彼は去った。|彼女は残った。|「はい。いいえ。」|終わり。",
    "ar": "ذهب الرجل.|هل عاد؟|نعم؛ عاد د. طه حسين، انظر ص. 12 من «الأيام. الجزء 1».|قال ﴿اقرأ. باسم﴾ ثم سكت.|انتهى.",
    "fa": "او نمی‌داند چرا؟|ر.ک. ص. ۱۲.|پایان.",
    "hi": "वह गया।|वह आया।",
    "ka": "ის წავიდა.|ის დარჩა.",
    "ru": "Он ушёл.|Она осталась.|А. С. Пушкин писал.",
    "sv": "Hon köpte bröd m.m.|Han gick, jfr bd. 3.|Se kap. 3.",
    "xx": "Dr. Roth kom, s. p. 3.|Han gik.",
}


@pytest.mark.parametrize("line", WHOLE.splitlines())
def test_a_sentence_ends_where_a_reader_would_say(line):
    assert split(line.replace("|", " ")) == line.split("|")


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_has_no_sentences(text):
    assert split(text) == []


def test_words_are_whole():
    text = "The well-known student’s *own* 3.5 `code`: isn’t 1,000 x_y (p. 2)"
    found = ["The", "well-known", "student’s", "own", "3.5", "code", "isn’t", "1,000", "x", "y", "p", "2"]
    assert sentences.words(text) == found
    for whole in ("كِتَابٌ", "می‌کند", "שָׁלוֹם", "किताब", "e\u0301tude"):
        assert sentences.words(f"{whole}، {whole}.") == [whole, whole]
    assert sentences.words("One\N{OBJECT REPLACEMENT CHARACTER}two – …") == ["One", "two"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_abbreviations(language):
    line = LANGUAGES[language]
    text = line.replace("|", "" if language == "ja" else " ")
    assert split(text, language) == line.split("|")


@pytest.mark.parametrize("language", sorted(abbreviations.TABLES))
def test_a_number_with_a_stop_is_an_ordinal_in_some_languages(language):
    ordinal = language in {"de", "da", "nb", "cs", "fi"}
    assert (
        split("Aaa 3. Bbb ccc. Ddd.", language) == ["Aaa 3. Bbb ccc.", "Ddd."]
        if ordinal
        else ["Aaa 3.", "Bbb ccc.", "Ddd."]
    )
    assert split("Aaa 311. Bbb ccc.", language) == ["Aaa 311.", "Bbb ccc."]


@pytest.mark.parametrize("language", [*sorted(abbreviations.TABLES), "xx"])
def test_abbreviations_of_each_language_end_no_sentence_before_a_name_or_a_number(language):
    table = abbreviations.TABLES.get(language, abbreviations.TABLES["en"])
    names = table.before_names if language != "xx" else {"Dr", "cf"}
    numbers = table.before_numbers if language != "xx" else {"p", "vol"}
    for word in sorted(names):
        assert split(f"Aaa {word}. Bbb ccc. Ddd.", language) == [f"Aaa {word}. Bbb ccc.", "Ddd."]
    for word in sorted(numbers - names):
        assert split(f"Aaa {word}. 5 ccc. Ddd.", language) == [f"Aaa {word}. 5 ccc.", "Ddd."]
    assert split("Aaa bbb etc. Ccc.", language) == ["Aaa bbb etc.", "Ccc."]


@pytest.mark.parametrize("line", WHOLE.splitlines())
def test_spans_are_the_sentences_of_the_text(line):
    text = f"  {line.replace('|', '  ')} "
    assert "|".join(text[start:end] for start, end in sentences.spans(text)) == line


HIDDEN, CITED = sentences.markup.OPAQUE, sentences.markup.CITED


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Plain.", "Plain."),
        ("a^[b. c] d", f"a{CITED * 7} d"),
        ("^[b] d", f"{CITED * 4} d"),
        ("a[^1] b", f"a{CITED * 4} b"),
        ("a [@k, p. 3] b", f"a {CITED * 10} b"),
        ("[@k] b", f"{CITED * 4} b"),
        ("a ![b. c](d.png) e", f"a {HIDDEN * 14} e"),
        ("![b](c) e", f"{HIDDEN * 7} e"),
        ("a [](#b) c", f"a {HIDDEN * 6} c"),
        ("a [ ](#b) c", f"a {HIDDEN * 7} c"),
        ("[a](#b) c", "[a]**** c"),
        ("a [b c](#d){lang=fr} e", "a [b c]" + "*" * 13 + " e"),
        ("[b]{lang=fr} e", "[b]" + "*" * 9 + " e"),
        ("a [b] c", "a [b] c"),
        ("a `b. c` d", f"a {HIDDEN * 6} d"),
        ("at https://a.example/b.c. It", "at " + "x" * 21 + ". It"),
        (r"a \* b", "a xx b"),
        ("a\n> b", "a\n  b"),
        ("[a [b](#c)](#d)", "[a [b]****]****"),
    ],
)
def test_markup_is_masked_and_everything_keeps_its_place(text, masked):
    assert sentences.markup.masked(text) == masked


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("a (b) c", "000110000"),
        ("(a (b))", "01112210"),
        ("(a) b) c", "011000000"),
        ("a) (b", "000000"),
        ("‘it’s here’ x", "01111111111000"),
        ("2 * 3* 4", "000000000"),
        ("*a * b*", "01111110"),
        ("**a** b", "01111000"),
        ('"a" "b"', "01100110"),
        ("»a« b", "011000"),
        ("«a» b", "011000"),
        ("„a“ b", "011000"),
        ("„a” b", "011000"),
        ("[a (b] c", "011111000"),
    ],
)
def test_places_inside_of_pairs_are_known(text, depths):
    found = sentences.markup.inside(text)[: len(text) + 1]
    assert "".join(map(str, found))[: len(depths)] == depths[: len(text) + 1]


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("A. B.", "A. B.", []),
        ("A.^[B. C.] D.", "A. D.", ["B. C."]),
        ("^[B] D^[E]F^[G]", " DF", ["B", "E", "G"]),
        ("A^[B^[C] D] E^[F]", "A E", ["B^[C] D", "F"]),
        ("A[B] ^ [C]", "A[B] ^ [C]", []),
    ],
)
def test_notes_are_taken_out_of_a_text_whole(text, kept, said):
    assert sentences.without_notes(text) == (kept, said)
    assert [text[start:end] for start, end in sentences.notes(text)] == [f"^[{each}]" for each in said]


@pytest.mark.parametrize(
    ("block", "marker", "said"),
    [
        ("A.", "", "A."),
        ("- A. B.", "- ", "A. B."),
        ("12. A.", "12. ", "A."),
        ("> A.", "> ", "A."),
        ("> - A.", "> - ", "A."),
        ("## A", "## ", "A"),
        ("[^n]: A.", "[^n]: ", "A."),
        ("*A.* B.", "", "*A.* B."),
    ],
)
def test_the_sign_of_a_block_is_none_of_its_words(block, marker, said):
    assert sentences.without_marker(block) == (marker, said)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("At 5 p.m. Mr. Henry and his helper wait at [](#gone). They dig.", "They dig."),
        ("Mr. Henry waits (p. 12. See [](#gone)) there. They dig.", "They dig."),
        ("“They dig. See [](#gone),” he says. It rains.", "It rains."),
        ("This is Kathy H. [](#gone) is hers.", ""),
        ("It rains.^[See [](#gone). It was wet.] They dig.", "It rains.^[It was wet.] They dig."),
        ("It rains.^[See [](#gone).] They dig.", "It rains. They dig."),
        ("It rains.[^1] They dig.\n\n[^1]: See [](#gone).", "It rains.[^1] They dig."),
        ("- One. See [](#gone).\n- See [](#gone).\n- Two.", "- One.\n- Two."),
        ("> It rains. See [](#gone).\n> They dig.", "> It rains. They dig."),
        ("## See [](#gone)\nThey dig.", "They dig."),
        ('See [ ](#gone "there"). They [dig](#gone).', "They [dig](#gone)."),
        ("| A. | See [](#gone). |\n| B. | C. |", "| B. | C. |"),
        ("They *dig. See [](#gone).* It rains.", "It rains."),
        ("It rains.^[It was wet. See [](#gone).] They dig.", "It rains.^[It was wet.] They dig."),
        (
            "They dig. See [](#gone).\n\nIt rains.\n- Then?\n\nThen the mud dries.",
            "They dig.\n\nIt rains.\n- Then?\n\nThen the mud dries.",
        ),
    ],
)
def test_removing_a_sentence_leaves_no_half_pair(text, left):
    assert without_dangling(text, {"here"}) == left
    assert without_dangling(text, {"here", "gone"}) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Look at [the murder](#gone). Who is afraid?", "Who is afraid?"),
        ("Look at [the murder](#gone)", ""),
        ("It rains.^[See [it](#gone). It was wet.] They dig.", "It rains.^[It was wet.] They dig."),
        ("- One.\n- See [the *end*](<#gone> 'there').\n- Two.", "- One.\n- Two."),
        ("They dig. See [it](#go\\ne) now.", "They dig. See [it](#go\\ne) now."),
        ("They dig. See [it](#g&#111;ne) now.", "They dig."),
        ("They dig. See [it][m] now.\n\n[m]: #gone", "They dig."),
        ("They dig. See [it][My  Lamp] now.\n\n[my lamp]: #gone", "They dig."),
        ("See [it][m] now. They dig, [too][n].\n\n[m]: #gone\n[n]: #here", "They dig, [too][n].\n\n[n]: #here"),
        ("They dig. See [it] now.\n\n[it]:\n  <#gone> 'there'", "They dig."),
        ("They dig. See [![a](x.png)](#gone) now.", "They dig."),
        ("They dig. See [it](#away) and `[it](#gone)` now.", "They dig. See [it](#away) and `[it](#gone)` now."),
        ("| A. | See [it](#gone). |\n| B. | C. |", "| B. | C. |"),
    ],
)
def test_a_sentence_that_links_to_a_hidden_item_is_removed_with_any_words(text, left):
    assert without_dangling(text, {"here"}, "en", {"gone"}) == left
    assert without_dangling(text, {"here", "gone"}) == text


@pytest.mark.parametrize(
    "text",
    [
        *("." * 200_000, "(“" * 100_000, "^[" * 100_000, "[@" * 100_000, "A. " * 66_000, "*" * 200_000, "* a" * 66_000),
        *("“a. " * 50_000, "`" * 200_000, "\n> " * 60_000, "x.)] " * 40_000, "a? “B " * 30_000, "[](#x). " * 25_000),
        *(" " * 200_000, "\n" * 200_000, "- a.\n" * 40_000, "|a.|\n" * 40_000, "# a\n" * 40_000, "a.b." * 50_000),
        *("^[a] " * 40_000, "a.\0" * 60_000, "he. [@a]" * 25_000, "]" * 200_000, "’‘" * 100_000, "([" * 9 + "])" * 9),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_time_is_linear(text):
    began = process_time()
    list(sentences.spans(text))
    sentences.blocks(text)
    sentences.without_notes(text)
    assert process_time() - began < 4


@pytest.mark.parametrize(
    "text",
    [
        *("[](#x " * 3_300 + "a " * 88_000, "[](#x b" * 3_300 + " a" * 80_000, "[ " * 4_900 + " " * 180_000),
        *("[a\\" * 3_300 + "a" * 180_000, "[a]: " * 3_300 + "b" * 180_000, "[](#" * 3_300 + "x" * 180_000),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_links_to_hidden_items_are_found_in_linear_time(text):
    began = process_time()
    without_dangling(text, {"here"}, "en", {"gone"})
    assert process_time() - began < 2


@pytest.mark.parametrize(
    "text",
    [
        'חיילי צה"ל באו.|הם הלכו לארה״ב.|סוף.',
        "ד״ר גונן אמר: ״שלום. מה שלומך?״|אז הלך.",
        'ד"ר גונן אמר: "שלום. בוא."|הם באו.',
        "״אני כותבת. שאהבתי מתו.״|והלכה.",
    ],
)
def test_the_sign_of_hebrew_abbreviations_is_no_quotation_mark(text):
    assert split(text.replace("|", " "), "he") == text.split("|")


@pytest.mark.parametrize("word", ["צה״ל", 'צה"ל', "ג׳ורג", "תל־אביב"])
def test_a_hebrew_word_with_a_sign_in_it_is_one_word(word):
    assert sentences.words(f"{word} שם.") == [word, "שם"]
