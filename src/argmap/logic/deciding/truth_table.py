"""Truth tables, all rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.logic.deciding.limit import Limit
from argmap.logic.formula import Formula
from argmap.logic.signs import Atom, Connective

# A column has 65,536 rows: 8 kB.
MOST_LETTERS = 16


def true_row(formulas: Iterable[Formula], atoms: Sequence[Atom], limit: Limit) -> frozenset[Atom] | None:
    """Return which atoms are true in the first row in which all formulas are, None if there is none.

    A column of the table is a number with a bit for each row, so that a single operation works out a
    connective for all rows.

    Raises:
        LimitReachedError: it takes too long.
    """
    rows = (1 << (1 << len(atoms))) - 1
    # Row r makes atom n true if bit n of r is set: 2^n rows false, 2^n rows true, and so on.
    columns = {atom: rows ^ (rows // ((1 << (1 << number)) + 1)) for number, atom in enumerate(atoms)}
    remaining = rows
    for formula in formulas:
        remaining &= _column(formula, columns, rows, limit)
    if not remaining:
        return None
    row = (remaining & -remaining).bit_length() - 1
    return frozenset(atom for number, atom in enumerate(atoms) if row >> number & 1)


def _column(formula: Formula, columns: dict[Atom, int], rows: int, limit: Limit) -> int:
    waiting: list[int] = []
    cost = 1 + (rows.bit_length() >> 12)
    for sign in reversed(formula.signs):
        limit.spend(cost)
        if isinstance(sign, Atom):
            waiting.append(columns[sign])
            continue
        left = waiting.pop()
        if sign is Connective.NOT:
            waiting.append(rows ^ left)
        elif sign is Connective.AND:
            waiting.append(left & waiting.pop())
        elif sign is Connective.OR:
            waiting.append(left | waiting.pop())
        elif sign is Connective.IMPLIES:
            waiting.append((rows ^ left) | waiting.pop())
        else:
            waiting.append(rows ^ left ^ waiting.pop())
    return waiting.pop()
