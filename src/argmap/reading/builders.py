"""Claims, evidence and arguments while they are gathered from a document."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from argmap.data import Data, FrozenDict, Value
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    EvidenceRef,
    InferenceRef,
    PropositionRef,
    QuestionRef,
    Statement,
)
from argmap.text import Span


class InferenceBuilder:
    """An inference that is being read."""

    conclusion_index = -1

    def __init__(self, ref: InferenceRef, rules: list[str], data: dict[str, Value], span: Span) -> None:
        self.ref = ref
        self.rules = rules
        self.data = data
        self.span = span


# Most elements have no tags, data or steps, and empty lists and dicts of their own would be a tenth of all
# that is in memory then. These cannot be changed: whoever adds the first thing puts something else there.
_NOTHING: Any = MappingProxyType({})
_NONE: Any = ()


class ElementBuilder:
    """What a title stands for, with all places where it occurs.

    Of an argument there are its steps, what is written before each (`markers`), and its inferences.
    """

    # No class of attrs, which asks for each list whether it was given: very many are made.
    __slots__ = (
        "data",
        "inferences",
        "is_untitled",
        "markers",
        "ref",
        "section",
        "span",
        "statements",
        "steps",
        "tags",
        "title",
    )

    def __init__(
        self, ref: ClaimRef | EvidenceRef | QuestionRef | ArgumentRef, is_untitled: bool, span: Span
    ) -> None:
        self.ref = ref
        # Its title, or `Untitled n`.
        self.title = ref.title
        self.is_untitled = is_untitled
        self.span = span
        self.section: str | None = None
        self.statements: list[Statement] = []
        self.tags: dict[str, None] = _NOTHING
        self.data: dict[str, Value] = _NOTHING
        self.markers: list[str] = _NONE
        self.steps: list[tuple[PropositionRef, Statement]] = _NONE
        self.inferences: list[InferenceBuilder] = _NONE

    def append(self, statement: Statement, *, data: Data | None) -> None:
        """Take in a place where it occurs: tags unite, data merge, the first definition gives the section.

        `data` are those of the place that belong to what is named there, and not to a relation.
        """
        self.statements.append(statement)
        if statement.tags:
            self.tags = self.tags or {}
            self.tags.update(dict.fromkeys(statement.tags))
        in_group: Value = None
        if data:
            self.data = self.data or {}
            merge(self.data, data)
            in_group = data.get("isInGroup")
        if in_group is True or (in_group is None and not statement.is_reference and self.section is None):
            self.section = statement.section

    def add_step(self, ref: PropositionRef, statement: Statement, marker: str) -> None:
        """Take in a statement of its structure, and what is written before it."""
        if not self.steps:
            self.steps, self.markers = [], []
        self.steps.append((ref, statement))
        self.markers.append(marker)

    def add_inference(self, inference: InferenceBuilder) -> None:
        """Take in an inference of its structure, which leads to the last step."""
        inference.conclusion_index = len(self.steps) - 1
        self.inferences = self.inferences or []
        self.inferences.append(inference)

    def replace(self, statement: Statement, other: Statement) -> None:
        """Put another statement in the place of one that was taken in, looked for from the end."""
        for index in range(len(self.statements) - 1, -1, -1):
            if self.statements[index] is statement:
                self.statements[index] = other
                return

    def settle_section(self) -> None:
        """Give it the section of its first place if no definition gave one."""
        if self.section is None:
            for statement in self.statements:
                if not (statement.data and statement.data.get("isInGroup") is False):
                    self.section = statement.section
                    return


def merge(data: dict[str, Value], later: FrozenDict[str, Value]) -> None:
    """Add later values, which win, to data; mappings are merged, lists replaced.

    >>> data = {"a": FrozenDict(x=1), "l": (1, 2)}
    >>> merge(data, FrozenDict(a=FrozenDict(y=2), l=(9,)))
    >>> data
    {'a': FrozenDict({'x': 1, 'y': 2}), 'l': (9,)}
    """
    for key, value in later.items():
        before = data.get(key)
        if isinstance(before, FrozenDict) and isinstance(value, FrozenDict):
            inner = dict(before)
            merge(inner, value)
            value = FrozenDict(inner)
        data[key] = value
