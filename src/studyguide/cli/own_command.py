"""Commands in messages: as they have to be typed where this program was started.

The modules below know only the command ``studyguide``. Somebody who typed ``make pdf`` has no such command.
"""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

STARTER = "STUDYGUIDE_STARTED_BY"
"""The variable of the environment in which the Makefile says that it starts the program."""
TARGETS = {"build": "pdf", **{name: name for name in ("check", "serve", "quiz", "cards", "lessons")}}
"""The targets of the Makefile by the commands that they run."""
_NAMED = re.compile(r"`studyguide (?=[a-z-])")
_EDITION = re.compile(r"`--edition ([a-z0-9-]+)`")
_EXTRA = re.compile(r"pip install 'studyguide\[(\w+)\]'")


def is_make() -> bool:
    """Whether the Makefile started the program."""
    return os.environ.get(STARTER) == "make"


def command(name: str, guide: Path | str, *options: str) -> str:
    """What to type to run a command on a guide: ``make pdf GUIDE=macbeth``, or ``studyguide build macbeth``."""
    if is_make() and name in TARGETS and not options:
        return f"make {TARGETS[name]} GUIDE={shlex.quote(str(guide))}"
    return f"{program()} {shlex.join([name, str(guide), *options])}"


def program() -> str:
    """What to type for this program, from the folder where it was started."""
    started = Path(sys.argv[0] or "studyguide")
    if started.parts[-2:] == ("studyguide", "__main__.py"):
        return f"{_short(Path(sys.executable))} -m studyguide"
    if started.name != "studyguide":  # it runs inside another program
        return "studyguide"
    found = shutil.which("studyguide")
    return "studyguide" if found and Path(found).absolute() == started.absolute() else _short(started)


def anywhere() -> str:
    """What to type for this program in any folder."""
    started = Path(sys.argv[0] or "studyguide")
    if "/" not in program() or started.name != "studyguide":
        return program()
    return shlex.quote(str(started.absolute()))


def as_started(text: str) -> str:
    """A message in which commands between backticks are what to type here."""
    text = _NAMED.sub(lambda _: f"`{program()} ", text)
    if is_make():
        text = _EDITION.sub(r"`EDITION=\1`", text)
    return _EXTRA.sub(lambda found: _installing(found[1]), text)


def whole(text: str) -> str:
    """A command as it is typed here; one for another program stays as it is."""
    return f"{program()}{text.removeprefix('studyguide')}" if text.startswith("studyguide ") else text


def _installing(extra: str) -> str:
    """What to type to get the packages of an extra: the program is not on the package index."""
    from studyguide.cli.doctor import installers

    if not installers.checkout():
        return installers.pip(*installers.requirements_of(extra))
    return "type `make serve`" if extra == "serve" else installers.pip("-e", f".[{extra}]")


def _short(path: Path) -> str:
    """A path as it is typed: relative in this folder, and its name alone where the shell finds the same file."""
    found = shutil.which(path.name)
    if found and Path(found).absolute() == path.absolute():
        return path.name
    whole, here = path.absolute(), Path.cwd()
    return shlex.quote(str(whole.relative_to(here) if whole.is_relative_to(here) else whole))
