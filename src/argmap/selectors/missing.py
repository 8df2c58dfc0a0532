"""Titles and sections that a selector names and a debate does not have."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Debate, NotInDebateError
from argmap.model.lookup import resolve
from argmap.selectors.expression import State, Titled, parts_of
from argmap.selectors.selector_error import SelectorError
from argmap.selectors.selector_grammar import parse_selector
from argmap.selectors.states import sections_named


def missing_names(debate: Debate, selector: str) -> Iterator[tuple[str, str]]:
    """Yield what is not there, and what may have been meant; nothing of a selector that cannot be read.

    >>> import argmap
    >>> list(missing_names(argmap.parse("[Sun]: It shines.").debate, "[Sunn] <+"))
    [('there is no [Sunn] in this debate', 'did you mean [Sun]?')]
    """
    try:
        read = parse_selector(selector)
    except SelectorError:
        return
    for part, _ in parts_of(read):
        try:
            match part:
                case Titled(ref):
                    resolve(debate, ref)
                case State("in", values):
                    sections_named(debate, values)
        except NotInDebateError as error:
            yield error.problem, f"did you mean {error.near}?" if error.near else ""
