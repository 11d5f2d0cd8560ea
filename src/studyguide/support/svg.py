"""SVG drawings from authors: only shapes and text in the file itself may be printed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.parsers import expat  # it reports each declaration before anything is expanded, so that we can stop

SVG = "http://www.w3.org/2000/svg"
MAX_DEPTH = 60
MAX_LINKS = 100
"""The longest chain of `use` elements."""
MAX_DRAWN = 20_000
"""The most elements, including those repeated by `use`."""
_HEIRS = {"linearGradient", "radialGradient", "pattern"}
"""Elements that inherit missing attributes from another of their kind."""
_FORBIDDEN = {"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "animate", "set", "handler"}
_LEADS_TO = re.compile(r"""url\(\s*["']?\s*#([^"')\s]+)""", re.IGNORECASE)
_LEADS_AWAY = re.compile(r"""url\((?!\s*["']?\s*#)|@import|\\|(?<![\w-])(?:src|image|image-set)\(""", re.IGNORECASE)

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_RULE = re.compile(r"(?:(?<=[{};])|^)([^{};]*+)\{(?=([^{}]*+))")
_MORE = re.compile(r"\[[^\[\]]*+\]|::?[\w-]+(?:\([^()]*+\))?")
"""Parts of a selector other than name, class and id."""
_SIMPLE = re.compile(r"([.#]?)([\w-]+)")
MAX_RULES = 200
"""The most selectors in a style sheet with references to shapes: each is tried on every element."""

_WORDED, _SILENT = {"text"}, {"title", "desc", "style", "metadata"}
"""Elements whose text is shown, and elements in them whose text is not."""


_FLAT = re.compile(rb"<(?:\w+:)?(filter)\b|\b(mix-blend-mode)\s*:|(@media|@keyframes)\b|\b(paint-order)\b")
"""Features that print omits."""


def lost(data: bytes) -> tuple[tuple[int, str], ...]:
    """Features of an SVG that are not printed as screens show them, each once: the line, from 1, and the name."""
    found: dict[str, int] = {}
    for match in _FLAT.finditer(data):
        name = next(part for part in match.groups() if part).decode()
        found.setdefault(name, data.count(b"\n", 0, match.start()) + 1)
    return tuple((line, name) for name, line in found.items())


class _RefusedError(Exception):
    """A drawing is refused; the message gives the reason to the author."""


def fault(data: bytes) -> str | None:
    """The reason why the SVG cannot be printed, for the author; None if it can."""
    drawing = _Drawing()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = drawing.start
    parser.EndElementHandler = drawing.end
    parser.CharacterDataHandler = drawing.text
    parser.StartDoctypeDeclHandler = drawing.doctype
    parser.ProcessingInstructionHandler = drawing.instruction
    try:
        parser.Parse(data, True)  # noqa: FBT003 (expat takes no keywords)
        drawing.finish()
    except expat.ExpatError as error:
        return f"it is not well-formed XML (line {error.lineno}); export the SVG again"
    except _RefusedError as error:
        return str(error)
    return None


def words(data: bytes) -> Iterator[tuple[int, int, str]]:
    """The words that a drawing shows: the line and column (from 1) where each piece of text begins, and the text."""
    parser = expat.ParserCreate(namespace_separator=" ")
    open_: list[str] = []
    found: list[tuple[int, int, str]] = []

    def text(piece: str) -> None:
        if _WORDED.intersection(open_) and not _SILENT.intersection(open_):
            found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, piece))

    parser.StartElementHandler = lambda name, _: open_.append(name.rpartition(" ")[2])
    parser.EndElementHandler = lambda _: open_.pop()
    parser.CharacterDataHandler = text
    parser.Parse(data, True)  # noqa: FBT003 (expat takes no keywords)
    yield from found


def leading(css: str) -> dict[frozenset[str], set[str]]:
    """The references of a style sheet inside the drawing, by the names, classes and ids that a rule selects."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for selectors, declarations in _RULE.findall(_COMMENT.sub(" ", css)):
        targets = set(_LEADS_TO.findall(declarations))
        for selector in selectors.split(",") if targets else ():
            if len(found) > MAX_RULES:
                return found
            simple = re.split(r"[\s>+~|]+", _MORE.sub("", selector).strip())[-1]
            found[frozenset(sign + name for sign, name in _SIMPLE.findall(simple))] |= targets
    return found


_NUMBER = r"(?>[+-]?(?>\d{1,12}(?>\.\d{0,40})?|\.\d{1,40})(?>[eE][+-]?\d{1,2})?)"
_TRANSFORM = re.compile(
    rf"\s*+(?>(?:matrix|translate|scale|rotate|skewX|skewY)\s*+\(\s*+"
    rf"{_NUMBER}(?>(?>[\s,]++|(?=[-+.])){_NUMBER}){{0,5}}+\s*+\)[\s,]*+)*+|none"
)
"""A list of functions with numbers (SVG 1.1, 7.6); other words stop WeasyPrint 70.

