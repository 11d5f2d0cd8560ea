"""What a language needs beside labels: its alphabet, articles, quotation marks and order of names."""

import pytest

from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.languages.tables import shipped
from studyguide.render.index_terms import IndexEntry, Locator, groups, inverted

CZECH = "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž"


def labels(language, **own):
    return Labels.of(language, {f"language.{name.replace('_', '-')}": text for name, text in own.items()})


def grouped(found, *words):
    """The headings of an index, each with its entries."""
    entries = [IndexEntry(word, found=(Locator("x", "X"),)) for word in words]
    return {letter: [entry.label for entry in some] for letter, some in groups(entries, found).items()}


def test_an_index_follows_the_alphabet_of_the_language():
    assert grouped(labels("cs", alphabet=CZECH), "Chata", "Cesta", "Hora", "Čas", "Ivan", "1984") == {
        "0–9": ["1984"],
        "C": ["Cesta"],
        "Č": ["Čas"],
        "H": ["Hora"],
        "Ch": ["Chata"],
        "I": ["Ivan"],
    }
    assert grouped(labels("de"), "Der Ärger", "Adler", "Ein Zimmer") == {
        "A": ["Adler", "Der Ärger"],
        "Z": ["Ein Zimmer"],
    }


@pytest.mark.parametrize(
    ("language", "title", "rest"),
    [
        *(("en-US", "The End", "End"), ("en", "AN Egg", "Egg"), ("en", "Theatre", "Theatre"), ("en", "A", "A")),
        *(("de-AT", "Die Welle", "Welle"), ("fr", "L’Étranger", "Étranger"), ("fr", "L'Étranger", "Étranger")),
        *(("fr", "Les Mots", "Mots"), ("fr", "Lettres", "Lettres"), ("es", "La casa", "casa"), ("it", "Un’ora", "ora")),
        *(("br", "The End", "The End"), ("pl", "A jednak", "A jednak")),
    ],
)
def test_articles_are_those_of_the_language_and_none_if_they_are_unknown(language, title, rest):
    assert conventions.article(labels(language)).sub("", title) == rest


def test_own_articles_are_left_out():
    assert conventions.article(labels("br", articles="y yr")).sub("", "Yr Haf") == "Haf"
    assert conventions.article(labels("en", articles="")).sub("", "The End") == "The End"


def test_an_article_that_is_joined_to_its_word_counts_for_sorting_alone():
    arabic = labels("ar-EG")
    assert grouped(arabic, "السجن", "سماء", "الباب", "أمل", "ال", "الم") == {
        "ا": ["ال", "الم", "أمل"],
        "ب": ["الباب"],
        "س": ["السجن", "سماء"],
    }
    assert conventions.article(arabic).sub("", "السيد شوشة") == "السيد شوشة"
    assert conventions.article(labels("br", articles="al- y")).sub("", "y Haf") == "Haf"


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "أمل الخوف سجن المقهى"), ("en", "fear,the loom,zoom"), ("fr", "ellipse,l’intrigue,mise en scène")],
)
def test_glossaries_are_sorted_without_articles_as_the_index_is(language, words):
    words = words.split("," if "," in words else " ")
    other_way = words[::-1]
    assert sorted(other_way, key=conventions.sort_key(labels(language))) == words
    assert [word for each in grouped(labels(language), *other_way).values() for word in each] == words


def test_names_stay_as_they_are_where_the_family_name_comes_first():
    assert inverted("Molnár Ferenc", labels("hu", family_name_first="yes")) == "Molnár Ferenc"
    assert inverted("Carey Mulligan", labels("hu")) == "Mulligan, Carey"


def test_quotation_marks_are_pairs_with_the_spaces_inside():
    assert conventions.quotation_marks(labels("en-GB")) == ("“", "”", "‘", "’")
    assert conventions.quotation_marks(labels("fr-CA")) == ("«\u202f", "\u202f»", "“", "”")
    assert conventions.quotation_marks(labels("br")) is None


@pytest.mark.parametrize("tag", shipped())
def test_every_table_has_sound_conventions(tag):
    found = labels(tag)
    assert len(conventions.quotation_marks(found)) == 4
    assert len(conventions.alphabet(found).letters) > 20
    assert conventions.is_family_name_first(found) in {True, False}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(
            ("alphabet", "a"),
            ("alphabet", "a B"),
            ("alphabet", "a b a"),
            ("quotation_marks", "“ ” ‘"),
            ("articles", "a an"),
        ),
        *(("quotation_marks", "“  ” ‘ ’"), ("family_name_first", "maybe"), ("alphabet", "a b ch")),
    ],
)
def test_faults_of_own_conventions(name, text):
    key = f"language.{name.replace('_', '-')}"
    sound = (name, text) in {("articles", "a an"), ("alphabet", "a b ch")}
    assert bool([*conventions.faults(key, text)]) != sound


LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        (conventions.ALPHABET, LATIN, ""),
        (conventions.ALPHABET, LATIN.replace("w ", ""), "lacks the letter w: words and names with it would come last"),
        (conventions.ALPHABET, "a b c d e f g h i l m n o p q r s t u v z", "lacks the letter j, k, w, x, y: "),
        (conventions.ALPHABET, "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я", ""),
        (conventions.ALPHABET, f"{LATIN} c’h l·l", ""),
        (conventions.ALPHABET, LATIN.replace(" ", ", "), "has ',' in it, but only spaces divide it"),
        (conventions.ALPHABET, "ا، ب، ت", "has '،' in it, but only spaces divide it"),
        (conventions.ARTICLES, "el la els les l'", ""),
        (conventions.ARTICLES, "el, la", "has ',' in it, but only spaces divide it"),
        (conventions.SHORT_WORDS, "a/i/o", "has '/' in it, but only spaces divide it"),
        (conventions.SHORT_WORDS, "a i o", ""),
    ],
)
def test_lists_of_letters_and_words_are_divided_by_spaces_and_complete(key, text, fault):
    said = [*conventions.faults(key, text)]
    assert [each[: len(fault)] for each in said] == ([fault] if fault else [])
