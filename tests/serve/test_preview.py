"""Preview: its pages are those of a build after any edits, and the last good ones stay while there are problems."""

import errno
import re
import shutil
from random import Random

import pytest

from studyguide.build import Request, build
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats import web
from studyguide.guide.load import load
from studyguide.render.text_sources import without_sources
from studyguide.serve.faults import FAULT
from studyguide.serve.preview import Preview, SupersededError
from studyguide.support import paths
from studyguide.support.errors import GuideError, UsageError
from studyguide.support.keep import Keep
from studyguide.themes import theme
from tests.mutations import copied, mutate

EDITIONS = ("student", "teacher", "taster")
TEXTS = {".yaml", ".md"}
NEW = "kind: prose\ntitle: A new chapter\ntext: |\n  It has [the creature](#term-creature) in it.\n"
EDITS = (
    ("chapters/plot.yaml", "they dig.", "they *dig*, near [the creature](#term-creature)."),
    ("chapters/plot.yaml", "title: The graveyard", "title: Among graves"),
    ("chapters/plot.yaml", "spoiler: premise", "spoiler: ending"),
    ("chapters/glossary.yaml", "term: Sublime", "term: The sublime"),
    ("sources.yaml", "publisher: Lackington", "publisher: Oxford"),
    ("guide.yaml", "  - plot\n  - cast\n", "  - cast\n  - plot\n"),
    ("guide.yaml", "title: Frankenstein\nsub", "title: The new Prometheus\nsub"),
    ("guide.yaml", "reveals: premise", "reveals: safe"),
    ("guide.yaml", "  - plot\n", "  - plot\n  - new\n"),
    ("guide.yaml", "language: en-GB", "language: en-US"),
)
"""Texts, titles, levels, terms, sources, the order, the guide's title, what is hidden, a new chapter, the language."""


@pytest.fixture
def folder(tmp_path):
    return copied(paths.specimen_folder(), tmp_path / "guide")


def is_sound(folder):
    try:
        sound(folder)
    except GuideError:
        return False
    return True


class Author:
    """Edits a guide at random; an edit that leaves it with problems is mostly put back before the next one."""

    KINDS = ("text", "title", "id", "id alone", "order", "new chapter", "old chapter", "source", "guide", "hidden")

    def __init__(self, folder, seed):
        self.folder, self.random = folder, Random(seed)  # noqa: S311 (nothing is secret)
        self.before = self.files()

    def files(self):
        return {path: path.read_text("utf-8") for path in sorted(self.folder.rglob("*.*")) if path.suffix in TEXTS}

    def put_back(self):
        for path in self.files().keys() - self.before.keys():
            path.unlink()
        for path, text in self.before.items():
            path.write_text(text, "utf-8")

    def edit(self):
        """Change something; what was done."""
        if is_sound(self.folder):
            self.before = self.files()
        elif self.random.random() < 0.7:
            self.put_back()
        kind = self.random.choice(self.KINDS)
        getattr(self, kind.replace(" ", "_"))()
        return kind

    def change(self, path, pattern, make, *, times=1):
        """Replace some matches of a pattern in a file, chosen at random."""
        text = path.read_text("utf-8")
        found = [*re.finditer(pattern, text)]
        for match in sorted(self.random.sample(found, min(times, len(found))), key=re.Match.start, reverse=True):
            text = text[: match.start()] + make(match) + text[match.end() :]
        path.write_text(text, "utf-8")

    def chapter(self):
        return self.random.choice([*sorted((self.folder / "chapters").iterdir())])

    def text(self):
        self.change(self.chapter(), r"(?<= )[a-z]{5,}(?=[ .,])", lambda found: f"{found[0]} zebra", times=3)

    def title(self):
        self.change(self.chapter(), r"(?m)(?<=title: )(?=\w)", lambda _: "Zebras and ")

    def id(self):
        """Another id, wherever it is named."""
        ids = re.findall(r"\bid: ([\w-]+)", "".join(self.files().values()))
        name = self.random.choice(sorted(set(ids) - set(EDITIONS)))
        for path, text in self.files().items():
            path.write_text(re.sub(rf"(?<![\w-]){name}(?![\w-])", f"{name}-new", text), "utf-8")

    def id_alone(self):
        self.change(self.chapter(), r"(?<=\bid: )[\w-]+", lambda found: f"{found[0]}-else")

    def order(self):
        self.change(self.folder / "guide.yaml", r"(?m)^  - \w+\n  - \w+\n", lambda found: "".join(
            reversed(found[0].splitlines(keepends=True))
        ))  # fmt: skip

    def new_chapter(self):
        name = f"new-{len(self.files())}"
        (self.folder / f"chapters/{name}.yaml").write_text(NEW.replace("A new", f"A {name}"), "utf-8")
        self.change(self.folder / "guide.yaml", r"(?m)^  - plot\n", lambda found: f"{found[0]}  - {name}\n")

    def old_chapter(self):
        self.chapter().unlink()

    def source(self):
        self.change(self.folder / "sources.yaml", r"(?:(?<=title: )|(?<=lisher: ))(?=[A-Z])", lambda _: "Another ")

    def guide(self):
        self.change(self.folder / "guide.yaml", r"(?m)(?<=title: )(?=\w)", lambda _: "The new ")

    def hidden(self):
        path = self.random.choice([self.folder / "guide.yaml", self.chapter()])
        levels = ("safe", "premise", "ending")
        self.change(path, r"(?:(?<=reveals: )|(?<=spoiler: ))\w+", lambda _: self.random.choice(levels), times=2)


