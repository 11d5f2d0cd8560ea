"""A long text takes time in proportion to its length, whatever is in it: measured in processor time of this process."""

import shutil
import time

import pytest

from studyguide.paths import specimen_folder
from studyguide.review import review

LONG = 200_000
"""Characters of the longest text."""
MOST_SECONDS = 2.0
SHORT = 25_000

KINDS = {
    "an open citation": lambda n: "[@" + "a" * n,
    "unknown citations": lambda n: "".join(f"[@key{number}] and so it goes on. " for number in range(n // 32)),
    "unknown links": lambda n: "".join(f"[a link](#x{number}) and so on. " for number in range(n // 30)),
    "bad links": lambda n: "".join(f"[a link](ftp://x{number}) and so on. " for number in range(n // 36)),
    "open notes": lambda n: "^[" * (n // 2),
    "open brackets": lambda n: "[" * n,
    "open brackets, one closed": lambda n: "[a " * (n // 3) + "]",
    "open pictures": lambda n: "![" * (n // 2),
    "notes without a text": lambda n: "".join(f"a word[^n{number}] and so on. " for number in range(n // 30)),
    "short lines": lambda n: "a line\n" * (n // 7),
    "empty headings": lambda n: "#\n\n" * (n // 30) + "word " * (n // 6),
    "a long word": lambda n: "a" * n,
    "a long number": lambda n: "1" * n,
    "an open entity": lambda n: "&#" + "1" * n,
    "straight quotes": lambda n: 'He said "so" and went on. ' * (n // 26),
    "double hyphens": lambda n: "It is -- so to speak -- long. " * (n // 30),
    "words twice": lambda n: "the the cat sat there. " * (n // 23),
    "abbreviations": lambda n: "p. 3 " * (n // 5),
    "long addresses": lambda n: "https://example.org/" + "a" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "stress": lambda n: "_a_ and *b* " * (n // 12),
    "code": lambda n: "    a\n" * (n // 6),
    "backslashes": lambda n: "\\" * n,
    "quotations": lambda n: "> a word\n" * (n // 9),
    "a locator without an end": lambda n: "[@novel, " + "p. " * (n // 3),
}


def seconds(tmp_path, text: str) -> float:
    """Processor time of checking a guide with a chapter that has this text."""
    folder = tmp_path / "guide"
    shutil.copytree(specimen_folder(), folder)
    (folder / "chapters" / "about.md").write_text(
        f"---\nkind: prose\ntitle: About\n---\n\n{text[: LONG - 10]}\n", "utf-8"
    )
    before = time.process_time()
    review(folder)
    taken = time.process_time() - before
    shutil.rmtree(folder)
    return taken


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """What the guide takes with a short text, when everything is imported."""
    folder = tmp_path_factory.mktemp("usual")
    seconds(folder, "A text.")
    return seconds(folder, "A text.")


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_text_is_checked_in_time(tmp_path, usual, kind):
    assert seconds(tmp_path, KINDS[kind](LONG)) - usual < MOST_SECONDS
