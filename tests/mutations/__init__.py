"""Mutations: a seeded author of mistakes, who damages a copy of a guide in one to three ways.

Each mutation is a function from a source of chance and a folder. They work on bytes, on lines, on the structure of the
YAML, on its values, on Markdown, on sources, on settings, and on files. The same seed makes the same damage.
"""

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

import yaml

from tests.mutations import files, lines, markdown, settings, signs, sources, syntax, tree
from tests.mutations.places import Mutation

MUTATIONS: tuple[Mutation, ...] = (
    signs.flip_byte, signs.cut_bytes, signs.truncate, signs.insert_sign, signs.other_encoding, signs.broken_encoding,
    lines.drop_line, lines.double_line, lines.swap_lines, lines.indent_line, lines.curly_quotes, lines.nest,
    tree.drop_key, tree.rename_key, tree.add_key, tree.add_key, tree.change_value, tree.change_value,
    tree.change_text, tree.change_text, tree.change_text, tree.swap_values, tree.double_entry, tree.many_entries,
    tree.other_type, tree.other_type,
    syntax.plain_value, syntax.plain_value, syntax.escape, syntax.reference, syntax.construct, syntax.bomb,
    markdown.odd_markdown, markdown.odd_markdown, markdown.soup, markdown.soup, markdown.soup, markdown.deep,
    markdown.masses,
    sources.change_source, sources.change_source, sources.other_sources_file,
    settings.change_setting, settings.change_setting, settings.other_kind,
    files.lose_file, files.rename_file, files.empty_file, files.odd_file, files.odd_folder, files.stray_file,
    files.other_picture, files.cut_picture, files.odd_picture, files.odd_picture,
)  # fmt: skip

GONE = (IndexError, KeyError, TypeError, AttributeError, ValueError, OSError, yaml.YAMLError)
"""What a mutation raises when the one before it has broken, or removed, what it would damage."""


def mutate(folder: Path, seed: int) -> list[str]:
    """Damage the guide in `folder`; the names of the mutations."""
    random = Random(seed)  # noqa: S311 (nothing is secret)
    chosen = [random.choice(MUTATIONS) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    for number, mutation in enumerate(chosen):
        with suppress(*(GONE if number else ())):
            mutation(random, folder)
    return [mutation.__name__ for mutation in chosen]


def copied(source: Path, target: Path) -> Path:
    """A copy of a guide to be damaged, in a folder that must not be there yet."""
    return Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__")))