def edited(folder, edit, *, back=False):
    file, old, new = edit
    path = folder / file
    text = path.read_text("utf-8")
    path.write_text(text.replace(new, old) if back else text.replace(old, new), "utf-8")
    if "  - new\n" in new:
        if back:
            (folder / "chapters/new.yaml").unlink(missing_ok=True)
        else:
            (folder / "chapters/new.yaml").write_text(NEW, "utf-8")


def built(folder, name):
    """The web pages of an edition as a build makes them, from nothing; or the problems."""
    try:
        guide = sound(folder)
        edition = next(each for each in guide.info.editions if each.id == name)
        publication = publish(guide, edition)
    except GuideError as error:
        return [(each.file, each.line, each.column, each.message) for each in error.problems]
    made = web.files(publication, theme.look("web", theme=edition.theme or "quiet"), Keep())
    return {file: make() for file, make in made.items()}


def shown(preview, name):
    """The same as the preview shows it, without the sources."""
    state = preview.state(name)
    if state.problems:
        return [each[:4] for each in state.problems]
    found = {file: preview.content(name, file) for file in state.files}
    return {
        file: without_sources(content.decode()).encode() if file.endswith(".html") else content
        for file, content in found.items()
    }


def test_random_edits_are_of_every_kind_and_most_leave_the_guide_sound(folder):
    kinds, sound_after = set(), 0
    author = Author(folder, 1)
    for _ in range(50):
        kinds.add(author.edit())
        sound_after += is_sound(folder)
    assert kinds == set(Author.KINDS)
    assert 25 < sound_after < 48


@pytest.mark.parametrize("seed", range(5))
def test_after_random_edits_the_pages_are_those_of_a_build(folder, seed):
    """Of texts, titles, ids, the order, chapters, sources, guide.yaml and what is hidden, right ones and wrong."""
    author, preview = Author(folder, seed), Preview(folder, "", Keep())
    done = []
    for number in range(9):
        done.append(author.edit())
        name = author.random.choice(EDITIONS)
        preview.update(name, number)
        assert shown(preview, name) == built(folder, name), done


def test_each_edit_and_its_reverse_show_what_a_build_writes(folder):
    preview = Preview(folder, "", Keep())
    seen = []
    for number, edit in enumerate(EDITS):
        edited(folder, edit)
        preview.update("teacher", number)
        now = shown(preview, "teacher")
        assert now == built(folder, "teacher")
        seen += [now] if now not in seen else []
    assert len(seen) >= len(EDITS) - 2  # a teacher's edition hides nothing
    shutil.rmtree(folder)
    copied(paths.specimen_folder(), folder)
    preview.update("teacher", 99)
    assert shown(preview, "teacher") == built(paths.specimen_folder(), "teacher")


def test_damaged_guides_have_the_problems_of_a_build_and_keep_the_last_good_pages(folder):
    preview = Preview(folder, "vscode://file/{file}:{line}:{column}", Keep())
    good = preview.update("student", 0)
    for seed in range(6):
        shutil.rmtree(folder)
        copied(paths.specimen_folder(), folder)
        mutate(folder, seed)
        state = preview.update("student", seed)
        expected = built(folder, "student")
        if isinstance(expected, list):
            assert [each[:4] for each in state.problems] == expected
            assert state.pages
            assert all(each.link.startswith("vscode://file/") for each in state.problems)
        else:
            assert state.is_current
    shutil.rmtree(folder)
    copied(paths.specimen_folder(), folder)
    assert preview.update("student", 99).pages == good.pages


def test_a_folder_that_is_away_is_named_and_the_pages_stay(folder):
    preview = Preview(folder, "", Keep())
    good = preview.update("student", 0)
    folder.rename(folder.with_name("away"))
    state = preview.update("student", 1)
    assert "There is no folder" in state.error
    assert state.pages == good.pages
    assert not state.is_current
    folder.with_name("away").rename(folder)
    assert preview.update("student", 2).is_current


