"""Arguments of the commands that help: about the machine, about what guides may contain, and in the shell."""

import argparse
from collections.abc import Callable
from pathlib import Path

from studyguide.cli.default_guide import default_guide

SHELLS = ("bash", "zsh", "fish")

_DOCTOR = (
    "Look at everything that building needs: Python, packages, Pango, fonts and folders; with a guide, also its fonts, "
    "schemas and version. For each thing that is missing, one command says how to mend it."
)
_EXPLAIN = (
    "Explain a kind of chapter, guide.yaml (`guide`), sources.yaml (`sources`), a field (`plot.parts`), or the code "
    "of a remark: what it is for, what to write, and an example. Without a name, list what can be explained."
)
_COMPLETION = (
    "Print a script for a shell, which then completes commands, options, editions, kinds, themes and sheets when you "
    "press the Tab key."
)


def _add_doctor(doctor: argparse.ArgumentParser) -> None:
    doctor.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=default_guide(),
        help="the folder that contains guide.yaml (default: this folder, or 'guide' in it, if there is a guide)",
    )
    doctor.add_argument(
        "--output", type=Path, metavar="DIR", default=Path("build"), help="the folder to write to (default: build)"
    )
    doctor.add_argument("--format", choices=("text", "json"), default="text", help="text or json (default: text)")


def _add_explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("name", nargs="?", help="a kind, a kind and a field (plot.parts.scenes), or a code (SG101)")


def _add_completion(completion: argparse.ArgumentParser) -> None:
    completion.add_argument("shell", choices=SHELLS, help="the shell that you type in")


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "doctor": ("look for what building needs on this machine", _DOCTOR, _add_doctor),
    "explain": ("explain a kind, a field or a code", _EXPLAIN, _add_explain),
    "completion": ("print a script that completes commands", _COMPLETION, _add_completion),
}
