"""What changed between two debates: which elements are the same, and what differs in them."""

from argmap.comparing.debate_changes import Changes, compare

__all__ = ["Changes", "compare"]
