"""Questions in spreadsheets: headings, values, encodings, delimiters, and what is refused with its place."""

import io
import time
import zipfile

import openpyxl
import pytest
import xlsxwriter

from studyguide.imports.found import Defaults
from studyguide.imports.tables import columns, csv_file, rows, template, workbook, xlsx_file
from studyguide.support.errors import UsageError

CHOICE = "type,question,a,b,c,answer,phase\nchoice,Who?,Ann,Ben,Cem,{},before\n"


def found(text, **defaults):
    data = text if isinstance(text, bytes) else text.encode()
    return rows.read(csv_file.read(data, "q.csv"), "q.csv", Defaults(**{"phase": "after", **defaults}))


def fields(text, **defaults):
    read = found(text, **defaults)
    assert read.refused == ()
    return [dict(each.fields) for each in read.questions]


def refusals(text, **defaults):
    read = found(text, **defaults)
    assert read.questions == () or read.refused
    return [(each.line, each.column, each.message) for each in read.refused]


def one(text, **defaults):
    (only,) = fields(text, **defaults)
    return only


@pytest.mark.parametrize(
    ("answer", "right"),
    [("Ben", "Ben"), ("ben", "Ben"), ("B", "Ben"), ("b)", "Ben"), ("2", "Ben"), ("Option B", "Ben")],
)
def test_the_right_option_is_named_by_its_words_letter_or_number(answer, right):
    assert one(CHOICE.format(answer))["answer"] == right


@pytest.mark.parametrize(
    "answer", ["A and C", '"A, C"', "A;C", "1/3", "AC"[:1] + "+C", '"Ann\nCem"', "Ann; Cem", "C A"]
)
def test_several_right_options_are_named_together(answer):
    read = one(CHOICE.format(answer))
    assert read["answers"] == ["Ann", "Cem"]
    assert "answer" not in read


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (CHOICE.format("Dan"), (2, 1), "'Dan' is not one of the options"),
        (CHOICE.format("D"), (2, 1), "'D' is not one of the options"),
        ("type,question,a,b,answer\nchoice,?,2,1,1\n", (2, 1), "is an option, and also the letter or the number"),
        ("type,question,a,b,c,answer\nchoice,?,x,,z,B\n", (2, 1), "'B' is not one of the options"),
        ("type,question,a,b,answer,feedback c\nchoice,?,x,y,x,no\n", (2, 1), "feedback on option 3"),
        ("question\nWhy?\n", (2, 1), "The type of this question is missing"),
        ("type,question,answer\ntrue-false,Is it?,perhaps\n", (2, 1), "'perhaps' is neither true nor false"),
        ("question,left 1\nWho?,Ann\n", (2, 1), "'Left 1' has no 'Right 1'"),
        ("question,pairs\nWho?,Ann is tall\n", (2, 1), "with -> between its parts"),
        ("type,question,author\nshort,Why?,me\n", (1, 3), "There is no column 'author'"),
        ("type,question,\nshort,Why?,me\n", (1, 3), "This column has no heading"),
        ("type,question\nshort,Why, me?\nshort,Who?\n", (2, 3), "If a comma divides a text of this row"),
        ("Quiz\n\ntype,question\nshort,Why?\n", (1, 1), "seem to be in row 3. Delete the rows above it."),
        ("Who?,Ann,Bob,A\nWhen?,1,2,B\n", (1, 1), "No heading in this row is known."),
        ("type,question,prompt\nshort,Why?,me\n", (1, 3), "the same as the column 'question'"),
        (f"type,question\nshort,{'x' * 20_001}\n", (2, 2), "has 20,001 characters"),
    ],
)
def test_what_is_not_certain_is_refused_at_its_place(text, place, words):
    ((line, column, message),) = refusals(text)
    assert (line, column) == place
    assert words in message
    assert message.endswith(".")


def test_a_question_without_a_phase_is_refused_if_there_is_no_default():
    ((_, _, message),) = refusals("type,question\nessay,Why?\n", phase=None)
    assert "add --phase" in message
    assert one("type,question,phase\nessay,Why?,During viewing\n", phase=None)["phase"] == "while"


@pytest.mark.parametrize(
    ("heading", "type_"),
    [("a,b", "choice"), ("left 1,right 1", "matching"), ("step 1,step 2", "ordering"), ("gapped,hints", "gap")],
)
def test_the_type_follows_from_columns_that_only_one_type_has(heading, type_):
    answer = {"choice": ",answer", "gap": ",points"}.get(type_, ",marks")
    assert one(f"question,{heading}{answer}\nWho?,x,y,{'x' if type_ in {'choice', 'gap'} else 1}\n")["type"] == type_


