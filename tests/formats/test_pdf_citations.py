"""Citations and works cited in print: numbers that lead to their entries, and domains in place of addresses."""

import re

import pikepdf
import pytest

from studyguide.build import Request, build
from studyguide.formats.pdf.layout.prepare import prepared
from studyguide.languages.labels import Labels
from studyguide.publication import Section
from studyguide.support import xhtml
from tests import pdf_reader
from tests.formats.pdf_samples import build as build_sample
from tests.formats.pdf_samples import elements, roles
from tests.test_second_guide import SECOND


def link(key, number=None, locator=None, words="Ish"):
    attributes = (f' data-number="{number}"' if number else "") + (f' data-locator="{locator}"' if locator else "")
    return f'<a class="cite" href="#source--{key}"{attributes}>{words}</a>'


def printed(content):
    body = f'<section id="one"><p>{content}</p></section>'
    return prepared(Section("one", "prose", "doc-chapter", "One", "One", (), body), Labels.of("en-GB"))


WHOLE = '<span class="citation">({})</span>'
PART = '<span class="citation-part">{}</span>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"Said {WHOLE.format(link('a', 3))}.", "Said [3]."),
        (f"Said {WHOLE.format(link('a', 7) + '; ' + link('b', 3))}.", "Said [3, 7]."),
        (f"Said {WHOLE.format(link('a', 3) + ', ' + link('a', 3, words='2006'))}.", "Said [3]."),
        (
            f"Said {WHOLE.format(link('a', 12, 'p. 12') + '; ' + link('b', 3))}.",
            "Said [3; 12,\N{NO-BREAK SPACE}p. 12].",
        ),
        (f"Length (a judgement; {PART.format(link('a', 3))}; seen May)", "Length (a judgement; [3]; seen May)"),
        (f"Length <span>({PART.format(link('a', 3))})</span>", "Length [3]"),
        (f"<i>A</i> ({PART.format(link('a', 3))}), and", "A [3], and"),
        (f"Said {WHOLE.format(link('a'))}.", "Said (Ish)."),
        (f"Said ({link('a')}; {link('b')}).", "Said (Ish; Ish)."),
    ],
)
def test_numbers_stand_for_names_where_a_citation_has_them(content, words):
    assert "".join(printed(content).itertext()) == words


def test_a_voice_hears_what_a_number_means():
    root = printed(WHOLE.format(f"{link('a', 3)}; {link('b', 7, 'p. 2')}"))
    assert [each.get("aria-label") for each in root.iter("a")] == ["Source 3", "Source 7, p. 2"]


ADDRESS = '<ul class="bibliography"><li data-number="4"><a class="url" href="{0}">{0}</a></li></ul>'


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.example.org/a/b?c=d", "example.org"),
        ("http://news.example.org:8080/a", "news.example.org"),
        ("https://example.org", "example.org"),
        ("https://www.example.org", "example.org"),
    ],
)
def test_an_entry_shows_the_domain_of_an_address_and_leads_to_the_whole(address, words):
    root = printed(ADDRESS.format(address))
    (found,) = root.iter("a")
    assert (found.text, found.get("href")) == (words, address)


def test_other_addresses_stay_whole():
    words = "https://example.org/a"
    doi = '<ul class="bibliography"><li><a href="https://doi.org/1/2">https://doi.org/1/2</a></li></ul>'
    assert xhtml.text(printed(f'<a class="url" href="{words}">{words}</a>')) == words
    assert xhtml.text(printed(doi)) == "https://doi.org/1/2"


@pytest.fixture(scope="module")
def files(tmp_path_factory, layout_options):
    folder = tmp_path_factory.mktemp("cited")
    requests = {name: Request(("pdf",), folder, name, layout_options=layout_options) for name in ("student", "teacher")}
    return {name: build(SECOND, request)[0].path for name, request in requests.items()}


def entries(text):
    """The numbered entries of a list, by their numbers."""
    return {int(number): words for number, words in re.findall(r"^(\d+)\. (.*)$", text, re.MULTILINE)}


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_the_number_in_the_text_is_that_of_the_entry(files, edition):
    text = "\n".join(pdf_reader.pages(files[edition]))
    assert re.search(r"grief in both works.*\[(\d+),\sp\.\s1; (\d+)\]", text, re.DOTALL)
    found = re.search(r"\[(\d+),\sp\.\s1; (\d+)\]", text)
    works = entries(text[text.rindex("Works cited") :])
    assert works[int(found[1])].startswith("Shelley")
    assert works[int(found[2])].startswith("Whale")


def test_pages_for_teachers_have_the_names(files):
    pages = pdf_reader.pages(files["teacher"])
    sheet = next(page for page in pages if "Facts and their sources" in page)
    assert re.search(r"\bShelley\b|\bWhale\b|\bCroker\b", sheet)


def test_a_number_is_a_reference_that_says_which_source(tmp_path):
    works = "<ul class='bibliography'><li id='source--a' data-number='3'>Ish.</li></ul>"
    content = f"<p>Said {WHOLE.format(link('a', 3))}.</p>{works}"
    with pikepdf.open(build_sample(tmp_path, content)) as file:
        (reference,) = elements(file, "Reference")
        assert roles(reference) == ["Reference", "Link"]
        said = [str(each.Contents) for page in file.pages for each in page.get("/Annots", ()) if "/Contents" in each]
        assert "Source 3" in said
        (label, *_) = elements(file, "Lbl")
        assert roles(label) == "Lbl"
