"""The statements of an argument that refer to what is stated elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.reference import Ref
from argmap.model.statement import Role, Statement


def referring_steps(argument: str, refs: Sequence[Ref]) -> tuple[Statement, ...]:
    """Return the statements of an argument of one inference, which name premises and then its conclusion.

    >>> from argmap import ClaimRef
    >>> [step.role.value for step in referring_steps("Rain", [ClaimRef("Clouds"), ClaimRef("Wet")])]
    ['premise', 'main-conclusion']
    """
    last = len(refs) - 1
    return tuple(
        Statement(
            ref.title,
            None,
            Role.MAIN_CONCLUSION if place == last else Role.PREMISE,
            is_reference=True,
            argument=argument,
        )
        for place, ref in enumerate(refs)
    )
