"""What `check --fix` corrects, in every form of text, and what it leaves alone."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.build.checked_guide import review
from studyguide.guide.load import load
from studyguide.guide.upgrade.edits import applied
from studyguide.languages.labels import Labels
from studyguide.lint import fix
from studyguide.lint.fix import changes, proof, texts

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/lint/problems/base"
RULES = ROOT / "tests/lint/rules"

CORRECTED = [
    ('"Bad," he said, and didn\'t go.', "“Bad,” he said, and didn’t go."),
    ("'Enough,' *said* the girls' mother.", "‘Enough,’ *said* the girls’ mother."),
    (
        '*"Emma"*\'s "house"[@known, p. 1] and "garden"^[A "note".]',
        "*“Emma”*’s “house”[@known, p. 1] and “garden”^[A “note”.]",
    ),
    ("'Tis the '90s: rock 'n' roll, 'em all", "’Tis the ’90s: rock ’n’ roll, ’em all"),
    ("One -- or two---or three - or 1914--18", "One – or two—or three – or 1914–18"),
    ("-- Shakespeare", "— Shakespeare"),
    ("Well... yes. . . no.... The end", "Well… yes… no…. The end"),
    ("*and so ...*. *Well....* *a..*.", "*and so …*. *Well….* *a..*."),
    ("Wrong , *this* ; here  and \nthere !", "Wrong, *this*; here and\nthere!"),
    ("pp. 12-14, 1939-45", "pp. 12–14, 1939–45"),
    ("\"He said 'no'\" , twice", "“He said ‘no’”, twice"),
    (r"\"A\" and &quot;B&quot;", "“A” and “B”"),
    ('"in 1984" and "x"', "“in 1984” and “x”"),
    ('[the "fence"](#ann "a \'title\'") ends', "[the “fence”](#ann \"a 'title'\") ends"),
]
"""Texts, and what they become in British English."""

LEFT = [
    *('`"code"` and `a -- b`', '5\'4" tall, 6" wide', "the option --strict", 'a " alone', "https://a.org/x--y...z"),
    *('![an "alternative" text](images/dot.png)', '[mise -- en "scène"]{lang=fr}', "5 - 3 is 2", "747-400"),
    *("a hard  \nbreak", '    "code" -- block', '```\n"fence"...\n```', "a *, b* c", "~~a~~", '[a]: https://b.org "t"'),
]


HEBREW = {
    'חיילי צה"ל ומנכ"ל': "חיילי צה״ל ומנכ״ל",
    'הוא אמר "לא" לד"ר כהן': "הוא אמר ״לא״ לד״ר כהן",
    "ג'ורג' וצ'רלי": "ג׳ורג׳ וצ׳רלי",
}
"""The same in Hebrew, whose abbreviations have a sign like a quotation mark."""


def edited(text, language="en-GB", markup="prose", codes=texts.CODES):
    place = changes.Place("x.md", 1, 1, text, "|")
    return applied(text, texts.edits(changes.Source(("text",), place, text), markup, Labels.of(language), codes))


@pytest.mark.parametrize(("text", "expected"), CORRECTED)
def test_it_corrects(text, expected):
    assert edited(text) == expected
    assert edited(expected) == expected


@pytest.mark.parametrize(("text", "expected"), HEBREW.items())
def test_it_knows_the_abbreviations_of_hebrew(text, expected):
    assert edited(text, "he-IL") == expected
    assert edited(expected, "he-IL") == expected


@pytest.mark.parametrize("text", LEFT)
def test_it_leaves_alone(text):
    assert edited(text) == text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "“A ‘b’”, isn’t c"),
        ("de", "„A ‚b‘“, isn’t c"),
        ("fr", "«\N{NARROW NO-BREAK SPACE}A “b”\N{NARROW NO-BREAK SPACE}» , isn’t c"),
        ("sv-SE", "”A ’b’”, isn’t c"),
        ("pl-PL", "„A «b»”, isn’t c"),
        ("xx", "\"A 'b'\" , isn’t c"),
    ],
)
def test_marks_are_those_of_the_language(language, expected):
    assert edited("\"A 'b'\" , isn't c", language) == expected


def test_each_code_corrects_what_its_rule_remarks_on_and_nothing_else():
    text = '"a" -- b... c , d 1-2  e'
    alone = {code: edited(text, codes={code}) for code in texts.CODES}
    assert alone == {
        "SG105": "“a” -- b... c , d 1-2  e",
        "SG106": '"a" – b... c , d 1-2  e',
        "SG107": '"a" -- b… c , d 1-2  e',
        "SG108": '"a" -- b... c, d 1-2  e',
        "SG109": '"a" -- b... c , d 1–2  e',
        "SG119": '"a" -- b... c , d 1-2 e',
    }


PIECES = [
    *("a", "b ", "é ", " ", "  ", '"', "'", "--", " - ", "...", " ,", ".", "1-2", "\n", "\n\n", " \n", "*", "**", "`"),
    *("[", "](#ann)", "^[", "]", "[@known]", "\\", "&quot;", "- ", "> ", "# ", "| ", "<b>", "{lang=fr}"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join).map(str.strip), st.sampled_from(["en", "fr", "de"]))
@settings(max_examples=400, deadline=None)
def test_a_second_time_it_changes_nothing(text, language):
    once = edited(text, language)
    assert edited(once, language) == once
    assert once.count("\n") == text.count("\n")


PEOPLE = "kind: cast\ntitle: People\ngroups:\n- id: group-all\n  title: All\n  people:\n  - id: ann\n    name: Ann\n"


def guide_with(folder, text="One.", role=None, more=""):
    """The sound guide with one text in a Markdown chapter, and another as YAML has it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    (folder / "chapters/text.md").write_text(f"---\nkind: prose\ntitle: Text\n---\n{text}\n", "utf-8")
    if role is not None:
        (folder / "chapters/people.yaml").write_text(PEOPLE + role, "utf-8")
    (folder / "guide.yaml").write_text((folder / "guide.yaml").read_text("utf-8") + more, "utf-8")
    return folder


