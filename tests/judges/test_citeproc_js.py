"""Two processors that know nothing of each other: every citation and entry of ours is compared with citeproc-js's.

Where they differ, that is written down in a file of `citations`, and README.md there says who is right.
"""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

from studyguide.citations import styles
from studyguide.guide import yaml_reader
from tests.set_citations import NOWHERE, cites, entries

HERE = Path(__file__).parent / "citations"
PACKAGES = HERE.parents[2] / ".ci/package.json"
STYLES = ("mla", "apa", "chicago", "harvard", "ieee", "nature", "ama", "chicago-notes-bibliography")
ALSO = ("@one, p. 4; @two; @many", "@body; @particle; @range, p. 5", "@two, p. 6")


def sources():
    return yaml_reader.read((HERE / "sources.yaml").read_text("utf-8"), "sources.yaml").value


def asked(found):
    return [*(f"@{source['id']}, p. 3" for source in found), *ALSO]


def theirs(style, found):
    clusters = [[cite.strip().lstrip("@").split(", p. ") for cite in text.split(";")] for text in asked(found)]
    about = {
        "style": styles.read(style, NOWHERE).text,
        "language": "en-US",
        "sources": found,
        "clusters": [[[*cite, None][:2] for cite in cluster] for cluster in clusters],
        "packages": str(PACKAGES),
    }
    run = subprocess.run(
        ["node", HERE / "citeproc.mjs"],
        input=json.dumps(about),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    answer = json.loads(run.stdout)
    listed = {f"entry of {key}": text for key, text in answer["entries"].items()}
    return dict(zip(asked(found), answer["cites"], strict=True)) | listed


def ours(style, found):
    said = dict(zip(asked(found), cites(found, style, *asked(found), language="en-US"), strict=True))
    return said | {f"entry of {key}": text for key, text in entries(found, style, "en-US").items()}


def words(text):
    """The words alone; numbers of entries are compared as citations are."""
    plain = html.unescape(re.sub(r"<[^>]*>", "", text.replace("</div>", " ")))
    plain = re.sub(r"[\u200b\ufeff]", "", plain.replace("\u00a0", " ").replace("\u202f", " "))
    return re.sub(r"^\W?\d+\W\s+", "", " ".join(plain.split()))


@pytest.mark.parametrize("style", STYLES)
def test_each_difference_from_citeproc_js_is_known(style, accept):
    found = sources()
    one, other = ours(style, found), theirs(style, found)
    lines = [
        f"{key}\n  ours:        {words(one[key])}\n  citeproc-js: {words(other.get(key, 'none'))}\n"
        for key in one
        if words(one[key]) != words(other.get(key, "none"))
    ]
    assert len(lines) < len(one) / 3  # or it is no judge
    accept("\n".join(lines), HERE / f"{style}.txt")
