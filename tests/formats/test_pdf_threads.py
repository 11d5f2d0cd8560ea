"""Several threads of one process build at once, as the workers of a cluster may; WeasyPrint is left as it is."""

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import weasyprint
import weasyprint.document
import weasyprint.pdf
import weasyprint.svg
from weasyprint.draw import text
from weasyprint.layout import inline
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import Layout

from studyguide.build import Request, build
from studyguide.formats.pdf.weasy.replaced import Replaced
from studyguide.formats.pdf.weasy.stylesheets import strict
from studyguide.support.errors import BuildError
from tests import few_chapters

PATCHED = (
    (weasyprint.document, "LayoutContext"),
    (weasyprint.pdf, "resolve_links"),
    (weasyprint.pdf, "build_fonts_dictionary"),
    (weasyprint.pdf, "add_forms"),
    (weasyprint.pdf, "add_tags"),
    (inline, "split_first_line"),
    (text, "draw_first_line"),
    (Stream, "marked"),
    (Font, "clean"),
    (Font, "__init__"),
    (Layout, "set_text"),
    (weasyprint.svg, "parse_declarations"),
    (weasyprint.svg, "text"),
)


ASKED = (("student", ("pdf",)), ("large-print", ("pdf", "epub")), ("teacher", ("pdf",)), ("student", ("epub", "pdf")))
"""What is built of two guides in turn: the same of the first one and at the end of the other."""


def test_two_threads_build_two_guides_as_one_does(tmp_path: Path) -> None:
    guides = [few_chapters.guide(tmp_path / f"guide-{number}") for number in range(2)]

    def built(number: int, where: str) -> bytes:
        edition, formats = ASKED[number]
        files = build(guides[number % 2], Request(formats, tmp_path / where / str(number), edition=edition))
        return next(each.path for each in files if each.path.suffix == ".pdf").read_bytes()

    alone = [built(number, "alone") for number in range(len(ASKED))]
    before = [getattr(*each) for each in PATCHED]
    with ThreadPoolExecutor(2) as threads:
        assert [*threads.map(built, range(len(ASKED)), ["together"] * len(ASKED))] == alone
    assert alone[0] == alone[3]
    assert len({*alone}) == 3
    assert [getattr(*each) for each in PATCHED] == before, "a function is replaced once, at import"


class Module:
    """Holds a function that is replaced."""

    @staticmethod
    def say() -> str:
        """Whose it is."""
        return "theirs"


def test_a_replaced_function_is_ours_in_a_block_of_the_same_thread_alone() -> None:
    replaced = Replaced(Module, "say")
    with ThreadPoolExecutor(1) as threads:
        with replaced.by(lambda: "ours"):
            assert Module.say() == "ours"
            assert threads.submit(Module.say).result() == "theirs"
            with replaced.by(replaced.original):
                assert Module.say() == "theirs"
            assert Module.say() == "ours"
        assert Module.say() == "theirs"


def test_a_function_is_given_back_after_a_fault() -> None:
    replaced = Replaced(Module, "say")
    with pytest.raises(ValueError, match="full"), replaced.by(lambda: "ours"):
        raise ValueError("the disk is full")
    assert Module.say() == "theirs"


def test_what_another_thread_is_warned_of_is_not_ours() -> None:
    logger = logging.getLogger("weasyprint")
    with ThreadPoolExecutor(1) as threads, strict({}):
        threads.submit(logger.warning, "a fault of theirs").result()
    with pytest.raises(BuildError, match="a fault of ours"), strict({}):
        logger.warning("a fault of ours")
