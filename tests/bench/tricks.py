"""What the program does for speed alone: for each trick, the lines that a program without it has instead.

Lines are replaced while a module is imported (`without`), so the program needs no option for that. A line that is no
longer in its module stops the measurement; `tests/test_tricks.py` says so before.
"""

from typing import NamedTuple


class Edit(NamedTuple):
    """A part of a module, and what stands in its place."""

    module: str
    old: str
    new: str


PDF = "studyguide.formats.pdf"
NUMBERS, WEASY, WORKERS = f"{PDF}.layout.page_numbers", f"{PDF}.weasy", f"{PDF}.workers"
OPTIONS, SUPPORT = "studyguide.cli.build_options", "studyguide.support"
FIGURES = 'int("8" * len(str(number)))'
ONE_PROCESS = Edit(OPTIONS, "return options.workers or processes.cores()", "return 1")

TRICKS: dict[str, tuple[Edit, ...]] = {
    "chapters as units": (
        ONE_PROCESS,
        Edit(
            f"{PDF}.part_cache", "(layout_options.program, look.", "(layout_options.program, repr(publication), look."
        ),
    ),
    "several processes": (ONE_PROCESS,),
    "drafts with other figures": (Edit(NUMBERS, FIGURES, "number"),),
    "estimates of numbers": (Edit(NUMBERS, FIGURES, "88"),),
    "stamping": (Edit(f"{WORKERS}.worker", "self.stamped(job) or ", ""),),
    "own font cutting": (
        Edit(f"{WEASY}.renderer", f"from {WEASY}.patch_font_subsets import", "from contextlib import nullcontext as"),
    ),
    "fonts joined": (
        Edit(
            f"{PDF}.in_parts",
            "union([written.faces for written in written_parts])",
            "[{face.name: face for face in written.faces} for written in written_parts]",
        ),
    ),
    "cut fonts kept": (Edit(f"{PDF}.in_parts", "(file := self._part_cache.face(face))", "(file := None)"),),
    "layouts frozen": (
        Edit(f"{WORKERS}.pool", "        gc.collect()\n        gc.freeze()\n", "        pass\n"),
        Edit(f"{WORKERS}.preload", "gc.collect()\ngc.freeze()\n", "pass\n"),
    ),
    "fewer collections, one process": (
        Edit(PDF, "    gc.set_threshold(max(before[0], 20_000), 20, 50)", "    pass"),
        Edit("studyguide.cli", "    gc.set_threshold(200_000, 20, 50)", "    pass"),
        ONE_PROCESS,
    ),
    "page to warm up": (Edit(f"{WORKERS}.preload", "\n    warm_up(", "\n    ("),),
    "loaded before forking": (Edit(f"{SUPPORT}.processes", "[*first, *modules]", "[*first]"),),
    "loaded beside the guide": (Edit(OPTIONS, "if workers(options) > 1 and paged", "if False and paged"),),
    "libraries by whole names": (
        Edit(f"{WEASY}.system_libraries", "if sys.platform ==", "if False and sys.platform =="),
    ),
    "style sheets read once": tuple(
        Edit(f"{WEASY}.stylesheets", f"@lru_cache(maxsize=4)\ndef {name}", f"@lru_cache(maxsize=0)\ndef {name}")
        for name in ("font_and_rules", "rules")
    ),
    "look guessed": (Edit(OPTIONS, 'prepare(look=guessed_look(options, "guide"))', "prepare()"),),
    "subsetter loaded late": (Edit(f"{WEASY}.late_subsetter", "if name not in sys.modules}", "if False}"),),
    "styles by short ways": (
        Edit(f"{WEASY}.patch_styles", "ComputedStyle.__missing__ = _missing", "pass"),
        Edit(f"{WEASY}.patch_percentages", "percent.resolve_one_percentage = _resolved", "pass"),
        Edit(f"{WEASY}.patch_fonts_of_styles", "= _described, _key", "= original_description, original_key"),
    ),
    "parts read as XML": (
        Edit(
            f"{WEASY}.source",
            "ET.fromstring(html)",
            "__import__('tinyhtml5').parse(html, namespace_html_elements=False)",
        ),
    ),
    "modules loaded beside Pandoc": (Edit("studyguide.citations.pandoc", "meanwhile.load()", "pass"),),
    "hopeless sizes not tried": (Edit(f"{PDF}.fit.fill_page", "if not _hopeless(scale, tried):", "if True:"),),
    "page breaks kept": (Edit("studyguide.build.page_cache", "store.get(name)", "None"),),
    "citations kept": (Edit("studyguide.citations.pandoc", "_read(store.get(name))", "_read(None)"),),
    "compiled templates kept": (
        Edit(f"{SUPPORT}.templates", "bytecode_cache=compiled(filters),", "bytecode_cache=None,"),
    ),
    "verdict: up to date": (Edit(f"{SUPPORT}.up_to_date", "if same else None", "if False else None"),),
    "dates of the program": (
        Edit(f"{SUPPORT}.up_to_date", "styles_folder()], cache_key.dates())", "styles_folder()], cache_key.program())"),
    ),
    "own list of packages": (
        Edit(
            f"{SUPPORT}.cache_key",
            "return tuple(sorted(set(_packages())))",
            "import importlib.metadata as at; return tuple(sorted(d.name for d in at.distributions()))",
        ),
    ),
    "one command’s arguments": (
        Edit(
            "studyguide.cli.arguments", "[name for name in arguments[:1] if name in COMMANDS] or COMMANDS", "COMMANDS"
        ),
    ),
}
"""By what each is called in the table."""

NOTHING = "nothing"
"""The name of the program as it is."""
