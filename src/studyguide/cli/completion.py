"""Completion in the shell: argcomplete asks the parser itself, so the script that a shell reads never becomes stale."""

import argparse
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import argcomplete
from argcomplete.completers import DirectoriesCompleter
from argcomplete.shell_integration import shellcode

from studyguide.cli import own_command
from studyguide.support import paths
from studyguide.support.errors import StudyguideError

_FILES = {
    "bash": ("~/.bashrc", 'eval "$({})"'),
    "zsh": ("~/.zshrc", 'eval "$({})"'),
    "fish": ("~/.config/fish/config.fish", "{} | source"),
}
"""The file that each shell reads when it starts, and how a line in it runs the script that a command prints."""
_HANDOUTS = {"worksheets", "lessons", "slides"}
_PRINTABLE = ("pdf", "docx")
"""The formats of worksheets and lesson plans."""


def completion(options: argparse.Namespace) -> int:
    """Print the script for a shell."""
    print(shellcode(["studyguide"], shell=options.shell))
    if sys.stdout.isatty():
        file, line = _FILES[options.shell]
        print(f"\nTo have this in every shell, put this line into {file}:", file=sys.stderr)
        print(line.format(f"{own_command.anywhere()} completion {options.shell}"), file=sys.stderr)
    return 0


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell, which asks through the environment, and end the process."""
    for action in _actions(parser):
        if not action.choices:
            setattr(action, "completer", _COMPLETERS.get(action.dest, _nothing))  # noqa: B010 (argcomplete's attribute)
    argcomplete.autocomplete(parser, always_complete_options=False)


def _actions(parser: argparse.ArgumentParser) -> Iterable[argparse.Action]:
    """The arguments of every command; argparse has no public way to ask."""
    commands = next(each for each in parser._actions if isinstance(each, argparse._SubParsersAction))  # noqa: SLF001
    return [action for command in commands.choices.values() for action in command._actions]  # noqa: SLF001


def _nothing(**_: Any) -> Iterable[str]:
    return ()


def _editions(parsed_args: argparse.Namespace, **_: Any) -> Iterable[str]:
    """The editions of the guide that is typed, or of the usual one; none if guide.yaml has problems."""
    from studyguide.guide.load import information

    info = information(parsed_args.guide)
    return [edition.id for edition in info.editions] if info else []


def _sheets(parsed_args: argparse.Namespace, **_: Any) -> Iterable[str]:
    """The sheets that a command can write."""
    from studyguide.cli import listing

    with suppress(StudyguideError):
        return listing.names(parsed_args.run, parsed_args.guide) if parsed_args.run in _HANDOUTS else ()
    return ()


def _formats(parsed_args: argparse.Namespace, **_: Any) -> Iterable[str]:
    from studyguide import formats

    return _PRINTABLE if parsed_args.run in _HANDOUTS else formats.FORMATS


def _names(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> Iterable[str]:
    """What `schema` and `explain` can be asked for."""
    from studyguide.cli.explain import pages
    from studyguide.guide.chapters import KINDS

    if parsed_args.run == "schema":
        return [*KINDS, "guide", "sources", "data/questions", "data/problems"]
    return [*pages.names(prefix), *(_codes() if prefix[:1] in {"S", "s"} else ())]


def _codes() -> Iterable[str]:
    """The codes of remarks; the rules take long to load."""
    from studyguide.lint import rules

    return rules.catalogue()


def _kinds(**_: Any) -> Iterable[str]:
    from studyguide.guide.chapters import KINDS

    return KINDS


def _themes(**_: Any) -> Iterable[str]:
    return paths.style_names("themes")


def _papers(**_: Any) -> Iterable[str]:
    return paths.style_names("papers")


_COMPLETERS: dict[str, Callable[..., Iterable[str]]] = {
    **dict.fromkeys(("guide", "others", "output", "cache"), DirectoriesCompleter()),
    "edition": _editions,
    "theme": _themes,
    "paper": _papers,
    "sheet": _sheets,
    "format": _formats,
    "name": _names,
    "kind": _kinds,
}
"""For an argument, by its name in the options, what completes it; what is not here is not completed."""
