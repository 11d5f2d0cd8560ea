"""Sources as people write them and as programs export them."""

import json

import pytest

from studyguide.citations.dates import date
from studyguide.citations.zotero import normalised
from studyguide.guide import source_files
from studyguide.support.keep import Keep
from tests.set_citations import plain

ZOTERO = """[
\t{
\t\t"id": "http://zotero.org/users/1/items/ABCD1234",
\t\t"type": "book",
\t\t"title": "A Long Book",
\t\t"source": "DOI.org (Crossref)",
\t\t"event-place": "London",
\t\t"abstract": "",
\t\t"author": [{"family":"Writer","given":"Ann"}],
\t\t"issued": {"date-parts":[["2005",3]]}
\t},
\t{
\t\t"id": "x/2",
\t\t"type": "webpage",
\t\t"title": "A Page \\u00e9 \\/",
\t\t"note": "Citation Key: smith2021",
\t\t"URL": "https://example.org/a b",
\t\t"citation-key": "smithPage2021"
\t}
]
"""
BETTER = """---
references:
- id: writerLongBook2005
  citation-key: writerLongBook2005
  author:
  - family: Writer
    given: Ann
  issued:
  - year: 2005
    month: 3
  title: A Long Book
  type: book
- id: spring1985
  title: In spring
  type: article-journal
  issued:
  - year: 1985
    season: 1
...
"""


def read(folder, **texts):
    for name, text in texts.items():
        (folder / f"sources.{name}").write_text(text, "utf-8")
    found = source_files.read(folder, Keep())
    return found.items, found.trees, found.places


def problems(trees):
    return [str(problem) for tree in trees for problem in tree.problems]


def test_zotero_s_json_is_read_as_it_is(tmp_path):
    sources, trees, places = read(tmp_path, json=ZOTERO)
    assert problems(trees) == []
    assert [source["id"] for source in sources] == ["ABCD1234", "smithPage2021"]
    assert "source" not in sources[0]
    assert sources[0]["issued"] == {"date-parts": [[2005, 3]]}
    assert sources[1]["title"] == "A Page é /"
    assert sources[1]["URL"] == "https://example.org/a%20b"
    assert "note" not in sources[1]
    assert (places[1, "id"].file, places[1, "id"].line) == ("sources.json", 18)


def test_better_csl_is_read_in_yaml_and_in_json(tmp_path):
    sources, trees, places = read(tmp_path, yaml=BETTER)
    assert problems(trees) == []
    assert [source["id"] for source in sources] == ["writerLongBook2005", "spring1985"]
    assert sources[1]["issued"] == {"date-parts": [[1985]], "season": "1"}
    assert places[0, "title"].line == 11
    (tmp_path / "sources.yaml").unlink()
    whole = {"items": [{"citation-key": "aB", "id": 1, "type": "book", "title": "T", "custom": {"a": [1]}}]}
    sources, trees, _ = read(tmp_path, json=json.dumps(whole))
    assert problems(trees) == []
    assert sources == ({"id": "aB", "type": "book", "title": "T"},)


def test_both_files_may_exist_but_not_share_a_key(tmp_path):
    one = "- {id: one, type: book, title: T}\n- {id: smithPage2021, type: book, title: T}\n"
    sources, trees, places = read(tmp_path, yaml=one, json=ZOTERO)
    assert problems(trees) == [
        "sources.json:18:20: The source 'smithPage2021' is here and in sources.yaml:2. Keep one, or rename it."
    ]
    assert [source["id"] for source in sources] == ["one", "smithPage2021", "ABCD1234", "smithPage2021"]
    assert places[2, "id"].line == 3


@pytest.mark.parametrize("text", ["references: 3\n", "a: b\n", "words\n", '{"items": {}}'])
def test_sources_that_are_not_a_list_are_refused(tmp_path, text):
    sources, trees, _ = read(tmp_path, yaml=text)
    assert sources == ()
    assert "sources.yaml is a list" in problems(trees)[0]


def test_a_problem_in_an_export_keeps_its_place(tmp_path):
    _, trees, _ = read(
        tmp_path, json=ZOTERO.replace('"webpage"', '"web page"').replace('"event-place"', '"evnt-place"')
    )
    assert [problem[:21].rstrip() for problem in problems(trees)] == ["sources.json:7:3: The", "sources.json:14:12: '"]


DATES = {
    "2011": {"date-parts": [["2011"]]},
    "2011-05": {"date-parts": [["2011", "5"]]},
    "2011-05-09/2012-06": {"date-parts": [["2011", "5", "9"], ["2012", "6"]]},
    "-0380": {"date-parts": [["-0380"]]},
    "1850~": {"date-parts": [["1850"]], "circa": "true"},
    "2009-21": {"date-parts": [["2009"]], "season": "1"},
    "Spring 1999": {"literal": "Spring 1999"},
    "2011/..": {"literal": "2011/.."},
    "199X": {"literal": "199X"},
}


@pytest.mark.parametrize("text", DATES)
def test_raw_and_edtf_dates(text):
    assert date(text) == DATES[text]
    assert date({"raw": text}) == DATES[text]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [["2009", "season-04"]]}, {"date-parts": [["2009"]], "season": "4"}),
        ({"date-parts": [["2009", "21"]]}, {"date-parts": [["2009"]], "season": "1"}),
        ({"date-parts": [["2009", "16"]]}, {"date-parts": [["2009"]], "season": "4"}),
        ({"date-parts": [["2022"]], "literal": "x"}, {"date-parts": [["2022"]]}),
        ({"date-parts": [["2022"]], "season": "Autumn"}, {"date-parts": [["2022"]], "season": "3"}),
        ([{"year": "1"}, {"year": "2", "month": "3"}], {"date-parts": [["1"], ["2", "3"]]}),
        ([{"literal": "soon"}], {"literal": "soon"}),
        ([{"yaer": "1"}], [{"yaer": "1"}]),
        ({"yaer": "1"}, {"yaer": "1"}),
        (None, None),
    ],
)
def test_other_forms_of_dates(value, expected):
    assert date(value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"given": "Voltaire"}, {"literal": "Voltaire"}),
        ({"family": "Plato", "given": ""}, {"family": "Plato"}),
        ({"family": "Li", "given": "Wei", "static-ordering": "true"}, {"literal": "Li Wei"}),
        ({"family": "King", "suffix": "Jr.", "comma-suffix": "true"}, {"family": "King", "suffix": "Jr."}),
        ({"family": "Smith", "parse-names": "true"}, {"family": "Smith"}),
        ("Bob", "Bob"),
    ],
)
def test_names_lose_the_flags_of_programs(name, expected):
    assert normalised({"id": "x", "author": [name]}, exported=True)["author"] == [expected]


@pytest.mark.parametrize("address", ["doi.org/10.1000/xyz", "https://doi.org/10.1000/xyz"])
def test_an_address_may_lack_its_scheme(address):
    assert normalised({"URL": address}, exported=False)["URL"] == "https://doi.org/10.1000/xyz"


def test_an_ftp_address_is_printed_but_no_link(tmp_path):
    sources, trees, _ = read(tmp_path, yaml="- {id: f, type: webpage, title: T, URL: 'ftp://example.org/a'}")
    assert problems(trees) == []
    assert plain(sources, "apa") == ["T. (n.d.). ftp://example.org/a"]
