"""Figures of how the code is built: `python -m tests.benchmarks.structure [FOLDER]`.

FOLDER holds a package `argmap`; without it that of this repository is measured. Complexity is McCabe's, as
ruff counts it; words are identifiers without their outer underscores. A public name has an example if
its docstring contains `>>>`.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attrs import frozen

SOURCE = Path(__file__).parents[2] / "src"
_TEXT_WING = ("syntax", "reading", "formatting", "writing", "editing")
_PICTURE_WING = ("analysis", "maps", "render", "interop")
_NAMELESS = ("one", "found", "said")


@frozen
class Module:
    """A file of the package: its room, its lines and its syntax tree."""

    name: str
    room: str
    lines: int
    tree: ast.Module
    is_package: bool


def modules(source: Path) -> tuple[Module, ...]:
    """Return the modules of the package in a folder, in the order of their names."""
    return tuple(_module(path, source) for path in sorted((source / "argmap").rglob("*.py")))


def _module(path: Path, source: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(source).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    return Module(name, ".".join(parts[1:-1]), text.count("\n"), ast.parse(text), is_package)


def figures(source: Path) -> Iterator[tuple[str, object]]:
    """Yield what is measured and its value."""
    found = modules(source)
    lines = sum(module.lines for module in found)
    room_lines = Counter[str]()
    for module in found:
        room_lines[module.name.split(".")[1] if "." in module.name else ""] += module.lines
    imports = imports_of(found)
    yield "modules in the largest room", "{} ({})".format(*reversed(rooms(found).most_common(1)[0]))
    room, most = room_lines.most_common(1)[0]
    yield "share of the largest room", f"{most / lines:.0%} ({room})"
    yield "circles, imports in functions counted", len(circles(imports))
    yield (
        "imports between the wings",
        sum(
            1
            for name, targets in imports.items()
            for target in targets
            if _is_across(_room(name), _room(target))
        ),
    )
    yield "calls of get_close_matches", sum(_calls(module, "get_close_matches") for module in found)
    yield "class names with two meanings", len(repeated(class_names(found)))
    yield "file names with two meanings", len(repeated(file_names(found)))
    yield "modules that write a reference as in the markup", sum(map(_writes_references, found))
    yield "modules that know what `uses` and `from` name", sum(map(_reads_uses, found))
    yield "patterns that look for a key in a text", sum(map(_patterns_of_keys, found))
    words = Counter(word for module in found for word in _words(module))
    yield (
        f"{', '.join(_NAMELESS)} among identifiers",
        f"{sum(words[word] for word in _NAMELESS) / words.total():.1%}",
    )
    complexities = complexities_of(source)
    yield (
        "functions of complexity over 10, over 20",
        "{}, {}".format(*(sum(number > limit for number in complexities) for limit in (10, 20))),
    )
    yield "public names with an example", "{} of {}".format(*_examples(found))
    yield "files over 300 lines", sum(module.lines > 300 for module in found)
    yield "lines of source", lines


def rooms(found: tuple[Module, ...]) -> Counter[str]:
    """Return how many modules are in each room, its own packages not counted."""
    return Counter(module.room for module in found if not module.is_package and module.room)


def imports_of(found: tuple[Module, ...]) -> dict[str, set[str]]:
    """Return the modules that each module imports, inside of functions too."""
    known = {module.name for module in found}
    return {module.name: set(_imports(module, known)) for module in found}


def _room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def _is_across(first: str, second: str) -> bool:
    return (first in _PICTURE_WING and second in _TEXT_WING) or (
        first in _TEXT_WING and second in _PICTURE_WING
    )


def _imports(module: Module, known: set[str]) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                target = inner if inner in known else node.module
                if target in known and target != module.name:
                    yield target


def circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """Return the strongly connected groups of more than one module (Tarjan's algorithm, with a stack)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    groups: list[list[str]] = []
    for start in imports:
        if start in order:
            continue
        order[start] = low[start] = len(order)
        waiting.append(start)
        path = [(start, iter(sorted(imports[start])))]
        while path:
            name, targets = path[-1]
            for target in targets:
                if target not in order:
                    order[target] = low[target] = len(order)
                    waiting.append(target)
                    path.append((target, iter(sorted(imports[target]))))
                    break
                if target in waiting:
                    low[name] = min(low[name], order[target])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[name])
                if low[name] == order[name]:
                    at = waiting.index(name)
                    group, waiting[at:] = waiting[at:], []
                    if len(group) > 1:
                        groups.append(group)
    return groups


def _calls(module: Module, function: str) -> int:
    return sum(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function
        for node in ast.walk(module.tree)
    )


def _writes_references(module: Module) -> bool:
    """Return whether a module puts a title into the brackets of a reference."""
    return any(
        isinstance(node, ast.JoinedStr)
        and any(
            isinstance(before, ast.Constant)
            and str(before.value).endswith(("[", "[^", "<"))
            and isinstance(title, ast.FormattedValue)
            and "title" in ast.unparse(title.value)
            for before, title in pairwise(node.values)
        )
        for node in ast.walk(module.tree)
    )


def _reads_uses(module: Module) -> bool:
    """Return whether a module asks data for `uses`, or for `from`, its other name."""
    names = {node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant)}
    return {"uses", "from"} <= {name for name in names if isinstance(name, str)}


def _patterns_of_keys(module: Module) -> int:
    """Return how many patterns are made of a key that they look for."""
    return sum(
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == "re.escape"
        and any(word in ast.unparse(node) for word in ("key", "name", "path"))
        for node in ast.walk(module.tree)
    )


def _examples(found: tuple[Module, ...]) -> tuple[int, int]:
    """Return how many of the names in `argmap.__all__` have an example, and how many there are."""
    face = next(module for module in found if module.name == "argmap").tree
    assigned = (node for node in face.body if isinstance(node, ast.Assign))
    names = next(
        ast.literal_eval(node.value) for node in assigned if ast.unparse(node.targets[0]) == "__all__"
    )
    shown = {
        node.name
        for module in found
        for node in module.tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ">>>" in (ast.get_docstring(node) or "")
    }
    return len(shown.intersection(names)), len(names)


def class_names(found: tuple[Module, ...]) -> Iterator[str]:
    """Yield the name of every class, as often as there is a class of that name."""
    for module in found:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                yield node.name


def file_names(found: tuple[Module, ...]) -> Iterator[str]:
    """Yield the name of every file, as often as there is a file of that name."""
    return (module.name.rsplit(".", 1)[-1] for module in found if not module.is_package)


def repeated(names: Iterator[str]) -> list[str]:
    """Return the names that are there more than once."""
    return sorted(name for name, number in Counter(names).items() if number > 1)


def _words(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        for name in (getattr(node, "id", None), getattr(node, "arg", None), getattr(node, "attr", None)):
            if isinstance(name, str):
                yield name.strip("_")


def complexities_of(source: Path) -> list[int]:
    """Return the complexity of each function that is over 10."""
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--select",
        "C901",
        "--output-format",
        "json",
    ]
    command += ["--config", "lint.mccabe.max-complexity=10", str(source)]
    written = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [int(re.findall(r"\((\d+) >", finding["message"])[0]) for finding in json.loads(written)]


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE):
        print(f"{name:45} {value}")
