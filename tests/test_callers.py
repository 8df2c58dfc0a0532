"""What callers get wrong is said in words by every public function, and never answered."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

import argmap
from argmap import Claim, ClaimRef, edits, interop, maps, reasoning

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
# What functions need to be called at all, by the names of parameters.
GIVEN: dict[str, object] = {
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
    "format": "aif",
    "inference": "<C>",
    "key": "new",
    "kind": argmap.RelationKind.ATTACK,
    "name": "name",
    "new": DOCUMENT,
    "offset": 60,
    "old": DOCUMENT,
    "one": "[A]",
    "other": "[^E]",
    "ours": DOCUMENT,
    "path": "debate.argdown",
    "position": "<S>",
    "premises": ["[^E]"],
    "question": "[?Q]",
    "relation": DOCUMENT.debate.relations[0],
    "scheme": "sign",
    "second": DOCUMENT,
    "selector": "claims",
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
    "what": "[A]",
}
# What has no wrong values: everything is shown, true or false, data.
_WITHOUT_WRONG_VALUES = ("object", "bool", "Callable")


@pytest.fixture(autouse=True)
def _in_a_folder_with_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / str(GIVEN["path"])).write_text("[A]: a\n")


class Stray:
    """Something that nothing of argmap takes."""


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield what people call, by name."""
    for name in argmap.__all__:
        if isinstance(getattr(argmap, name), FunctionType):
            yield name, getattr(argmap, name)
    for module in (edits, argmap.analysis, argmap.comparing, interop, maps, reasoning):
        for name in module.__all__:
            value = getattr(module, name)
            if isinstance(value, FunctionType):
                yield f"{module.__name__.removeprefix('argmap.')}.{name}", value
    for holder in HOLDERS:
        kind = type(holder)
        for name, method in vars(kind).items():
            if isinstance(method, FunctionType) and (name == "__getitem__" or not name.startswith("_")):
                yield f"{kind.__name__}.{name}", getattr(holder, name)


# These take what is made by others of these, not by people.
_INSIDE = {"analysis.judge", "Changes.with_verdicts", "maps.omission_words", "reasoning.framework_names"}
_INSIDE |= {"reasoning.carneades_labels", "reasoning.reduced", "reasoning.strengths", "reasoning.name_of"}
# Options that nothing looks at here, because there is nothing to be done with them.
_IDLE = {("draw_parts", "layout"), ("draw_parts", "fit"), ("draw_parts", "order"), ("prove", "timeout")}
_IDLE |= {("load", "titles"), ("load", "encoding"), ("load", "choices"), ("Drawing.messages_for", "dpi")}
_IDLE |= {("reasoning.framework_of", name) for name in ("rebuttal", "presumption")}
_IDLE |= {("edits.apply", "path"), ("edits.undoing", "path"), ("edits.undoing", "text")}
_IDLE |= {("Document.at", "path"), ("Drawing.save", "dpi"), ("Drawing.messages_for", "format")}
# Values of data are whatever YAML can say; the rest is taken from what argmap has made.
_IDLE |= {("Draft.evidence", name) for name in ("kind", "quote", "locator")}
_IDLE |= {("Draft.question", "standard"), ("maps.close_groups", "view"), ("maps.build_map", "detail")}
_IDLE |= {("Drawing.html", "options"), ("report", "evaluation")}
_IDLE |= {("reasoning.theory_of", name) for name in ("stipulated", "presumption")}
_IDLE |= {("analysis.check_debate", name) for name in ("settings", "folder", "diagnostics")}
FUNCTIONS = {name: function for name, function in functions() if name not in _INSIDE}
PARAMETERS = [
    (name, parameter.name)
    for name, function in FUNCTIONS.items()
    for parameter in inspect.signature(function).parameters.values()
    if parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL)
    and (name, parameter.name) not in _IDLE
    and not str(parameter.annotation).startswith(_WITHOUT_WRONG_VALUES)
]

# What names one thing that must be there; a list of names is tried by a list of it.
NAMES = [
    (name, parameter.name, "Iterable" in str(parameter.annotation))
    for name, function in FUNCTIONS.items()
    for parameter in inspect.signature(function).parameters.values()
    if "Named" in str(parameter.annotation)
]
MISSING = (ClaimRef("Ax"), "[Ax]", Claim("Ax"), "<C>#2")


def call(name: str, /, **changed: object) -> object:
    """Call a function with what it needs, and with something else for one of its parameters."""
    function = FUNCTIONS[name]
    positional, named = [], dict[str, Any]()
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name not in changed and parameter.default is not parameter.empty:
            continue
        if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        value = changed.get(parameter.name, GIVEN.get(parameter.name))
        if parameter.kind is parameter.POSITIONAL_ONLY:
            positional.append(value)
        else:
            named[parameter.name] = value
    result = function(*positional, **named)
    return list(result) if isinstance(result, Iterator) else result


@cache
def raising_lines(path: str) -> frozenset[int]:
    """The lines of a file in which an exception is raised on purpose."""
    tree = ast.parse(Path(path).read_text())
    raised = [node for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    return frozenset(line for node in raised for line in range(node.lineno, (node.end_lineno or 0) + 1))


@pytest.mark.parametrize(("function", "parameter"), PARAMETERS)
def test_what_a_function_does_not_take_is_refused_in_words(function: str, parameter: str) -> None:
    with pytest.raises((TypeError, ValueError, LookupError)) as error:
        call(function, **{parameter: Stray()})
    last = error.traceback[-1]
    assert last.lineno + 1 in raising_lines(str(last.path)), f"Python says: {error.value}"


@pytest.mark.parametrize("missing", MISSING, ids=repr)
@pytest.mark.parametrize(("function", "parameter", "is_listed"), NAMES)
def test_what_is_not_there_is_never_answered(
    function: str, parameter: str, is_listed: bool, missing: object
) -> None:
    with pytest.raises(LookupError):
        call(function, **{parameter: [missing] if is_listed else missing})


@pytest.mark.parametrize(("function", "parameter", "is_listed"), NAMES)
def test_slips_in_names_are_answered_with_the_nearest(function: str, parameter: str, is_listed: bool) -> None:
    with pytest.raises(LookupError, match=r"\[A\]"):
        call(function, **{parameter: ["[a]"] if is_listed else "[a]"})
