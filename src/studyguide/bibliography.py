"""Bibliography: the only module that knows citeproc (CSL 1.0.2), imported when something is cited."""

import json
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from studyguide import csl
from studyguide.csl import DATES, NAMES

_SHIELD = {ord(sign): chr(0xE000 + place) for place, sign in enumerate("&<>")}
_ADDRESS = re.compile(r'https?://([^\s<"{0}]*[^\s<"{0}.,;])'.format("".join(_SHIELD.values())[1:]))
_WHOLE = "container-title"
_DATE = r"(?:\([^()]*\)|n\.d|[^.<>]*\d{4})\."
"""How author-date styles say when: ``(2011, May 4).``, ``2011.``, ``n.d.``"""
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
    BCP 47 tag such as ``en-GB``. All output is XHTML.
    """

    def __init__(self, sources: Sequence[dict[str, Any]], style: str, language: str) -> None:
        self._sources = {source["id"]: source for source in sources}
        self._style = style
        self._language = language
        self._cites: dict[tuple[str, str | None], str] = {}
        self._lists: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    @classmethod
    def of(cls, sources: Sequence[dict[str, Any]], style: str, language: str) -> "Bibliography":
        """The bibliography of a guide; for sources that have not changed, the one of the last build in this process."""
        return _bibliography(json.dumps(sources, default=str), style, language)

    def __contains__(self, key: str) -> bool:
        return key in self._sources

    def title(self, key: str) -> str:
        """The title of a source, as written in sources.yaml."""
        return str(self._sources[key]["title"])

    def cite(self, key: str, locator: str | None = None) -> str:
        """A citation without its brackets, such as ``Bradshaw`` or ``Ishiguro 12``.

        Where two sources would read the same, their titles are added; where they begin with the same title, the
        larger works that hold them.
        """
        if (key, locator) not in self._cites:
            self._cites[key, locator] = self._cite(key, locator)
        return self._cites[key, locator]

    def entries(self, keys: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Key and entry of each source in `keys`, in alphabetical order, as MLA, APA and Chicago have it."""
        if tuple(keys) not in self._lists:
            self._lists[tuple(keys)] = self._list(keys)
        return self._lists[tuple(keys)]

    def _cite(self, key: str, locator: str | None) -> str:
        ambiguous = Counter(self._short_forms.values())[self._short_forms[key]] > 1
        named = _has_names(self._sources[key])
        engine = self._titled if ambiguous and named else self._untitled
        text = _tidy(_rendered(engine, _citation_item(key, locator))).removeprefix("(").removesuffix(")")
        whole = self._sources[key].get("container-title")
        return f"{text}, <cite>{_tidy(_shielded(whole))}</cite>" if ambiguous and not named and whole else text

    def _list(self, keys: Sequence[str]) -> tuple[tuple[str, str], ...]:
        variants: dict[frozenset[str], list[str]] = {}
        for key in keys:
            variants.setdefault(_entry_variant(self._sources[key]), []).append(key)
        entries = [entry for without, some in variants.items() for entry in self._entries(without, some)]
        return tuple(sorted(entries, key=lambda entry: _sort_key(entry[1])))

    def _entries(self, without: frozenset[str], keys: list[str]) -> Iterator[tuple[str, str]]:
        engine = self._engine(keys, without)
        for key, item in zip(engine.keys, engine.items, strict=True):
            entry = "".join(map(str, engine.style.render_bibliography([item])))
            source = _shielded(self._sources[key])
            entry = entry if _has_names(source) else _headed(entry, source)
            yield key, _tidy(entry or f"<i>{source['title']}</i>.")  # some styles list no interviews

    @cached_property
    def _titled(self) -> Any:
        return self._engine(list(self._sources), frozenset())

    @cached_property
    def _untitled(self) -> Any:
        return self._engine(list(self._sources), frozenset({"disambiguation"}))

    @cached_property
    def _short_forms(self) -> dict[str, str]:
        """The citation of each source where nothing is ambiguous."""
        return {key: _rendered(self._untitled, _citation_item(key, None)) for key in self._sources}

    def _engine(self, keys: list[str], without: frozenset[str]) -> Any:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        _know_all_variables()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about fields and options that it leaves out; the entries are tested
            source = CiteProcJSON([_shielded(self._sources[key]) for key in keys])
            parsed = CitationStylesStyle(csl.style(self._style, without), locale=self._language, validate=False)
            engine = CitationStylesBibliography(parsed, source, formatter.html)
            for key in keys:
                engine.register(Citation([CitationItem(key)]))
        return engine


