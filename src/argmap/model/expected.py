"""What an author expects of verdicts: `expect` in the frontmatter and in the data of things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import Data, Value
from argmap.model.argument import Argument
from argmap.model.contents import Contents
from argmap.model.lookup import NotInDebateError, resolve
from argmap.model.reference import Ref

VERDICT_WORDS = ("in", "out", "undecided")


class Expectation(NamedTuple):
    """What is to have which verdict, as it is written.

    `ref` is None if the debate has nothing of the name, or several things; `problem` then says so. `path`
    leads to it in the frontmatter; it is empty if the thing itself has the expectation in its data.
    """

    name: str
    ref: Ref | None
    word: str
    path: tuple[str | int, ...] = ()
    problem: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether it names something and a verdict, so that it can be met or not."""
        return self.ref is not None and self.word in VERDICT_WORDS


def expectations_of(debate: Contents, metadata: Data) -> Iterator[Expectation]:
    r"""Yield what is expected of a debate: first what its frontmatter lists, then what things say themselves.

    >>> import argmap
    >>> debate = argmap.parse("===\nexpect: {in: [[A], <B>]}\n===\n\n[A]: a {expect: out}\n  + <B>: b").debate
    >>> [(each.name, each.word) for each in expectations_of(debate, debate.metadata)]
    [('[A]', 'in'), ('<B>', 'in'), ('[A]', 'out')]
    """
    listed = metadata.get("expect") if metadata else None
    if isinstance(listed, FrozenDict):
        for word, names in listed.items():
            if isinstance(names, tuple):
                for place, name in enumerate(names):
                    yield _named(debate, _name(name), str(word), ("expect", str(word), place))
            elif names is not None:
                yield _named(debate, _name(names), str(word), ("expect", str(word)))
    elif listed is not None:
        yield Expectation("", None, _name(listed), ("expect",))
    for element in debate.elements:
        if element.data:
            yield from _own(element.ref, element.data)
        if isinstance(element, Argument):
            for inference in element.inferences:
                if inference.data:
                    yield from _own(inference.ref, inference.data)


def _own(ref: Ref, data: Data) -> Iterator[Expectation]:
    if data.get("expect") is not None:
        yield Expectation(str(ref), ref, _name(data["expect"]))


def _named(debate: Contents, name: str, word: str, path: tuple[str | int, ...]) -> Expectation:
    # So is `[^E]`.
    name = f"[{name}]" if name.startswith("^") and name not in debate.claims else name
    try:
        return Expectation(name, resolve(debate, name), word, path)
    except NotInDebateError as error:
        return Expectation(name, None, word, path, str(error))


def _name(value: Value) -> str:
    # `[A]` without quotes is a list of one text in YAML.
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], str):
        return f"[{value[0]}]"
    # Words such as `on` are truth values.
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
