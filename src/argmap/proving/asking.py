"""Questions about formulas, each answered once: all that knows how the logic decides them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import frozen

from argmap.logic import Formula, Model, Validity, compose, consistent, decide, describe, needed
from argmap.logic.signs import Connective

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")
_FOLLOWS = {Validity.VALID: True, Validity.INVALID: False, Validity.NOT_DECIDED: None}
# Answers are kept, so that a document that is checked and drawn is decided once.
_MOST_KEPT = 4096
# What was not decided is asked again if there is more time by this factor.
_LONGER = 1.5


@frozen
class FormulaAnswer:
    """Whether something follows, None if that was not decided in so many seconds.

    `model` is a case that refutes it, `reason` says why it was not decided.
    """

    follows: bool | None
    model: Model | None = None
    reason: str = ""
    seconds: float = 0.0


_answers: dict[tuple[tuple[Formula, ...], Formula], FormulaAnswer] = {}
_consistencies: dict[tuple[Formula, ...], FormulaAnswer] = {}
_needs: dict[tuple[tuple[Formula, ...], Formula], tuple[tuple[int, ...], ...]] = {}


def follows(premises: Iterable[Formula], conclusion: Formula, seconds: float) -> FormulaAnswer:
    """Return whether a conclusion follows from premises, whatever their order, in so many seconds.

    >>> from argmap.logic import parse_formula
    >>> p = parse_formula("p").formula
    >>> follows([p], p, 1).follows, follows([], p, 1).follows
    (True, False)
    """
    key = (_ordered(premises), conclusion)
    answer = _answers.get(key)
    if answer is None or _is_asked_longer(answer, seconds):
        decision = decide(*key, timeout=seconds)
        follow = _FOLLOWS[decision.outcome]
        answer = FormulaAnswer(follow, decision.counter_model, decision.reason or "", seconds)
        _keep(_answers, key, answer)
    return answer


def are_consistent(formulas: Iterable[Formula], seconds: float) -> bool | None:
    """Return whether formulas can be true together, None if that was not decided in so many seconds.

    >>> from argmap.logic import parse_formula
    >>> are_consistent([parse_formula(text).formula for text in ("p", "not p")], 1)
    False
    """
    key = _ordered(formulas)
    answer = _consistencies.get(key)
    if answer is None or _is_asked_longer(answer, seconds):
        answer = FormulaAnswer(consistent(key, timeout=seconds).is_consistent, seconds=seconds)
        _keep(_consistencies, key, answer)
    return answer.follows


def needed_premises(
    premises: Sequence[Formula], conclusion: Formula, seconds: float
) -> tuple[tuple[int, ...], ...]:
    """Return the smallest sets of premises from which a conclusion follows, as places, in order.

    There are none if not all of them are found in so many seconds.
    """
    key = (tuple(premises), conclusion)
    answer = _needs.get(key)
    if answer is None:
        needs = needed(*key, timeout=seconds)
        answer = needs.sets if needs.is_complete else ()
        if needs.is_complete:
            _keep(_needs, key, answer)
    return answer


def negation(formula: Formula) -> Formula:
    """Return the formula that says that another is false.

    >>> from argmap.logic import parse_formula
    >>> negation(parse_formula("p").formula)
    Formula('-p')
    """
    return compose(Connective.NOT, formula)


def absurdity(formula: Formula) -> Formula:
    """Return a formula that is true in no case: that another is true and false.

    >>> from argmap.logic import parse_formula
    >>> absurdity(parse_formula("p").formula)
    Formula('p & -p')
    """
    return compose(Connective.AND, formula, negation(formula))


def case_words(
    answer: FormulaAnswer, meanings: Mapping[str, str], formulas: Iterable[Formula]
) -> tuple[str, ...]:
    """Return a case that refutes something in words, a line each, by what letters mean."""
    return describe(answer.model, meanings, _ordered(formulas)) if answer.model is not None else ()


def _ordered(formulas: Iterable[Formula]) -> tuple[Formula, ...]:
    return tuple(sorted(dict.fromkeys(formulas), key=str))


def _is_asked_longer(answer: FormulaAnswer, seconds: float) -> bool:
    """Return whether there is clearly more time for a question that was not decided."""
    return answer.follows is None and seconds > _LONGER * answer.seconds


def _keep(kept: dict[KeyT, ValueT], key: KeyT, value: ValueT) -> None:
    """Note an answer; all are forgotten when there are too many, which threads can do at the same time."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value
