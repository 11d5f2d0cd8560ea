"""The book: its pages, style sheets, fonts and cover, packed into one file."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from studyguide.formats.epub import cover, metadata, navigation, stylesheet
from studyguide.formats.epub.fallback_fonts import MEDIA_TYPE, licences, rules, with_fallbacks
from studyguide.formats.epub.package import PAGE, File, pack
from studyguide.formats.epub.pages import Page, page, section_pages
from studyguide.publication import Metadata, Publication, short_words
from studyguide.support.atomic_write import replacing
from studyguide.support.keep import Keep
from studyguide.themes.theme import Look

COVER_IMAGE = "cover.png"


def write(publication: Publication, look: Look, target: Path) -> None:
    """Write the book to `target`, all of it or nothing. Raises `BuildError` if it cannot be written."""
    made = book(publication, look, Keep())
    with replacing(target) as path:
        path.write_bytes(made)


def book(publication: Publication, look: Look, keep: Keep) -> bytes:
    """The book. With the same `keep`, a page that would not change is not made again."""
    sheets = keep("sheets", (look,), partial(stylesheet.literal, look.css))
    pages, faces = with_fallbacks([*_pages(publication, keep)], look, keep)
    about = keep.equal("metadata", _on_cover(publication))
    picture = keep("cover", (about, look), lambda: cover.draw(about, sheets.properties, look))
    files = [
        File("style.css", "text/css", sheets.plain.encode()),
        File("screen.css", "text/css", (sheets.adaptive + rules(faces, look)).encode()),
        File(COVER_IMAGE, "image/png", picture, ("cover-image",)),
        *map(_file, pages),
        *(File(face.file, MEDIA_TYPE, face.content) for face in faces),
        *(File(asset.name, asset.media_type, asset.path.read_bytes()) for asset in publication.assets),
    ]
    stops = navigation.stops(publication.sections)
    return pack(files, stops, publication.metadata, metadata.entries(publication), licences(faces))


def _on_cover(publication: Publication) -> Metadata:
    """The metadata, with texts whose short words stay on the line of the next word."""
    about, kept = publication.metadata, partial(short_words.kept, labels=publication.labels)
    return replace(
        about,
        title=kept(about.title),
        title_on_page=kept(about.title_on_page),
        subtitle=kept(about.subtitle or "") or None,
        works=tuple(map(kept, about.works)),
        works_on_page=tuple(map(kept, about.works_on_page)),
        contents=kept(about.contents),
    )


def _pages(publication: Publication, keep: Keep) -> Iterator[Page]:
    """Every page in reading order."""
    about, labels = publication.metadata, publication.labels.marked()
    yield page(
        "cover",
        navigation.COVER,
        image=COVER_IMAGE,
        alt=cover.description(about, labels),
        language=about.language,
        direction=about.direction,
        say=labels.markup,
    )
    yield page("title", navigation.TITLE, about=_on_cover(publication), day=labels.day(about.date), **labels.signs)
    yield page(
        "nav",
        navigation.CONTENTS,
        language=about.language,
        direction=about.direction,
        say=labels.markup,
        stops=navigation.stops(publication.sections, on_page=True),
        landmarks=navigation.landmarks(publication.sections, labels),
        pages=navigation.page_list(publication.breaks),
    )
    yield from section_pages(publication, keep)


def _file(each: Page) -> File:
    properties = ("nav",) if each.name == navigation.CONTENTS else ("svg",) if each.svg else ()
    return File(each.name, PAGE, each.content, properties)
