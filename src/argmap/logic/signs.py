"""The signs that formulas are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

_NAME = re.compile(r"[^\W\d_]\w*")
_VARIABLE = re.compile(r"[a-z][0-9]*")
_FREE_VARIABLE = re.compile(r"[u-z][0-9]*")
_WORDS = ("not", "and", "or", "implies", "iff", "all", "forall", "exists", "exist", "some")
# They are signs, and so cannot be names.
RESERVED = frozenset(_WORDS) | frozenset(word.upper() for word in _WORDS)


class Connective(Enum):
    """What makes a formula from one or two others."""

    NOT = "not"
    AND = "and"
    OR = "or"
    IMPLIES = "implies"
    IFF = "iff"


class Quantifier(Enum):
    """Of which things a formula is true: all, or at least one."""

    ALL = "all"
    EXISTS = "exists"


def is_variable(name: str) -> bool:
    """Return whether a quantifier can bind a name: a small letter, perhaps with a number.

    >>> is_variable("x1"), is_variable("Socrates")
    (True, False)
    """
    return bool(_VARIABLE.fullmatch(name))


def is_free_variable(name: str) -> bool:
    """Return whether a name is a variable even if no quantifier binds it: u to z.

    >>> is_free_variable("x"), is_free_variable("a")
    (True, False)
    """
    return bool(_FREE_VARIABLE.fullmatch(name))


def _terms(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_named, terms))


def _named(name: str) -> str:
    if not _NAME.fullmatch(name) or name in RESERVED:
        raise ValueError(f"nothing in a formula can be named {name!r}")
    return name


def _bound(name: str) -> str:
    if not is_variable(name):
        raise ValueError(f"a quantifier cannot bind {name!r}")
    return name


@frozen
class Binder:
    """A quantifier with the variable that it binds.

    >>> Binder(Quantifier.ALL, "Socrates")
    Traceback (most recent call last):
    ValueError: a quantifier cannot bind 'Socrates'
    """

    quantifier: Quantifier
    variable: str = field(converter=_bound)


@frozen
class Atom:
    """A letter, followed by what it is true of; of nothing, if the letter is a sentence of its own.

    >>> Atom("F", ["a"])
    Atom(letter='F', terms=('a',))
    """

    letter: str = field(converter=_named)
    terms: tuple[str, ...] = field(default=(), converter=_terms)


@frozen
class Identity:
    """Says that two names or variables stand for the same thing."""

    left: str = field(converter=_named)
    right: str = field(converter=_named)

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that are said to stand for the same thing."""
        return (self.left, self.right)


Sign: TypeAlias = Connective | Binder | Atom | Identity


def operands(sign: Sign) -> int:
    """Return how many formulas follow a sign.

    >>> operands(Connective.AND), operands(Connective.NOT), operands(Atom("p"))
    (2, 1, 0)
    """
    if isinstance(sign, Atom | Identity):
        return 0
    return 1 if isinstance(sign, Binder) or sign is Connective.NOT else 2
