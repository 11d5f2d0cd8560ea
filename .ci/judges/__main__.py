"""Have every judge look at every PDF, EPUB, Word document, web edition, quiz and deck of a folder.

usage: python .ci/judges [folder or file ...]     (default: build)

Several judge at once. Prints one line for each verdict, what was found below it, and at the end a table, and once more
each verdict that is a no.
Exit code: 0 all passed; 1 a judge said no, is missing, or had nothing to judge; 2 wrong use.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import docx_judges
import epub_judges
import pdf_judges
import pptx_judges
import quiz_judges
import web_judges
from verdict import Bench, Judge, MissingJudgeError, NoReportError, Verdict

JUDGES = {
    web_judges.SUFFIX: web_judges.JUDGES,
    ".epub": epub_judges.JUDGES,
    ".docx": docx_judges.JUDGES,
    ".pdf": pdf_judges.JUDGES,
    ".pptx": pptx_judges.JUDGES,
    ".html": pptx_judges.WEB_JUDGES,
    **quiz_judges.JUDGES,
}
"""The judges of each kind, what takes longest first; a web edition is a folder, whose name ends so."""

MOST = 12
"""Files that one judge is given at once, who takes several."""

SPARE = 2
"""How many more judge at once than there are cores: a reader waits for its screen far more than it works."""

Task = tuple[str, Bench, Sequence[Path]]

ASKED = 2
"""How often a judge is asked who ends without a word: a browser may fall over where several run. A no is a no."""


def files(places: list[Path]) -> Iterator[Path]:
    """Yield the files to judge, in the order of their names; of a folder also those in its folders."""
    for place in places:
        found = sorted(place.rglob("[!.]*")) if place.is_dir() and not kind(place) else [place]
        yield from (file for file in found if kind(file))


def kind(path: Path) -> str:
    """Give the key of the judges of a file or folder, or nothing if there are none."""
    end = web_judges.SUFFIX if path.is_dir() and path.name.endswith(web_judges.SUFFIX) else path.suffix
    end = path.name if path.name == quiz_judges.GIFT else end
    is_page = end == ".html" and path.parent.name.endswith(web_judges.SUFFIX)  # of a web edition, which is one
    return end if end in JUDGES and not is_page else ""


def tasks(found: Sequence[Path]) -> Iterator[Task]:
    """What is to be done for these files, long tasks first, so that at the end no judge works alone."""
    for end, judges in JUDGES.items():
        some = [file for file in found if kind(file) == end]
        for name in judges.keys() & pdf_judges.TOGETHER:
            yield from ((name, pdf_judges.TOGETHER[name], some[at : at + MOST]) for at in range(0, len(some), MOST))
        alone = [(name, _alone(judge)) for name, judge in judges.items() if name not in pdf_judges.TOGETHER]
        yield from ((name, bench, [file]) for file in some for name, bench in alone)


def _alone(judge: Judge) -> Bench:
    return lambda files: [judge(file) for file in files]


def ask(task: Task) -> tuple[float, list[Verdict]]:
    """Get the verdicts and the seconds each took; a judge who is missing, silent or never done has said no."""
    began = time.monotonic()
    verdicts = words(*task)
    return (time.monotonic() - began) / len(verdicts), verdicts


def words(name: str, bench: Bench, files: Sequence[Path]) -> list[Verdict]:
    """Get the verdicts themselves; a judge who fails at several files is asked again of each, one who is silent too."""
    for _ in range(ASKED if len(files) == 1 else 1):
        try:
            return bench(files)
        except MissingJudgeError as missing:
            word, reason = "MISSING", str(missing)
            break
        except NoReportError as silent:
            word, reason = "SILENT", str(silent)
        except subprocess.TimeoutExpired as late:
            word, reason = "LATE", f"no answer in {late.timeout:.0f} s"
            break
    if len(files) == 1:
        return [Verdict(name, files[0], word, (reason,))]
    return [verdict for file in files for verdict in words(name, bench, [file])]


def table(fallen: list[Verdict]) -> str:
    """Set one row for each file, with every judge's word."""
    width = max(len(verdict.subject.name) for verdict in fallen)
    rows: dict[Path, list[str]] = {}
    for verdict in fallen:
        rows.setdefault(verdict.subject, []).append(f"{verdict.judge} {verdict.word}")
    return "\n".join(f"{file.name:<{width}}  {'  '.join(words)}" for file, words in rows.items())


def main(arguments: list[str]) -> int:
    """Judge, print, and give the exit code."""
    places = [Path(argument) for argument in arguments or ["build"]]
    if absent := [str(place) for place in places if not place.exists()]:
        print(f"There is no {' and no '.join(absent)}.", file=sys.stderr)
        return 2
    found, fallen = list(files(places)), []
    with ThreadPoolExecutor((os.cpu_count() or 1) + SPARE) as pool:
        for done in as_completed([pool.submit(ask, task) for task in tasks(found)]):
            seconds, verdicts = done.result()
            fallen += verdicts
            print(*(f"{seconds:5.1f} s  {verdict}" for verdict in verdicts), sep="\n", flush=True)
    if not fallen:
        print("There was no PDF, EPUB, Word document, web edition, quiz or deck to judge.", file=sys.stderr)
        return 1
    fallen.sort(
        key=lambda verdict: (found.index(verdict.subject), [*JUDGES[kind(verdict.subject)]].index(verdict.judge))
    )
    failed = [verdict for verdict in fallen if verdict.findings]
    print(f"\n{table(fallen)}\n{len(fallen)} verdicts, {len(failed)} of them FAIL", *failed, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
