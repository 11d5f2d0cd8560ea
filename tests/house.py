"""The laws of the house as data and functions: each returns the lines in which a tree of modules breaks it."""

import ast
import sys
from pathlib import Path

PACKAGE = "studyguide"

LINES = (
    ("__main__",),
    ("cli", "api"),
    ("serve",),
    ("build",),
    ("lint", "handouts", "formats"),
    ("exports", "imports"),
    ("editions", "render"),
    ("publication",),
    ("guide",),
    ("themes", "languages"),
    ("citations", "markdown"),
    ("support",),
)
"""The law: a package imports only from packages on lines below its own."""

SEES_NO_GUIDE = {"formats": {"guide", "editions", "render", "exports"}}
"""What a package may not import although it is below: formats see a publication, and nothing of the guide."""

SHARED = {"html", "slides"}
"""Packages in `formats` that several formats may import."""

HOMES = {
    "argcomplete": {"cli.completion"},
    "babel": {"languages"},
    "PIL": {"support.images", "imports.pictures", "formats.epub.cover", "formats.epub.cover_text", "formats.pdf"},
    "distributed": {"build.dask"},
    "ebooklib": {"formats.epub"},
    "fontTools": {"themes.fonts", "formats.pdf"},
    "fontpkg": {"themes.fonts"},
    "igraph": {"render.diagrams"},
    "jinja2": {"support.templates"},
    "lxml": {"citations", "support.xhtml", "formats.epub", "formats.docx.wml"},
    "markdown_it": {"markdown"},
    "markupsafe": {"support.templates"},
    "mdit_py_plugins": {"markdown"},
    "openpyxl": {"imports.tables.xlsx_file"},
    "packaging": {"cli.doctor.packages"},
    "pi_heif": {"imports.pictures"},
    "pptx": {"formats.pptx"},
    "pikepdf": {"formats.booklet", "formats.pdf"},
    "pydantic": {
        "guide",
        "editions.redact",
        "render.facts",
        "render.whole_guide",
        "lint.printed_texts",
        "support.keep",
    },
    "pydantic_core": {"guide"},
    "pydyf": {"formats.pdf"},
    "pypdfium2": {"serve.printing"},
    "resvg_py": {"support.drawings"},
    "segno": {"render.qr_codes"},
    "starlette": {"serve"},
    "syllapy": {"lint.rules"},
    "tinycss2": {"themes.css", "themes.mirror"},
    "uvicorn": {"serve"},
    "uharfbuzz": {"themes.fonts", "formats.pdf"},
    "watchfiles": {"serve"},
    "weasyprint": {"formats.pdf"},
    "xlsxwriter": {"exports.kinds.kahoot", "imports.tables.template"},
    "yaml": {"guide.yaml_reader", "languages.tables", "languages.plain"},
}
"""The packages and modules that may know a foreign library."""

OUTSIDE = {
    *("os.environ", "os.getenv", "os.getcwd", "os.urandom", "Path.cwd", "Path.home"),
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow"),
}
OUTSIDE_MODULES = {"time", "random", "secrets", "uuid", "getpass", "socket", "http", "urllib.request", "tempfile"}
"""Clock, environment, current folder, chance and network: what would make two builds differ."""

ALLOWED = {
    ("citations", "tempfile"),  # the empty folder that Pandoc works in, whose name is in no output
    ("render", "uuid"),  # uuid5 alone, which says the same of the same name
}

LONGEST, MEDIAN = 250, 90
"""Lines that a module may have, and that at least half of them may."""

BEGIN, END = "<!-- drawn by tests/test_house.py: begin -->", "<!-- end -->"
"""The lines around the table in CONTRIBUTING.md."""


def import_faults(root):
    """Imports that go up, sideways, or to a library that lives elsewhere."""
    modules = _modules(root)
    for module, path in modules.items():
        if _line(module) is None:
            yield f"{module}: is on no line of the law"
            continue
        for target in _imports(path, modules):
            yield from _import_fault(module, target, modules)


def cycle_faults(root):
    """Modules that import each other in a circle, in any packages."""
    modules = _modules(root)
    below = {module: {t for t in _imports(path, modules) if t in modules} for module, path in modules.items()}
    done = set()
    for module in sorted(below):
        yield from _circles(module, below, [], done)


