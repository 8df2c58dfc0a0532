"""The names of elements in files: titles, each used only once."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.interop.conversion.foreign_titles import TitleMaker
from argmap.interop.conversion.own_data import foreign_id
from argmap.model import Debate, Ref


def names_of(debate: Debate, key: str | None = None) -> Mapping[Ref, str]:
    """Return a different name for each element: the id that a format gave it, or else its title.

    >>> from argmap import parse
    >>> list(names_of(parse("[A]: a\\n  - <A>").debate).values())
    ['A', 'A (2)']
    """
    names = TitleMaker("Thing")
    return {
        element.ref: names.unique((key and foreign_id(element.data, key)) or element.title or "?")
        for element in debate
    }
