"""What the README, the pages in docs/, CONTRIBUTING and the CHANGELOG promise is there."""

import re
import tomllib
from itertools import chain

import pytest

from studyguide import formats
from studyguide.cli.arguments import parser
from studyguide.guide.chapters import KINDS
from studyguide.support import paths
from tests import pages, sound_guides
from tests.pages import PAGES, ROOT

MOST_LINES = 120
"""A teacher reads the README on a few screens; everything else has a page of its own."""
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SETTINGS = set(re.findall(r"^#   ([A-Z]+)=", MAKEFILE, re.MULTILINE))
ALL = sorted(PAGES)
FOR_USERS = sorted(set(PAGES) - {"CONTRIBUTING.md", "CHANGELOG.md", "docs/bench.md"})
OF_TESTS = {"--accept"}
"""Options of pytest that the pages for users name."""


def each(found, among=ALL):
    """One case for each pair of a page and something on it."""
    return [pytest.param(name, one, id=f"{name}: {one}") for name in among for one in found(name)]


def settings(name):
    """The settings of make that a page names by themselves, such as ``PAPER=letter``."""
    return [word for word in pages.code(name) if re.match(r"[A-Z]+=", word)]


def files(name):
    """The files and folders of the project that a page names."""
    return [word for word in pages.code(name) if re.fullmatch(r"(guide|styles|src|tests|docs|\.ci)/\S+", word)]


def test_the_readme_is_short():
    assert len(PAGES["README.md"].read_text("utf-8").splitlines()) <= MOST_LINES


def test_every_page_is_linked_from_the_readme():
    assert {name for name in PAGES if name != "README.md"} <= set(pages.links("README.md"))


@pytest.mark.parametrize(("page", "link"), each(pages.links))
def test_links_and_pictures_lead_somewhere(page, link):
    if ":" in link:
        assert re.match(r"https://[\w.-]+", link)
        return
    file, _, anchor = link.partition("#")
    target = PAGES[page].parent / file if file else PAGES[page]
    assert target.exists()
    assert not anchor or anchor in pages.anchors(target)


@pytest.mark.parametrize(("page", "words"), each(lambda name: pages.commands(name, "make")))
def test_make_has_each_target_and_setting(page, words):
    for word in words:
        name, is_setting, value = word.partition("=")
        assert setting_is_known(name, value) if is_setting else re.search(rf"^{name}:.*##", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize(("page", "setting"), each(settings, FOR_USERS))
def test_settings_are_known(page, setting):
    name, _, value = setting.partition("=")
    assert setting_is_known(name, value)


def setting_is_known(name, value):
    """Whether the Makefile reads a setting, and the value is one that there is."""
    values = {
        "PAPER": paths.style_names("papers"),
        "THEME": paths.style_names("themes"),
        "EDITION": [edition.id for edition in sound_guides.flagship().info.editions],
    }
    return name in SETTINGS and (not value or name not in values or value in values[name])


@pytest.mark.parametrize(("page", "words"), each(lambda name: pages.commands(name, "studyguide")))
def test_commands_are_understood(page, words):
    assert understood(words) or understood([*words, "guide"])  # a sentence may name a command without its guide


def understood(words):
    """Whether the program would take these arguments, or print its help."""
    try:
        parser().parse_args(words)
    except SystemExit as ended:
        return ended.code == 0
    return True


def options(command):
    """The options of a command, and of the commands below it."""
    yield from command._option_string_actions  # noqa: SLF001 (argparse has no other way to ask)
    for group in command._subparsers._group_actions if command._subparsers else ():  # noqa: SLF001
        yield from chain(*map(options, group.choices.values()))


@pytest.mark.parametrize("page", FOR_USERS)
def test_options_exist(page):
    known = {*OF_TESTS, *options(parser())}
    known |= {*re.findall(r"--[a-z-]+", (ROOT / "styles/themes/quiet.css").read_text("utf-8"))}  # properties of themes
    words = [word.split()[0].rstrip(":") for word in pages.code(page) if re.match("--[a-z]", word)]
    assert not [word for word in words if word not in known]


@pytest.mark.parametrize(("page", "path"), each(files))
def test_paths_exist(page, path):
    invented = "interview" in path or re.search(r"[<>*]", path)  # the kind that CONTRIBUTING invents; a pattern
    assert invented or (ROOT / path).exists()


@pytest.mark.parametrize(("page", "words"), each(lambda name: pages.commands(name, "pytest")))
def test_tests_to_run_exist(page, words):
    assert not [word for word in words if word.startswith("tests/") and not (ROOT / word).exists()]


@pytest.mark.parametrize("name", [*KINDS, *formats.FORMATS, *paths.style_names("papers")])
def test_every_kind_format_and_paper_is_named(name):
    text = "".join(path.read_text("utf-8") for path in PAGES.values()).lower()
    assert name.replace("-", " ") in text or f"`{name}`" in text


def test_the_editions_that_teachers_are_told_of_are_those_of_the_guide():
    table = PAGES["docs/teaching.md"].read_text("utf-8").partition("## Choose an edition")[2].partition("##")[0]
    named = set(re.findall(r"`([a-z0-9-]+)`", "".join(row.split("|")[1] for row in table.splitlines() if "|" in row)))
    assert named == {edition.id for edition in sound_guides.flagship().info.editions}


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split("[<>=]", requirement)[0].lower() for requirement in wanted}
    reasons = PAGES["CONTRIBUTING.md"].read_text("utf-8").lower()
    assert not {name for name in names if name not in reasons}