def test_an_edition_that_is_gone_is_named_with_those_that_there_are(folder):
    preview = Preview(folder, "", Keep())
    preview.update("taster", 0)
    path = folder / "guide.yaml"
    path.write_text(path.read_text("utf-8").replace("id: taster", "id: sample"), "utf-8")
    state = preview.update("taster", 1)
    assert "There is no edition 'taster'" in state.error
    assert "sample" in dict(state.editions)
    assert preview.update("sample", 1).is_current


def test_a_guide_that_was_never_good_has_problems_and_no_pages(folder):
    (folder / "guide.yaml").write_text("title: [", "utf-8")
    preview = Preview(folder, "", Keep())
    state = preview.update("", 0)
    assert state.problems
    assert not state.pages
    assert preview.content("", "index.html") is None


def test_a_page_that_would_not_change_keeps_its_digest(folder):
    preview = Preview(folder, "", Keep())
    before = preview.update("student", 0).pages
    edited(folder, EDITS[0])
    after = preview.update("student", 1).pages
    changed = {name for name in after if after[name] != before[name]}
    assert "plot.html" in changed <= {"plot.html", "index_page.html"}


def test_the_ebook_has_the_bytes_of_a_build(folder, tmp_path):
    preview = Preview(folder, "", Keep())
    preview.update("teacher", 0)
    build(folder, Request(("epub",), tmp_path / "out", edition="teacher", numbered=False))
    (built_file,) = (tmp_path / "out").glob("*.epub")
    assert preview.epub("teacher") == built_file.read_bytes()


def test_a_picture_that_became_a_link_out_of_the_folder_is_not_shown(folder, tmp_path):
    preview = Preview(folder, "", Keep())
    state = preview.update("student", 0)
    name = next(each for each in state.files if each.startswith("images/"))
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (folder / name).unlink()
    (folder / name).symlink_to(secret)
    assert preview.content("student", name) is None


def test_a_picture_that_became_a_link_out_of_the_folder_is_in_no_file(folder, tmp_path):
    preview = Preview(folder, "", Keep())
    name = next(each for each in preview.update("student", 0).files if each.startswith("images/"))
    (tmp_path / "secret").write_text("secret", "utf-8")
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "secret")
    assert preview.update("student", 1).problems
    for make in (preview.epub, preview.plain):
        with pytest.raises(UsageError, match="its picture is not there any more"):
            make("student")
    (folder / name).unlink()
    with pytest.raises(UsageError, match=name):
        preview.epub("student")


@pytest.mark.parametrize("fault", [RuntimeError("broken"), RecursionError("deep"), MemoryError(), KeyError("x")])
def test_a_fault_of_the_program_is_told_and_the_next_save_is_shown(folder, monkeypatch, caplog, fault):
    preview = Preview(folder, "", Keep())
    good = preview.update("student", 0)

    def fail(*_about, **_more):
        raise fault

    with monkeypatch.context() as broken:
        broken.setattr("studyguide.serve.preview.update", fail)
        broken.setattr("studyguide.serve.preview.read", fail)
        state = preview.update("student", 1)
    assert FAULT in state.error
    assert type(fault).__name__ in caplog.text
    assert state.pages == good.pages
    assert not state.is_current
    assert preview.update("student", 2).is_current


def test_a_file_of_the_program_that_is_missing_is_named(folder, monkeypatch, caplog):
    preview = Preview(folder, "", Keep())

    def fail(*_about, **_more):
        raise OSError(errno.ENOSPC, "No space left on device", "file")

    monkeypatch.setattr("studyguide.serve.preview.update", fail)
    assert preview.update("student", 1).error == "file: No space left on device."
    assert not caplog.text


def test_remarks_are_those_of_check_and_give_way_to_a_save(folder):
    path = folder / "chapters/faq.yaml"
    path.write_text(path.read_text("utf-8").replace("?", "? it it is", 1), "utf-8")
    preview = Preview(folder, "", Keep())
    preview.update("student", 0)
    asked = []

    def between():
        asked.append(None)
        if len(asked) > 3:
            raise SupersededError

    with pytest.raises(SupersededError):
        preview.remarks("student", between)
    assert len(asked) == 4
    assert preview.state("student").remarks is None
    found = preview.remarks("student", lambda: None).remarks
    assert any("it it" in each.message or "SG" in each.message for each in found)


def test_the_guide_that_is_shown_is_the_whole_one(folder):
    preview = Preview(folder, "", Keep())
    updated = preview.update("taster", 0).updated
    assert [each.id for each in updated.guide.chapters] == [each.id for each in load(folder).chapters]
