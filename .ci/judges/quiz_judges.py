"""The judges of quizzes and cards: gift-pegjs reads GIFT, and Anki imports a deck twice."""

import importlib.util
import tempfile
from pathlib import Path

from verdict import CI, Judge, MissingJudgeError, Verdict, existing, program, report, run, unexplained

GIFT = "gift.txt"
"""The name of a GIFT file, whose suffix other files have, too."""
DECK = ".apkg"


def gift(file: Path) -> Verdict:
    """Parse every question, and look for what got lost."""
    existing(CI / "node_modules/gift-pegjs", ".ci/setup node")
    done = run(program("node"), CI / "judges/gift.mjs", file)
    said = report(done)
    return Verdict("gift-pegjs", file, said["summary"], tuple(unexplained(done, said["findings"])))


def anki(file: Path) -> Verdict:
    """Import the deck into a new collection twice: all notes are new, and then none."""
    if not importlib.util.find_spec("anki"):
        raise MissingJudgeError("anki is not installed; .ci/setup venv judge installs it")
    from anki.collection import Collection, ImportAnkiPackageRequest

    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            request = ImportAnkiPackageRequest(package_path=str(file))
            first, second = (collection.import_anki_package(request).log for _ in range(2))
            guids = len({collection.get_note(note).guid for note in collection.find_notes("")})
            notes, cards = collection.note_count(), collection.card_count()
            lost = len(collection.media.check().missing)
            problems = () if collection.fix_integrity()[1] else ("Anki's own check finds the collection damaged",)
        except Exception as error:  # noqa: BLE001 (Anki has errors of many kinds; each is a no)
            return Verdict("Anki", file, "cannot be imported", (f"{type(error).__name__}: {error}",))
        finally:
            collection.close()
    new, again = len(first.new), len(second.new)
    counts = (
        *([] if new == first.found_notes == notes > 0 else [f"{first.found_notes} notes, {new} new, {notes} there"]),
        *([f"{again} notes are new the second time"] if again else []),
        *([f"{notes} notes have {guids} ids"] if guids < notes else []),
        *([f"{notes} notes have {cards} cards"] if cards < notes else []),
        *([f"{lost} pictures of cards are not there"] if lost else []),
    )
    return Verdict("Anki", file, f"{new} new notes, then {again}", (*counts, *problems))


JUDGES: dict[str, dict[str, Judge]] = {GIFT: {"gift-pegjs": gift}, DECK: {"Anki": anki}}
"""What a judge says of one file, by the kind of file."""