The pattern never backtracks: ``1.5`` may be two numbers, and time would grow fourfold with each function.
"""


class _Drawing:
    """Checks the elements in their order, and counts those that `use` repeats."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._ids: list[str] = [""]  # ids of the elements around; "" is the whole drawing
        self._own: dict[str, int] = defaultdict(int)
        self._uses: dict[str, list[str]] = defaultdict(list)
        self._leads: dict[str, set[str]] = defaultdict(set)
        self._css = ""
        self._named: list[tuple[frozenset[str], str]] = []  # parts that selectors match, and an id

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._open and (namespace, local) != (SVG, "svg"):
            raise _RefusedError("it is XML, but no SVG; export it again")
        if local in _FORBIDDEN or (local.startswith("animate") and namespace == SVG):
            raise _RefusedError(f"it holds <{local}>, which is not allowed; take it out")
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(f"it is nested more than {MAX_DEPTH} levels deep; ungroup it")
        own = attributes.get("id", self._ids[-1])
        for key, value in attributes.items():
            self._attribute(local, own, key.rpartition(" ")[2], value)
            self._leads[own] |= set(_LEADS_TO.findall(value))
        classes = (f".{name}" for name in attributes.get("class", "").split())
        self._named.append((frozenset([local, f"#{attributes.get('id', '')}", *classes]), own))
        self._open.append(local)
        self._ids.append(attributes.get("id", self._ids[-1]))
        self._own[self._ids[-1]] += 1
        if local in _HEIRS:
            links = (value for key, value in attributes.items() if key.rpartition(" ")[2] == "href")
            self._uses[self._ids[-1]].extend(link[1:] for link in links)
        if "id" in attributes:
            self._leads[self._ids[-2]].add(attributes["id"])
            self._uses[self._ids[-2]].append(attributes["id"])

    def end(self, _name: str) -> None:
        self._open.pop()
        self._ids.pop()

    def text(self, data: str) -> None:
        if self._open[-1].endswith("style"):
            self._css += data

    def doctype(self, *_declaration: object) -> None:
        raise _RefusedError("it has a DOCTYPE, which is not allowed; delete the line that begins with <!DOCTYPE")

    def instruction(self, target: str, _data: str) -> None:
        raise _RefusedError(f"it has a processing instruction <?{target}, which is not allowed; take it out")

    def finish(self) -> None:
        """Refuse style sheets with outside references, and drawings that repeat themselves endlessly or too often."""
        if _LEADS_AWAY.search(self._css):
            raise _RefusedError("its style sheet leads outside the file; export it without linked files")
        self._apply(leading(self._css))
        if loop := self._loop():
            raise _RefusedError(f"its element '{loop}' leads back to itself, by clip-path, mask or fill; take that out")
        if self._drawn("", ()) > MAX_DRAWN:
            raise _RefusedError(f"it draws more than {MAX_DRAWN} elements; simplify it")

    def _attribute(self, element: str, own: str, name: str, value: str) -> None:
        if name.lower().startswith("on") or name == "base":
            raise _RefusedError(f"it has the attribute {name}, which is not allowed; take it out")
        if name in {"href", "src"}:
            if not (value.startswith("#") or (element == "a" and value.startswith("https://"))):
                raise _RefusedError(f"it refers to '{value[:60]}', not to a shape in the file; take that out")
            if value.startswith("#") and element != "a":
                self._leads[own].add(value[1:])
            if element == "use":
                self._uses[self._ids[-1]].append(value[1:])
        elif _LEADS_AWAY.search(value):
            raise _RefusedError(f"its attribute {name} leads outside the file; export it without linked files")
        elif name.lower().endswith("transform") and not _TRANSFORM.fullmatch(value):
            raise _RefusedError(f"its attribute {name} is '{value[:60]}', which cannot be read; take it out")

    def _apply(self, rules: dict[frozenset[str], set[str]]) -> None:
        """Add the references of the style sheet to the elements; only the last part of a selector counts."""
        if len(rules) > MAX_RULES:
            raise _RefusedError(f"its style sheet has more than {MAX_RULES} rules that lead to shapes; simplify it")
        for wanted, targets in rules.items():
            for names, own in self._named:
                if wanted <= names:
                    self._leads[own] |= targets

    def _loop(self) -> str | None:
        """The id of an element that refers to itself, through others or from inside; None if there is none."""
        done: set[str] = set()
        for begin in list(self._leads):
            way: dict[str, Iterator[str]] = {} if begin in done else {begin: iter(sorted(self._leads[begin]))}
            while way:
                name, further = next(reversed(way.items()))
                following = next(further, None)
                if following is None:
                    done.add(name)
                    del way[name]
                elif following in way:
                    return following
                elif following not in done:
                    way[following] = iter(sorted(self._leads.get(following, ())))
        return None

    def _drawn(self, name: str, around: tuple[str, ...]) -> int:
        """The number of elements that are drawn for the element with the id `name`."""
        if name in around or len(around) > MAX_LINKS:
            raise _RefusedError(f"its element '{name}' is drawn inside itself, or in too long a chain; simplify it")
        total = self._own[name]
        for used in self._uses[name]:
            total += self._drawn(used, (*around, name))
            if total > MAX_DRAWN:
                return total
        return total
