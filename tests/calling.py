"""Calls of all public functions, with what they need and with what they do not take."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import FunctionType, MappingProxyType
from typing import Any

import argmap
from argmap import corpus, edits, interop, logic, maps, model, reasoning, render

DOCUMENT = argmap.parse("""===
sources: {un: {title: Report}}
===
# Weather

[A]: It rains. #wet
  + [^E]: The street is wet. {source: un}

[?Q]: Will it rain?
  + [A]

<C>: Clouds bring rain.

(1) [^E]
-- argument from sign --
(2) [A]

<S>: They said so.
  + [A]
""")
# A draft does not change where a call is not possible.
HOLDERS = (
    DOCUMENT,
    DOCUMENT.debate,
    argmap.Draft.of(DOCUMENT),
    argmap.draw(DOCUMENT),
    argmap.evaluate(DOCUMENT, "df-quad"),
    argmap.diff(DOCUMENT, DOCUMENT),
)
FORMULA = logic.parse_formula("p & q").formula
# What functions need to be called at all, by the names of parameters.
GIVEN: Mapping[str, object] = MappingProxyType(
    {
        "about": "[A]",
        "answer": "It rarely errs.",
        "argument": "<S>",
        "argument_map": argmap.build_map(DOCUMENT),
        "base": DOCUMENT,
        "code": "C301",
        "conclusion": "[A]",
        "debate": DOCUMENT,
        "document": DOCUMENT,
        "edits": (),
        "element": "[A]",
        "first": DOCUMENT,
        "folder": "tables",
        "format": "aif",
        "formula": FORMULA,
        "formulas": [FORMULA],
        "inference": "<C>",
        "kept": ["[A]"],
        "key": "new",
        "kind": argmap.RelationKind.ATTACK,
        "name": "name",
        "name_or_path": "default",
        "new": DOCUMENT,
        "offset": 60,
        "old": DOCUMENT,
        "one": "[A]",
        "other": "[^E]",
        "ours": DOCUMENT,
        "path": "debate.argdown",
        "paths": ["debate.argdown"],
        "position": "<S>",
        "premises": ["[^E]"],
        "question": "[?Q]",
        "relation": DOCUMENT.debate.relations[0],
        "remedy": str,
        "scheme": "sign",
        "second": DOCUMENT,
        "selector": "claims",
        "several": [],
        "source": "<S>",
        "span": argmap.Span(60, 62),
        "table": "claims",
        "target": "[A]",
        "text": "[A]: a",
        "theirs": DOCUMENT,
        "thesis": "[A]",
        "thing": "[A]",
        "title": "New",
        "to": "<S>",
        "topics": ["text"],
        "view": argmap.build_map(DOCUMENT),
        "what": "[A]",
    }
)
# The same names for something else.
_GIVEN_TO: Mapping[str, Mapping[str, object]] = {
    "logic": {"premises": [FORMULA], "conclusion": FORMULA, "stated": [FORMULA], "unstated": []},
    "model": {"text": ""},
}


class Stray:
    """Something that nothing of argmap takes."""


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield what people call, by name."""
    for name in argmap.__all__:
        if isinstance(getattr(argmap, name), FunctionType):
            yield name, getattr(argmap, name)
    packages = (
        edits,
        argmap.analysis,
        argmap.comparing,
        corpus,
        interop,
        logic,
        maps,
        model,
        reasoning,
        render,
    )
    for module in packages:
        for name in module.__all__:
            value = getattr(module, name)
            if isinstance(value, FunctionType):
                yield f"{module.__name__.removeprefix('argmap.')}.{name}", value
    for holder in HOLDERS:
        kind = type(holder)
        for name, method in vars(kind).items():
            if isinstance(method, FunctionType) and (name == "__getitem__" or not name.startswith("_")):
                yield f"{kind.__name__}.{name}", getattr(holder, name)


FUNCTIONS = dict(functions())


def parameters(name: str) -> Iterator[inspect.Parameter]:
    """Yield the parameters of a function that have a name of their own."""
    for parameter in inspect.signature(FUNCTIONS[name]).parameters.values():
        if parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            yield parameter


def call(name: str, /, **changed: object) -> object:
    """Call a function with what it needs, and with something else for one of its parameters."""
    given = {**GIVEN, **_GIVEN_TO.get(name.partition(".")[0], {})}
    positional, named = [], dict[str, Any]()
    for parameter in parameters(name):
        if parameter.name not in changed and parameter.default is not parameter.empty:
            continue
        value = changed.get(parameter.name, given.get(parameter.name))
        if parameter.kind is parameter.POSITIONAL_ONLY:
            positional.append(value)
        else:
            named[parameter.name] = value
    result = FUNCTIONS[name](*positional, **named)
    return list(result) if isinstance(result, Iterator) else result


@cache
def raising_lines(path: str) -> frozenset[int]:
    """The lines of a file in which an exception is raised on purpose."""
    tree = ast.parse(Path(path).read_text())
    raised = [node for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    return frozenset(line for node in raised for line in range(node.lineno, (node.end_lineno or 0) + 1))


def puzzle_of(error: BaseException) -> str | None:
    """Return what is puzzling about an error: that argmap does not raise it on purpose; None if it does."""
    last = error.__traceback__
    assert last is not None
    while last.tb_next is not None:
        last = last.tb_next
    is_ours = "/argmap/" in last.tb_frame.f_code.co_filename
    if isinstance(error, OSError) or (
        is_ours
        and isinstance(error, TypeError | ValueError | LookupError)
        and last.tb_lineno in raising_lines(last.tb_frame.f_code.co_filename)
    ):
        return None
    return f"{type(error).__name__}: {error}"
