"""What changed between two debates: which elements are the same, and what is said of them."""

from argmap.comparing.debate_changes import Changes, compare

__all__ = ["Changes", "compare"]
