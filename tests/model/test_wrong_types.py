"""What Python callers get wrong is said in words, where it is made."""

from collections.abc import Callable

import pytest

from argmap import Argument, Claim, Evidence, Inference, Relation, RelationKind, Section
from argmap.model import ArgumentRef, ClaimRef, Statement

A, B = ClaimRef("A"), ClaimRef("B")


def inference(**changes: object) -> Inference:
    fields = {"argument": "B", "index": 0, "premises": (A,), "conclusion": B, "conclusion_index": 1}
    return Inference(**{**fields, **changes})  # type: ignore[arg-type]  # what these tests are about


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Relation("support", A, B),
            "kind must be a RelationKind such as RelationKind.SUPPORT, not 'support'",
        ),
        (
            lambda: Relation(RelationKind.ATTACK, "[A]", B),
            "source must be a reference such as ClaimRef(\"A\"), not '[A]'",
        ),
        (lambda: Relation(RelationKind.ATTACK, A, Claim("B")), "; give its `ref`"),
        (
            lambda: Relation(RelationKind.ATTACK, A, B, "sketched"),
            "origin must be Origin.SKETCHED or Origin.DERIVED",
        ),
        (lambda: Section("s1", "A", "2"), "level must be a whole number, not '2'"),
        (lambda: Section("s1", "A", True), "level must be a whole number, not True"),
        (lambda: Section("s1", None, 1), "the title of a section must be a text, not None"),
        (lambda: inference(index="0"), "index must be a whole number, not '0'"),
        (lambda: inference(conclusion_index=1.5), "conclusion_index must be a whole number, not 1.5"),
        (lambda: inference(premises="A"), "a premise must be a reference such as ClaimRef(\"A\"), not 'A'"),
        (
            lambda: inference(conclusion="B"),
            "conclusion must be a reference such as ClaimRef(\"A\"), not 'B'",
        ),
        (lambda: Claim(1), "the title of a claim must be a text, not 1"),
        (lambda: Evidence(1), "the title of evidence must be a text, not 1"),
        (lambda: Argument(ArgumentRef("A")), "the title of an argument must be a text, not ArgumentRef('A')"),
        (lambda: Statement("A", role="premise"), "role must be a Role such as Role.TOP_LEVEL, not 'premise'"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(make: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError) as error:
        make()
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Section("s1", "A", 0), "level must be 1 or more, not 0"),
        (lambda: inference(index=-1), "index must be 0 or more, not -1"),
        (lambda: inference(strength=2), "strength must be a number from 0 to 1, not 2"),
    ],
)
def test_a_value_out_of_range_is_named(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()
