"""What is checked: a debate, with what rules need to know about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from argmap.analysis.graph import Graph
from argmap.model import (
    Argument,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    PropositionRef,
    Ref,
    Source,
)
from argmap.text import Diagnostic, Span

START = Span(0, 0)
_LONGEST = 60
_FRONTMATTER = re.compile(r"\s*={3,}[^\n]*\n(.*?)\n={3,}", re.DOTALL)

SourceKey: TypeAlias = str | Source


class Found(NamedTuple):
    """A finding and what it is about: at that element, inference or source it can be silenced."""

    about: Ref | Source
    diagnostic: Diagnostic


@frozen(slots=False, eq=False)
class Subject:
    """A debate that is checked; `folder` is where its files are looked for, None if nowhere.

    `text` is what the debate was read from, if it was; only declared sources are looked up in it.
    """

    debate: Debate
    is_strict: bool = False
    folder: Path | None = None
    text: str = field(default="", repr=False)

    @cached_property
    def graph(self) -> Graph:
        """What bears on what."""
        return Graph.of(self.debate)

    def inferences(self) -> Iterator[tuple[Argument, Inference]]:
        """Yield all inferences with their arguments."""
        for argument in self.debate.arguments.values():
            for inference in argument.inferences:
                yield argument, inference

    def place(self, ref: Ref) -> Span:
        """Return where something stands first."""
        return self.debate[ref].span or START

    def declaration(self, key: str) -> Span:
        """Return where the frontmatter declares a source, its beginning if that is unclear."""
        frontmatter = _FRONTMATTER.match(self.text.removeprefix("\ufeff"))
        if not frontmatter:
            return START
        shift = len(self.text) - len(self.text.removeprefix("\ufeff"))
        start, end = (offset + shift for offset in frontmatter.span(1))
        found = re.compile(rf"(?<![\w.-]){re.escape(key)}(?=[\"']?[ \t]*:)").search(self.text, start, end)
        return Span(*found.span()) if found else START

    def named(self, ref: Ref) -> str:
        """Return what people call something: its title in brackets, or the words of what has no title."""
        if isinstance(ref, InferenceRef):
            return f"inference {ref.place + 1} of <{ref.argument}>"
        element = self.debate[ref]
        if element.is_untitled and element.text:
            return f"“{shortened(element.text)}”"
        if isinstance(element, Argument):
            return f"<{ref.title}>"
        return f"[^{ref.title}]" if isinstance(element, Evidence) else f"[{ref.title}]"

    def evidence_of(self, ref: ElementRef) -> Iterator[Evidence]:
        """Yield the evidence that something is, or that supports it directly."""
        if isinstance(ref, EvidenceRef):
            yield self.debate.evidence[ref.title]
        else:
            for other in self.graph.supporting(ref):
                if isinstance(other, EvidenceRef):
                    yield self.debate.evidence[other.title]

    def text_of(self, ref: PropositionRef) -> str:
        """Return what a proposition says, or its title."""
        element = self.debate[ref]
        return element.text or element.title


def identity(source: Source) -> SourceKey:
    """Return what tells a source from others: its key, or all of it."""
    return source.key or source


def called(source: Source) -> str:
    """Return what people call a source: its key, or its reference."""
    return f"`{source.key}`" if source.key else shortened(source.reference)


def shortened(text: str, limit: int = _LONGEST) -> str:
    """Return a text in one line that is not too long for a message.

    >>> shortened("one two three", 8)
    'one two…'
    """
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
