"""Laws of strengths on whole debates."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.reasoning.settling import is_circle
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_strengths import WeightedTheory

CIRCLE = "[A]: a {strength: 0.4}\n  - [B]: b\n    - [A]\n  - [C]: c {strength: 0.3}"
documents = strategies.disputes(weights=(0.0, 0.2, 0.7, 1.0))
gradual = st.sampled_from(("df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser", "credence"))
UP, DOWN = 1, -1


def ways(weighted: WeightedTheory, start: int) -> dict[int, set[int]]:
    """Return in which ways a number bears on each strength: up, down or both."""
    bearing: dict[int, set[int]] = {start: {UP}}
    for component in weighted.components(range(len(weighted.numbers))):
        for number in component:
            known = bearing.setdefault(number, set())
            for other in weighted.supporters[number]:
                known |= bearing.get(other, set())
            for other in weighted.attackers[number]:
                known |= {-way for way in bearing.get(other, set())}
    return bearing


@given(documents, gradual, st.floats(0, 1), st.data())
def test_a_number_that_rises_lowers_nothing_that_it_supports_and_raises_nothing_that_it_attacks(
    document: Document, semantics: str, number: float, data: st.DataObject
) -> None:
    weighted = WeightedTheory.of(document.debate, stipulations(document.debate), semantics, 0.5)
    everything = range(len(weighted.numbers))
    assume(not any(is_circle(each, weighted.inputs) for each in weighted.components(everything)))
    place = data.draw(st.sampled_from(everything))
    raised = list(weighted.numbers)
    raised[place] = max(raised[place], number)
    before, after = weighted.values(), weighted.values(raised)
    bearing = ways(weighted, place)
    for other in everything:
        change = (after[other] or 0.0) - (before[other] or 0.0)
        assert change >= -1e-9 or DOWN in bearing[other]
        assert change <= 1e-9 or UP in bearing[other]


def test_what_does_not_settle_in_time_is_no_strength_and_is_not_said_never_to_settle() -> None:
    evaluation = argmap.evaluate(argmap.parse(CIRCLE), "df-quad", timeout=0)
    assert {str(ref) for ref in evaluation.unknown} == {"[A]", "[B]"}
    assert evaluation["[C]"].strength == 0.3
    assert (evaluation.is_complete, evaluation.diagnostics) == (False, ())
    assert evaluation.limits == ("2 strengths have not settled in time; raise `timeout`",)


def test_what_is_not_measured_in_time_is_left_out() -> None:
    evaluation = argmap.evaluate(argmap.parse(CIRCLE), "df-quad")
    unmeasured = evaluation.sensitivity("[A]", timeout=0)
    assert (unmeasured, unmeasured.is_complete) == ((), False)
    measured = evaluation.sensitivity("[A]")
    assert (len(measured), measured.is_complete) == (3, True)


def test_all_that_depends_on_what_is_late_is_unknown() -> None:
    evaluation = argmap.evaluate(argmap.parse(f"{CIRCLE}\n\n[D]: d\n  - [A]"), "mlp", timeout=0)
    assert evaluation["[D]"].strength is None
    assert evaluation.limits[0].startswith("3 strengths")
