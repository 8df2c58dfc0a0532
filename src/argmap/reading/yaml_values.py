"""YAML 1.2 values, frozen, with problems in place of exceptions.

PyYAML's parser yields the events; what a plain scalar means is decided here, because PyYAML follows
YAML 1.1 (`yes`, `014`, `1:30`, `1_000`), while data blocks follow the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema) with dates, as js-yaml 4 does. Events instead of nodes,
and a stack instead of recursion, let neither deep nesting nor repeated aliases cost more than they should.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import re
from typing import Any, NamedTuple

import yaml
from attrs import define

from argmap.model import FrozenDict, Value

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 100
_LARGEST = 100_000
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?\Z",
    re.ASCII,
)
_TIME_PARTS = re.compile(
    r"(\d+)-(\d+)-(\d+)(?:[Tt]|[ \t]+)(\d+):(\d+):(\d+)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d{1,2}):?(\d{2})?))?"
)
TIGHT_COLON = re.compile(r"(?<=[^\s,\[{:]):(?=[\[\]{},])")
_CORE = "tag:yaml.org,2002:"


class YamlProblem(NamedTuple):
    """Something wrong in a YAML text: a diagnostic's code, its words, and the offset in that text.

    `length` is that of what is wrong, and `first` is where a key that occurs again stands first, empty
    for everything else.
    """

    code: str
    offset: int
    words: tuple[str, ...] = ()
    first: tuple[int, ...] = ()
    length: int = 1


def read_yaml(text: str) -> tuple[Value, tuple[YamlProblem, ...]]:
    """Return the value of a YAML text, None if it cannot be read, and what is wrong with it.

    >>> read_yaml("{a: yes, b: [1, 0x1F], c: 2020-01-01}")[0]
    FrozenDict({'a': 'yes', 'b': (1, 31), 'c': datetime.date(2020, 1, 1)})
    """
    text = printable(text)
    value, problems = _read(text)
    if problems and problems[0].code == "R201" and TIGHT_COLON.search(text):
        # YAML 1.2 lets `:` end a key before a bracket or comma of a flow mapping; libyaml does not.
        again = _read(TIGHT_COLON.sub(": ", text))
        if not again[1]:
            return again
    return value, problems


def printable(text: str) -> str:
    """Return a text of the same length without the characters that YAML forbids."""
    return UNPRINTABLE.sub("\ufffd", text) if UNPRINTABLE.search(text) else text


def _read(text: str) -> tuple[Value, tuple[YamlProblem, ...]]:
    problems: list[YamlProblem] = []
    try:
        loader = LOADER(text)
        try:
            return _Builder(problems).build(loader), tuple(problems)
        finally:
            loader.dispose()
    except _TooLarge as found:
        return None, (YamlProblem("R205", found.offset),)
    except yaml.MarkedYAMLError as error:
        return None, (_problem(error, text),)


def _problem(error: Any, text: str) -> YamlProblem:
    """Return what is wrong with a text; what is never closed is reported where it opens."""
    at = error.problem_mark.index if error.problem_mark else len(text)
    if error.problem == _TOO_DEEP:
        return YamlProblem("R205", min(at, len(text)))
    words = _plain_words(error.problem or "it is not YAML")
    if error.context_mark and not text[at:].strip():
        at = error.context_mark.index
        if text[at : at + 1] in ("[", "{", '"', "'"):
            words = f"`{text[at]}` is never closed"
    return YamlProblem("R201", min(at, len(text)), (words,))


# What libyaml says since 0.2.6, whose scanner is far ahead of what is built.
_TOO_DEEP = "exceeded maximum nesting depth"
_PLAIN_WORDS = {
    "mapping values are not allowed in this context": (
        "a `:` stands where no key can be; a text with `: ` in it needs quotes"
    ),
    "found character that cannot start any token": (
        "this character cannot begin a value; write the text in quotes"
    ),
    "could not find expected ':'": "a key without `:`",
    "did not find expected ',' or '}'": "a `,` or `}` is missing before this",
    "did not find expected ',' or ']'": "a `,` or `]` is missing before this",
    "did not find expected node content": "a value is missing here",
    "did not find expected key": "this is no key of the mapping; check the indentation and the brackets",
}


def _plain_words(problem: str) -> str:
    return _PLAIN_WORDS.get(problem, problem)


class _TooLarge(Exception):
    def __init__(self, offset: int) -> None:
        self.offset = offset


@define(eq=False)
class _Open:
    """A collection that is being read: `size` counts its values at any depth, aliases expanded."""

    is_mapping: bool
    anchor: str | None
    tag: str | None
    items: list[Value]
    marks: list[int]
    size: int = 1


class _Builder:
    """Builds the value of one YAML text from its events."""

    def __init__(self, problems: list[YamlProblem]) -> None:
        self.problems = problems
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.stack: list[_Open] = []
        self.result: Value = None
        self.documents = 0

    def build(self, loader: Any) -> Value:
        while loader.check_event():
            event: Any = loader.get_event()
            at: int = event.start_mark.index
            match event:
                case yaml.ScalarEvent():
                    self.add(scalar_value(event, self.problems), 1, at, event.anchor)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    if len(self.stack) >= DEEPEST:
                        raise _TooLarge(at)
                    is_mapping = isinstance(event, yaml.MappingStartEvent)
                    self.stack.append(_Open(is_mapping, event.anchor, event.tag, [], [at]))
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    done = self.stack.pop()
                    value = self.mapping(done) if done.is_mapping else tuple(done.items)
                    self.add(value, done.size, at, done.anchor)
                case yaml.AliasEvent():
                    if event.anchor not in self.anchors:
                        self.problems.append(
                            YamlProblem("R201", at, (f"there is no anchor `&{event.anchor}` above",))
                        )
                    self.add(*self.anchors.get(event.anchor or "", (None, 1)), at)
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        self.problems.append(YamlProblem("R201", at, ("it has more than one document",)))
                        return self.result
        return self.result

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
        if parent.size > _LARGEST:
            raise _TooLarge(at)

    def mapping(self, done: _Open) -> Value:
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
        if done.tag == _CORE + "set":
            return tuple(found)
        return FrozenDict({**merged, **found} if merged else found)


def scalar_value(event: Any, problems: list[YamlProblem]) -> Value:
    """Return what a scalar means; what is wrong with its tag is added to the problems."""
    text: str = event.value
    tag = event.tag
    if tag is None or tag == "!":
        return _plain(text) if event.implicit[0] and not event.style else text
    kind = tag.removeprefix(_CORE)
    if kind in ("int", "float", "bool", "null", "timestamp"):
        return _plain(text)
    if kind == "binary":
        try:
            return base64.b64decode(text)
        except (binascii.Error, ValueError):
            problems.append(YamlProblem("R201", event.start_mark.index, ("this is not base64",)))
    elif kind != "str":
        problems.append(YamlProblem("R201", event.start_mark.index, (f"there is no tag `{tag}`",)))
    return text


def _plain(text: str) -> Value:
    """Return what a plain scalar means in the core schema, with dates."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.match(text):
        return _integer(text)
    if _FLOAT.match(text):
        return float(text)
    if _DATE.match(text) or _TIME.match(text):
        return _time(text)
    return text


def _integer(text: str) -> Value:
    digits = text.lstrip("+-")
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2], 10)
    # Python neither reads nor writes decimal numbers of thousands of digits; nobody means a number by them.
    if len(digits) > 1000:
        return text
    number = int(digits[2:] if base != 10 else digits, base)
    return -number if text[0] == "-" else number


def _time(text: str) -> Value:
    try:
        if len(text) == 10:
            return datetime.date.fromisoformat(text)
        found = _TIME_PARTS.match(text)
        assert found is not None, "both patterns read the same times"
        year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
        fraction = int((found[7] or "").ljust(6, "0")[:6] or 0)
        offset = datetime.timedelta(hours=int(found[10] or 0), minutes=int(found[11] or 0))
        zone = datetime.timezone(-offset if found[9] == "-" else offset)
        return datetime.datetime(year, month, day, hour, minute, second, fraction, zone)
    except ValueError:
        return text


def key_name(key: Value) -> str:
    """Return a key as text, as JavaScript's objects have it."""
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool):
        return {None: "null", True: "true", False: "false"}[key]
    if isinstance(key, tuple):
        return ",".join(key_name(one) for one in key)
    return str(key)
