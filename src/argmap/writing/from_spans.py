"""A debate as blocks of lines in the order of its spans: what was where, and below what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from attrs import Factory, define

from argmap.data import FrozenDict
from argmap.model import Argument, Claim, Debate, Evidence, Inference, Question, Role, Section, Statement
from argmap.model.statement import STEP_ROLES
from argmap.syntax import Kind
from argmap.text import Span
from argmap.writing.line import Line, heading_of, line_of
from argmap.writing.nodes import Node
from argmap.writing.open_lines import Attachment, OpenLines

_PART = re.compile(r" - [0-9]+(?: \([0-9]+\))?\Z")
_Thing: TypeAlias = "Section | Inference | tuple[Claim | Evidence | Question | Argument, Statement]"


def nodes_from_spans(debate: Debate, attachment: Attachment = Attachment.FLAT) -> list[Node]:
    """Return the blocks of a debate that `has_order`, in the order of their spans."""
    return _Blocks(debate, OpenLines(debate, attachment)).nodes()


def has_order(debate: Debate) -> bool:
    """Return whether everything in a debate has a place in one text."""
    return all(
        isinstance(thing, Section) if span is None else span.path is None for span, thing in _things(debate)
    )


@define(eq=False)
class _Blocks:
    debate: Debate
    open_lines: OpenLines
    roots: list[Node] = Factory(list)
    # The argument whose structure is being written, and the node that has it.
    argument: str | None = None
    head: Node | None = None
    headings: int = 0

    def nodes(self) -> list[Node]:
        for thing in _in_order(self.debate):
            if isinstance(thing, Section):
                self.add_heading(heading_of(thing))
            elif isinstance(thing, Inference):
                line = Line(Kind.INFERENCE, "--", rules=thing.rules, data=thing.data, ref=thing.ref)
                self.add_to_structure(Node(line), thing.argument)
            else:
                self.add_statement(*thing)
        return self.roots

    def add_heading(self, line: Line) -> None:
        self.headings += 1
        self.add_block(Node(line))

    def add_statement(self, element: Claim | Evidence | Question | Argument, statement: Statement) -> None:
        section = statement.section
        if section and section[1:].isdecimal():
            # A debate that was regrouped has other sections than the headings of its text.
            while self.headings < int(section[1:]):
                self.add_heading(Line(Kind.HEADING, "#", text=f"Section {self.headings + 1}"))
        node = Node(line_of(element, statement))
        if statement.role in STEP_ROLES and statement.argument is not None:
            node.mark("(1)")
            self.add_to_structure(node, statement.argument, statement.span)
        elif statement.is_top_level:
            self.add_block(node, statement.span)
        else:
            self.add_below(node, statement)

    def add_block(self, node: Node, span: Span | None = None) -> None:
        self.argument = self.head = None
        self.roots.append(node)
        self.open_lines.begin(node, span)

    def add_below(self, node: Node, statement: Statement) -> None:
        role, span = statement.role, statement.span
        is_below = role is not Role.LIST_ITEM and self.open_lines.add_relation(
            node, span, is_derived=role is Role.RELATION
        )
        if not is_below and not self.open_lines.add_item(node, span):
            self.add_block(node, span)

    def add_to_structure(self, node: Node, argument: str, span: Span | None = None) -> None:
        title = self.whole(argument)
        if self.head is None or self.argument != title:
            self.argument, self.head = title, self.new_head()
        self.head.structure.append(node)
        self.open_lines.begin(node, span, is_step=True)

    def new_head(self) -> Node:
        """Return the node that has the structure that comes next: the argument right before it, if any."""
        last = self.roots[-1] if self.roots else None
        if last is None or not last.can_head:
            last = Node(None)
            self.roots.append(last)
        return last

    def whole(self, title: str) -> str:
        """Return the title of the argument that an argument is a part of, if arguments were taken apart."""
        model = self.debate.metadata.get("model")
        is_exploded = isinstance(model, FrozenDict) and model.get("explodeArguments")
        return _PART.sub("", title) if is_exploded else title


def _in_order(debate: Debate) -> Iterator[_Thing]:
    # The parts of an argument that was taken apart have places in common; the last part counts.
    by_start = {span.start: thing for span, thing in _things(debate) if span is not None}
    return (by_start[start] for start in sorted(by_start))


def _things(debate: Debate) -> Iterator[tuple[Span | None, _Thing]]:
    for section in debate.sections:
        yield section.span, section
    for element in debate.elements:
        for statement in element.places:
            yield statement.span, (element, statement)
        if isinstance(element, Argument):
            for inference in element.inferences:
                yield inference.span, inference
