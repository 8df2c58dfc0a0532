"""A debate in the order in which people tell it: from what is at issue to what bears on that."""

from argmap.analysis.outlines.debate_outline import DebateOutline, OutlineItem, outline_of

__all__ = ["DebateOutline", "OutlineItem", "outline_of"]
