"""Claims, evidence, arguments: what they say, and where."""

import pytest

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Role,
    Statement,
)
from argmap.text import Span

P, C = ClaimRef("P"), ClaimRef("C")
STEPS = (
    Statement("P", role=Role.PREMISE, is_reference=True),
    Statement("C", role=Role.MAIN_CONCLUSION, is_reference=True),
)
ARGUMENT = Argument(
    "A", steps=STEPS, step_refs=(P, C), inferences=(Inference("A", 0, (P,), C, conclusion_index=1),)
)


@pytest.mark.parametrize("element", [Claim, Evidence])
def test_the_last_definition_says_what_it_is(element: type[Claim] | type[Evidence]) -> None:
    statements = (Statement("A", "first"), Statement("A", "last"), Statement("A", is_reference=True))
    assert element("A", statements).text == "last"


def test_a_definition_that_is_marked_comes_before_later_ones() -> None:
    marked = Statement("A", "first", data=FrozenDict(isCanonical=True))
    assert Claim("A", (marked, Statement("A", "last"))).text == "first"


@pytest.mark.parametrize("element", [Claim("A"), Evidence("A"), Argument("A")])
def test_what_is_nowhere_stated_has_no_text(element: Claim | Evidence | Argument) -> None:
    assert element.text is None


@pytest.mark.parametrize("element", [Claim, Evidence])
def test_roles_are_those_of_all_statements(element: type[Claim] | type[Evidence]) -> None:
    statements = (Statement("A"), Statement("A", role=Role.PREMISE), Statement("A"))
    assert element("A", statements).roles == {Role.TOP_LEVEL, Role.PREMISE}


def test_evidence_always_has_a_title() -> None:
    assert Evidence("A").is_untitled is False


def test_everything_has_its_reference() -> None:
    refs = [Claim("A").ref, Evidence("A").ref, ARGUMENT.ref, ARGUMENT.inferences[0].ref]
    assert refs == [ClaimRef("A"), EvidenceRef("A"), ArgumentRef("A"), InferenceRef("A", 0)]


def test_the_last_description_of_an_argument_counts() -> None:
    described = (Statement("A", "first"), Statement("A", "last"))
    assert Argument("A", described).text == "last"


def test_a_reconstructed_argument_has_premises_and_a_conclusion() -> None:
    assert (ARGUMENT.is_reconstructed, ARGUMENT.premises, ARGUMENT.conclusion) == (True, (P,), C)


def test_a_sketched_argument_has_neither() -> None:
    sketch = Argument("A")
    assert (sketch.is_reconstructed, sketch.premises, sketch.conclusion) == (False, (), None)


def test_where_something_stands_does_not_count() -> None:
    assert Claim("A", (Statement("A", span=Span(0, 1)),), span=Span(0, 1)) == Claim("A", (Statement("A"),))
