"""Changes together with the debates that they are between, as their forms need them."""

from __future__ import annotations

from attrs import frozen

from argmap.comparing.change_kinds import DebateChange
from argmap.model import Debate


@frozen(eq=False)
class ToldChanges:
    """Changes between two debates, and the texts that these were read from, None if they were not."""

    changes: tuple[DebateChange, ...]
    old: Debate
    new: Debate
    texts: tuple[str | None, str | None]
