"""What a selector says, as it was read: chains of steps and hops, and the tests of steps."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, InferenceRef, QuestionRef, TagRef

Value: TypeAlias = str | int | float
_BARE = re.compile(r"[^\W\d_]\w*(?:-\w+)*")


@frozen
class Words:
    """A text that title or text must contain, or another value in quotes.

    >>> str(Words('say "yes"'))
    '"say \\\\"yes\\\\""'
    """

    text: str

    def __str__(self) -> str:
        escaped = self.text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'


@frozen
class OfKind:
    """All of a kind: `claim`, `section`, …"""

    kind: str

    def __str__(self) -> str:
        return self.kind


@frozen
class Anything:
    """All claims, evidence, questions and arguments."""

    def __str__(self) -> str:
        return "*"


@frozen
class Titled:
    """What a title in markup names."""

    ref: ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | InferenceRef

    def __str__(self) -> str:
        return str(self.ref)


@frozen
class State:
    """A property, with what it is asked about: `:root`, `:in("Aid")`."""

    name: str
    values: tuple[Value, ...] = ()

    def __str__(self) -> str:
        return f":{self.name}" + (f"({', '.join(map(_written, self.values))})" if self.values else "")


@frozen
class Condition:
    """A condition on a field: that it is there, or how its value compares with another."""

    path: tuple[str, ...]
    operator: str | None = None
    value: Value | None = None

    def __str__(self) -> str:
        name = ".".join(self.path)
        if self.operator is None or self.value is None:
            return name
        space = "" if self.operator == ":" else " "
        return f"{name}{space}{self.operator} {_written(self.value)}"


@frozen
class Fields:
    """Conditions on fields that all have to hold."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return f"{{{', '.join(map(str, self.conditions))}}}"


@frozen
class Without:
    """What does not pass a test."""

    test: Test

    def __str__(self) -> str:
        return f"!{self.test}"


@frozen
class Arrow:
    """Along relations, in one direction."""

    sign: str

    def __str__(self) -> str:
        return self.sign


@frozen
class Along:
    """That there is something along an arrow."""

    arrow: Arrow
    chain: Chain

    def __str__(self) -> str:
        return f"({self.arrow} {self.chain})"


@frozen
class RoleHop:
    """To what has a role: `.premises`."""

    name: str

    def __str__(self) -> str:
        return f".{self.name}"


@frozen
class Step:
    """What is named, if anything is, and passes all tests."""

    subject: Subject | None = None
    tests: tuple[Test, ...] = ()

    def __str__(self) -> str:
        text = "" if self.subject is None else str(self.subject)
        for test in self.tests:
            # `:root(` would ask something of `root`.
            needs_space = isinstance(test, Along) and text and not text.endswith((")", "}", "]", ">", '"'))
            text += f" {test}" if needs_space else str(test)
        return text


@frozen
class Chain:
    """A step, then hops to others; what is last is the result."""

    links: tuple[Step | Arrow | RoleHop, ...]

    def __str__(self) -> str:
        return "".join(self._parts())

    def _parts(self) -> Iterator[str]:
        before: Step | Arrow | RoleHop | None = None
        for link in self.links:
            is_close = before is None or isinstance(link, RoleHop)
            yield f"{'' if is_close else ' '}{link}"
            before = link


@frozen
class Selector:
    """What a selector selects: the union of chains.

    >>> from argmap.selectors import parse_selector
    >>> str(parse_selector('claims  :unsupported, ([A],<B>)<<+evidence{year>1990}'))
    'claim:unsupported, ([A], <B>) <<+ evidence{year > 1990}'
    """

    chains: tuple[Chain, ...]

    def __str__(self) -> str:
        return ", ".join(map(str, self.chains))


@frozen
class Group:
    """What a selector in parentheses selects."""

    selector: Selector

    def __str__(self) -> str:
        return f"({self.selector})"


Subject: TypeAlias = OfKind | Anything | Titled | Group
Test: TypeAlias = TagRef | State | Words | Fields | Without | Along


Part: TypeAlias = "Selector | Chain | Step | Subject | Test"


def parts_of(selector: Selector) -> Iterator[tuple[Part, int]]:
    """Yield a selector and all its parts, each with its depth."""
    waiting: list[tuple[Part, int]] = [(selector, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield part, depth
        waiting += [(inner, depth + 1) for inner in reversed(_inside(part))]


def _inside(part: Part) -> Sequence[Part]:
    match part:
        case Selector(chains):
            return chains
        case Chain(links):
            return [link for link in links if isinstance(link, Step)]
        case Step(subject, tests):
            return tests if subject is None else (subject, *tests)
        case Group(selector):
            return (selector,)
        case Without(test):
            return (test,)
        case Along(_, chain):
            return (chain,)
        case _:
            return ()


def quoted_or_bare(text: str, *, is_bare: bool = True) -> str:
    """Return a text as a value: in quotes if it must be, or unless it is to be bare.

    >>> quoted_or_bare("Weather"), quoted_or_bare("We are"), quoted_or_bare("Weather", is_bare=False)
    ('Weather', '"We are"', '"Weather"')
    """
    return text if is_bare and _BARE.fullmatch(text) else str(Words(text))


def _written(value: Value) -> str:
    if isinstance(value, str):
        return quoted_or_bare(value)
    # There is no word for it.
    return f"{'-' if value < 0 else ''}1e999" if math.isinf(value) else str(value)