@lru_cache(maxsize=2)
def _bibliography(sources: str, style: str, language: str) -> Bibliography:
    return Bibliography(json.loads(sources), style, language)


def _know_all_variables() -> None:
    """Tell citeproc-py of the names and dates that came with CSL 1.0.2; it takes them for texts otherwise."""
    import citeproc

    for known, all_of_them in ((citeproc.NAMES, NAMES), (citeproc.DATES, DATES)):
        known += [name for name in (name.replace("-", "_") for name in all_of_them) if name not in known]


def _has_names(source: dict[str, Any]) -> bool:
    return any(source.get(role) for role in ("author", "composer", "editor", "translator", "guest"))


def _entry_variant(source: dict[str, Any]) -> frozenset[str]:
    """What the style must leave out for this source, since citeproc-py repeats what has been substituted."""
    without = set() if source.get("edition") else {"edition"}
    if not _has_names(source):
        without.add("substituted title")
    elif not (source.get("author") or source.get("composer")):
        without.add("repeated editor")
    return frozenset(without)


def _sort_key(entry: str) -> str:
    """Letters alone, without case, markup, marks and a leading article."""
    words = re.sub(r"<[^>]*>|&[a-z]+;|[^\w\s]", "", entry).casefold()
    return re.sub(r"^\s*(a|an|the)\s+", "", words)


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


def _headed(entry: str, source: dict[str, Any]) -> str:
    """An entry without an author, headed by its title (or what holds it) and then its date, and by neither twice."""
    title, whole = (rf"[‘“]?(?:<i>)?{re.escape(str(source.get(name)))}(?:</i>)?[’”]?" for name in ("title", _WHOLE))
    entry = re.sub(rf"^({title}\.? \([^()]*\)\. ){title}\.? ", r"\1", entry, flags=re.IGNORECASE)
    entry = re.sub(rf"^({_DATE}) ({title}\.?) ", r"\2 \1 ", entry, flags=re.IGNORECASE)
    return re.sub(rf"^({whole}\. {_DATE} {title}\.? ){whole}\. ", r"\1", entry, flags=re.IGNORECASE)


def _shielded(value: Any) -> Any:
    """CSL-JSON with ``& < >`` replaced by characters that no style changes; citeproc-py escapes nothing."""
    if isinstance(value, str):
        return value.translate(_SHIELD)
    if isinstance(value, dict):
        return {key: _shielded(part) for key, part in value.items()}
    return [_shielded(part) for part in value] if isinstance(value, list) else value


def _tidy(entry: str) -> str:
    """citeproc-py's HTML as XHTML: emphasis by meaning, addresses as links (MLA leaves out https://)."""
    entry = re.sub(r"<(/?)i>", r"<\1cite>", entry)
    entry = re.sub(r"\bRetrieved (?=https?:)", "", entry)  # no day is given
    entry = _ADDRESS.sub(r'<a href="\g<0>">\g<1></a>', entry)
    for sign, entity in zip(_SHIELD.values(), ("&amp;", "&lt;", "&gt;"), strict=True):
        entry = entry.replace(sign, entity)
    entry = re.sub(r"&lt;i&gt;(.*?)&lt;/i&gt;", r"<cite>\1</cite>", entry, flags=re.IGNORECASE)
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", entry)
