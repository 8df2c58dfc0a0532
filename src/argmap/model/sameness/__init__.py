"""Whether debates say the same."""

from argmap.model.sameness.same import differences, same

__all__ = ["differences", "same"]
