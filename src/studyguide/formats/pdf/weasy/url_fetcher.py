"""The only files a layout may read: the publication's own, the fonts of its look, and small pictures in data URLs."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from studyguide.formats.pdf.weasy import svg_references
from studyguide.publication import Publication
from studyguide.support import images
from studyguide.themes.theme import Font, Look

BASE = "https://guide.invalid/"
"""The base URL of a publication. The domain `.invalid` is reserved: no server can have it (RFC 2606)."""

SVG = "image/svg+xml"
MOST_BYTES = 20_000_000
"""The size limit for one file."""

MOST_DATA = 100_000
"""The length limit for one data URL, in characters."""

SCHEMES = ("https", "http", "mailto")
"""The schemes of links that may lead outside the publication."""


def font_url(font: Font) -> str:
    """The address of a face; it does not reveal the folder of the file."""
    return f"{BASE}fonts/{quote(font.family)}-{font.weight}-{font.style}.ttf"


def files(publication: Publication, look: Look) -> dict[str, tuple[Path, str]]:
    """Address to file and media type, for all files that may be read."""
    assets = {BASE + quote(asset.name): (asset.path, asset.media_type) for asset in publication.assets}
    return assets | font_files(look)


def font_files(look: Look) -> dict[str, tuple[Path, str]]:
    """The same for the fonts of a look alone, the only files that its style sheets need."""
    return {font_url(font): (font.path, "font/ttf") for font in look.fonts}


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Returns known files and refuses everything else; it never uses the network.

    A refusal is raised and also recorded in ``refused``, because WeasyPrint only logs some of them.
    """

    def __init__(self, known: Mapping[str, tuple[Path, str]]) -> None:
        super().__init__(allowed_protocols=("data",))
        self.known = known
        self.refused: dict[str, str] = {}
        """Refused address to reason."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The content of an address. Raises `ValueError` for one that may not be read."""
        try:
            return self._data(url, headers) if url.lower().startswith("data:") else self._file(url)
        except (OSError, ValueError) as error:
            self.refused[url[:200]] = str(error)
            raise ValueError(f"{url[:200]}: {error}") from error

    def _data(self, url: str, headers: Mapping[str, str] | None) -> URLFetcherResponse:
        if len(url) > MOST_DATA or not url.lower().startswith("data:image/"):
            raise ValueError(f"a data URL may hold only a picture, in at most {MOST_DATA} characters")
        return super().fetch(url, headers)

    def _file(self, url: str) -> URLFetcherResponse:
        key = BASE + quote(unquote(urlsplit(url).path).removeprefix("/")) if url.startswith(BASE) else url
        if key not in self.known:
            raise ValueError("it is not part of the guide")
        path, media_type = self.known[key]
        _check(path, media_type)
        content = svg_references.complete(path.read_bytes()) if media_type == SVG else images.printable(path)
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def leads_out_well(url: str) -> bool:
    """Whether a link in the text may lead to this address."""
    return urlsplit(url).scheme in SCHEMES and not url.startswith(BASE)


def _check(path: Path, media_type: str) -> None:
    """Raise `ValueError` if the file is not regular, is too large, or is a picture that is not safe to open."""
    real = path.resolve(strict=True)
    if not real.is_file():
        raise ValueError("it is not a regular file")
    if (size := real.stat().st_size) > MOST_BYTES:
        raise ValueError(f"it has {size} bytes, and at most {MOST_BYTES} are read")
    if media_type.startswith("image/") and (fault := images.fault(path)):
        raise ValueError(fault)
