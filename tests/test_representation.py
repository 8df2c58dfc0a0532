"""Things of attrs show themselves as if attrs had written how."""

from attrs import define, field, frozen, make_class
from hypothesis import given
from hypothesis import strategies as st

from argmap.representation import representation

NAMES = st.lists(
    st.from_regex(r"_?[a-c]{1,3}", fullmatch=True),
    min_size=1,
    max_size=5,
    unique_by=lambda name: name.lstrip("_"),
)
VALUES = st.recursive(st.none() | st.integers() | st.text(max_size=4), st.lists, max_leaves=4)
SHOWN = st.sampled_from((True, False, lambda value: f"<{value}>"))


@given(NAMES, st.data())
def test_fields_are_shown_as_attrs_shows_them(names: list[str], data: st.DataObject) -> None:
    shown = {name: data.draw(SHOWN) for name in names}
    values = [data.draw(VALUES) for _ in names]
    attributes = {name: field(repr=shown[name]) for name in names}
    by_attrs = make_class("Point", attributes)
    by_us = make_class("Point", attributes, repr=False, class_body={"__repr__": representation})
    assert repr(by_us(*values)) == repr(by_attrs(*values))


@given(NAMES, VALUES, st.data())
def test_fields_that_are_as_by_default_are_not_shown(
    names: list[str], default: object, data: st.DataObject
) -> None:
    attributes = {name: field(default=default) for name in names}
    others = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(_plain(names), VALUES)))
    thing = make_class("Point", attributes, repr=False, class_body={"__repr__": representation})(**others)
    told = {name: field() for name in names if others.get(name.lstrip("_"), default) != default}
    shown = make_class("Point", told)(*(others[name.lstrip("_")] for name in told))
    assert repr(thing) == repr(shown)


def _plain(names: list[str]) -> list[str]:
    return [name.lstrip("_") for name in names]


def test_what_is_only_equal_to_a_default_is_shown() -> None:
    point = make_class("Point", {"x": field(default=1)}, repr=False, class_body={"__repr__": representation})
    assert (repr(point(True)), repr(point(1))) == ("Point(x=True)", "Point()")


@define(eq=False)
class Ring:
    """A thing that may hold itself."""

    __repr__ = representation

    inside: object = None


def test_a_thing_inside_itself_is_cut_short() -> None:
    ring = Ring()
    ring.inside = [ring, 1]
    assert repr(ring) == "Ring(inside=[..., 1])"
    # It is whole again the next time.
    assert repr(ring) == "Ring(inside=[..., 1])"


def test_classes_inside_functions_go_by_their_own_names() -> None:
    @frozen
    class Local:
        __repr__ = representation
        x: int

    assert Local.__repr__ is representation
    assert repr(Local(1)) == "Local(x=1)"
