"""Group keys: keys of an entry move together into a group of their own, with their texts and comments as written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from studyguide.guide.model import Path_
from studyguide.guide.upgrade.edits import Edit, applied
from studyguide.guide.upgrade.files import GuideFile

_STEP = 2


def grouped(file: GuideFile, path: Path_, group: str, names: Mapping[str, str], message: str) -> Iterator[Edit]:
    """Edits that move the keys of `names` from the entry at `path` into `group`, each with its new name.

    The group begins at the first of them. The texts of all keys are scalars.
    """
    keys = sorted(names, key=lambda key: file.key((*path, key)))
    make = _in_block if _is_block(file, path) else _in_flow
    yield from make(file, path, group, {key: names[key] for key in keys}, message)


def _is_block(file: GuideFile, path: Path_) -> bool:
    """Whether an entry has its keys below one another, without braces."""
    return file.text[file.start(path)] != "{"


def _in_block(file: GuideFile, path: Path_, group: str, names: Mapping[str, str], message: str) -> Iterator[Edit]:
    first, *others = names
    at = file.key((*path, first))
    margin = " " * (at - file.line_start(at))
    yield Edit(at, at, f"{group}:{file.line_end}{margin}{' ' * _STEP}", message)
    yield from _renamed(file, (*path, first), names[first])
    end = file.end((*path, first))
    yield from (Edit(start, start, " " * _STEP) for start in file.line_starts(at, end))
    for key in others:
        begin, after = _lines_of(file, (*path, key))
        inside = [*_renamed(file, (*path, key), names[key])]
        starts = [start for start in (begin, *file.line_starts(begin, after - 1)) if start < after]
        inside += [Edit(start, start, " " * _STEP) for start in starts]
        if not file.text[file.next_line(end) : begin].strip():  # it follows: its lines stay where they are
            yield from inside
            end = file.end((*path, key))
        else:
            yield Edit(begin, after, "")
            yield Edit(file.next_line(end), file.next_line(end), _moved(file, inside, begin, after))


def _lines_of(file: GuideFile, path: Path_) -> tuple[int, int]:
    """Where the lines of a key and its text begin and end, with comments of their own above them."""
    begin, bound = file.line_start(file.key(path)), file.end_before(path)
    while (above := file.line_start(begin - 1)) > bound and file.text[above:begin].lstrip().startswith("#"):
        begin = above
    return begin, file.next_line(file.end(path))


def _moved(file: GuideFile, edits: list[Edit], begin: int, after: int) -> str:
    """The lines from `begin` to `after` as they are after edits inside them."""
    inside = (replace(edit, start=edit.start - begin, end=edit.end - begin) for edit in edits)
    text = applied(file.text[begin:after], inside)
    return text if text.endswith(("\n", "\r")) else f"{text}{file.line_end}"


def _in_flow(file: GuideFile, path: Path_, group: str, names: Mapping[str, str], message: str) -> Iterator[Edit]:
    first, *others = names
    at, end = file.key((*path, first)), file.end((*path, first))
    quote = '"' if file.text[at] == '"' else ""
    yield Edit(at, at, f"{quote}{group}{quote}: {{", message)
    yield from _renamed(file, (*path, first), names[first])
    moved = ""
    for key in others:
        begin, after = file.key((*path, key)), file.end((*path, key))
        if not file.text[end:begin].strip(", \r\n"):
            yield from _renamed(file, (*path, key), names[key])
            end = after
        else:
            text = _moved_in_flow(file, (*path, key), names[key])
            moved += f", {text}"
            yield Edit(file.text.rindex(",", 0, begin), after, "")
    yield Edit(end, end, f"{moved}}}")


def _moved_in_flow(file: GuideFile, path: Path_, name: str) -> str:
    begin, after = file.key(path), file.end(path)
    inside = (replace(edit, start=edit.start - begin, end=edit.end - begin) for edit in _renamed(file, path, name))
    return applied(file.text[begin:after], inside)


def _renamed(file: GuideFile, path: Path_, name: str) -> Iterator[Edit]:
    """The key of a value with another name, between its quotation marks if it has them."""
    key = str(path[-1])
    if key != name:
        start = file.text.index(key, file.key(path))
        yield Edit(start, start + len(key), name)
