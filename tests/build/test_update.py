"""Update: what is kept from one state of a guide to the next is what would be made anew."""

import shutil
from random import Random

import pytest
from PIL import Image

from studyguide.build import Request, build
from studyguide.build.checked_guide import review, sound
from studyguide.build.edition_publication import keep_of, publish, update
from studyguide.formats import LayoutOptions
from studyguide.guide.texts import SheetTexts
from studyguide.render import coverage
from studyguide.support import paths, templates
from studyguide.support.cache import Cache
from studyguide.support.errors import GuideError
from studyguide.support.keep import Keep
from tests.mutations import copied, mutate

EDITS = {
    "a text": ("chapters/plot.yaml", "they dig.", "they *dig*, near [the creature](#term-creature)."),
    "the title of a scene": ("chapters/plot.yaml", "title: The graveyard", "title: Among graves"),
    "the title of a chapter": ("chapters/plot.yaml", "title: The story", "title: What happens"),
    "an id": ("chapters/plot.yaml", "id: scene-graveyard", "id: scene-first"),
    "a spoiler level": ("chapters/plot.yaml", "spoiler: premise", "spoiler: ending"),
    "a term": ("chapters/glossary.yaml", "term: Sublime", "term: The sublime"),
    "a name in the index": ("chapters/plot.yaml", "The villagers burn", "Elizabeth and the villagers burn"),
    "a source": ("sources.yaml", "publisher: Lackington", "publisher: Oxford"),
    "the order of chapters": ("guide.yaml", "  - plot\n  - cast\n", "  - cast\n  - plot\n"),
    "a chapter taken out": ("guide.yaml", "  - faq\n", ""),
    "the title of the guide": ("guide.yaml", "title: Frankenstein\nsub", "title: The new Prometheus\nsub"),
    "what an edition shows": ("guide.yaml", "reveals: premise", "reveals: safe"),
    "the language": ("guide.yaml", "language: en-GB", "language: en-US"),
    "the citation style": ("guide.yaml", "language: en-GB", "language: en-GB\ncitation_style: ieee"),
}
EDITIONS = ("teacher", "taster")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("update") / "guide"


@pytest.fixture
def folder(place):
    return unchanged(place)


@pytest.fixture(scope="module")
def published(place):
    """The publications of the guide before anything is changed in it, made from nothing."""
    unchanged(place)
    return from_nothing(place)


def unchanged(place):
    shutil.rmtree(place, ignore_errors=True)
    return copied(paths.specimen_folder(), place)


def edit(folder, file, old, new):
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new), "utf-8")
    if (file, new) == ("guide.yaml", ""):  # a chapter that is not listed is refused
        (folder / "chapters/faq.yaml").unlink()


def state(folder, edition, keep):
    """The publication, or the problems."""
    try:
        return update(folder, keep, edition).publication
    except GuideError as error:
        return error.problems


def states(folder, keep):
    """The same of each edition, with one `keep`."""
    return {edition: state(folder, edition, keep) for edition in EDITIONS}


def from_nothing(folder):
    return {edition: state(folder, edition, Keep()) for edition in EDITIONS}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_and_its_reverse_are_published_as_if_nothing_had_been_kept(name, published, folder):
    keep = Keep()
    assert states(folder, keep) == published
    edit(folder, *EDITS[name])
    edited = states(folder, keep)
    assert edited == from_nothing(folder) != published
    assert any(isinstance(found, tuple) for found in edited.values()) == (name == "an id")
    unchanged(folder)
    assert states(folder, keep) == published


@pytest.mark.parametrize("seed", range(4))
def test_mistakes_that_come_and_go_leave_nothing_behind(seed, published, folder):
    keep, random = Keep(), Random(seed)  # noqa: S311 (nothing is secret)
    for number in range(6):
        unchanged(folder)
        edition, is_damaged = random.choice(EDITIONS), number % 3 != 0
        if is_damaged:
            mutate(folder, random.randrange(10_000))
        expected = state(folder, edition, Keep()) if is_damaged else published[edition]
        assert state(folder, edition, keep) == expected


def test_only_the_chapter_whose_text_changed_is_rendered_again(folder, monkeypatch):
    keep, rendered, render = Keep(), [], templates.render
    told = lambda name, *rest, **more: rendered.append(name) or render(name, *rest, **more)  # noqa: E731
    monkeypatch.setattr(templates, "render", told)
    update(folder, keep)
    assert len(rendered) > len(EDITS)
    rendered.clear()
    edit(folder, "chapters/plot.yaml", "they dig.", "they dig deep.")
    update(folder, keep)
    assert rendered == ["chapters/plot.html.j2"]