def size_faults(root):
    """Modules that do too much for one screen or two."""
    lines = {module: len(path.read_text("utf-8").splitlines()) for module, path in _modules(root).items()}
    for module, number in lines.items():
        if number > LONGEST:
            yield f"{module}: has {number} lines; at most {LONGEST} may be in one module"
    if sorted(lines.values())[len(lines) // 2] > MEDIAN:
        yield f"half of all modules have more than {MEDIAN} lines"


def outside_faults(root):
    """What reads the world outside, in the packages below `build`."""
    for module, path in _modules(root).items():
        if (_line(module) or 0) > _line("build"):
            found = set(_names(path)) & (OUTSIDE | OUTSIDE_MODULES)
            yield from (f"{module}: {name}" for name in sorted(found) if (_room(module), name) not in ALLOWED)


def pairing_faults(kinds, modules, templates, examples):
    """Kinds of chapter without a module, a template or an example, and the other way round."""
    for what, names in (("module", modules), ("template", templates), ("example", examples)):
        yield from (f"{kind}: has no {what}" for kind in sorted(set(kinds) - set(names)))
        yield from (f"{name}: is a {what} of no kind" for name in sorted(set(names) - set(kinds)))


def drawing(root):
    """The packages, line by line, with what each is for and what it imports; Markdown, made from the code."""
    modules = _modules(root)
    arrows = {}
    for module, path in modules.items():
        others = {_room(t) for t in _imports(path, modules) if t in modules} - {_room(module), "__init__"}
        arrows.setdefault(_room(module), set()).update(others)
    yield "| package | what it is for | imports |\n| --- | --- | --- |\n"
    for rooms in LINES[1:]:
        for room in rooms:
            doc = ast.get_docstring(ast.parse(modules[room].read_text("utf-8"))) or ""
            below = [each for line in LINES for each in line if each in arrows[room]]
            name = f"{room}/" if modules[room].name == "__init__.py" else f"{room}.py"
            yield f"| `{name}` | {doc.partition(chr(10))[0].replace('``', '`')} | {', '.join(below) or '–'} |\n"


def _circles(module, below, above, done):
    if module in above:
        yield " imports ".join([*above[above.index(module) :], module])
    elif module not in done:
        for target in sorted(below[module]):
            yield from _circles(target, below, [*above, module], done)
        done.add(module)


def _import_fault(module, target, modules):
    top = target.partition(".")[0]
    here, there = _room(module), _room(target)
    if target in modules:
        if there not in {here, "__init__"} and _line(target) is not None and _line(target) <= _line(module):
            yield f"{module}: imports {target}, which is not below it"
        elif there in SEES_NO_GUIDE.get(here, ()):
            yield f"{module}: imports {target}, which {here} may not see"
        elif _format(module) and _format(target) and _format(module) != _format(target):
            yield f"{module}: imports {target}, which is another format"
    elif top not in sys.stdlib_module_names and not any(_in(module, home) for home in HOMES.get(top, ())):
        yield f"{module}: imports {top}, which lives in {', '.join(sorted(HOMES.get(top, {'no module'})))}"


def _in(module, home):
    return module == home or module.startswith(f"{home}.")


def _format(module):
    """The format whose module this is, if it is one's."""
    parts = module.split(".")
    return parts[1] if parts[0] == "formats" and len(parts) > 1 and parts[1] not in SHARED else None


def _modules(root):
    """Dotted name, without the package's own, to path; a package by its folder's name."""
    names = {}
    for path in sorted(Path(root).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return names


def _room(module):
    """The package, of those that lie side by side, that a module belongs to."""
    return module.partition(".")[0]


def _line(module):
    room = _room(module)
    if room == "__init__":
        return len(LINES)
    return next((number for number, line in enumerate(LINES) if room in line), None)


def _imports(path, modules):
    """Every module that a file imports, anywhere in it; our own without the package's name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (_own(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                name = _own(f"{base}.{alias.name}")
                yield name if name in modules else _own(base)


def _own(name):
    return "__init__" if name == PACKAGE else name.removeprefix(f"{PACKAGE}.")


def _names(path):
    """Every module and name that a file imports, and every dotted name that it uses."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield ast.unparse(node)
