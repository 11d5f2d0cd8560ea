"""Load: from a folder to a Guide, with every problem of its files in one run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from studyguide.guide import (
    chapter_file,
    chapter_list,
    field_messages,
    read_file,
    source_files,
    wanted_values,
    words_file,
)
from studyguide.guide.chapter_file import ChapterFile
from studyguide.guide.chapter_list import Match
from studyguide.guide.field_messages import validated
from studyguide.guide.info import GuideInfo, Work
from studyguide.guide.model import Guide, Place
from studyguide.guide.partial import partial
from studyguide.guide.source_files import ReadSources
from studyguide.guide.words_file import WordsFile
from studyguide.guide.yaml_reader import Tree
from studyguide.support import safe_files
from studyguide.support.errors import GuideError, Problem, UsageError
from studyguide.support.keep import Keep

_ID = re.compile(
    r"""(?<![\w-])(?:id|citation-key)\b(?:["']?[ \t]*[:=;]|["']|(?=[ \t]))[ \t]*["']?([^\n"',}#]+)""", re.IGNORECASE
)
"""An id, even if its own line is wrong: without the colon, or with another character."""


@dataclass(frozen=True)
class Draft:
    """The readable parts of a guide, and the problems of the rest."""

    guide: Guide
    """The guide; files with problems are reduced to their right parts (see `partial`), unreadable files are missing."""
    problems: tuple[Problem, ...]
    ids: frozenset[str]
    """Probable ids in chapters with problems, so that a reference to one is not a second problem."""
    keys: frozenset[str]
    """The same for the keys of sources."""
    all_ids: bool = True
    """False if a chapter is unreadable."""
    all_keys: bool = True
    """False if the sources are unreadable."""
    unsure: frozenset[str] = frozenset()
    """The files that have problems: ``guide.yaml`` and ids of chapters."""


@dataclass(frozen=True)
class _InfoFile:
    """guide.yaml in the same way."""

    tree: Tree
    info: GuideInfo


def load(folder: Path) -> Guide:
    """The guide in `folder`. Raises `GuideError` with all problems, `UsageError` if there is no such folder."""
    draft = read(folder)
    if draft.problems:
        raise GuideError(draft.problems)
    return draft.guide


def information(folder: Path) -> GuideInfo | None:
    """The content of guide.yaml alone; None if it has problems."""
    tree = _info_tree(*_info_content(folder))
    info = validated(GuideInfo, tree, tree.value)
    return None if tree.problems else info


def read(folder: Path, keep: Keep | None = None, unsaved: Mapping[str, bytes] | None = None) -> Draft:
    """The readable parts of the guide in `folder`. Raises `UsageError` if there is no such folder.

    With the same `keep`, a file that has not changed is not parsed again, and a guide that has not is the same object.
    `unsaved` has guide.yaml and chapters (by name) with the content that they would have, or that are not there yet.
    """
    keep, unsaved = keep or Keep(), unsaved or {}
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder}'. Name the folder that contains guide.yaml.")
    content = (unsaved["guide.yaml"], "") if "guide.yaml" in unsaved else _info_content(folder)
    info_file = keep("guide.yaml", content, lambda: _info_file(*content))
    sources = source_files.read(folder, keep)
    match = chapter_list.match(folder, info_file.tree, unsaved)
    files = {stem: chapter_file.read(folder, stem, name, keep, unsaved) for stem, name in match.files.items()}
    words = words_file.read(folder, keep)
    info = keep("guide", (info_file, words, *files), lambda: _completed(info_file.info, words, tuple(files)))
    found = _Files(folder, info_file.tree, info, words, sources, match, files)
    made_of = (folder, info, sources, tuple(files.items()), match.complete, tuple(map(str, match.problems)))
    return keep("draft", made_of, lambda: found.joined(keep))


@dataclass(frozen=True)
class _Files:
    """All files of a guide's folder, parsed."""

    folder: Path
    info_tree: Tree
    info: GuideInfo
    words: WordsFile
    sources: ReadSources
    match: Match
    chapters: dict[str, ChapterFile]

    def joined(self, keep: Keep) -> Draft:
        trees = {stem: file.tree for stem, file in self.chapters.items()}
        chapters = tuple(file.chapter for file in self.chapters.values() if file.chapter)
        every = {**trees, "guide.yaml": self.info_tree}
        problems = {problem for tree in (*every.values(), *self.sources.trees) for problem in tree.problems}
        places = {key: tree.places for key, tree in every.items()}
        own = self.words, self.info_tree
        places["guide.yaml"] = keep("places", own, lambda: {**self.words.places, **self.info_tree.places})
        places |= {source_files.NAMES[0]: self.sources.places} if self.sources.trees else {}
        return Draft(
            Guide(self.folder, self.info, chapters, self.sources.items, places, keep),
            tuple(sorted({*self.match.problems, *self.words.problems, *problems})),
            ids=_ids(*trees.values()) | frozenset(trees),
            keys=_ids(*self.sources.trees),
            all_ids=self.match.complete and all(tree.text for tree in trees.values()),
            all_keys=all(tree.text for tree in self.sources.trees),
            unsure=frozenset(name for name, tree in every.items() if tree.problems)
            | ({*self.info.chapters} - trees.keys()),
        )


def _info_content(folder: Path) -> tuple[bytes | str | None, str]:
    """The content of guide.yaml, or None if there is no such file, and the name of a file with almost this name."""
    names = safe_files.listing(folder)
    if "guide.yaml" in names:
        return read_file.content(folder, "guide.yaml"), ""
    return None, safe_files.almost("guide.yaml", names) or ""


def _info_file(content: bytes | str | None, almost: str) -> _InfoFile:
    tree = _info_tree(content, almost)
    info = field_messages.read(GuideInfo, tree, tree.value)
    tree.places.setdefault((), Place(tree.file, 1, 1))
    return _InfoFile(tree, info)


def _info_tree(content: bytes | str | None, almost: str) -> Tree:
    if content is not None:
        return read_file.parse(content, "guide.yaml")
    tree = Tree("guide.yaml")
    if almost:
        tree.refuse(
            Place(almost, 1, 1),
            "This is almost called 'guide.yaml', the file that a guide begins with. Rename it to that.",
            whole=False,
        )
        return tree
    message = "There is no guide.yaml in this folder, and a guide begins with one. Write it, or name another folder."
    tree.refuse(Place(tree.file, 1, 1), message, whole=False)
    return tree


def _completed(info: GuideInfo, words: WordsFile, stems: tuple[str, ...]) -> GuideInfo:
    """The content of guide.yaml, with the words of words.yaml.

    If it names no chapters, it has all that exist; if it names no work, one without a name.
    """
    works = info.works or (partial(Work, {}),)
    own = words_file.joined(words.words, info.words)
    chapters, language = info.chapters or stems, info.language or "en"
    return info.model_copy(update={"works": works, "chapters": chapters, "language": language, "words": own})


def _ids(*trees: Tree) -> frozenset[str]:
    """Probable ids in files that have problems."""
    written = {found for tree in trees if tree.problems for found in _ID.findall(tree.text)}
    return frozenset(name for each in written for name in _names(each))


def _names(written: str) -> Iterator[str]:
    """The ids that a text after ``id:`` may mean: as written, up to the first space, and with the letters of an id."""
    yield written.strip()
    yield written.split(" ", maxsplit=1)[0].rstrip(":")
    yield wanted_values.slug(written)
