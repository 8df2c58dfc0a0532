"""What a drawing knows about the debate whose map it shows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.model import CriticalQuestionRef, Debate, ElementRef, Evidence, HasDebate, debate_of
from argmap.model.stated import canonical
from argmap.text import Mark, SourceText
from argmap.text.plain_words import words_of

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation


@frozen(slots=False, eq=False, repr=False)
class DrawnDebate:
    """A debate, the text that it was read from, and the evaluation whose verdicts are drawn, if any."""

    debate: Debate = field(repr=False)
    text: str | None = field(default=None, repr=False)
    evaluation: Evaluation | None = field(default=None, repr=False)

    @classmethod
    def of(cls, thing: HasDebate | Debate, evaluation: Evaluation | None = None) -> DrawnDebate:
        """Return what a drawing knows about a document or debate.

        Raises:
            TypeError: it is neither.
        """
        text = getattr(thing, "text", None)
        return cls(debate_of(thing), text if isinstance(text, str) else None, evaluation)

    def line(self, ref: ElementRef | CriticalQuestionRef) -> int | None:
        """Return the line of the text, from 1, on which something is stated; None if unknown."""
        if isinstance(ref, CriticalQuestionRef) or self._source is None or ref not in self.debate:
            return None
        statement = canonical(self.debate[ref].places)
        if statement is None or statement.span is None or statement.span.path is not None:
            return None
        return self._source.location(statement.span.start).line

    def quote(self, ref: ElementRef | CriticalQuestionRef) -> str | None:
        """Return what a piece of evidence quotes from its source, None if nothing."""
        if isinstance(ref, CriticalQuestionRef) or ref not in self.debate:
            return None
        element = self.debate[ref]
        return element.quote if isinstance(element, Evidence) else None

    def text_of(self, ref: ElementRef | CriticalQuestionRef) -> tuple[str, tuple[Mark, ...]]:
        """Return the text of an element, and its marks; empty if it has none."""
        if isinstance(ref, CriticalQuestionRef) or ref not in self.debate:
            return "", ()
        statement = canonical(self.debate[ref].places)
        return words_of(statement.text or "", statement.marks) if statement else ("", ())

    def open_questions(self, title: str) -> tuple[str, ...]:
        """Return the unanswered critical questions about the argument with a title."""
        return tuple(self._open.get(title, ()))

    @cached_property
    def _open(self) -> dict[str, list[str]]:
        # Imported here because all drawings know their debate, and only pages need this.
        from argmap.analysis.critical_questions import Status, checklist

        questions: dict[str, list[str]] = {}
        for item in checklist(self.debate):
            if item.status is Status.OPEN:
                questions.setdefault(item.inference.argument, []).append(item.question.text)
        return questions

    @cached_property
    def _source(self) -> SourceText | None:
        return None if self.text is None else SourceText(self.text)
