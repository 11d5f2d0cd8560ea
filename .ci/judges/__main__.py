"""Have every judge look at every PDF, EPUB and web edition of a folder.

usage: python .ci/judges [folder or file ...]     (default: build)

Several judge at once. Prints one line for each verdict, what was found below it, and a table at the end.
Exit code: 0 all passed; 1 a judge said no, is missing, or had nothing to judge; 2 wrong use.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import epub_judges
import pdf_judges
import web_judges
from verdict import Judge, MissingJudgeError, NoReportError, Verdict

JUDGES = {".pdf": pdf_judges.JUDGES, ".epub": epub_judges.JUDGES, web_judges.SUFFIX: web_judges.JUDGES}
"""The judges of each kind; a web edition is a folder, whose name ends so."""


def files(places: list[Path]) -> Iterator[Path]:
    """Yield the files to judge, in the order of their names; of a folder also those in its folders."""
    for place in places:
        found = sorted(place.rglob("[!.]*")) if place.is_dir() and not kind(place) else [place]
        yield from (file for file in found if kind(file))


def kind(path: Path) -> str:
    """Give the key of the judges of a file or folder, or nothing if there are none."""
    end = web_judges.SUFFIX if path.is_dir() and path.name.endswith(web_judges.SUFFIX) else path.suffix
    return end if end in JUDGES else ""


def ask(name: str, judge: Judge, file: Path) -> tuple[float, Verdict]:
    """Get one verdict and the seconds it took; a judge who is missing, silent or never done has said no."""
    began = time.monotonic()
    verdict = word(name, judge, file)
    return time.monotonic() - began, verdict


def word(name: str, judge: Judge, file: Path) -> Verdict:
    """Get the verdict itself."""
    try:
        return judge(file)
    except MissingJudgeError as missing:
        return Verdict(name, file, "MISSING", (str(missing),))
    except NoReportError as silent:
        return Verdict(name, file, "SILENT", (str(silent),))
    except subprocess.TimeoutExpired as late:
        return Verdict(name, file, "LATE", (f"no answer in {late.timeout:.0f} s",))


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
    fallen = []
    asked = [(name, judge, file) for file in files(places) for name, judge in JUDGES[kind(file)].items()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for seconds, verdict in pool.map(ask, *zip(*asked, strict=True)) if asked else ():
            fallen.append(verdict)
            print(f"{seconds:5.1f} s  {verdict}", flush=True)
    if not fallen:
        print("There was no PDF, no EPUB and no web edition to judge.", file=sys.stderr)
        return 1
    failed = sum(bool(verdict.findings) for verdict in fallen)
    print(f"\n{table(fallen)}\n{len(fallen)} verdicts, {failed} of them FAIL")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
