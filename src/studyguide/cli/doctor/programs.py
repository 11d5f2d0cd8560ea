"""Programs: Pandoc, which sets citations; and what only the judges of the project's own tests use."""

import shutil
import subprocess
from collections.abc import Iterator

from studyguide.cli.doctor import installers
from studyguide.cli.doctor.finding import Finding

JUDGES = {
    "Chromium": (("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "Java": (("java",), "java"),
    "LibreOffice": (("soffice", "libreoffice"), "libreoffice"),
    "Calibre": (("ebook-convert",), "calibre"),
    "qpdf": (("qpdf",), "qpdf"),
    "Tesseract": (("tesseract",), "tesseract"),
    "Node.js": (("node",), "node"),
}
"""For each program its names on PATH, and its entry in `installers.SYSTEM`."""

SECONDS = 20


def pandoc() -> Iterator[Finding]:
    """The Pandoc that sets citations, and its version."""
    from studyguide.citations import pandoc
    from studyguide.support.errors import BuildError

    mend = installers.pip("pypandoc-binary")
    try:
        run = subprocess.run(  # noqa: S603 (the program that sets citations)
            [pandoc.program(), "--version"],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except BuildError as error:
        yield Finding("Pandoc", "missing", str(error), mend)
        return
    except (OSError, subprocess.SubprocessError) as error:
        yield Finding("Pandoc", "wrong", f"it does not start ({error})", mend)
        return
    version = run.stdout.split("\n", 1)[0].removeprefix("pandoc ")
    parts = version.split(".")[:2]
    if all(part.isdigit() for part in parts) and tuple(map(int, parts)) < pandoc.OLDEST:
        wanted = ".".join(map(str, pandoc.OLDEST))
        yield Finding("Pandoc", "wrong", f"{version}, and {wanted} or newer is needed", mend)
    else:
        yield Finding("Pandoc", "ok", version)


def judges() -> Iterator[Finding]:
    """The programs of ``make judge``; no build needs them."""
    for name, (commands, thing) in JUDGES.items():
        found = next(filter(None, map(shutil.which, commands)), None)
        if found:
            yield Finding(name, "ok", found, is_needed=False)
        else:
            said = "only `make judge` uses it, which tests studyguide itself"
            yield Finding(name, "missing", said, installers.system(thing), is_needed=False)
