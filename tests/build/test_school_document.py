"""A school's document beside a guide, from the folder to the built file."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from studyguide.build import Request, build
from studyguide.build.checked_guide import review
from studyguide.build.dask import pack
from studyguide.build.school_document import school_of
from studyguide.support import up_to_date
from studyguide.support.errors import GuideError
from studyguide.themes.school import NAME
from tests.school_documents import HEADING, docx, letters, style

BASE = Path(__file__).parents[1] / "lint/problems/base"


@pytest.fixture
def guide(tmp_path):
    folder = Path(shutil.copytree(BASE, tmp_path / "guide"))
    (folder / NAME).write_bytes(docx(HEADING))
    return folder


def built(guide):
    output = guide.parent / "out"
    (made,) = build(guide, Request(("docx",), output))
    return made.path.read_bytes()


def test_a_build_has_the_schools_styles_and_sees_a_change(guide):
    first, before = built(guide), up_to_date.fingerprint(guide)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert b"7B1E3A" in archive.read("word/styles.xml")
    assert built(guide) == first
    (guide / NAME).write_bytes(docx(style("Heading 1", letters('<w:color w:val="0B2545"/>'))))
    assert up_to_date.fingerprint(guide) != before
    assert built(guide) != first


def test_a_document_of_ours_as_that_of_the_school_changes_nothing(guide):
    (guide / NAME).unlink()
    ours = built(guide)
    (guide / NAME).write_bytes(ours)
    assert [remark for remark in review(guide).remarks if remark.place.file == NAME] == []
    assert built(guide) == ours


def test_a_build_refuses_what_check_reports(guide):
    (guide / NAME).write_bytes(b"PK")
    (problem,) = review(guide).problems
    with pytest.raises(GuideError) as refused:
        built(guide)
    assert refused.value.problems == (problem,)
    with pytest.raises(GuideError) as refused:
        school_of(guide, "docx")
    assert refused.value.problems == (problem,)


def test_a_document_with_almost_the_name_is_remarked_on(guide):
    (guide / NAME).rename(guide / "School.docx")
    assert [remark.place.file for remark in review(guide).remarks if remark.code == "SG209"] == ["School.docx"]


def test_a_guide_that_is_sent_to_a_worker_has_the_document(guide):
    with zipfile.ZipFile(io.BytesIO(pack(guide))) as archive:
        assert archive.read(NAME) == (guide / NAME).read_bytes()
