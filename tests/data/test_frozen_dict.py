"""A mapping that never changes."""

import copy
import pickle
from types import MappingProxyType

import pytest

from argmap.data import FrozenDict


def test_it_is_made_of_a_mapping_of_pairs_and_of_names() -> None:
    assert FrozenDict({"a": 1}) == FrozenDict([("a", 1)]) == FrozenDict(a=1)


def test_names_are_added_to_a_mapping() -> None:
    assert FrozenDict({"a": 1, "b": 1}, b=2) == {"a": 1, "b": 2}


def test_it_keeps_its_order() -> None:
    assert list(FrozenDict([("b", 1), ("a", 2), ("10", 3), ("2", 4)])) == ["b", "a", "10", "2"]


def test_order_does_not_count_for_equality() -> None:
    assert FrozenDict(a=1, b=2) == FrozenDict(b=2, a=1)


def test_order_does_not_count_for_the_hash() -> None:
    assert hash(FrozenDict(a=1, b=2)) == hash(FrozenDict(b=2, a=1))


def test_the_hash_stays_what_it_is() -> None:
    found = FrozenDict(a=1)
    assert hash(found) == hash(found)


def test_it_equals_other_mappings_with_the_same_items() -> None:
    assert (FrozenDict(a=1) == MappingProxyType({"a": 1}), FrozenDict(a=1) == {"a": 2}) == (True, False)


def test_it_equals_nothing_that_is_no_mapping() -> None:
    assert FrozenDict() != ()


def test_it_has_no_hash_if_a_value_has_none() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(FrozenDict(a=[]))


def test_items_cannot_be_set() -> None:
    with pytest.raises(TypeError):
        FrozenDict(a=1)["a"] = 2  # type: ignore[index]  # that is the point


def test_attributes_cannot_be_set() -> None:
    with pytest.raises(AttributeError, match="cannot change: '_items'"):
        FrozenDict(a=1)._items = {}


def test_attributes_cannot_be_deleted() -> None:
    with pytest.raises(AttributeError, match="cannot change: '_items'"):
        del FrozenDict(a=1)._items


def test_changing_the_source_changes_nothing() -> None:
    source = {"a": 1}
    found = FrozenDict(source)
    source["a"] = 2
    assert found["a"] == 1


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_it_copies_and_pickles(again: object) -> None:
    found = FrozenDict(a=FrozenDict(b=(1, 2)))
    assert again(found) == found  # type: ignore[operator]  # each is a function


def test_it_shows_how_to_make_it() -> None:
    assert repr(FrozenDict(a=1)) == "FrozenDict({'a': 1})"


def test_names_of_javascript_objects_are_names_like_any_other() -> None:
    assert "constructor" not in FrozenDict(a=1)
