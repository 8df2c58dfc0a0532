"""Things of attrs compare as if attrs had written how."""

from attrs import field, frozen, make_class
from hypothesis import given
from hypothesis import strategies as st

from argmap.equality import equality, value_hash

NAMES = st.lists(st.sampled_from(("a", "b", "_c", "d")), max_size=4, unique=True)
# Unequal values have unequal hashes, which "" and 0 do not have.
VALUES = st.none() | st.integers(0, 2) | st.booleans() | st.sampled_from(("a", "b"))


@given(NAMES, st.data())
def test_fields_are_compared_as_attrs_compares_them(names: list[str], data: st.DataObject) -> None:
    attributes = {name: field(eq=data.draw(st.booleans())) for name in names}
    by_attrs = make_class("Point", attributes, frozen=True)
    body = {"__eq__": equality, "__hash__": value_hash}
    by_us = make_class("Point", attributes, frozen=True, eq=False, class_body=body)
    one, other = ([data.draw(VALUES) for _ in names] for _ in range(2))
    assert (by_us(*one) == by_us(*other)) is (by_attrs(*one) == by_attrs(*other))
    assert (by_us(*one) != by_us(*other)) is (by_attrs(*one) != by_attrs(*other))
    assert by_us(*one) != by_attrs(*one)
    assert (hash(by_us(*one)) == hash(by_us(*other))) is (by_us(*one) == by_us(*other))


def test_things_of_a_class_below_are_others() -> None:
    @frozen
    class Above:
        __eq__ = equality
        __hash__ = value_hash
        x: int

    class Below(Above):
        pass

    assert Above(1) != Below(1)
    assert Below(1) == Below(1)
