"""The pages for contributors name only what there is."""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "argmap"
PAGES = (ROOT / "CONTRIBUTING.md", ROOT / "docs" / "design.md", ROOT / "docs" / "development.md")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"\w+\.(?:py|toml|lark)")
MODULE = re.compile(r"\bargmap(?:\.\w+)+")
# What can only be a name in code: called, with an underscore or in camel case; not a title in markup.
NAME = re.compile(r"(?<![\w./\[<\"-])(_?[A-Z]+[a-z]\w+|_?[A-Za-z]+_\w+|\w+(?=\())(?![\w./-]*[/.])")
# Names that others gave.
FOREIGN = {"False", "from_lark"}


def code(page: Path) -> list[str]:
    """Return what is written as code in the prose of a page."""
    return CODE.findall(FENCE.sub("", page.read_text(encoding="utf-8")))


@cache
def definitions() -> frozenset[str]:
    """Return every name that the package and its tests define, and the terminals of the grammar."""
    names = set(re.findall(r"^[A-Z_]+\b", (SOURCE / "syntax" / "argdown.lark").read_text(), re.MULTILINE))
    for path in (*SOURCE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")):
        names.add(path.stem)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                    names.add(name)
                case ast.Name(id=name, ctx=ast.Store()):
                    names.add(name)
    return frozenset(names)


def is_there(module: str) -> bool:
    """Return whether a dotted name is a module, or is found in one."""
    inner, _, name = module.rpartition(".")
    try:
        importlib.import_module(module)
    except ImportError:
        return bool(inner) and hasattr(importlib.import_module(inner), name)
    return True


NAMED = [(page, text) for page in PAGES for text in dict.fromkeys(code(page))]


@pytest.mark.parametrize(
    ("page", "file"),
    [(page, file) for page, text in NAMED for file in FILE.findall(text)],
    ids=lambda value: getattr(value, "name", value),
)
def test_files_that_are_named_exist(page: Path, file: str) -> None:
    places = (SOURCE, ROOT / "tests", ROOT / "docs")
    assert (ROOT / file).exists() or any(path for place in places for path in place.rglob(file)), page


@pytest.mark.parametrize(
    ("page", "module"),
    [(page, module) for page, text in NAMED for module in MODULE.findall(text)],
    ids=lambda value: getattr(value, "name", value),
)
def test_modules_that_are_named_exist(page: Path, module: str) -> None:
    assert is_there(module), page


@pytest.mark.parametrize(
    ("page", "name"),
    [(page, name) for page, text in NAMED if " " not in text for name in NAME.findall(text)],
    ids=lambda value: getattr(value, "name", value),
)
def test_functions_and_classes_that_are_named_are_defined(page: Path, name: str) -> None:
    assert name in definitions() | FOREIGN, page


def test_a_name_that_nothing_has_would_be_noticed() -> None:
    assert NAME.findall("one_of(…)") == ["one_of"]
    assert "no_such_function" not in definitions()
    assert not is_there("argmap.no_such_module")
