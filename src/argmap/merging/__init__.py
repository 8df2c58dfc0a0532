"""Merging debates: the model decides, the text is patched."""

from argmap.merging.merge_conflict import MergeConflict
from argmap.merging.three_way import Merge, merge

__all__ = ["Merge", "MergeConflict", "merge"]
