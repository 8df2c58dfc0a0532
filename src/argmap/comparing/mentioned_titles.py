"""Rewriting the texts and data of a debate as if the elements that they mention had other titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from attrs import evolve

from argmap.data import Data, FrozenDict, Value
from argmap.model import (
    Argument,
    Claim,
    Debate,
    ElementRef,
    Evidence,
    Mark,
    MarkKind,
    Question,
    Statement,
)
from argmap.model.reference import ArgumentRef, ClaimRef, EvidenceRef, QuestionRef, signed_title

_MENTIONED: dict[MarkKind, Callable[[str], ElementRef]] = {
    MarkKind.CLAIM_MENTION: ClaimRef,
    MarkKind.EVIDENCE_MENTION: EvidenceRef,
    MarkKind.QUESTION_MENTION: QuestionRef,
    MarkKind.ARGUMENT_MENTION: ArgumentRef,
}
# Settings and data whose values name elements by plain titles.
_TITLES = frozenset(
    {
        *("statements", "includeStatements", "excludeStatements"),
        *("arguments", "includeArguments", "excludeArguments", "expect"),
    }
)
ElementT = TypeVar("ElementT", Claim, Evidence, Question)


def with_titles(debate: Debate, titles: Mapping[ElementRef, ElementRef]) -> Debate:
    """Return a debate whose texts, data and settings mention elements by other titles; their own stay."""
    if not titles:
        return debate
    words = _words(titles)
    return evolve(
        debate,
        claims=_propositions(debate.claims, titles, words),
        evidence=_propositions(debate.evidence, titles, words),
        questions=_propositions(debate.questions, titles, words),
        arguments=FrozenDict(
            {title: _argument(argument, titles, words) for title, argument in debate.arguments.items()}
        ),
        metadata=_mapping(debate.metadata, words),
    )


def _words(titles: Mapping[ElementRef, ElementRef]) -> Mapping[str, str]:
    """Return the ways in which data may name what gets another title, with their replacements."""
    words: dict[str, str] = {}
    for before, after in titles.items():
        words[str(before)] = str(after)
        plain = isinstance(before, ArgumentRef), isinstance(after, ArgumentRef)
        old = before.title if isinstance(before, ArgumentRef) else signed_title(before)
        new = after.title if isinstance(after, ArgumentRef) else signed_title(after)
        if plain[0] == plain[1]:
            words.setdefault(old, new)
    return words


def _propositions(
    elements: FrozenDict[str, ElementT], titles: Mapping[ElementRef, ElementRef], words: Mapping[str, str]
) -> FrozenDict[str, ElementT]:
    return FrozenDict(
        {
            title: evolve(
                element,
                statements=_statements(element.statements, titles, words),
                data=_mapping(element.data, words),
            )
            for title, element in elements.items()
        }
    )


def _argument(
    argument: Argument, titles: Mapping[ElementRef, ElementRef], words: Mapping[str, str]
) -> Argument:
    return evolve(
        argument,
        descriptions=_statements(argument.descriptions, titles, words),
        steps=_statements(argument.steps, titles, words),
        data=_mapping(argument.data, words),
        inferences=tuple(
            evolve(inference, data=_mapping(inference.data, words)) for inference in argument.inferences
        ),
    )


def _statements(
    statements: Iterable[Statement], titles: Mapping[ElementRef, ElementRef], words: Mapping[str, str]
) -> tuple[Statement, ...]:
    return tuple(_statement(statement, titles, words) for statement in statements)


def _statement(
    statement: Statement, titles: Mapping[ElementRef, ElementRef], words: Mapping[str, str]
) -> Statement:
    text, marks = with_mentions(statement.text, statement.marks, titles)
    if statement.data:
        statement = evolve(statement, data=_mapping(statement.data, words))
    return evolve(statement, text=text, marks=marks) if marks != statement.marks else statement


def with_mentions(
    text: str | None, marks: tuple[Mark, ...], titles: Mapping[ElementRef, ElementRef]
) -> tuple[str | None, tuple[Mark, ...]]:
    """Return a text and its marks with mentions of other titles."""
    changed = list(marks)
    for index, mark in enumerate(marks):
        ref = _MENTIONED[mark.kind](mark.target) if mark.kind in _MENTIONED else None
        after = titles.get(ref) if ref is not None else None
        if after is None or text is None:
            continue
        start, end = changed[index].start, changed[index].end
        mention = f"@{after}"
        text = text[:start] + mention + text[end:]
        more = len(mention) - (end - start)
        changed = [_shifted(other, end, more) for other in changed]
        kind = next(kind for kind, reference in _MENTIONED.items() if reference is type(after))
        changed[index] = Mark(kind, start, start + len(mention), after.title)
    return text, tuple(changed)


def _shifted(mark: Mark, end: int, more: int) -> Mark:
    start = mark.start + more if mark.start >= end else mark.start
    return evolve(mark, start=start, end=mark.end + more if mark.end >= end else mark.end)


def _mapping(data: Data, words: Mapping[str, str]) -> Data:
    changed = _value(data, words)
    return changed if isinstance(changed, FrozenDict) else data


def _value(value: Value, words: Mapping[str, str], *, lists_titles: bool = False) -> Value:
    # Data are no deeper than what can be read, so this may recurse.
    if isinstance(value, FrozenDict):
        return FrozenDict(
            {
                key: _value(inner, words, lists_titles=lists_titles or key in _TITLES)
                for key, inner in value.items()
            }
        )
    if isinstance(value, tuple):
        return tuple(_value(inner, words, lists_titles=lists_titles) for inner in value)
    # Elsewhere a word that is a title may be just a word.
    is_name = isinstance(value, str) and (lists_titles or value[:1] in ("[", "<"))
    return words.get(value, value) if isinstance(value, str) and is_name else value
