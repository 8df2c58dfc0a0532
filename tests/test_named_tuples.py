"""Named tuples are those of `typing`, made in less time."""

import pickle
import typing
from pathlib import Path
from types import new_class
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.named_tuples import NamedTuple
from argmap.text import Span

NAMES = st.lists(st.from_regex(r"[a-d]{1,3}", fullmatch=True), min_size=1, max_size=6, unique=True)


def made(base: object, names: list[str], defaults: list[int]) -> Any:
    """A class with such fields, the last of them with defaults, and a method."""
    body = {
        "__module__": __name__,
        "__doc__": "What it is.",
        "__annotations__": dict.fromkeys(names, "tuple[int, ...] | None"),
        **dict(zip(reversed(names), defaults, strict=False)),
        "first": property(lambda self: self[0]),
        "__str__": lambda self: "as a word",
    }
    return new_class("Point", (base,), exec_body=lambda namespace: namespace.update(body))


@given(NAMES, st.lists(st.integers(), max_size=6))
def test_classes_are_as_typing_makes_them(names: list[str], defaults: list[int]) -> None:
    ours, theirs = (made(base, names, defaults) for base in (NamedTuple, typing.NamedTuple))
    for_all = dict.fromkeys(names, 1)
    assert set(vars(ours)) == set(vars(theirs)) - {"__orig_bases__"}
    assert ours._field_defaults == theirs._field_defaults
    assert ours.__mro__[1:] == theirs.__mro__[1:] == (tuple, object)
    assert typing.get_type_hints(ours) == typing.get_type_hints(theirs)
    assert (ours.__doc__, ours.__module__) == ("What it is.", __name__)
    assert ours.__qualname__ == theirs.__qualname__
    assert ours(**for_all) == theirs(**for_all)
    assert (repr(ours(**for_all)), str(ours(**for_all))) == (repr(theirs(**for_all)), "as a word")
    assert ours(**for_all).first == 1


def test_they_are_pickled_by_name() -> None:
    span = Span(1, 2, "x")
    again = pickle.loads(pickle.dumps(span))
    assert (again, type(again)) == (span, Span)


def test_no_class_is_made_by_typing() -> None:
    files = {file: file.read_text("utf-8") for file in Path(argmap.__file__).parent.rglob("*.py")}
    by_typing = [
        str(file)
        for file, text in files.items()
        if file.name != "named_tuples.py"
        for line in text.splitlines()
        if line.lstrip().startswith(("from typing import", "from typing_extensions import"))
        if "NamedTuple" in line
    ]
    assert len(files) > 500
    assert by_typing == []
