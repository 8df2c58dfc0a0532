"""YAML 1.2 values, frozen, with problems in place of exceptions.

PyYAML's parser yields the events; what a plain scalar means is decided here, because PyYAML follows
YAML 1.1 (`yes`, `014`, `1:30`, `1_000`), while data blocks follow the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema) with dates, as js-yaml 4 does. Events instead of nodes,
and a stack instead of recursion, let neither deep nesting nor repeated aliases cost more than they should.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from attrs import define, evolve

from argmap.data import FrozenDict, Value
from argmap.data.yaml_errors import explained
from argmap.data.yaml_problems import YamlProblem, change
from argmap.data.yaml_scalars import CORE, DEEPEST, key_name, scalar_value
from argmap.text import Fix, Span

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# As many values as one text may hold, those included that aliases repeat.
_LARGEST = 100_000
# Those that are allowed would take `re` a hundred times as long to compile.
UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")

TIGHT_COLON = re.compile(r"(?<=[^\s,\[{:]):(?=[\[\]{},])")


def read_yaml(text: str, *, most: int = _LARGEST) -> tuple[Value, tuple[YamlProblem, ...]]:
    """Return the value of a YAML text, None if it cannot be read, and what is wrong with it.

    It may hold so many values at `most`.

    >>> read_yaml("{a: yes, b: [1, 0x1F], c: 2020-01-01}")[0]
    FrozenDict({'a': 'yes', 'b': (1, 31), 'c': datetime.date(2020, 1, 1)})
    """
    text = printable(text)
    value, problems = _read(text, most)
    if not problems or problems[0].code != "R201":
        return value, problems
    # YAML 1.2 lets `:` end a key before a bracket or comma of a flow mapping; libyaml does not.
    colons = [colon.end() for colon in TIGHT_COLON.finditer(text)]
    if colons:
        again, others = _read(TIGHT_COLON.sub(": ", text), most)
        if all(problem.code != "R201" for problem in others):
            return again, tuple(
                problem._replace(
                    offset=without_spaces(problem.offset, colons),
                    first=tuple(without_spaces(place, colons) for place in problem.first),
                )
                for problem in others
            )
    first = problems[0]
    return value, (first._replace(fix=_tried(text, first, most)), *problems[1:])


_MOST_REPAIRS = 10
_LONGEST_REPAIRED = 20_000


def _tried(text: str, problem: YamlProblem, most: int) -> Fix | None:
    """Return a fix after which a text can be read, as far as it takes the same kinds of repair."""
    repaired, is_safe = text, True
    for _ in range(_MOST_REPAIRS if len(text) < _LONGEST_REPAIRED else 0):
        if problem.fix is None:
            return None
        start, end, _ = problem.fix.span
        is_safe = is_safe and problem.fix.is_safe
        repaired = repaired[:start] + problem.fix.replacement + repaired[end:]
        value, problems = _read(repaired, most)
        if not problems and value is not None:
            return evolve(change(text, repaired), is_safe=is_safe)
        if not problems or problems[0].code != "R201":
            return None
        problem = problems[0]
    return None


def printable(text: str) -> str:
    """Return a text of the same length without the characters that YAML forbids."""
    return UNPRINTABLE.sub("\ufffd", text) if UNPRINTABLE.search(text) else text


def without_spaces(offset: int, ends: list[int]) -> int:
    """Return where an offset is in a text that has no space at `ends`, which are in order."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        # The space of the colon with this number is behind so many others.
        if ends[middle] + middle < offset:
            low = middle + 1
        else:
            high = middle
    return offset - low


def _read(text: str, most: int) -> tuple[Value, tuple[YamlProblem, ...]]:
    problems: list[YamlProblem] = []
    builder = _ValueBuilder(problems, most)
    try:
        loader = LOADER(text)
        try:
            return builder.build(loader), tuple(problems)
        finally:
            loader.dispose()
    except _TooLarge as found:
        return None, (YamlProblem("R205", found.offset),)
    except yaml.MarkedYAMLError as error:
        last = builder.last and Span(builder.last.start_mark.index, builder.last.end_mark.index)
        return None, (_problem(error, text, last),)


# What libyaml says since 0.2.6, whose scanner is far ahead of what is built.
_TOO_DEEP = "exceeded maximum nesting depth"


