"""What is shown within a text: verdicts, numbers of supporters and attackers, open questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from argmap.analysis.critical_questions import ChecklistItem, Status, checklist
from argmap.api.documents import Document
from argmap.lsp.features.code_lenses import numbers_of_bearers
from argmap.lsp.features.named_places import homes
from argmap.model import InferenceRef
from argmap.text import Span
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation


class HintKind(Enum):
    """What a hint says: a verdict, how many elements support and attack something, or what is unanswered."""

    VERDICTS = "verdicts"
    RELATIONS = "relations"
    QUESTIONS = "questions"


@frozen
class Hint:
    """Words that are shown after what a span names; `details` are shown on request."""

    span: Span
    kind: HintKind
    words: str
    details: tuple[str, ...] = ()


DEFAULT_HINTS = frozenset({HintKind.VERDICTS})


def hints(
    document: Document,
    span: Span | None = None,
    *,
    kinds: Set[HintKind] = DEFAULT_HINTS,
    evaluation: Evaluation | None = None,
) -> tuple[Hint, ...]:
    r"""Return the hints in a stretch of a document's own text, or in all of it, in order of the text.

    Verdicts are those of an `evaluation`; without one there are none.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  - <Clouds>: It is grey.")
    >>> [hint.words for hint in hints(document, evaluation=argmap.evaluate(document))]
    ['out', 'in']
    >>> [hint.words for hint in hints(document, kinds={HintKind.RELATIONS})]
    ['+0 −1']
    """
    stretch = span or Span(0, len(document.text))
    return tuple(sorted(_hints(document, stretch, kinds, evaluation), key=_place))


def _place(hint: Hint) -> tuple[int, str]:
    return hint.span.end, hint.kind.value


def _hints(
    document: Document, stretch: Span, kinds: Set[HintKind], evaluation: Evaluation | None
) -> Iterator[Hint]:
    verdicts = evaluation if HintKind.VERDICTS in kinds else None
    with_numbers = HintKind.RELATIONS in kinds
    if verdicts is not None or with_numbers:
        for place, ref in homes(document, stretch):
            if verdicts is not None and ref in document.debate:
                verdict = verdicts[ref]
                words = verdict.label.value if verdict.label else _strength(verdict.strength)
                details = (verdict.basis.words,) if verdict.basis else ()
                if words:
                    yield Hint(place.span, HintKind.VERDICTS, words, details)
            numbers = numbers_of_bearers(document.debate, ref) if with_numbers else (0, 0)
            if any(numbers):
                yield Hint(place.span, HintKind.RELATIONS, "+{} −{}".format(*numbers))
    if HintKind.QUESTIONS in kinds:
        yield from _questions(document, stretch)


def _strength(strength: float | None) -> str:
    return "" if strength is None else f"{strength:.2f}"


def _questions(document: Document, stretch: Span) -> Iterator[Hint]:
    open_items: dict[InferenceRef, list[ChecklistItem]] = {}
    for item in _open(checklist(document.debate)):
        span = item.inference.span
        if span and span.path is None and span.start <= stretch.end and stretch.start <= span.end:
            open_items.setdefault(item.inference.ref, []).append(item)
    for items in open_items.values():
        span = items[0].inference.span
        assert span is not None, "it is in the stretch"
        details = tuple(item.question.text for item in items)
        yield Hint(span, HintKind.QUESTIONS, counted(len(items), "open question"), details)


def _open(items: Iterable[ChecklistItem]) -> Iterator[ChecklistItem]:
    return (item for item in items if item.status is Status.OPEN)
