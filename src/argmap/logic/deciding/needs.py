"""Which premises a conclusion needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from argmap.logic.deciding.deciding import decide
from argmap.logic.deciding.decision import Decision, Validity
from argmap.logic.deciding.joint_truth import TIMEOUT
from argmap.logic.deciding.limit import Limit, LimitReachedError, check_timeout
from argmap.logic.deciding.satisfying import satisfy
from argmap.logic.formula import Formula, check_formula, formulas_in
from argmap.logic.letters import LetterKind, free_variables, is_propositional, signature
from argmap.logic.truth import is_true
from argmap.logic.world import Model, Valuation, World

# Nobody reads more sets than this.
_MOST_SETS = 50
_SECONDS = 2 * TIMEOUT


@frozen(kw_only=True)
class Needs:
    """The smallest sets of premises from which a conclusion follows, as places among the premises.

    No premise of a set can be left out. If something was not decided, or there are too many sets, they are
    not complete: there may be more, and one of them may contain a premise too many.
    """

    premises: int
    sets: tuple[tuple[int, ...], ...]
    is_complete: bool = True

    @property
    def idle(self) -> tuple[int, ...]:
        """The premises that are in no set: the conclusion follows as well, or as little, without them."""
        used = {place for places in self.sets for place in places}
        return tuple(place for place in range(self.premises) if place not in used)


@frozen(kw_only=True)
class Reliance:
    """Whether a conclusion follows from what is stated, and from that together with what is unstated."""

    stated: Decision
    whole: Decision

    @property
    def is_needed(self) -> bool:
        """Whether it follows only with what is unstated."""
        return self.stated.outcome is Validity.INVALID and self.whole.outcome is Validity.VALID


def needed(premises: Iterable[Formula], conclusion: Formula, *, timeout: float | None = _SECONDS) -> Needs:
    """Return the smallest sets of premises from which a conclusion follows, in at most `timeout` seconds.

    >>> from argmap.logic import parse_formula
    >>> premises = [parse_formula(text).formula for text in ("p", "p -> q", "r", "r -> q", "s")]
    >>> needs = needed(premises, parse_formula("q").formula)
    >>> needs.sets, needs.idle
    (((0, 1), (2, 3)), (4,))
    """
    check_formula("conclusion", conclusion)
    check_timeout(timeout)
    search = _NeedSearch(formulas_in("premises", premises), conclusion, Limit(timeout))
    search.run()
    return Needs(
        premises=len(search.premises), sets=tuple(sorted(search.sets)), is_complete=search.is_complete
    )


def reliance(
    stated: Iterable[Formula],
    unstated: Iterable[Formula],
    conclusion: Formula,
    *,
    timeout: float | None = TIMEOUT,
) -> Reliance:
    """Return whether a conclusion follows with and without what is unstated, each in `timeout` seconds.

    >>> from argmap.logic import parse_formula
    >>> p, q, if_p_then_q = [parse_formula(text).formula for text in ("p", "q", "p -> q")]
    >>> reliance([p], [if_p_then_q], q).is_needed
    True
    """
    known, others = formulas_in("stated", stated), formulas_in("unstated", unstated)
    return Reliance(
        stated=decide(known, conclusion, timeout=timeout),
        whole=decide([*known, *others], conclusion, timeout=timeout),
    )


class _NeedSearch:
    """Tries sets of premises until it is known of each whether it suffices (MARCO; Liffiton et al. 2016).

    A set that suffices is made smaller, and its supersets are not tried. A set that does not suffice has a
    counter-model, and no set of premises that are true in it is tried. Variable n of the clauses says that
    premise n is left out; so the first set has all of them.
    """

    def __init__(self, premises: Sequence[Formula], conclusion: Formula, limit: Limit) -> None:
        self.premises = premises
        self.sets: list[tuple[int, ...]] = []
        self.is_complete = True
        self._conclusion = conclusion
        self._limit = limit
        self._clauses: list[tuple[int, ...]] = []

    def run(self) -> None:
        try:
            while self._next():
                if len(self.sets) >= _MOST_SETS:
                    self.is_complete = False
                    return
        except LimitReachedError:
            self.is_complete = False

    def _next(self) -> bool:
        left_out = satisfy(self._clauses, len(self.premises), self._limit)
        if left_out is None:
            return False
        places = [place for place in range(len(self.premises)) if not left_out[place + 1]]
        outcome = self._outcome(places)
        if outcome is Validity.VALID:
            smallest = self._smallest(places)
            self.sets.append(smallest)
            self._clauses.append(tuple(place + 1 for place in smallest))
        elif outcome is Validity.NOT_DECIDED:
            self.is_complete = False
            # This set is not tried again; larger and smaller ones are.
            self._clauses.append(
                tuple(-place if left_out[place] else place for place in range(1, len(self.premises) + 1))
            )
        return True

    def _smallest(self, places: list[int]) -> tuple[int, ...]:
        """Leave out what can be left out: half of the premises if possible, and finally one at a time."""
        width = max(1, len(places) // 2)
        while True:
            start = 0
            while start < len(places):
                fewer = places[:start] + places[start + width :]
                outcome = self._outcome(fewer)
                if outcome is Validity.VALID:
                    places = fewer
                else:
                    start += width
                    self.is_complete = self.is_complete and outcome is Validity.INVALID
            if width == 1:
                return tuple(places)
            width //= 2

    def _outcome(self, places: Iterable[int]) -> Validity:
        self._limit.check()
        decision = decide(
            [self.premises[place] for place in places], self._conclusion, timeout=self._limit.remaining
        )
        if decision.counter_model is not None:
            self._exclude(decision.counter_model)
        return decision.outcome

    def _exclude(self, model: Model) -> None:
        whole = _extended(model, [*self.premises, self._conclusion])
        false = [-place - 1 for place, premise in enumerate(self.premises) if not is_true(premise, whole)]
        self._clauses.append(tuple(false))


def _extended(model: Model, formulas: Sequence[Formula]) -> Model:
    """Return a model extended to all letters of formulas: those that it does not mention are false."""
    letters = signature(*formulas)
    if isinstance(model, Valuation):
        if is_propositional(*formulas):
            return Valuation({**{letter.name: False for letter in letters}, **model.values})
        model = World(["a"], ((name, ()) for name, value in model.values.items() if value))
    names = [letter.name for letter in letters if letter.kind is LetterKind.NAME]
    names += [name for formula in formulas for name in free_variables(formula)]
    return World(model.things, model.facts, {**dict.fromkeys(names, model.things[0]), **model.names})
