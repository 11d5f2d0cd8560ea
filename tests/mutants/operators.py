"""Mutants: every small fault that could be made in a module, one at a time."""

import ast
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

COMPARISONS = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd}


@dataclass(frozen=True)
class Mutant:
    """A module with one fault in it."""

    module: str
    name: str
    """Where and what: ``function: before → after``, with a number if that is there more than once."""
    line: int
    source: str


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    seen: Counter[str] = Counter()
    for number, (node, where) in enumerate(_walk(tree)):
        for change in range(len(_changes(node))):
            copy = deepcopy(tree)
            target = next(each for at, (each, _) in enumerate(_walk(copy)) if at == number)
            before = _shown(target)
            _changes(target)[change]()
            name = f"{where}: {before} → {_shown(target)}"
            seen[name] += 1
            name += f" ({seen[name]})" if seen[name] > 1 else ""
            yield Mutant(module, name, getattr(node, "lineno", 0), ast.unparse(ast.fix_missing_locations(copy)))


def _walk(tree: ast.AST, where: str = "module") -> Iterator[tuple[ast.AST, str]]:
    """Each node that may be changed, and the function or class around it; not docstrings, annotations and imports."""
    for field, value in ast.iter_fields(tree):
        for child in value if isinstance(value, list) else [value]:
            skipped = field in {"annotation", "returns", "decorator_list", "type_params"} or _is_docstring(child)
            if (
                not isinstance(child, ast.AST)
                or skipped
                or isinstance(child, ast.Import | ast.ImportFrom | ast.JoinedStr)
            ):
                continue
            named = isinstance(child, ast.FunctionDef | ast.ClassDef)
            inside = f"{where}.{child.name}".removeprefix("module.") if named else where
            yield child, inside
            yield from _walk(child, inside)


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(node: ast.AST) -> list:  # noqa: C901, PLR0911, PLR0912 (a case for each sort)
    """What can be done to a node, as functions that do it."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            return [lambda: setattr(node, "ops", [COMPARISONS[type(op)]()])]
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            return [lambda: setattr(node, "op", other)]
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            return [lambda: setattr(node, "op", ARITHMETIC[type(op)]())]
        case ast.UnaryOp(op=ast.Not()):
            return [lambda: _become(node, ast.Call(ast.Name("bool"), [node.operand], []))]
        case ast.Constant(value=bool() as value):
            return [lambda: setattr(node, "value", not value)]
        case ast.Constant(value=int() as value):
            return [lambda: setattr(node, "value", value + 1)]
        case ast.Constant(value=""):
            return [lambda: setattr(node, "value", "x")]
        case ast.Return(value=value) if value is not None and not _is_none(value):
            return [lambda: setattr(node, "value", ast.Constant(None))]
        case ast.If() | ast.IfExp() | ast.While():
            return [lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))]
        case ast.comprehension(ifs=[_, *_]):
            return [lambda: setattr(node, "ifs", [])]
        case ast.Expr() | ast.AugAssign():
            return [lambda: _become(node, ast.Pass())]
        case ast.Call(args=[_, _, *_]):
            return [node.args.pop]
        case ast.Call(keywords=[_, *_]):
            return [node.keywords.pop]
        case _:
            return []


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _become(node: ast.AST, other: ast.AST) -> None:
    """Turn a node into another one, in its place."""
    fields = dict(ast.iter_fields(other))
    node.__class__ = type(other)
    node.__dict__.update(fields)


def _shown(node: ast.AST) -> str:
    text = ast.unparse(ast.fix_missing_locations(node)) if not isinstance(node, ast.comprehension) else _for(node)
    return text.split("\n")[0][:90]


def _for(node: ast.comprehension) -> str:
    tests = "".join(f" if {ast.unparse(test)}" for test in node.ifs)
    return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}{tests}"
