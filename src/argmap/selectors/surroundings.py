"""What selectors ask that is not in a debate itself: findings, verdicts, the map, lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from functools import cached_property
from typing import TypeAlias, TypeVar

from attrs import frozen

from argmap.model import InferenceRef, Ref
from argmap.selectors.selector_error import SelectorError
from argmap.text import Span, diagnose

Findings: TypeAlias = Mapping[Ref, Set[str]]
T = TypeVar("T")


@frozen(slots=False, eq=False)
class Surroundings:
    """Answers to what selectors may ask, each worked out when it is first asked for; None if nobody knows.

    `find` gives the codes of findings by what they are about, `ask` the inferences whose schemes have open
    critical questions, `show` what is in the map, `judge` the verdicts, each `in`, `out` or `undecided`;
    `line` is that of an offset.
    """

    find: Callable[[], Findings] | None = None
    ask: Callable[[], Set[InferenceRef]] | None = None
    show: Callable[[], Set[Ref]] | None = None
    judge: Callable[[], Mapping[Ref, str]] | None = None
    line: Callable[[int], int] | None = None

    @cached_property
    def findings(self) -> Findings:
        """The codes of findings by what they are about."""
        return _known(self.find, "finding")()

    @cached_property
    def asked(self) -> Set[InferenceRef]:
        """The inferences with open critical questions."""
        return _known(self.ask, "asked")()

    @cached_property
    def shown(self) -> Set[Ref]:
        """What is in the map."""
        return _known(self.show, "in-map")()

    @cached_property
    def labels(self) -> Mapping[Ref, str]:
        """The verdicts."""
        return _known(self.judge, "accepted")()


def _known(answer: Callable[[], T] | None, state: str) -> Callable[[], T]:
    if answer is None:
        hint = "leave it out; what it asks is not known here"
        raise SelectorError(diagnose("Q602", Span(0, 0), f"`:{state}` cannot be asked here", hint))
    return answer
