"""Lines: where the content of a block is in the lines of a text, after the signs of lists, quotations and tables."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from studyguide.markdown.marks import Span

Where = Sequence[int | None]
"""For each character of a content, and for its end, the offset in the text; None if it is not found."""


class Lines:
    """The lines of a text, with their offsets; cells of tables are to be asked for in their order."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._row, self._column = -1, 0
        """The row of a table, and the column where its last cell ends."""

    def content(self, token: Token) -> Where:
        """Where the content of a paragraph, a heading or a line of verse is."""
        found: list[int | None] = []
        for number, line in enumerate(token.content.split("\n"), start=token.map[0] if token.map else 0):
            found += self._line(number, line)
        return found

    def cell(self, token: Token) -> Where:
        """Where the content of a cell is; there, a backslash is before each bar."""
        number = token.map[0] if token.map else 0
        if number != self._row:
            self._row, self._column = number, 0
        escaped = token.content.replace("|", "\\|")
        column = self.lines[number].find(escaped, self._column)
        if column < 0:
            return [None] * (len(token.content) + 1)
        self._column = column + len(escaped)
        at = self._starts[number] + column
        found: list[int | None] = []
        for sign in token.content:
            at += sign == "|"
            found.append(at)
            at += 1
        return [*found, at]

    def trailing(self, first: int, after: int) -> Iterator[Span]:
        """The spaces at ends of lines that mean nothing; two or more break a line, if another follows."""
        after = min(after, len(self.lines))
        for number in range(first, after):
            line, start = self.lines[number], self._starts[number]
            words_end = len(line.rstrip(" "))
            if words_end and (len(line) - words_end == 1 or (number == after - 1 and len(line) > words_end)):
                yield start + words_end, start + len(line)

    def _line(self, number: int, line: str) -> Where:
        """Where one line of a content is, and its end."""
        raw = self.lines[number] if number < len(self.lines) else ""
        inside = line.strip()
        column = len(raw.rstrip()) - len(inside)
        if not raw.rstrip().endswith(inside):  # signs follow, as after some headings
            column = raw.find(inside)
        if column < 0:
            return [None] * (len(line) + 1)
        at = self._starts[number] + column - (len(line) - len(line.lstrip()))
        return [max(0, at + offset) for offset in range(len(line) + 1)]
