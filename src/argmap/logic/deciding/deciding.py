"""Whether a conclusion follows from premises."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.logic.deciding.decision import Decision, Validity
from argmap.logic.deciding.joint_truth import TIMEOUT, consistent
from argmap.logic.deciding.limit import check_timeout
from argmap.logic.formula import Formula, check_formula, compose, formulas_in
from argmap.logic.same_formula import place_among
from argmap.logic.signs import Connective


def decide(premises: Iterable[Formula], conclusion: Formula, *, timeout: float | None = TIMEOUT) -> Decision:
    """Return whether a conclusion follows from premises, in at most `timeout` seconds; None means no limit.

    It follows if it is true in every case in which they are; there is at least one thing in every case, as in
    all of classical logic. A free variable stands for the same thing in all formulas. Steps without
    quantifiers are decided by truth tables and by search, others by small worlds as far as these
    suffice, and by the solver of `argmap[logic]`. What was not decided is neither valid nor invalid.

    >>> from argmap.logic import parse_formula
    >>> premises = [parse_formula(text).formula for text in ("p -> q", "q")]
    >>> decision = decide(premises, parse_formula("p").formula)
    >>> decision.outcome, sorted(decision.counter_model.values.items())
    (<Validity.INVALID: 'invalid'>, [('p', False), ('q', True)])
    """
    known = formulas_in("premises", premises)
    check_formula("conclusion", conclusion)
    check_timeout(timeout)
    if place_among(known, conclusion) is not None:
        return Decision(outcome=Validity.VALID, method="premise")
    case = consistent([*known, compose(Connective.NOT, conclusion)], timeout=timeout)
    outcome = {None: Validity.NOT_DECIDED, True: Validity.INVALID, False: Validity.VALID}[case.is_consistent]
    return Decision(
        outcome=outcome,
        counter_model=case.model,
        reason=case.reason,
        method=case.method,
        seconds=case.seconds,
    )
