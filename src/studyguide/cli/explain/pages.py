"""Pages about what guides may contain: a kind of chapter or another file, a type of items, or one field."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from studyguide.cli.explain import examples
from studyguide.cli.explain.layout import Block, Code, Entry, Heading, Words
from studyguide.guide import field_words
from studyguide.guide.chapters import KINDS
from studyguide.guide.fields import Field, fields, plain, summary
from studyguide.guide.info import GuideInfo
from studyguide.guide.items import Item, Model, Task
from studyguide.guide.sources import Source
from studyguide.support.errors import UsageError, meant, suggestion

OTHER_FILES: Mapping[str, type[Model]] = {"guide": GuideInfo, "sources": Source}
SHARED: Mapping[str, type[Model]] = {
    field_words.name(model).lower().replace(" ", "-"): model for model in field_words.SHARED
}
"""The types that several kinds use, by the names that can be asked for."""
_MOST = 6
"""The most names of fields in a message."""


def subjects() -> Iterator[tuple[str, str]]:
    """The name and the first paragraph of each kind, file and shared type."""
    return ((name, summary(model)) for name, model in _known().items())


def names(begun: str) -> Iterator[str]:
    """The names that may be asked for, given the beginning of one: after a dot, the fields of what is before it."""
    before, dot, _ = begun.rpartition(".")
    if not dot:
        yield from _known()
        return
    with suppress(UsageError):
        first, *rest = before.split(".")
        inside = _found(first, tuple(rest)).inside if rest else [_type(first)]
        yield from (f"{before}.{field.key}" for model in inside for field in fields(model))


def page(name: str) -> Iterator[Block]:
    """The page of a kind, of a shared type, or of the field that a name with dots leads to. Raises `UsageError`."""
    first, *rest = name.split(".")
    return _page_of_field(first, tuple(rest)) if rest else _page_of_type(first, _type(first))


def _known() -> Mapping[str, type[Model]]:
    return {**KINDS, **OTHER_FILES, **SHARED}


def _type(name: str) -> type[Model]:
    known = _known()
    if name in known:
        return known[name]
    near, found = meant(name, known), [*_paths(name, known)]
    if found and not (near and near.startswith(name)):
        more = f" and {len(found) - _MOST} more" if found[_MOST:] else ""
        hint = f"It is a field: {', '.join(found[:_MOST])}{more}."
    else:
        hint = suggestion(name, known) + ("" if near else " `studyguide explain` lists them.")
    raise UsageError(f"There is no kind, file or code '{name}' to explain. {hint}")


def _paths(name: str, known: Mapping[str, type[Model]]) -> Iterator[str]:
    """The names with dots of the fields that are called so, each type once, those with the fewest dots first."""
    level, seen = list(known.items()), set[type[Model]]()
    while level:
        within = [(path, model) for path, model in level if model not in seen]
        seen |= {model for _, model in within}
        every = [(f"{path}.{field.key}", field) for path, model in within for field in fields(model)]
        yield from dict.fromkeys(path for path, field in every if field.key in {name, f"{name}s"})
        level = [(path, part) for path, field in every for part in field.inside]


def _page_of_type(name: str, model: type[Model]) -> Iterator[Block]:
    yield Heading(name)
    yield Words(plain((model.__doc__ or "").strip()))
    if name in KINDS:
        yield Words(f"A file in the folder chapters, which begins with `kind: {name}`.")
    elif name in OTHER_FILES:
        yield Words(f"The file {name}.yaml.")
    yield from _fields(model, "Fields")
    yield from _parts(model, {model})
    yield from _pointers(model)
    if name not in SHARED:
        yield Heading("Example")
        yield Code(examples.of_file(name))
        yield Words(f"`studyguide explain {name}.{[*fields(model)][-1].key}` explains one field.")


def _page_of_field(kind: str, steps: tuple[str, ...]) -> Iterator[Block]:
    field = _found(kind, steps)
    yield Heading(".".join((kind, *steps)))
    yield _entry(field)
    seen = {*field.inside}
    for part in field.inside:
        yield from _fields(part, _title(part))
    for part in field.inside:
        yield from _parts(part, seen)
    if kind not in SHARED and (example := examples.of_field(kind, steps)):
        yield Heading("Example")
        yield Code(example)


def _found(kind: str, steps: tuple[str, ...]) -> Field:
    """The field that keys lead to, through the types of items. Raises `UsageError`."""
    within: Sequence[type[Model]] = [_type(kind)]
    for number, step in enumerate(steps):
        known = {field.key: field for model in within for field in fields(model)}
        if step not in known:
            before = ".".join((kind, *steps[:number]))
            raise UsageError(f"'{before}' has no field '{step}'. {suggestion(step, known)}")
        field = known[step]
        within = field.inside
    return field


def _fields(model: type[Model], title: str) -> Iterator[Block]:
    """A heading, and the fields of a type; those that it has as every item or task are only named."""
    yield Heading(title)
    base = next((base for base in (Task, Item) if issubclass(model, base) and base is not model), None)
    inherited = {*fields(base)} if base else set()
    own = [field for field in fields(model) if field not in inherited]
    yield from map(_entry, own)
    if base:
        name = field_words.name(base).lower()
        others = ", ".join(field.key for field in fields(model) if field in inherited)
        yield Words(f"As every {name}, it can also have: {others}. See `studyguide explain {name}`.")


def _parts(model: type[Model], seen: set[type[Model]]) -> Iterator[Block]:
    """The types of items inside a type, each once, in the order of writing; shared ones have pages of their own."""
    for part in (part for field in fields(model) for part in field.inside):
        if part not in seen and (part not in field_words.SHARED or model in field_words.SHARED):
            seen.add(part)
            yield from _fields(part, _title(part))
            yield from _parts(part, seen)


def _pointers(model: type[Model]) -> Iterator[Block]:
    """Where to read about the shared types in a type."""
    inside = {model, *_inside(model, set())}
    found = [name for name, part in SHARED.items() if part in inside and part is not model]
    if found:
        commands = ", ".join(f"`studyguide explain {name}`" for name in found)
        yield Words(f"Types that several kinds have: {commands}.")


def _inside(model: type[Model], seen: set[type[Model]]) -> set[type[Model]]:
    """Every type of items that a type has in it, at any depth."""
    for part in (part for field in fields(model) for part in field.inside):
        if part not in seen:
            seen.add(part)
            _inside(part, seen)
    return seen


def _title(model: type[Model]) -> str:
    return f"{field_words.name(model)}: {summary(model)}"


def _entry(field: Field) -> Entry:
    """A field with its type, its limits, and whether it is needed."""
    _, sign, usual = field.needed.partition("`")
    wanted = "needed" if field.needed == "yes" else "optional"
    said = (", ".join(filter(None, (field.kind, field.limits))), wanted, f"if missing, `{usual}" if sign else "")
    return Entry(field.key, "; ".join(filter(None, said)), field.about)
