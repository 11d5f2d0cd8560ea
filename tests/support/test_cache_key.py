"""What a result depends on: only what has a say in it, and for everything that is kept the same."""

import re
import sys
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from studyguide.build import page_cache
from studyguide.formats import LayoutOptions
from studyguide.formats.pdf.part_cache import PartCache
from studyguide.formats.pdf.workers.messages import Job, PartLayout
from studyguide.support import cache_key, up_to_date
from studyguide.themes import theme
from studyguide.themes.fonts import families
from tests.formats import pdf_samples

ROOT = Path(__file__).parents[2]

NO_SAY = {
    *("annotated_types", "typing_extensions", "typing_inspection"),  # say what a value may be
    "pycparser",  # reads declarations for cffi when that is built
    "packaging",  # compares versions, for pikepdf and for `doctor`
    "argcomplete",  # completes commands in the shell
    *("openpyxl", "et_xmlfile", "pi_heif"),  # read what is added to a guide, before it is built
    *("texttable", "tomlkit"),  # print tables and write TOML, which nothing here asks igraph and others for
}
"""Packages that come with the others, and change nothing that is built."""


def brought():
    """The names of all that the project's dependencies bring, extras aside."""
    found, ahead = set(), [*(metadata.requires("studyguide") or [])]
    while ahead:
        requirement = Requirement(ahead.pop())
        name = canonicalize_name(requirement.name).replace("-", "_")
        if name not in found and not (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            found.add(name)
            extras = ["", *requirement.extras]
            lines = map(Requirement, metadata.requires(name) or [])
            ahead += [
                f"{each.name}[{','.join(each.extras)}]" if each.extras else each.name
                for each in lines
                if not each.marker or any(each.marker.evaluate({"extra": extra}) for extra in extras)
            ]
    return found


def test_every_package_that_comes_along_has_a_say_or_none():
    names = {name for name in brought() if not name.startswith(cache_key.FONTS)}
    assert names - cache_key.PACKAGES - NO_SAY == set(), "add it to PACKAGES, or to NO_SAY"
    assert cache_key.PACKAGES - names == {"brotlicffi"}, "is brought no more"  # for other Pythons than CPython


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder on the path of modules, in which packages can be installed."""
    monkeypatch.syspath_prepend(tmp_path / "site")
    (tmp_path / "site").mkdir()
    _forget()
    yield tmp_path / "site"
    _forget()


def _forget():
    for each in (cache_key.tools, cache_key.packages, cache_key.libraries, cache_key.program, cache_key.dates):
        each.cache_clear()


@pytest.fixture
def keys(site, tmp_path):
    """What a new process finds: a build, where pages begin, and how a part was laid out."""
    guide, cache = ROOT / "src/studyguide/specimen", tmp_path / "cache"
    book, look = pdf_samples.publication("<p>Text</p>"), theme.look("pdf")
    job = Job(0, "c1", "<p>Text</p>", "", 1, {}, (), 0)

    def found():
        _forget()
        shelf = PartCache(book, look, LayoutOptions(cache, program=cache_key.program()))
        kept = shelf.laid(job) is not None
        shelf.keep_laid(job, PartLayout(1, {}, (), ()))
        return up_to_date.fingerprint(guide), page_cache.key(book, look, cache_key.program()), kept

    return found


UNRELATED = ["unrelated-1.0.dist-info", "pytest-9.9.9.dist-info", "dask-1.dist-info", "numpy-3.0-py3.11.egg-info"]


def test_other_packages_do_not_change_the_key(site, keys):
    build, breaks, _ = keys()
    for name in UNRELATED:
        (site / name).mkdir()
    assert keys() == (build, breaks, True)


def test_every_package_with_fonts_has_a_say():
    packages = {family.package.replace("-", "_") for family in (*families.ROLES, *families.FALLBACKS)}
    assert {name for name in packages if not name.startswith(cache_key.FONTS)} == set()
    assert {prefix for prefix in cache_key.FONTS if not any(name.startswith(prefix) for name in packages)} == set()


def test_the_tools_of_developers_have_no_say():
    text = (ROOT / ".ci/lock/dev.txt").read_text("utf-8"), (ROOT / ".ci/lock/base.txt").read_text("utf-8")
    dev, base = (set(re.findall(r"^([a-z0-9-]+)==", each, re.MULTILINE)) for each in text)
    names = {name.replace("-", "_") for name in dev - base}
    assert names > {"pytest", "ruff", "distributed"}
    assert not names & cache_key.PACKAGES


@pytest.mark.parametrize(
    "name",
    [
        "weasyprint-99.dist-info",
        "Pillow-99.0.dist-info",
        "fontpkg_other-1.0.dist-info",
        "manimgx_fonts-9.dist-info",
        "PyYAML-9.egg-info",
    ],
)
def test_every_relevant_package_changes_the_key(site, keys, name):
    before = keys()
    (site / name).mkdir()
    after = keys()
    assert after[0] != before[0]
    assert after[1] != before[1]
    assert not after[2]


@pytest.mark.parametrize("name", cache_key.LIBRARIES)
def test_a_library_of_the_system_changes_every_key(keys, monkeypatch, name):
    before, version = keys(), cache_key.version
    monkeypatch.setattr(cache_key, "version", lambda what, names: "0" if what == name else version(what, names))
    after = keys()
    assert after[0] != before[0]
    assert after[1] != before[1]
    assert not after[2]


def test_a_font_counts_by_what_is_in_it(tmp_path):
    look = theme.look("pdf")
    font = look.fonts[0]
    copy = tmp_path / font.path.name
    copy.write_bytes(font.path.read_bytes())
    moved = replace(look, fonts=(replace(font, path=copy), *look.fonts[1:]))
    assert moved.digest == look.digest
    copy.write_bytes(b"other")
    assert replace(moved).digest != look.digest


def test_this_python_counts(monkeypatch, keys):
    before = keys()
    monkeypatch.setattr(sys, "version", "3.99")
    assert keys()[:2] != before[:2]
