"""``python -m tests.mutants [module ...]``: how many small faults the tests find, and which they do not.

Every mutant of the modules below is put in the module's place, one at a time, and the tests named with it are run
until one fails. What survives is printed. Those that change nothing that can be seen do not count: `equivalent.txt`
lists them, one on a line, each with the reason. The command fails if fewer than 95 % are found, or that list is wrong.
``--sample N`` tries one in N, always the same.
"""

import argparse
import os
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from tests.mutants import runner
from tests.mutants.operators import Mutant, mutants

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/studyguide"
EQUIVALENT = Path(__file__).parent / "equivalent.txt"
WANTED = 0.95

TESTS = {
    "editions.select": ("editions/test_select", "editions/test_hidden_targets", "lint/test_two_faults"),
    "editions.dangling": ("languages/test_sentences", "editions/test_select"),
    "editions.redact": ("editions/test_select", "editions/test_hidden_targets"),
    "guide.chapters.questions": ("guide/test_questions", "editions/test_select", "handouts/test_tiers"),
    "editions.spoiler_words": ("editions/test_spoiler_words",),
    "editions.printed_words": ("editions/test_printed_words", "editions/test_spoiler_words"),
    "editions.program_words": ("editions/test_program_words",),
    "markdown.visible": ("markdown/test_visible",),
    "languages.sentences": ("languages/test_sentences",),
    "languages.sentences.markup": ("languages/test_sentences",),
    "languages.sentences.abbreviations": ("languages/test_sentences",),
    "guide.statements": ("guide/test_statements",),
    "build.text_alignment": ("build/test_text_alignment",),
    "publication.text_positions": ("publication/test_text_positions", "formats/test_epub_breaks"),
    "build.page_map": ("build/test_page_map",),
    "handouts.sheet": ("handouts/test_tiers",),
    "handouts": ("handouts/test_handout_levels", "handouts/test_tiers"),
    "handouts.leaked_words": ("handouts/test_handout_levels", "build/test_edition_check"),
    "handouts.kinds.phase": ("handouts/test_tiers",),
    "handouts.kinds.theme": ("handouts/test_tiers",),
    "handouts.kinds.quiz": ("handouts/test_tiers",),
    "handouts.kinds.vocabulary": ("handouts/test_tiers",),
    "handouts.kinds.bookmark": ("handouts/test_bookmark",),
    "handouts.kinds.flashcards": ("handouts/test_tiers", "handouts/test_handout_levels"),
    "handouts.kinds.comparison": ("handouts/test_tiers",),
    "handouts.kinds.viewing_log": ("handouts/test_tiers",),
    "handouts.kinds.lesson_overview": ("handouts/test_lessons",),
    "handouts.kinds.lesson_plan": ("handouts/test_lessons",),
    "handouts.kinds.letter": ("handouts/test_letter",),
    "handouts.kinds.organiser": ("handouts/test_tiers",),
    "handouts.kinds.adaptation": ("handouts/test_tiers",),
    "formats.html.notes": ("formats/test_html_notes",),
    "formats.epub.page_markers": ("formats/test_epub_breaks",),
    "formats.pdf.layout.page_starts": ("formats/test_pdf_breaks",),
}
"""Each module, and the tests that should find a fault in it, the quickest first."""


def main() -> int:
    """Try the mutants, print what survives and the figure, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", metavar="module")
    parser.add_argument("--sample", type=int, default=1, metavar="N")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT / "tests"))  # as pytest has it
    runner.prepare()
    names = options.modules or list(TESTS)
    found = {name: list(mutants(name, file(name).read_text("utf-8"))) for name in names}
    tried = {name: [each for each in found[name] if _chosen(each, options.sample)] for name in names}
    left = survivors(tried, options.workers)
    known = equivalent()
    return told([each for some in tried.values() for each in some], left, known, stale(known, found))


def _chosen(mutant: Mutant, one_in: int) -> bool:
    return int(sha256(mutant.name.encode()).hexdigest(), 16) % one_in == 0


def file(module: str) -> Path:
    """Where a module is."""
    path = SOURCE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def survivors(tried: dict[str, list[Mutant]], workers: int) -> list[Mutant]:
    """The mutants that no test finds, module by module."""
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        jobs = [pool.submit(_survivors, name, some) for name, some in tried.items()]
        return [mutant for job in jobs for mutant in _result(job)]


def _result(job: Future[list[Mutant]]) -> list[Mutant]:
    left = job.result()
    for mutant in left:
        print(f"{file(mutant.module).relative_to(ROOT)}:{mutant.line}: {mutant.module} | {mutant.name}", flush=True)
    return left


def _survivors(name: str, some: list[Mutant]) -> list[Mutant]:
    return runner.survivors(some, file(name), tuple(f"tests/{each}.py" for each in TESTS[name]))


def equivalent() -> dict[tuple[str, str], str]:
    """The mutants that are no faults: module and name, to the reason."""
    lines = [line.split(" | ") for line in EQUIVALENT.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return {(module, name): reason for module, name, reason in lines}


def stale(known: dict[tuple[str, str], str], found: dict[str, list[Mutant]]) -> list[str]:
    """What is listed as equivalent, and is no mutant any more."""
    there = {(name, mutant.name) for name, some in found.items() for mutant in some}
    return [" | ".join(each) for each in known if each[0] in found and each not in there]


def told(tried: list[Mutant], left: list[Mutant], known: dict[tuple[str, str], str], gone: list[str]) -> int:
    """Print what came of it, and return the exit code."""
    faults = [mutant for mutant in left if (mutant.module, mutant.name) not in known]
    seen = {(mutant.module, mutant.name) for mutant in tried} - {(mutant.module, mutant.name) for mutant in left}
    wrong = [*(f"not a mutant: {line}" for line in gone), *(f"found: {' | '.join(e)}" for e in known if e in seen)]
    for line in wrong:
        print(f"equivalent.txt: {line}")
    counted = len(tried) - (len(left) - len(faults))
    share = 1 - len(faults) / counted if counted else 1.0
    print(f"{len(tried)} mutants, {len(left) - len(faults)} equivalent; {counted - len(faults)} found: {share:.1%}")
    return int(share < WANTED or bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
