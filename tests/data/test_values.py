"""Values of data blocks."""

import datetime
from decimal import Decimal

import pytest

from argmap import Draft
from argmap.data import FrozenDict, freeze
from argmap.model import ClaimRef, Evidence, Inference


@pytest.mark.parametrize(
    "value", [None, True, 1, 0.5, "text", b"bytes", datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1)]
)
def test_single_values_stay_what_they_are(value: object) -> None:
    assert freeze(value) is value


def test_lists_become_tuples_at_any_depth() -> None:
    assert freeze([1, [2, (3,)]]) == (1, (2, (3,)))


def test_sets_become_tuples() -> None:
    assert freeze({1}) == (1,)


def test_mappings_become_frozen_at_any_depth() -> None:
    assert freeze({"a": {"b": [1]}}) == FrozenDict(a=FrozenDict(b=(1,)))


def test_keys_become_texts() -> None:
    assert freeze({1: "a", None: "b"}) == FrozenDict({"1": "a", "None": "b"})


def test_what_is_unknown_becomes_its_text() -> None:
    assert freeze(Decimal("1.5")) == "1.5"


@pytest.mark.parametrize("value", ["high", "0.5", True, -0.1, 1.5, float("nan"), (), 10**400])
def test_reliability_and_strength_are_numbers_from_0_to_1(value: object) -> None:
    words = "must be a number from 0 to 1, not "
    with pytest.raises(ValueError, match=f"reliability {words}"):
        Evidence("E", reliability=value)  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(ValueError, match=f"strength {words}"):
        Inference("A", 0, (), ClaimRef("C"), 0, strength=value)  # type: ignore[arg-type]  # as above
    with pytest.raises(ValueError, match=f"reliability {words}"):
        Draft().evidence("E", "e", reliability=value)  # type: ignore[arg-type]  # as above
