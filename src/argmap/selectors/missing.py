"""Titles, sections and tags that a selector names and a debate does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.model import Debate, NotInDebateError, TagRef
from argmap.model.lookup import reference_to
from argmap.selectors.expression import State, Titled, parts_of
from argmap.selectors.selector_error import SelectorError
from argmap.selectors.selector_grammar import parse_selector
from argmap.selectors.states import sections_named
from argmap.text.nearest import nearest


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
                    reference_to(debate, ref)
                case State("in", values):
                    sections_named(debate, values)
        except NotInDebateError as error:
            yield error.problem, f"did you mean {error.near}?" if error.near else ""


def mistyped_tags(tags: Iterable[str], selector: str) -> Iterator[tuple[TagRef, TagRef]]:
    """Yield each tag of a selector that nothing has, and the nearest of those that something has.

    A tag that is like none of them may be asked for in order to see that nothing has it: it is passed over,
    as is everything if the selector cannot be read.

    >>> [(str(tag), str(near)) for tag, near in mistyped_tags(["crux", "pro"], "#cruz, #todo")]
    [('#cruz', '#crux')]
    """
    try:
        read = parse_selector(selector)
    except SelectorError:
        return
    known = frozenset(tags)
    asked = (part for part, _ in parts_of(read) if isinstance(part, TagRef))
    for tag in dict.fromkeys(asked):
        near = None if tag.title in known else nearest(tag.title, sorted(known))
        if near is not None:
            yield tag, TagRef(near)
