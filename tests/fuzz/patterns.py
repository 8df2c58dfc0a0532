"""All regular expressions of the package: those in its source, and those that it makes as it works.

`python -m tests.fuzz.patterns` prints them as JSON; a fresh interpreter sees all that are compiled.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parents[2] / "src" / "argmap"
_ANCHORED = ("match", "fullmatch")
_FUNCTIONS = frozenset(
    {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
)
# What makes the package compile the patterns that it puts together, and what has all of the markup.
_TEXT = """===
title: T
===

# H #t

[A]: a 論證 .A. *b* _c_ #tag #(two words) @[B] [l](u) \\* {k: [1, x y], isInMap: "yes", formula: p}
  - <B>: b // c

<B>

(1) p: -- { } a
-- rule, other {uses: [1]} --
(2) [A]
"""


class Pattern(NamedTuple):
    """A regular expression: where it is compiled, what it is, and how it is used."""

    path: str
    line: int
    pattern: str
    flags: int
    mode: str


def patterns() -> list[Pattern]:
    """Return the patterns of the package, as a fresh interpreter finds them.

    A pattern that is only asked to match at one place is `match` or `fullmatch`, every other `search`.
    """
    command = [sys.executable, "-m", "tests.fuzz.patterns"]
    result = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[2])
    modes = {(path, line): mode for path, line, mode in _sites()}
    compiled = [tuple(one) for one in json.loads(result.stdout)]
    return sorted({Pattern(*one, modes.get(one[:2], "search")) for one in compiled})


def missed() -> list[str]:
    """Return where the source compiles a pattern that `patterns` does not see."""
    seen = {(one.path, one.line) for one in patterns()}
    return [f"{path}:{line}" for path, line, _ in _sites() if (path, line) not in seen]


def _sites() -> Iterator[tuple[str, int, str]]:
    """Yield where the source calls `re`, and how what it makes is used."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(_FOLDER.rglob("*.py"))}
    uses_of = {file: _uses(tree) for file, tree in trees.items()}
    for file, tree in trees.items():
        names = dict(_named(tree))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not _is_of_re(node.func):
                continue
            assert isinstance(node.func, ast.Attribute)
            how = {node.func.attr}
            # What `re.match` returns has a name, too, and is no pattern.
            if node.func.attr == "compile" and (name := names.get(node)):
                near = [other for other in trees if other.parent == file.parent or name.isupper()]
                files = [file] if name.startswith("_") else near
                how = {one for other in files for one in uses_of[other].get(name, ()) if one in _FUNCTIONS}
            mode = next((mode for mode in _ANCHORED if how == {mode}), "search")
            mode = "match" if how == set(_ANCHORED) else mode
            yield str(file.relative_to(_FOLDER)), node.lineno, mode


def _uses(tree: ast.AST) -> dict[str, set[str]]:
    """Return what names are asked for, such as `match` of `_WORD`."""
    uses: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            asked = (
                [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
            )
            for one in asked:
                uses.setdefault(_name(one), set()).add(node.attr)
    return uses


def _named(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Yield expressions with the names that they have; the values of a mapping have that of the mapping."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield node.value, _name(node.targets[0])
            if isinstance(node.value, ast.Dict):
                yield from ((value, _name(node.targets[0])) for value in node.value.values)


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in _FUNCTIONS
    )


def _name(node: ast.expr) -> str:
    """Return the name of what is asked something: `_WORD`, `title` of `self.title`, `_ALL` of `_ALL[key]`."""
    if isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


# In the fresh interpreter


def _record() -> list[tuple[str, int, str, int]]:
    seen: dict[tuple[str, int, str, int], None] = {}
    compile_ = re._compile  # type: ignore[attr-defined]  # what all functions of `re` call

    def recording(pattern: str | bytes | re.Pattern[str], flags: int) -> re.Pattern[str]:
        compiled: re.Pattern[str] = compile_(pattern, flags)
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_FOLDER):
            _see(seen, str(path.relative_to(_FOLDER)), frame.f_lineno, compiled)
        return compiled

    re._compile = recording  # type: ignore[attr-defined]  # the same
    _work()
    for path, line, pattern in _constants():
        _see(seen, path, line, pattern)
    return list(seen)


def _see(
    seen: dict[tuple[str, int, str, int], None], path: str, line: int, compiled: re.Pattern[str]
) -> None:
    pattern = compiled.pattern
    seen[path, line, pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern, compiled.flags] = (
        None
    )


def _work() -> None:
    import argmap
    from argmap.interop.spreadsheets.table_cells import rows_of
    from argmap.syntax.inline import tag_names
    from argmap.writing.escaping import tag_markup

    for module in pkgutil.walk_packages(argmap.__path__, "argmap."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    document = argmap.parse(_TEXT)
    argmap.check(document)
    argmap.draw(document).svg()
    argmap.to_text(document.debate)
    list(rows_of("id,text\nA,a\n", ",", ("id", "text")))
    tag_markup("two words")
    tag_names("#(two words)")
    argmap.format_text(argmap.fix_text(_TEXT))


def _constants() -> Iterator[tuple[str, int, re.Pattern[str]]]:
    """Yield the patterns that the source has as they are, whether the work came by or not."""
    for file in sorted(_FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and _is_of_re(node.func)):
                continue
            if pattern := _constant(file, node.args[0]):
                flags = [
                    one for one in (*node.args[1:], *(one.value for one in node.keywords)) if _are_flags(one)
                ]
                value = eval(ast.unparse(flags[0]), {"re": re}) if flags else 0
                yield str(file.relative_to(_FOLDER)), node.lineno, re.compile(pattern, value)


def _constant(file: Path, node: ast.expr) -> str | bytes | None:
    """Return a pattern that is written where it is used, or that is a constant of its module."""
    if isinstance(node, ast.Constant):
        assert isinstance(node.value, str | bytes), "a pattern is a text"
        return node.value
    module = ".".join(("argmap", *file.relative_to(_FOLDER).with_suffix("").parts)).removesuffix(".__init__")
    value = getattr(sys.modules.get(module), node.id, None) if isinstance(node, ast.Name) else None
    return value if isinstance(value, str | bytes) else None


def _are_flags(node: ast.expr) -> bool:
    return any(isinstance(one, ast.Attribute) and one.attr.isupper() for one in ast.walk(node))


if __name__ == "__main__":
    print(json.dumps(_record()))
