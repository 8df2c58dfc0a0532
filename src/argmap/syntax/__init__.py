"""What is written: from text to tree."""

from argmap.syntax.tree import Block, Element, Include, Kind, Problem, Range, Tree

__all__ = ["Block", "Element", "Include", "Kind", "Problem", "Range", "Tree"]
