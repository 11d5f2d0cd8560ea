"""Load: plain values stay what was typed, every value has its place, and nothing falls through to another's words."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from studyguide.build.checked_guide import review
from studyguide.guide import field_messages, load, wanted_values, yaml_reader
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import GuideInfo
from studyguide.guide.questions.refusals import FIELDS
from studyguide.guide.sources import Source
from studyguide.guide.walk import strings
from studyguide.support.errors import GuideError, UsageError

TESTS = Path(__file__).parents[1]
GUIDES = [TESTS.parent / "src/studyguide/specimen", TESTS.parent / "guide"]
MODELS = {"guide": GuideInfo, "sources": Source, **KINDS}


@pytest.fixture(scope="module")
def second():
    return load.load(GUIDES[0])


def read(text):
    tree = yaml_reader.read(text, "x.yaml")
    return tree.value, [(problem.line, problem.column) for problem in tree.problems]


@pytest.mark.parametrize("typed", ["no", "12:34", "0123", "1952", "2010-09-15", "1e3", "0x1F", "Null", "=", "true"])
def test_plain_values_stay_what_was_typed(typed):
    assert read(f"a: {typed}\nb: [{typed}]\n") == ({"a": typed, "b": [typed]}, [])


@pytest.mark.parametrize("typed", ["", "null", "~"])
def test_only_nothing_is_none(typed):
    assert read(f"a: {typed}\nb: '{typed}'\n") == ({"a": None, "b": typed}, [])


@pytest.mark.parametrize("bad", ["\0", "\x0b", "\x85", "\u2028", "\ufffe", "\ufeff"])
def test_characters_that_xml_does_not_allow_are_refused_where_they_stand(bad):
    assert read(f"a: b\nc: é{bad}\n")[1] == [(2, 5)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_in_quotes_comes_back_or_is_refused(text):
    quoted = text.replace("'", "''").replace("\n", "").replace("\r", "")
    value, problems = read(f"a: '{quoted}'")
    assert problems or value == {"a": quoted.replace("''", "'")}


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t", max_size=40))
@settings(max_examples=400)
def test_any_yaml_is_read_or_refused_inside_the_file(text):
    value, problems = read(text)
    lines = [*text.split("\n"), ""]
    assert all(line <= len(lines) and column <= len(lines[line - 1]) + 1 for line, column in problems)
    assert problems or value is not ...


def test_the_file_is_read_without_building_what_aliases_would_multiply():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefghijklmn", "bcdefghijklmno", strict=True)
    )
    assert len(read(bomb)[1]) == 15 + 28


@pytest.mark.parametrize("folder", GUIDES, ids=["second", "flagship"])
def test_every_text_has_the_place_where_it_stands(folder):
    guide = load.load(folder)
    sheets = {"guide.yaml": guide.info, **{chapter.id: chapter for chapter in guide.chapters}}
    seen = 0
    for key, sheet in sheets.items():
        for path, role, text in strings(sheet):
            place = guide.places[key].get(path)
            if place and (role.name, path[-1]) != ("work", text):  # a default has none; and a key is before its value
                line = (folder / place.file).read_text("utf-8").split("\n")[place.line - 1]
                assert line[place.column - 1 :].replace("''", "'").startswith(text.split()[0]), place
                seen += 1
    assert seen > 80


def test_markdown_chapter_has_its_text_and_place(second):
    about = next(chapter for chapter in second.chapters if chapter.id == "about")
    place = second.places["about"]["text",]
    assert about.text.startswith("Read the novel")
    assert (place.file, place.line, place.column) == ("chapters/about.md", 7, 1)


def test_body_goes_to_the_intro_of_kinds_without_text(tmp_path):
    guide = Path(shutil.copytree(TESTS / "lint/problems/base", tmp_path / "guide"))
    (guide / "chapters/works-cited.yaml").unlink()
    (guide / "chapters/works-cited.md").write_text("---\nkind: works-cited\ntitle: Sources\n---\nSee below.\n")
    assert load.load(guide).chapters[-1].intro == "See below."


def test_values_become_what_their_types_say(second):
    assert second.info.date == date(2026, 11, 23)
    assert {c.id: c for c in second.chapters}["activities"].activities[0].homework is False
    assert second.sources[0]["issued"] == {"date-parts": [[1818, 1, 1]]}
    assert [chapter.id for chapter in second.chapters] == list(second.info.chapters)


def test_chapters_keep_the_order_of_the_list():
    assert load.load(GUIDES[1]).chapters[0].id == "overview"


def test_no_such_folder_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        load.load(tmp_path / "nowhere")


def test_a_broken_file_does_not_make_pointing_to_it_wrong(tmp_path):
    guide = Path(shutil.copytree(GUIDES[0], tmp_path / "guide"))
    with (guide / "chapters/plot.yaml").open("a") as file:
        file.write("title: Twice\n")
    with pytest.raises(GuideError) as caught:
        load.load(guide)
    assert len(caught.value.problems) == 1
    assert {"scene-storm", "scene-mill", "plot"} <= load.read(guide).ids


WRONG = [
    None,
    "",
    "x",
    "X y",
    "-1",
    "99999",
    "nan",
    "2026-13-40",
    "99999999999",
    "1" * 5000,
    "x" * 200_001,
    "choice",
    "essay",
    [],
    ["x"],
    {},
    {"x": "y"},
]


def spoilt(value):
    """Every copy of a value in which one part, at any depth, is wrong, missing or too much."""
    yield from WRONG
    if isinstance(value, dict):
        yield {**value, "extra": "x"}
        for key in value:
            yield {other: value[other] for other in value if other != key}
            yield from ({**value, key: wrong} for wrong in spoilt(value[key]))
    if isinstance(value, list):
        yield value * 4
        for number, part in enumerate(value):
            yield from ([*value[:number], wrong, *value[number + 1 :]] for wrong in spoilt(part))


class Everywhere(dict):
    """The same place for every question."""

    def __missing__(self, path):
        return self[()]


def sound():
    """Every file of the second guide as data, by the name of its model."""
    for path in GUIDES[0].rglob("*.yaml"):
        value = yaml_reader.read(path.read_text("utf-8"), path.name).value
        if isinstance(value, list):
            yield "sources", value[0]
        else:
            yield value.get("kind", "guide"), {**value, **({"id": "x"} if "kind" in value else {})}


def test_every_error_of_every_model_has_words_of_ours():
    tree = yaml_reader.read("a: b", "x.yaml")
    tree.keys = Everywhere(tree.places)
    met = set()
    for name, value in sound():
        for wrong in spoilt(value):
            try:
                MODELS[name].model_validate(wrong)
            except ValidationError as error:
                tree.problems = []
                messages = " ".join(problem.message for problem in field_messages.problems(error, MODELS[name], tree))
                assert messages
                assert "nput should" not in messages
                met |= {details["type"] for details in error.errors()}
    ours = {
        "choice_without_options",
        "answer_not_an_option",
        "dispute_without_claims",
        "claims_without_dispute",
        "nobody",
        "no_date",
        "date_parts",
        "options_alike",
        "short_without_answer",
        "groups_twice",
        "score_above_scale",
        "high_below_low",
        "translated_twice",
    }
    assert met - FIELDS.keys() == set(wanted_values.WANTED) | ours | {
        "missing",
        "extra_forbidden",
    }  # no word too few, and none too many


def patterns(schema):
    """The patterns of all texts and keys in a JSON Schema."""
    if isinstance(schema, dict):
        yield from (value for name, value in schema.items() if name == "pattern" and isinstance(value, str))
        yield from schema.get("patternProperties", {})
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from patterns(each)


def test_every_pattern_is_told_in_words():
    found = {pattern for model in MODELS.values() for pattern in patterns(model.model_json_schema())}
    assert len(found) > 8
    wanted = wanted_values.WANTED["string_pattern_mismatch"]
    assert all(wanted({"pattern": pattern, "value": "Ä ?"}) for pattern in found)


@pytest.mark.parametrize("entry", ['"": He speaks', '"":', "1.5: He speaks", "~: He speaks", "[]: He speaks"])
def test_a_key_that_cannot_be_one_is_told_as_a_key(tmp_path, entry):
    folder = shutil.copytree(GUIDES[0], tmp_path / "guide")
    file = folder / "chapters/adaptation.yaml"
    file.write_text(
        file.read_text("utf-8").replace("      novel: He speaks at length, and well.", f"      {entry}"), "utf-8"
    )
    messages = [each.message for each in review(folder).problems if each.file.endswith("adaptation.yaml")]
    assert messages
    assert not [message for message in messages if "[key]" in message or "''" in message]


@pytest.mark.parametrize(
    ("flow", "columns"),
    [
        ("[Izzy (as a girl, at school), Carey]", [2]),
        ("[a, b (c, d, e) f, g (h, i)]", [5, 20]),
        ("[“Yes, Sir”, no]", [2]),
        ("[«Oui, Monsieur», non]", [2]),
        ("[£1,000, two]", [2]),
        ("[x, [y, z], a (b, c)]", [13]),
        ("[The witches say what will be, not what to do., She plans it.]", [2]),
        ("[No, “he” dies!, Yes, if she can, and *will*, she does.]", [2, 18]),
        ("[Où va-t-il, elle reste où ?, Écoute, mon ami.]", [31]),
        ("[a) one, b) two]", []),
        ("[London, the city etc., Paris, one of them e.g.]", []),
        ("[The big dog, the small cat]", []),
        ("[Look at the light., listen to the music., Stop.]", []),
        ("[Macbeth, 'he does.']", []),
        ("['Izzy (as a girl', 'at school)']", []),
        ("['Izzy (as a girl, at school)', Carey (a woman)]", []),
        ("[9,13]", []),
        ("[100, 200]", []),
        ("[1818,1931]", []),
    ],
)
def test_a_text_that_a_comma_tears_apart_is_refused_where_it_begins(flow, columns):
    problems = yaml_reader.read(flow, "x.yaml").problems
    torn = [problem for problem in problems if "The comma makes" in problem.message]
    assert [(problem.line, problem.column) for problem in torn] == [(1, column) for column in columns]
