"""Damage in a file: the file is refused, or, if reading is lenient, damage is left out and reported."""

from __future__ import annotations

from attrs import Factory, define

from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.format_error import FormatError


@define(eq=False)
class Damage:
    """Collects damage if reading is lenient; otherwise raises it as an error."""

    is_lenient: bool = False
    losses: list[Loss] = Factory(list)

    def add(self, error: FormatError, subject: str, *, feature: str = "damage") -> None:
        """Report that something is left out because it is damaged.

        Raises:
            FormatError: reading is not lenient.
        """
        if not self.is_lenient:
            raise error
        finding = error.diagnostics[0]
        self.losses.append(Loss(Fate.DROPPED, feature, subject, finding.message, span=finding.span))
