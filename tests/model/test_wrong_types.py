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
            "kind is a RelationKind such as RelationKind.SUPPORT, not 'support'",
        ),
        (
            lambda: Relation(RelationKind.ATTACK, "[A]", B),
            "source is a reference such as ClaimRef(\"A\"), not '[A]'",
        ),
        (lambda: Relation(RelationKind.ATTACK, A, Claim("B")), "; give its `ref`"),
        (
            lambda: Relation(RelationKind.ATTACK, A, B, "sketched"),
            "origin is Origin.SKETCHED or Origin.DERIVED",
        ),
        (lambda: Section("s1", "A", "2"), "level is a whole number, not '2'"),
        (lambda: Section("s1", "A", True), "level is a whole number, not True"),
        (lambda: Section("s1", None, 1), "the title of a section is a text, not None"),
        (lambda: inference(index="0"), "index is a whole number, not '0'"),
        (lambda: inference(conclusion_index=1.5), "conclusion_index is a whole number, not 1.5"),
        (lambda: inference(premises="A"), "a premise is a reference such as ClaimRef(\"A\"), not 'A'"),
        (lambda: inference(conclusion="B"), "conclusion is a reference such as ClaimRef(\"A\"), not 'B'"),
        (lambda: Claim(1), "the title of a claim is a text, not 1"),
        (lambda: Evidence(1), "the title of evidence is a text, not 1"),
        (lambda: Argument(ArgumentRef("A")), "the title of an argument is a text, not ArgumentRef('A')"),
        (lambda: Statement("A", role="premise"), "role is a Role such as Role.TOP_LEVEL, not 'premise'"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(make: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError) as error:
        make()
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Section("s1", "A", 0), "level is 1 or more, not 0"),
        (lambda: inference(index=-1), "index is 0 or more, not -1"),
        (lambda: inference(strength=2), "strength is a number from 0 to 1, not 2"),
    ],
)
def test_a_value_out_of_range_is_named(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()
