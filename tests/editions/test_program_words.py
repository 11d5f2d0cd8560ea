"""Program words: what the program prints in any guide is its own, and what it only thinks is not."""

import pytest

from studyguide.editions.program_words import is_ours


@pytest.mark.parametrize(
    "words",
    [
        *("Scene", "scene", "Gives away the", "Glossary", "November", "directed by", "Vocabulary", "Results appear"),
        *(
            "The boxes on the map",
            "I can say what is on the back",
            "Before and after",
            "What it means",
            "Search the guide",
        ),
    ],
)
def test_words_of_labels_and_months_are_program_words(words):
    assert is_ours(words)


@pytest.mark.parametrize(
    "words",
    [
        *("zebra", "clone", "gene", "docstrings", "Scen", "lossary"),
        *(
            "nothing depends on colour alone",
            "Import them",
            "the whole guide on one page.\n\n",
            "leaf_number",
            "data-name",
            "fact-sheet",
            "reception.money",
            "Captain",
            "King",
        ),
    ],
)
def test_other_words_and_keys_are_not(words):
    assert not is_ours(words)


def test_months_are_those_of_the_language():
    assert is_ours("listopadu", "cs")
    assert is_ours("listopad", "cs")
    assert not is_ours("listopadu")