def test_every_field_is_read():
    text = (
        "Question Type;Prompt;Short;When;Work;Topic;Level;DOK;Correct answer(s);Other answers;Points;Min words;"
        "Max words;Where to look;Standards;Marks;Lines;Hint 1;Hint 2;Sentence starters;Word bank;Extension;"
        "Spoiler level;About;Section;ID\n"
        'SA;Who?;Who;pre-reading;film;plot;Analyzing;2;Ann;"A.\nAnnie | Anna";Good;10;20;ch. 1;AO1;2;3;Look.;Up.;'
        "It is …;a|b;More?;ending;elizabeth, scene-mill;Set one;q-x\n"
    )
    read = found(text)
    (only,) = read.questions
    assert (only.set_title, only.wanted_id) == ("Set one", "q-x")
    assert only.fields == {
        "type": "short",
        "question": "Who?",
        "short": "Who",
        "phase": "before",
        "work": "film",
        "strand": "plot",
        "level": {"bloom": "analyse", "dok": 2},
        "answer": "Ann",
        "accept": ["A.", "Annie", "Anna"],
        "points": ["Good"],
        "word_limit": {"from": 10, "to": 20},
        "evidence": "ch. 1",
        "standards": ["AO1"],
        "about": ["elizabeth", "scene-mill"],
        "marks": 2,
        "lines": 3,
        "hints": ["Look.", "Up."],
        "starters": ["It is …"],
        "words": ["a", "b"],
        "challenge": "More?",
        "spoiler": "ending",
    }
    assert {column for names in columns.HEADINGS.values() for column in names} >= {"section", "topic"}


def test_every_heading_has_one_meaning():
    every = [heading for names in columns.HEADINGS.values() for heading in names]
    assert len(every) == len({*every})
    assert all(columns.meaning(heading) == (key, 0) for key, names in columns.HEADINGS.items() for heading in names)


@pytest.mark.parametrize(("cells", "key"), [(("1", "2"), "marks"), (("1", "A point."), "points")])
def test_points_are_marks_if_all_of_them_are_whole_numbers(cells, key):
    read = found("type,question,points\n" + "".join(f"essay,Why?,{cell}\n" for cell in cells))
    assert all(key in each.fields for each in read.questions)
    assert bool(read.remarks) == (key == "marks")


def test_matching_takes_what_has_no_partner_as_a_distractor():
    read = one("question,left 1,right 1,left 2,right 2,right 3\nWho?,a,1,b,2,3\n")
    assert read["pairs"] == [{"left": "a", "right": "1"}, {"left": "b", "right": "2"}]
    assert read["distractors"] == ["3"]
    assert one('question,pairs\nWho?,"a -> 1\nb → 2"\n')["pairs"] == read["pairs"]


def test_what_was_typed_is_shown_as_it_was_typed():
    read = one('type,question,answer\nshort,"*Not* [italic] _x_ <b> & `c` \\ ""q"" # 1. |","a\nb"\n')
    assert read["question"] == r'\*Not\* \[italic\] \_x\_ \<b> & \`c\` \\ "q" # 1. |'
    assert read["answer"] == "a\\\nb"


def test_gaps_are_in_braces_and_other_braces_behind_a_backslash():
    read = one('question,gapped\nFill in.,"{a*b|c} and \\{d\\} *e*"\n')
    assert read["gapped"] == r"{a\*b|c} and \{d\} \*e\*"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(delimiter):
    text = "type,question,answer\nshort,Who is it?,Ann\n".replace(",", delimiter)
    assert one(text)["answer"] == "Ann"


def test_a_delimiter_may_be_named_and_empty_rows_keep_their_numbers():
    assert found("sep=;\n;;\ntype;question;answer\n;;\nshort;Who, and why?;Ann\n").questions[0].line == 4


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("type,question\nessay,Né “x”\n".encode(), None),
        ("type,question\nessay,Né “x”\n".encode("utf-8-sig"), None),
        ("type,question\r\nessay,Né “x”\r\n".encode("utf-16"), None),
        ("type,question\nessay,Né “x”\n".encode("cp1252"), "Windows-1252"),
    ],
)
def test_encodings_are_read_or_named(data, says):
    read = found(data)
    assert read.questions[0].fields["question"] == "Né “x”"
    assert [says in each.message for each in read.remarks] == ([True] if says else [])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        ("type".encode("utf-32"), "UTF-32"),
        ("type,question".encode("utf-16-le"), "U+0000"),
        (b"type,question\nessay,a\0b\n", "U+0000 on line 2"),
        (b"type\n\x81\n", "neither UTF-8 nor Windows-1252 (line 2)"),
        (b"\xff\xfea", "damaged"),
        (b'type,question\nessay,"never closed\n', "from row 2 on"),
        (b'type,question\nessay,"closed"twice\n', "from row 2 on"),
        (b"type,question\n" + b"x," * 300 + b"\n", "more than 200 columns in row 2"),
        (b'type,question\nessay,"' + b"x" * 140_000, "too long in row 2"),
    ],
)
def test_a_file_that_is_not_csv_is_refused_with_a_sentence(data, words):
    with pytest.raises(UsageError) as error:
        csv_file.read(data, "q.csv")
    assert words in str(error.value)
    assert str(error.value).endswith(".")


