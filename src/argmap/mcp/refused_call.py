"""What a tool answers when it cannot do what it was asked."""

from __future__ import annotations


class RefusedCallError(ValueError):
    """A call of a tool that cannot be answered; the message says why, and what to write instead."""
