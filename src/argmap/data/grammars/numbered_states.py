"""The states of a parser that Lark makes of a grammar, numbered the same way every time."""

from __future__ import annotations

from collections import deque
from typing import Any

from argmap.named_tuples import NamedTuple


class NumberedStates(NamedTuple):
    """The states of a parser with the rules that they complete.

    States begin with that in which a text begins, and hold by name of a terminal or symbol: the state that
    follows (0 or more), or -1 - the number of the rule that is complete. A text ends in the state `end`.
    """

    states: list[dict[str, int]]
    rules: list[Any]
    end: int


def numbered_states(table: Any, start: str) -> NumberedStates:
    """Return the states of a parse table of Lark, which numbers them differently from run to run.

    Here they count in the order in which a walk over them comes to them. `start` is the symbol of a text.
    """
    first = table.start_states[start]
    numbers: dict[Any, int] = {first: 0}
    rules: dict[Any, int] = {}
    states: list[dict[str, int]] = []
    waiting = deque([first])
    while waiting:
        row: dict[str, int] = {}
        for name, (action, arg) in sorted(table.states[waiting.popleft()].items()):
            if str(action) == "Shift":
                if arg not in numbers:
                    numbers[arg] = len(numbers)
                    waiting.append(arg)
                row[str(name)] = numbers[arg]
            else:
                row[str(name)] = -1 - rules.setdefault(arg, len(rules))
        states.append(row)
    return NumberedStates(states, list(rules), numbers[table.end_states[start]])