def test_a_hundred_thousand_rows_are_refused_at_once():
    data = b"type,question\n" + b"essay,Why?\n" * 100_000
    start = time.process_time()
    with pytest.raises(UsageError, match=r"more than 2,000 rows. Split it"):
        csv_file.read(data, "q.csv")
    assert time.process_time() - start < 2


def saved(*cells, sheets=()):
    book = openpyxl.Workbook()
    for row in cells:
        book.active.append(row)
    for title, rows_ in sheets:
        sheet = book.create_sheet(title)
        for row in rows_:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def in_book(data, sheet=None):
    return rows.read(xlsx_file.read(data, "q.xlsx", sheet), "q.xlsx", Defaults("after"))


def test_a_workbook_is_read_like_a_csv():
    data = saved(["type", "question", "a", "b", "answer"], ["choice", "When?", 1797, 1818, "B"], [], [None, None])
    read = in_book(data)
    assert read.refused == ()
    assert read.questions[0].fields["answer"] == "1818"


def test_italics_and_bold_letters_become_markdown():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    italic, bold = book.add_format({"italic": True}), book.add_format({"bold": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["type", "question", "points"])
    sheet.write_row(1, 0, ["essay", "", "All of it"], italic)
    sheet.write_rich_string(1, 1, "In ", italic, "Jaws ", bold, "who*", "?")
    book.close()
    read = in_book(file.getvalue()).questions[0].fields
    assert read["question"] == r"In *Jaws* **who\***?"
    assert read["points"] == ["All of it"]


def test_options_keep_the_letters_of_their_columns():
    assert one("type,question,a,b,c,answer\nchoice,?,x,,z,C\n")["answer"] == "z"


def merged(area, *cells):
    book = openpyxl.load_workbook(io.BytesIO(saved(*cells)))
    book.active.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("area", "place"),
    [("D2:D3", (3, 4)), ("C2:D2", (2, 4)), ("D2:D4", (3, 4)), ("B3:B4", (4, 2)), ("AB2:AC2", None), ("E2:E3", None)],
)
def test_a_cell_that_shows_the_text_of_another_is_refused(area, place):
    cells = ["short", "Who?", "Ann", "Week 1"], ["short", "Why?", "Oh"], ["short", "When?", "1818", "Week 2"]
    read = in_book(merged(area, ["type", "question", "answer", "set"], *map(list, cells)))
    if place is None:
        assert read.refused == ()
    else:
        found = {(problem.line, problem.column): problem.message for problem in read.refused}
        assert "is merged with" in found[place]
        assert "Split the merged cells" in found[place]


def test_a_row_that_is_empty_but_for_merged_cells_is_no_question():
    rows_ = ["type", "question"], ["short", "Who?"], [], ["short", "Why?"]
    read = in_book(merged("A2:A3", *map(list, rows_)))
    assert read.refused == ()
    assert [each.line for each in read.questions] == [2, 4]


def test_too_many_merged_cells_are_refused_at_once():
    old = io.BytesIO(merged("A5:B6", ["type", "question"], ["short", "Who?"]))
    new = io.BytesIO()
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(new, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"A5:B6", b"A5:ZZ500000"))
    data = new.getvalue()
    with pytest.raises(UsageError, match="more than 20,000 merged cells"):
        in_book(data)


@pytest.mark.parametrize(
    ("cell", "shown_as", "words"),
    [
        ("=A1", None, "has a formula"),
        ("#N/A", None, "has an error"),
        (0.5, "0%", "in another form (0%)"),
        (1818.25, "0", "in another form (0)"),
        (1e300, None, "in another form"),
        (44_000, "yyyy-mm-dd", "is a date or a time"),
    ],
)
def test_a_cell_that_shows_something_else_is_refused(cell, shown_as, words):
    book = openpyxl.Workbook()
    book.active.append(["type", "question", "answer"])
    book.active.append(["short", "When?", cell])
    if shown_as:
        book.active["C2"].number_format = shown_as
    file = io.BytesIO()
    book.save(file)
    ((problem),) = in_book(file.getvalue()).refused
    assert (problem.line, problem.column) == (2, 3)
    assert words in problem.message


