"""The preview in Chromium: an author writes, and the page, its notes and its printed pages follow.

Its judge can say no: spoiled scripts are failed, each for its own reason.
"""

import json
import subprocess
from pathlib import Path

import pytest
from verdict import CI, chromium, program

from studyguide.support import paths
from tests.mutations import copied
from tests.serve.running import Running

pytestmark = pytest.mark.judge

SPOILED = {
    "nothing changes": ("morph.js", "return change(live, old, now)", "return true", "a saved text:"),
    "all is loaded again": (
        "morph.js",
        "return change(live, old, now)",
        "return false",
        "an answer that is typed: it is lost",
    ),
    "the place is lost": ("preview.js", "if (now) at.scrollBy", "if (false) at.scrollBy", "the text moved by"),
    "the place is found anew": (
        "preview.js",
        "if (view && anchor &&",
        "if (false &&",
        "a save in two steps: the text moved",
    ),
    "a fault is not told": ("preview.js", "isStale || ", "", "an answer that is lost on the way:"),
    "the focus goes": ("preview.js", "?? other).focus()", "?? other)", "the focus: it is lost"),
    "no note": ("beside.js", "if (!found) continue", "continue", "a mistake:"),
    "no place": ("beside.js", "?? ''", "&& ''", "a click:"),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = copied(paths.specimen_folder(), tmp_path_factory.mktemp("preview") / "guide")
    running = Running(folder)
    yield running, folder
    running.end()


def judged(served, *spoil):
    running, folder = served
    command = [program("node"), CI / "judges/preview.mjs", running.address.geturl(), folder, chromium(), *spoil]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=600, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_an_author_sees_what_is_saved(served):
    found = judged(served)
    assert found["findings"] == []
    assert found["summary"] == "14 things tried"


@pytest.mark.parametrize("why", SPOILED)
def test_a_spoiled_preview_is_failed(served, why):
    *spoil, words = SPOILED[why]
    assert any(words in finding for finding in judged(served, *spoil)["findings"])


def test_the_judge_reads_the_guide_that_is_served(served):
    assert (Path(served[1]) / "chapters/plot.yaml").read_text("utf-8").count("they dig.") == 1
