"""Edits of a text that change one thing that it says, and nothing else."""

from argmap.edits.edited_data import allow, answer_question, declare_source
from argmap.edits.edited_elements import add_skeleton, reconstruct, remove, skeleton
from argmap.edits.edited_mentions import extract, line_to_mention, mention_to_line
from argmap.edits.edited_relations import add_relation, turn_relation
from argmap.edits.edited_titles import give_title, rename
from argmap.text.edit import Edit
from argmap.text.edited_text import apply, undoing

__all__ = [
    "Edit",
    "add_relation",
    "add_skeleton",
    "allow",
    "answer_question",
    "apply",
    "declare_source",
    "extract",
    "give_title",
    "line_to_mention",
    "mention_to_line",
    "reconstruct",
    "remove",
    "rename",
    "skeleton",
    "turn_relation",
    "undoing",
]
