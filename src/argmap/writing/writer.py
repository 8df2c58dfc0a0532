"""From a debate to a text that says it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from attrs import evolve, frozen

from argmap.data import Data, FrozenDict
from argmap.data.garbage import paused_collector
from argmap.model import Argument, Claim, Debate, Evidence, Question
from argmap.reading.reader import read
from argmap.reading.source_files import SourceFile
from argmap.syntax.document import parse_tree
from argmap.writing.arranging import arranged
from argmap.writing.from_spans import has_order, nodes_from_spans
from argmap.writing.nodes import Node
from argmap.writing.open_lines import Attachment
from argmap.writing.printing import print_script
from argmap.writing.writable.debate_form import writable

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)


@frozen
class Script:
    """The lines of a text with its frontmatter; `notes` say what is not as in the debate."""

    nodes: list[Node]
    metadata: Data
    notes: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text of the lines, in canonical layout."""
        return print_script(self.nodes, self.metadata)


def written(debate: Debate) -> str:
    """Return a text in canonical layout that says a debate."""
    return script_that_says(debate).text


@paused_collector()
def script_that_says(debate: Debate) -> Script:
    """Return lines that say a debate: in the order of its places, if it has them, or else arranged."""
    if has_order(debate):
        for attachment in Attachment:
            script = Script(nodes_from_spans(debate, attachment), debate.metadata)
            if _is_same(debate, _debate_in(script.text)):
                return script
    form = writable(debate)
    return Script(arranged(form), form.metadata, form.notes)


def _is_same(debate: Debate, again: Debate) -> bool:
    if "bibliography" in debate.metadata:
        # The sources in that file are found again when the text is read next to it.
        debate, again = _without_sources(debate), _without_sources(again)
    return debate == again


def _without_sources(debate: Debate) -> Debate:
    def bare(elements: Mapping[str, ElementT]) -> FrozenDict[str, ElementT]:
        return FrozenDict({title: evolve(element, sources=()) for title, element in elements.items()})

    return evolve(
        debate,
        claims=bare(debate.claims),
        evidence=bare(debate.evidence),
        questions=bare(debate.questions),
        arguments=bare(debate.arguments),
        sources=FrozenDict(),
    )


@paused_collector()
def debate_in(text: str, path: str | None = None) -> Debate:
    """Return the debate that a text says; files that it names are looked for beside `path`."""
    return _debate_in(text, path)


def _debate_in(text: str, path: str | None = None) -> Debate:
    return read(SourceFile(text, parse_tree(text)), path=path).debate
