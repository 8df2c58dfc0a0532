"""What callers get wrong is said in words by every public function, and never answered."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import pytest
from tests.calling import DOCUMENT, FUNCTIONS, GIVEN, Stray, call, parameters, puzzle_of

import argmap
from argmap import Claim, ClaimRef

OTHER = argmap.parse("[A]: It pours.\n\nNo title.\n  - <C>: c\n")


@pytest.fixture(autouse=True)
def _in_a_folder_with_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / str(GIVEN["path"])).write_text("[A]: a\n")


# These take what is made by others of these, not by people.
_INSIDE = {"analysis.judge", "Changes.with_verdicts", "maps.omission_words", "reasoning.framework_names"}
_INSIDE |= {"reasoning.carneades_labels", "reasoning.reduced", "reasoning.strengths", "reasoning.name_of"}
_INSIDE |= {"logic.describe", "logic.is_true", "logic.rename", "logic.substitute", "corpus.write_bag"}
PARAMETERS = [
    (name, parameter.name)
    for name in FUNCTIONS
    if name not in _INSIDE
    for parameter in parameters(name)
    # Everything has a long form, and is frozen as data.
    if str(parameter.annotation) != "object"
]

# What names one thing that must be there; a list of names is tried by a list of it.
NAMES = [
    (name, parameter.name, "Iterable" in str(parameter.annotation))
    for name in FUNCTIONS
    for parameter in parameters(name)
    if "Named" in str(parameter.annotation) and name != "render.draw_map"
]
MISSING = (ClaimRef("Ax"), "[Ax]", Claim("Ax"), "<C>#2", OTHER.debate.claims["Untitled 1"])

# What people give by mistake, with the words of which one must be in the type of what takes it.
MISTAKES: Mapping[str, tuple[Callable[[], object], tuple[str, ...]]] = {
    "something else": (Stray, ()),
    "a class": (lambda: Stray, ("Callable",)),
    "bytes": (lambda: b"[A]", ("bytes",)),
    "a path": (lambda: Path("debate.argdown"), ("PathLike",)),
    "an open file": (lambda: open("debate.argdown"), ()),  # noqa: SIM115  # that is the mistake
    "a number": (lambda: 3, ("int", "float")),
    "a negative number": (lambda: -1, ()),
    "no number": (lambda: float("nan"), ()),
    "a truth value": (lambda: True, ("bool",)),
    "None in a list": (lambda: [None], ()),
    "None in what is made as it goes": (lambda: (each for each in [None]), ()),
    "a mapping": (lambda: {"[A]": None}, ("Mapping",)),
    "pairs": (lambda: [("[A]", "[A]")], ()),
    "a word for one of some words": (lambda: "Support", ("str", "Table", "Named")),
    "a document": (lambda: DOCUMENT, ("Document", "HasDebate")),
    "a debate": (lambda: DOCUMENT.debate, ("Debate",)),
    "a draft": (argmap.Draft, ()),
    "a map": (lambda: GIVEN["argument_map"], ("ArgumentMap",)),
    "a drawing": (cache(partial(argmap.draw, DOCUMENT)), ()),
    "an evaluation": (cache(partial(argmap.evaluate, DOCUMENT)), ("Evaluation",)),
    "findings": (cache(partial(argmap.check, DOCUMENT)), ("Diagnostic",)),
    "changes": (cache(partial(argmap.diff, DOCUMENT, DOCUMENT)), ("Changes",)),
    "a claim": (lambda: DOCUMENT.debate["[A]"], ("Named", "Element")),
    "a statement of a claim": (lambda: DOCUMENT.debate.claims["A"].statements[0], ()),
    "a section": (lambda: DOCUMENT.debate.sections[0], ("Section",)),
    "a tag": (lambda: argmap.TagRef("wet"), ("TagRef", "NameRef")),
    "a place": (lambda: argmap.Span(60, 62), ("Span",)),
    "a relation": (lambda: DOCUMENT.debate.relations[0], ("Relation",)),
    "settings": (argmap.Settings, ("Settings",)),
}


def answers(function: str, parameter: str) -> Iterator[str]:
    """Yield which mistakes a function answers, or refuses in a way that nobody understands."""
    annotation = str(inspect.signature(FUNCTIONS[function]).parameters[parameter].annotation)
    for mistake, (make, words) in MISTAKES.items():
        if not any(word in annotation for word in words):
            try:
                call(function, **{parameter: make()})
            except Exception as error:  # whatever it is
                if puzzle := puzzle_of(error):
                    yield f"{mistake}: {puzzle}"
            else:
                yield f"{mistake} is taken"


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize(("function", "parameter"), PARAMETERS)
def test_what_a_function_does_not_take_is_refused_in_words(function: str, parameter: str) -> None:
    assert list(answers(function, parameter)) == []


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
