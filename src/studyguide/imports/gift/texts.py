"""Texts of a GIFT question as Markdown, by the format that they name: ``[html]``, ``[markdown]``, ``[plain]``."""

import re
from dataclasses import dataclass
from typing import Literal

from studyguide.imports.found import NotTakenError, Remark
from studyguide.imports.gift.blocks import shown
from studyguide.imports.gift.html_text import Paragraph, paragraphs
from studyguide.imports.runs import Run, lines, markup

Format = Literal["moodle", "html", "markdown", "plain"]
_FORMAT = re.compile(r"\[(moodle|html|markdown|plain)\]")


@dataclass(frozen=True)
class Texts:
    """Reads the texts of one question."""

    remark: Remark
    default: Format = "moodle"
    """The format of texts that name none: that of the question."""

    def inline(self, text: str) -> str:
        """A text on one run of Markdown. Paragraphs become lines; a list is refused."""
        return self.joined(self.read(text))

    def plain(self, text: str) -> str:
        """A short answer, which has no markup."""
        return markup([Run(shown(text))])[0]

    def entries(self, text: str) -> list[str]:
        """A text as a list: an entry for each item of a list, and for each paragraph."""
        read = self.read(text)
        return [read] if isinstance(read, str) else [self._markup(each.runs) for each in read]

    def read(self, text: str) -> list[Paragraph] | str:
        """The paragraphs of a text; Markdown stays one text."""
        name, rest = self.split(text)
        if name == "markdown":
            return shown(rest).strip()
        if name == "plain":
            return [Paragraph("p", [Run(shown(rest))])]
        breaks = "<br>" if name == "moodle" else " "  # Moodle's own format shows the line ends of the file
        return paragraphs(shown(rest).strip().replace("\n", breaks), self.remark)

    def joined(self, read: list[Paragraph] | str) -> str:
        """Paragraphs as one run of Markdown with a line for each."""
        if isinstance(read, str):
            return read
        if any(each.sort == "li" for each in read):
            raise NotTakenError("It has a list, where a guide has one run of text. Write it as a sentence.")
        runs = [run for each in read for run in (*each.runs, Run("\n"))]
        return self._markup([run for line in lines(runs) for run in (*line, Run("\n"))][:-1])

    def split(self, text: str) -> tuple[Format, str]:
        """The format of a text, and the text."""
        found = _FORMAT.match(text)
        return (found[1], text[found.end() :]) if found else (self.default, text)  # type: ignore[return-value]

    def _markup(self, runs: list[Run]) -> str:
        found, whole = markup(runs)
        if not whole:
            self.remark("Its italics, links or languages are left out: they are where Markdown has no place for them.")
        return found
