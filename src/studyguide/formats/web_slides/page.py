"""The page: slides as HTML, with the style sheet, the script and the pictures in it."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from studyguide import markdown
from studyguide.formats.slides.model import BREAK, Block, Line, Picture, Slide
from studyguide.languages import language_marks
from studyguide.publication import Asset, Publication
from studyguide.support import paths
from studyguide.support.templates import Markup, escape, render
from studyguide.themes import contrast
from studyguide.themes.language_style import has_italics
from studyguide.themes.mirror import mirrored
from studyguide.themes.theme import Look

COLOURS = ("--ink", "--ink-soft", "--accent", "--rule", "--tint", "--paper")
"""The properties of a theme that the style sheet of slides uses, beside those of its fonts."""

TYPES = {"letter": "A", "small-letter": "a"}
"""The type of a numbered list (HTML, 4.4.5); it is 1 for others."""


@dataclass(frozen=True)
class List:
    """Entries of one list, each with its paragraphs."""

    tag: str
    type: str
    start: int
    entries: list[list[Line]] = field(default_factory=list)


def page(slides: Sequence[Slide], publication: Publication, look: Look) -> str:
    """The page as HTML. Its Content-Security-Policy allows its own style sheet, script and pictures only."""
    script, style = _script(), _style(look, publication.metadata.direction)
    pictures = {asset.name: asset for asset in publication.assets}
    text = render(
        "slides/page.html.j2",
        about=publication.metadata,
        policy=_policy(script, style),
        say=publication.labels.marked().markup,
        script=Markup(script),
        slides=[(slide, list(_parts(_shown(slide))), list(_parts(slide.notes))) for slide in slides],
        style=Markup(style),
        words=lambda line: _words(line, publication.metadata.language),
        is_rtl=bool(publication.metadata.direction),
        source=lambda picture: _source(picture, pictures),
    )
    return language_marks.wrapped(text)


def _shown(slide: Slide) -> Iterable[Block]:
    """The blocks of a slide; those of a picture beside text, without the picture, which has a column of its own."""
    return slide.lines if slide.is_beside else slide.blocks


def _parts(blocks: Iterable[Block]) -> Iterator[Block | List]:
    """The blocks, with the entries of a list in it."""
    open_list: List | None = None
    for block in blocks:
        if isinstance(block, Line) and block.mark == "continued" and open_list is not None:
            open_list.entries[-1].append(block)
        elif not isinstance(block, Line) or block.mark in {"none", "continued"}:
            open_list = None
            yield block
        else:
            tag = "ul" if block.mark == "bullet" else "ol"
            kind = TYPES.get(block.mark, "1")
            if open_list is None or (open_list.tag, open_list.type) != (tag, kind) or block.number == 1:
                open_list = List(tag, kind, block.number)
                yield open_list
            open_list.entries.append([block])


def _words(line: Line, language: str) -> Markup:
    """The runs of a paragraph, each in the elements that say how it looks and in which language it is."""
    return Markup("").join(Markup(_element(run_text, line, number, language)) for number, run_text in _texts(line))


def _texts(line: Line) -> Iterator[tuple[int, Markup]]:
    for number, run in enumerate(line.runs):
        pieces = ("".join(letters) for _, letters in groupby(run.text, BREAK.__eq__))
        yield number, Markup("").join(Markup("<br>") * len(each) if BREAK in each else escape(each) for each in pieces)


def _element(text: Markup, line: Line, number: int, language: str) -> Markup:
    run = line.runs[number]
    if run.is_emphasised:
        spoken = run.language or language
        is_slanted = has_italics(spoken, markdown.direction(spoken))
        text = Markup("<em>{}</em>" if is_slanted else '<em class="bold">{}</em>').format(text)
    if run.is_strong:
        text = Markup("<b>{}</b>").format(text)
    if run.language not in {"", language}:
        towards = markdown.direction(run.language)
        turned = Markup(' dir="{}"').format(towards or "ltr") if towards != markdown.direction(language) else ""
        text = Markup('<span lang="{}"{}>{}</span>').format(run.language, turned, text)
    return Markup('<a href="{}">{}</a>').format(run.address, text) if run.address else text


def _source(picture: Picture, assets: Mapping[str, Asset]) -> str:
    """A picture as an address that has all of it. In it, a drawing can neither run scripts nor load anything."""
    asset = assets.get(picture.name)
    kind = asset.media_type if asset else "image/svg+xml"
    content = asset.path.read_bytes() if asset else picture.svg.encode()
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _script() -> str:
    return (Path(__file__).parent / "show.js").read_text("utf-8")


def _style(look: Look, direction: str) -> str:
    """The style sheet, with the colours and fonts of the theme; left and right are exchanged for ``rtl``."""
    found = contrast.properties(look.theme)
    fonts = {f"--font-{role}": found[f"--font-{role}"] for role in ("text", "label")}
    values = "".join(f"{name}:{value};" for name, value in {**{key: found[key] for key in COLOURS}, **fonts}.items())
    rules = (paths.styles_folder() / "slides.css").read_text("utf-8")
    return f":root{{{values}}}\n{mirrored(rules) if direction else rules}"


def _policy(script: str, style: str) -> str:
    """The Content-Security-Policy (level 3): the script and the style sheet are known by their digests."""
    return (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
