"""A debate as an outline: from what is at issue to what supports or attacks it."""

from argmap.analysis.outlines.debate_outline import DebateOutline, OutlineItem, outline_of

__all__ = ["DebateOutline", "OutlineItem", "outline_of"]
