"""The laws of the house as data and functions: each returns the lines in which a tree of modules breaks it."""

import ast
import sys
from pathlib import Path

PACKAGE = "studyguide"

LAYERS = (
    {"__main__"},
    {"cli"},
    {"pool", "cluster", "arguments"},
    {"handing"},
    {"build", "catalogue", "ledger", "process"},
    {"copies"},
    {"paging", "publishing"},
    {"memo"},
    {"review"},
    {"fresh", "cost", "naming", "order", "edition_check"},
    {"imposition"},
    {"formats.*"},
    {"formats"},
    {"cover", "cache_key"},
    {"lettering"},
    {"handouts", "page_map"},
    {"editorial", "characters", "leaks"},
    {"gates"},
    {"load", "edition", "check", "printed_words", "render", "schema", "pages", "positions"},
    {
        *("facts", "coverage", "locating", "lost_text", "printed", "source_files"),
        *("pointers", "shown_images", "unique_names"),
    },
    {"pictures", "writing", "indexing", "handout", "rooms", "onscreen"},
    {"cited", "findings", "label_lines", "long_words", "statements", "sheet", "sources", "wording", "chapter_files"},
    {"chapters", "markdown", "templating", "publication", "citations", "strict_yaml", "images"},
    {"allowed_markup", "contrast", "files", "folding", "partial", "sift", "svg", "theme", "yaml_words"},
    {"walk", "atomic_write"},
    {"model"},
    {"forkserver", "program_words"},
    {
        *(
            "alignment",
            "collation",
            "errors",
            "exchange",
            "fonts",
            "paths",
            "portable",
            "sentences",
            "service",
            "store",
            "xhtml",
        ),
        "__init__",
    },
)
"""From top to bottom: a module imports only from lines below its own. A format's modules count as one."""

HOMES = {
    "PIL": {"images", "cover", "lettering", "formats.pdf"},
    "distributed": {"cluster"},
    "ebooklib": {"formats.epub"},
    "fontTools": {"fonts", "formats.pdf"},
    "fontpkg": {"fonts"},
    "igraph": {"pictures"},
    "jinja2": {"templating"},
    "lxml": {"citations", "xhtml", "formats.epub"},
    "markdown_it": {"markdown"},
    "markupsafe": {"templating"},
    "mdit_py_plugins": {"markdown"},
    "pikepdf": {"imposition", "formats.pdf"},
    "pydantic": {
        "model",
        "walk",
        "partial",
        "sift",
        "facts",
        "statements",
        "chapters",
        "sources",
        "wording",
        "schema",
        "printed",
    },
    "pydantic_core": {"model", "partial", "chapters", "sources", "wording", "schema"},
    "pydyf": {"formats.pdf"},
    "syllapy": {"editorial"},
    "uharfbuzz": {"fonts", "formats.pdf"},
    "weasyprint": {"formats.pdf"},
    "yaml": {"strict_yaml"},
}
"""The modules that may know a foreign library."""

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


def import_faults(root):
    """Imports that go up, sideways, or to a library that lives elsewhere."""
    modules = _modules(root)
    for module, path in modules.items():
        if _layer(module) is None:
            yield f"{module}: is on no line of LAYERS"
            continue
        for target in _imports(path, modules):
            yield from _import_fault(module, target, modules)


def outside_faults(root):
    """What reads the world outside, in the modules below `build`."""
    for module, path in _modules(root).items():
        if (_layer(module) or 0) > _layer("build"):
            found = set(_names(path)) & (OUTSIDE | OUTSIDE_MODULES)
            yield from (f"{module}: {name}" for name in sorted(found) if (_unit(module), name) not in ALLOWED)


def pairing_faults(kinds, modules, templates, examples):
    """Kinds of chapter without a module, a template or an example, and the other way round."""
    for what, names in (("module", modules), ("template", templates), ("example", examples)):
        yield from (f"{kind}: has no {what}" for kind in sorted(set(kinds) - set(names)))
        yield from (f"{name}: is a {what} of no kind" for name in sorted(set(names) - set(kinds)))


def _import_fault(module, target, modules):
    top = target.partition(".")[0]
    if target in modules:
        same = _unit(module) == _unit(target)
        if not same and _layer(target) is not None and _layer(target) <= _layer(module):
            yield f"{module}: imports {target}, which is not below it"
    elif top not in sys.stdlib_module_names and _unit(module) not in HOMES.get(top, set()):
        yield f"{module}: imports {top}, which lives in {', '.join(sorted(HOMES.get(top, {'no module'})))}"


def _modules(root):
    """Dotted name, without the package's own, to path; a package by its folder's name."""
    names = {}
    for path in sorted(Path(root).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return names


def _unit(module):
    """The part of the house that a module belongs to: ``formats.pdf`` for each of that format's modules."""
    parts = module.split(".")
    return ".".join(parts[: 2 if parts[0] == "formats" else 1])


def _layer(module):
    unit = _unit(module)
    line = "formats.*" if unit.startswith("formats.") else unit
    return next((number for number, layer in enumerate(LAYERS) if line in layer), None)


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
