"""The operators of relations: how they are written and what they say.

The grammar spells them once more, as terminals that a reader of the language sees whole; a test holds the two
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.named_tuples import NamedTuple


class Operator(NamedTuple):
    """A sign that begins a line and relates it to the line above.

    `terminal` is its name in the grammar, `relation` the value of the kind of relation. `is_from_below` says
    that what is below is the source, unless both directions say the same (`is_symmetric`); `needs_space` that
    the sign is text unless a space is behind it.
    """

    marker: str
    terminal: str
    relation: str
    is_from_below: bool
    needs_space: bool = False
    is_symmetric: bool = False


# Of two that say the same, the first is the one that we write.
_TABLE = (
    Operator("+", "SUPPORTED_BY", "support", is_from_below=True),
    Operator("<+", "SUPPORTED_BY", "support", is_from_below=True),
    Operator("+>", "SUPPORTS", "support", is_from_below=False),
    Operator("-", "ATTACKED_BY", "attack", is_from_below=True),
    Operator("<-", "ATTACKED_BY", "attack", is_from_below=True),
    Operator("->", "ATTACKS", "attack", is_from_below=False),
    # Elsewhere `_` is emphasis.
    Operator("_", "UNDERCUT_BY", "undercut", is_from_below=True, needs_space=True),
    Operator("<_", "UNDERCUT_BY", "undercut", is_from_below=True),
    Operator("_>", "UNDERCUTS", "undercut", is_from_below=False),
    Operator("><", "CONTRADICTS", "contradictory", is_from_below=False, is_symmetric=True),
)

OPERATORS = {operator.marker: operator for operator in _TABLE}
OPERATOR_TERMINALS = frozenset(operator.terminal for operator in _TABLE)


def marker_of(relation: str, *, is_from_below: bool, needs_space: bool | None = None) -> str:
    """Return the operator that says something, as we write it; `needs_space` chooses among several.

    Raises:
        LookupError: no operator says that.

    >>> marker_of("support", is_from_below=True), marker_of("support", is_from_below=False)
    ('+', '+>')
    >>> marker_of("undercut", is_from_below=True, needs_space=False)
    '<_'
    """
    for operator in _TABLE:
        points_right = operator.is_symmetric or operator.is_from_below == is_from_below
        if operator.relation == relation and points_right and needs_space in (None, operator.needs_space):
            return operator.marker
    raise LookupError(f"there is no operator for {relation!r}")


def _any_of(signs: Iterable[str]) -> str:
    """Return a pattern of alternatives, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, signs), key=lambda sign: (-len(sign), sign))) + ")"


# Patterns: any operator, whatever is behind it; one that is no emphasis anywhere; what begins a line if an
# operator does.
OPERATOR = _any_of(OPERATORS)
PLAIN_OPERATOR = _any_of(operator.marker for operator in _TABLE if not operator.needs_space)
OPERATOR_AT_LINE_START = (
    "(?:"
    + "|".join(re.escape(operator.marker) + (r"\s" if operator.needs_space else "") for operator in _TABLE)
    + ")"
)
# For classes of characters: what operators are made of, and what makes an operator of `<`.
OPERATOR_SIGNS = re.escape("".join(sorted(set("".join(OPERATORS)))))
SIGNS_BEHIND_ANGLE = re.escape("".join(sorted(marker[1] for marker in OPERATORS if marker[0] == "<")))