def test_a_title_is_asked_for_by_the_chapters_that_print_it(folder):
    keep = Keep()
    before = update(folder, keep).publication
    edit(folder, *EDITS["the title of a scene"])
    after = update(folder, keep).publication
    same = {section.id for section in after.sections if any(section is other for other in before.sections)}
    changed = {section.id for section in after.sections} - same
    assert "plot" in changed
    assert "faq" in same
    assert changed == {one.id for one, other in zip(before.sections, after.sections, strict=True) if one != other}


def test_nothing_changed_is_the_same_object(folder):
    keep = Keep()
    one, other = update(folder, keep), update(folder, keep)
    assert one.guide is other.guide
    assert all(a is b for a, b in zip(one.publication.sections, other.publication.sections, strict=True))


def test_a_command_takes_each_step_once(folder, monkeypatch):
    taken = []
    for where, name in ((SheetTexts, "_passages"), (SheetTexts, "_references"), (coverage, "_topics")):
        step = getattr(where, name)
        told = lambda of, *rest, step=step, name=name: taken.append((name, of.sheet)) or step(of, *rest)  # noqa: E731
        monkeypatch.setattr(where, name, told if where is SheetTexts else counted(taken, step))
    review(folder)
    assert len(taken) == len(set(taken)) > len(EDITS)
    assert taken.count("coverage") == 1


def counted(taken, step):
    return lambda *given: taken.append("coverage") or step(*given)


def test_a_guide_that_was_found_sound_is_not_checked_again_while_nothing_changes(folder, tmp_path, monkeypatch):
    checked = []
    proved = "studyguide.build.checked_guide._problems"
    monkeypatch.setattr(proved, lambda draft: checked.append(draft) or ())
    for expected, change in ((1, None), (1, None), (2, "a text"), (2, None)):
        if change:
            edit(folder, *EDITS[change])
        sound(folder, Keep(Cache(tmp_path / "cache")))  # as another process would
        assert len(checked) == expected


def test_a_guide_is_checked_again_when_the_styles_change(folder, tmp_path, monkeypatch):
    styles, checked = tmp_path / "styles", []
    shutil.copytree(paths.styles_folder(), styles)
    monkeypatch.setattr("studyguide.support.up_to_date.styles_folder", lambda: styles)
    monkeypatch.setattr("studyguide.build.checked_guide._problems", lambda draft: checked.append(draft) or ())
    sound(folder, Keep(Cache(tmp_path / "cache")))
    (styles / "themes/warm.css").unlink()  # an edition may have named it
    sound(folder, Keep(Cache(tmp_path / "cache")))
    assert len(checked) == 2


def test_a_guide_that_is_not_sound_is_refused_each_time(folder, tmp_path):
    edit(folder, "chapters/plot.yaml", "#elizabeth", "#nobody")
    for _ in range(2):
        with pytest.raises(GuideError, match="nobody"):
            sound(folder, Keep(Cache(tmp_path / "cache")))
    assert not (tmp_path / "cache").exists()


def test_a_picture_that_changes_is_looked_at_again(folder, tmp_path):
    (folder / "images").mkdir(exist_ok=True)
    image = folder / "images/dot.png"
    Image.new("RGB", (60, 60)).save(image)
    edit(folder, "chapters/about.md", "## Where to begin", "## Where to begin\n\n![A dot](images/dot.png)")
    cache = Cache(tmp_path / "cache")
    sound(folder, Keep(cache))
    image.write_bytes(b"no picture")
    with pytest.raises(GuideError, match="images/"):
        sound(folder, Keep(cache))


def test_what_is_kept_on_disk_gives_the_same_bytes(folder, tmp_path, monkeypatch):
    for name, cache in (("cold", tmp_path / "cache"), ("warm", tmp_path / "cache"), ("without", None)):
        monkeypatch.setattr("studyguide.build.edition_publication._last", {})  # as in another process
        monkeypatch.setattr("studyguide.citations.pandoc._kept", {})
        options = LayoutOptions(cache=cache)
        build(folder, Request(("epub",), tmp_path / name, edition="teacher", numbered=False, layout_options=options))
    files = [(tmp_path / name / "frankenstein-teacher.epub").read_bytes() for name in ("cold", "warm", "without")]
    assert files[0] == files[1] == files[2]
    assert {file.name.partition("-")[0] for file in (tmp_path / "cache").iterdir()} == {"citations", "people", "sound"}


def test_the_publication_of_a_guide_read_without_a_keep_is_the_same(folder):
    guide = sound(folder)
    assert publish(guide, guide.info.editions[0]) == update(folder, Keep()).publication


def test_another_thread_may_build_another_guide_at_any_moment(folder, monkeypatch):
    class Disturbed(dict):
        """A dictionary that another thread empties as soon as something is in it."""

        def __setitem__(self, name, value):
            super().__setitem__(name, value)
            self.clear()

    monkeypatch.setattr("studyguide.build.edition_publication._last", Disturbed())
    assert isinstance(keep_of(folder, None), Keep)
