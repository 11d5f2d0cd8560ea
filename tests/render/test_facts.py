"""Facts: items and sentences with their sources, what is printed of them, and what is exported."""

import csv
import io
import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.cli import main
from studyguide.editions.select import find, select
from studyguide.exports import fact_list
from studyguide.guide import statements
from studyguide.guide.chapters.fact_sheet import Unconfirmed
from studyguide.guide.items import Credit
from studyguide.render.facts import facts, sheet

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "guide"


@pytest.fixture(scope="module")
def guide():
    return sound(FLAGSHIP)


@pytest.fixture(scope="module")
def found(guide):
    return list(facts(guide))


def test_every_fact_of_the_flagship_has_sources_that_there_are(guide, found):
    keys = {source["id"] for source in guide.sources}
    assert len(found) > 150
    assert not [fact.statement for fact in found if not fact.sources]
    assert {key for fact in found for key in fact.sources} <= keys


def test_sentences_with_citations_have_their_places(found):
    sentences = [fact for fact in found if fact.item is None]
    assert len(sentences) > 50
    for fact in sentences:
        line = (FLAGSHIP / fact.place.file).read_text("utf-8").splitlines()[fact.place.line - 1]
        assert fact.statement.split()[0].strip("‘“’”.,") in line


def test_sentences_are_told_apart():
    text = "One fact [@a]. Another – ‘quoted’ – says Mr. X [@b, p. 3].^[A note [@c]. More.]\n\n- In a list [@d].\n"
    found = list(statements.sentences(text))
    assert [statements.keys(each) for each in found if statements.keys(each)] == [("a",), ("b",), ("c",), ("d",)]
    assert found[1] == "Another – ‘quoted’ – says Mr. X [@b, p. 3]."
    assert "In a list [@d]." in found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It ends. [@a] It begins again [@b].", 2),
        ("Kathy H. Tommy knows. “So.” She goes.", 3),
        ("See [@a, ch. 3] and go on.", 1),
        ("He is 12. 13 is more!", 2),
    ],
)
def test_sentences_end_where_they_end(text, count):
    found = list(statements.sentences(text))
    assert len(found) == count
    assert " ".join(found) == text


def test_the_sheet_has_each_named_fact_once_and_where_it_is_disputed(guide):
    lines = [fact for each in sheet(guide).values() for fact in each]
    names = [fact.name for fact in lines if fact.name]
    assert "running-time" in names
    assert len(names) == len(set(names))
    assert next(fact for fact in lines if fact.name == "running-time").status == "disputed"
    assert {fact.chapter for fact in lines} <= {chapter.id for chapter in guide.chapters}


def test_sums_are_said_with_their_currency(guide):
    lines = [fact.line for fact in sheet(guide)["reception"]]
    assert [line for line in lines if line.endswith("(US$ million)")]


def test_items_that_share_a_fact_are_compared_by_visible_text():
    values = [statements.value(Credit(label=f"L{n}", value=said)) for n, said in enumerate(("*Ann* Roe", "Ann Roe"))]
    assert values == ["Ann Roe", "Ann Roe"]


def text_of(guide, edition):
    publication = publish(select(guide, find(guide, edition)), find(guide, edition))
    return " ".join(" ".join(str(section.body) for section in publication.sections).split())


def test_teachers_read_what_could_not_be_confirmed_and_students_do_not(guide):
    items = next(chapter for chapter in guide.chapters if chapter.kind == "fact-sheet").unconfirmed
    teacher, student = text_of(guide, "teacher"), text_of(guide, "student")
    assert items
    assert all(item.said in teacher and item.said not in student for item in items)
    assert "What could not be confirmed" in teacher


def test_unconfirmed_claims_are_never_exported_as_facts(guide, found):
    said = [item.said for chapter in guide.chapters for item in getattr(chapter, "unconfirmed", ())]
    assert said
    assert not [fact.statement for fact in found if any(words in fact.statement for words in said)]
    assert any(fact.chapter == "fact-sheet" for fact in found), "the sentences that cite are facts like others"


def test_sources_of_unconfirmed_claims_are_in_the_field_found():
    with pytest.raises(ValidationError, match="in 'found', not in 'sources'"):
        Unconfirmed(said="It took $64 million.", found="No source.", sources=("a",))
    assert Unconfirmed(said="It took $64 million.", found="Wikipedia has less [@wiki].").sources == ()


def test_json_and_csv_say_the_same(guide):
    whole = json.loads(fact_list.as_json(guide))
    rows = list(csv.DictReader(io.StringIO(fact_list.as_csv(guide).decode("utf-8-sig"), newline="")))
    assert [fact["statement"] for fact in whole["facts"]] == [row["statement"] for row in rows]
    assert [", ".join(fact["sources"]) for fact in whole["facts"]] == [row["sources"] for row in rows]
    disputed = [fact for fact in whole["facts"] if fact["status"] == "disputed"]
    assert disputed
    assert all(len(fact["claims"]) > 1 for fact in disputed)
    assert {key for fact in whole["facts"] for key in fact["sources"]} == {each["id"] for each in whole["sources"]}


def test_the_command_writes_both_files_and_the_same_bytes_twice(tmp_path, capsys):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        assert main(["facts", str(FLAGSHIP), "--output", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [f"{folders[0]}/facts.{end} written" for end in ("json", "csv")]
    assert [path.read_bytes() for path in sorted(folders[0].iterdir())] == [
        path.read_bytes() for path in sorted(folders[1].iterdir())
    ]


def test_a_guide_with_problems_writes_nothing(tmp_path, capsys):
    (tmp_path / "guide.yaml").write_text("name: x\n")
    assert main(["facts", str(tmp_path), "--output", str(tmp_path / "out")]) == 1
    assert not (tmp_path / "out").exists()
    assert "nothing was written" in capsys.readouterr().err
