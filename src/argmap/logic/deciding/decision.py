"""What was decided."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from argmap.logic.world import Model


class Validity(Enum):
    """Whether a conclusion follows from premises."""

    VALID = "valid"
    INVALID = "invalid"
    NOT_DECIDED = "not decided"


@frozen(kw_only=True)
class Decision:
    """Whether a conclusion follows, and what shows that.

    An invalid step has a counter-model: a case in which the premises are true and the conclusion is false. A
    step that was not decided has a reason. `method` says how it was decided, `seconds` how long that took.
    """

    outcome: Validity
    counter_model: Model | None = None
    reason: str | None = None
    method: str | None = None
    seconds: float = field(default=0.0, eq=False)


@frozen(kw_only=True)
class Consistency:
    """Whether formulas can be true together, and a case in which they are; None if it was not decided."""

    is_consistent: bool | None
    model: Model | None = None
    reason: str | None = None
    method: str | None = None
    seconds: float = field(default=0.0, eq=False)