def test_truth_values_and_texts_like_formulas_are_read_as_they_are_shown():
    data = template_with({"C2": True, "B2": "A sum"})
    assert in_book(data).questions[0].fields["is_true"] is True
    book = openpyxl.Workbook()
    book.active.append(["type", "question"])
    book.active.append(["essay", None])
    book.active["B2"].value = "=1+1"
    book.active["B2"].data_type = "s"
    file = io.BytesIO()
    book.save(file)
    assert in_book(file.getvalue()).questions[0].fields["question"] == "=1+1"


def template_with(cells):
    book = openpyxl.Workbook()
    book.active.append(["type", "question", "answer"])
    book.active.append(["true-false", "", ""])
    for place, value in cells.items():
        book.active[place].value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_one_of_several_sheets_is_chosen():
    more = [("More", [["type", "question"], ["essay", "Why?"]]), ("Empty", [])]
    data = saved(["type", "question"], ["essay", "Who?"], sheets=more)
    with pytest.raises(UsageError, match=r"several sheets with content: 'Sheet', 'More'. Choose one with --sheet"):
        in_book(data)
    assert in_book(data, "More").questions[0].fields["question"] == "Why?"
    with pytest.raises(UsageError, match="Did you mean 'More'"):
        in_book(data, "Mor")
    assert in_book(saved(sheets=more)).questions[0].fields["question"] == "Why?"


def repacked(data, changes):
    """A workbook with parts replaced by what `changes` makes of them."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, lambda content: content)(old.read(name)))
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = saved(["type", "question"], ["essay", "Why?"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a spreadsheet"),
        (b"type,question", "not a spreadsheet"),
        (b"PK\3\4", "not a spreadsheet"),
        (PLAIN[: len(PLAIN) // 2], "not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "has a password"),
        (repacked(PLAIN, {SHEET: lambda _: b"<a>" + b" " * 30_000_000}), "unpacks to more than"),
        (repacked(PLAIN, {SHEET: lambda text: b'<!DOCTYPE a [<!ENTITY b "c">]>' + text}), "declares a DOCTYPE"),
        (repacked(PLAIN, {SHEET: lambda text: text.decode().encode("utf-16")}), "declares a DOCTYPE"),
        (repacked(PLAIN, {SHEET: lambda _: b"<worksheet><broken"}), "not a spreadsheet"),
        (repacked(PLAIN, {"xl/workbook.xml": lambda _: b"<x/>"}), "is empty"),
        (repacked(PLAIN, {SHEET: lambda text: text.replace(b'r="2"', b'r="1000000"')}), "goes on below row 100,000"),
    ],
)
def test_a_hostile_workbook_is_refused_with_a_sentence(data, words):
    start = time.process_time()
    with pytest.raises(UsageError) as error:
        xlsx_file.read(data, "q.xlsx")
    assert words in str(error.value)
    assert time.process_time() - start < 5


def test_a_workbook_with_very_many_files_is_refused_before_they_are_listed():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(25_000):
            archive.writestr(f"{number}.xml", "")
    with pytest.raises(UsageError, match="too many files"):
        workbook.check(file.getvalue(), "q.xlsx")


def test_a_sheet_that_claims_to_be_vast_is_read_by_its_cells():
    data = repacked(
        PLAIN, {SHEET: lambda text: text.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')}
    )
    start = time.process_time()
    assert len(in_book(data).questions) == 1
    assert time.process_time() - start < 2


def test_a_cell_far_to_the_right_is_refused():
    book = openpyxl.load_workbook(io.BytesIO(PLAIN))
    book.active.cell(2, 201).value = "far"
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(UsageError, match="Row 2 has more than 200 columns"):
        in_book(file.getvalue())


@pytest.mark.parametrize(
    "read", [lambda: csv_file.read(template.as_csv(), "t"), lambda: xlsx_file.read(template.as_xlsx(), "t")]
)
def test_the_template_is_read_back(read):
    found_ = rows.read(read(), "t", Defaults())
    assert found_.refused == ()
    assert found_.remarks[1:] == ()
    assert [each.fields["type"] for each in found_.questions] == [each["type"] for each in template.EXAMPLES]


def test_the_template_is_the_same_every_time():
    assert template.as_xlsx() == template.as_xlsx()
    assert template.as_csv() == template.as_csv()
    assert template.as_csv().startswith(b"\xef\xbb\xbf")