def fixed(folder):
    return fix.written(folder, fix.fixed(load(folder)))


STYLES = [None, "'", '"', "|", ">"]
SAID = st.lists(
    st.sampled_from(["Ann's", '"Bad"', "a -- b", "yes...", "no ,", "1-2", "a  b", "é", "x: y", "#z"]), min_size=1
)


@given(SAID.map(" ".join), st.sampled_from(STYLES), st.sampled_from([24, 1000]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_style_of_yaml_becomes_what_markdown_becomes(tmp_path, text, style, width):
    folder = tmp_path / "guide"
    dumped = yaml.dump({"text": text}, default_style=style, width=width, allow_unicode=True)
    key, colon, value = dumped.partition(":")
    role = (
        "".join(f"    {line}\n" for line in f"{key}{colon}{value}  ".rstrip().split("\n")) + "    # a comment -- here\n"
    )
    guide_with(folder, role=role)
    before = (folder / "chapters/people.yaml").read_text("utf-8")
    found = fixed(folder)
    after = (folder / "chapters/people.yaml").read_text("utf-8")
    assert found.refused == ()
    ((_, person),) = [(each, each.groups[0].people[0]) for each in load(folder).chapters if each.kind == "cast"]
    said = person.text.replace("\n", " ")
    assert said == edited(text) or width < 1000  # what is on two lines stays
    assert after.count("\n") == before.count("\n")
    assert "# a comment -- here" in after
    assert fixed(folder).changes == ()


@pytest.mark.parametrize("code", texts.CODES)
def test_after_it_a_rule_has_nothing_to_remark_on(tmp_path, code):
    folder = tmp_path / "guide"
    shutil.copytree(BASE, folder)
    shutil.copytree(RULES / code / "in", folder, dirs_exist_ok=True)
    before = {remark.code for remark in review(folder).remarks}
    found = fixed(folder)
    assert {change.code for change in found.changes} == {code}
    after = review(folder)
    assert after.problems == ()
    assert {remark.code for remark in after.remarks} == before - {code}


def test_what_is_allowed_stays(tmp_path):
    allow = "allow:\n  - {code: SG107, where: text, why: It is in a title.}\n"
    folder = guide_with(tmp_path / "guide", 'Well... "yes"', more=allow)
    fixed(folder)
    assert (folder / "chapters/text.md").read_text("utf-8").endswith("\nWell... “yes”\n")


def test_each_change_is_told_with_its_place_and_whole_words(tmp_path):
    folder = guide_with(
        tmp_path / "guide", 'Well, "bad" , he *said*.\n\nOne -- or two.', role="    role: 'Bob''s friend'\n"
    )
    told = [f"{each.file}:{each.line}:{each.column}: {each.words}" for each in fixed(folder).changes]
    assert told == [
        'chapters/text.md:5:7: "bad" , → “bad”,',
        "chapters/text.md:7:1: One -- or → One – or",
        "chapters/people.yaml:9:12: Bob's → Bob’s",
    ]


def test_names_and_keys_and_addresses_are_no_texts(tmp_path):
    more = "    played_by: [\"Colin  'C' Clive\"]\n    sources: [known]\n"
    folder = guide_with(tmp_path / "guide", "See [it](https://example.org/a--b...c).", role=more)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    changed = {each.file for each in fixed(folder).changes}
    assert changed <= {"chapters/people.yaml"}
    assert before[folder / "guide.yaml"] == (folder / "guide.yaml").read_bytes()
    assert b"[known]" in (folder / "chapters/people.yaml").read_bytes()
    assert (folder / "chapters/text.md").read_bytes() == before[folder / "chapters/text.md"]


def test_line_ends_and_a_byte_order_mark_stay(tmp_path):
    folder = guide_with(tmp_path / "guide")
    text = "\ufeff" + f'{PEOPLE}    text: |\n      Ann\'s\n      "cat"\n'.replace("\n", "\r\n")
    (folder / "chapters/people.yaml").write_bytes(text.encode())
    fixed(folder)
    expected = text.replace("Ann's", "Ann’s").replace('"cat"', "“cat”")
    assert (folder / "chapters/people.yaml").read_bytes().decode() == expected


def test_a_file_that_would_change_elsewhere_is_left_as_it_is(tmp_path, monkeypatch):
    folder = guide_with(tmp_path / "guide", '"One"', role="    text: It's\n    role: 'a'\n")
    whole = fix.applied
    monkeypatch.setattr(fix, "applied", lambda text, edits: whole(text, edits).replace("role: 'a'", "role: 'b'"))
    found = fixed(folder)
    assert [each.name for each in found.files] == ["chapters/text.md"]
    (problem,) = found.refused
    assert problem.file == "chapters/people.yaml"
    assert "left as it is: its content would change in other places too, on line 10." in problem.message
    assert "It's" in (folder / "chapters/people.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda text: text + "\n", "its lines would change"),
        (lambda text: text.replace("name: Ann", "name: 'Ann"), "would be wrong"),
        (lambda text: text.replace("name:", "nome:"), "its content would change"),
        (lambda text: text.replace("It's", "It is"), "its content would change"),
        (lambda text: text.replace("It's", "It’s" + "x" * 300_000), "its content would change"),
    ],
)
def test_the_proof_finds_every_other_change(tmp_path, damage, reason):
    folder = guide_with(tmp_path / "guide", role="    text: It's\n")
    file = next(file for file in fix.files.read(folder).files if file.name == "chapters/people.yaml")
    path = ("groups", 0, "people", 0, "text")
    assert proof.fault(file, file.text.replace("It's", "It’s"), {path: "It’s"}, "people") is None
    assert reason in proof.fault(file, damage(file.text), {path: "It’s"}, "people")


def test_a_text_that_would_become_too_long_is_refused(tmp_path):
    folder = guide_with(tmp_path / "guide", role="    role: >-\n      " + 'a "b" ' * 450 + "x" * 1200 + "\n", more="")
    guide = folder / "guide.yaml"
    guide.write_text(guide.read_text("utf-8").replace("language: en", "language: fr"), "utf-8")
    found = fixed(folder)
    assert [problem.file for problem in found.refused] == ["chapters/people.yaml"]
    assert "4,000" in found.refused[0].message


def test_a_file_that_was_saved_meanwhile_is_left_as_it_is(tmp_path):
    folder = guide_with(tmp_path / "guide", '"One"')
    found = fix.fixed(load(folder))
    newer = (folder / "chapters/text.md").read_text("utf-8") + "\nMore.\n"
    (folder / "chapters/text.md").write_text(newer, "utf-8")
    after = fix.written(folder, found)
    assert (after.files, after.changes) == ((), ())
    assert "saved meanwhile" in after.refused[0].message
    assert (folder / "chapters/text.md").read_text("utf-8") == newer


def test_permissions_stay(tmp_path):
    folder = guide_with(tmp_path / "guide", '"One"')
    (folder / "chapters/text.md").chmod(0o640)
    fixed(folder)
    assert (folder / "chapters/text.md").stat().st_mode & 0o777 == 0o640


def test_a_long_text_takes_linear_time():
    text = 'He said "no" -- and  left...\n\n' * 1_500
    assert '"' not in edited(text)