def _problem(error: Any, text: str, last: Span | None) -> YamlProblem:
    """Return what is wrong with a text; what is never closed is reported where it opens."""
    if error.problem == _TOO_DEEP:
        return YamlProblem("R205", min(error.problem_mark.index if error.problem_mark else 0, len(text)))
    found = explained(error, text, last)
    length = max(1, found.span.end - found.span.start)
    offset = min(found.span.start, len(text))
    return YamlProblem("R201", offset, (found.message, found.hint), length=length, fix=found.fix)


class _TooLarge(Exception):
    def __init__(self, offset: int) -> None:
        self.offset = offset


@define(eq=False, repr=False)
class _OpenNode:
    """A collection that is being read: `size` counts its values at any depth, aliases expanded."""

    is_mapping: bool
    anchor: str | None
    tag: str | None
    items: list[Value]
    marks: list[int]
    size: int = 1


class _ValueBuilder:
    """Builds the value of one YAML text from its events."""

    def __init__(self, problems: list[YamlProblem], most: int) -> None:
        self.problems = problems
        self.most = most
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.stack: list[_OpenNode] = []
        self.result: Value = None
        self.documents = 0
        # The event of the last key or value that was read.
        self.last: Any = None

    def build(self, loader: Any) -> Value:
        while self.documents < 2 and loader.check_event():
            event = loader.get_event()
            if take := _TAKING.get(event.__class__):
                take(self, event)
        return self.result

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            words = (
                "`---` begins further data, which is not read",
                "remove the line, or write it in one mapping",
            )
            self.problems.append(YamlProblem("R201", event.start_mark.index, words))

    def open(self, event: Any) -> None:
        at = event.start_mark.index
        if len(self.stack) >= DEEPEST:
            raise _TooLarge(at)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_OpenNode(is_mapping, event.anchor, event.tag, [], [at]))

    def close(self, event: Any) -> None:
        done = self.stack.pop()
        value = self.mapping(done) if done.is_mapping else tuple(done.items)
        self.add(value, done.size, event.start_mark.index, done.anchor)

    def scalar(self, event: Any) -> None:
        self.last = event
        self.add(scalar_value(event, self.problems), 1, event.start_mark.index, event.anchor)

    def alias(self, event: Any) -> None:
        at = event.start_mark.index
        if event.anchor not in self.anchors:
            words = (f"there is no anchor `&{event.anchor}` above", "write the text in quotes")
            self.problems.append(YamlProblem("R201", at, words))
        self.add(*self.anchors.get(event.anchor or "", (None, 1)), at)

    def add(self, value: Value, size: int, at: int, anchor: str | None = None) -> None:
        if anchor:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.result = value
            return
        parent = self.stack[-1]
        parent.items.append(value)
        parent.marks.append(at)
        parent.size += size
        if parent.size > self.most:
            raise _TooLarge(at)

    def mapping(self, done: _OpenNode) -> Value:
        found: dict[str, Value] = {}
        merged: dict[str, Value] = {}
        places: dict[str, int] = {}
        for index in range(0, len(done.items), 2):
            key, value = done.items[index], done.items[index + 1]
            if key == "<<" and isinstance(value, FrozenDict | tuple):
                for one in (value,) if isinstance(value, FrozenDict) else value:
                    if isinstance(one, FrozenDict):
                        merged = {**one, **merged}
                continue
            name = key_name(key)
            if name in found:
                if not places:
                    for one in range(len(done.items) - 2, -1, -2):
                        places[key_name(done.items[one])] = done.marks[one + 1]
                self.problems.append(YamlProblem("R203", done.marks[index + 1], (name,), (places[name],)))
            found[name] = value
        if done.tag == CORE + "set":
            return tuple(found)
        return FrozenDict({**merged, **found} if merged else found)


# By the class of an event, for asking after one class after another takes longer; other events say nothing.
_TAKING = {
    yaml.ScalarEvent: _ValueBuilder.scalar,
    yaml.SequenceStartEvent: _ValueBuilder.open,
    yaml.MappingStartEvent: _ValueBuilder.open,
    yaml.SequenceEndEvent: _ValueBuilder.close,
    yaml.MappingEndEvent: _ValueBuilder.close,
    yaml.AliasEvent: _ValueBuilder.alias,
    yaml.DocumentStartEvent: _ValueBuilder.begin_document,
}
