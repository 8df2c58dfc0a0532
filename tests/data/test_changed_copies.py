"""Copies with other values."""

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from argmap.data.changed_copies import changed


@frozen
class Share:
    whole: int
    part: float = 0.5
    name: str = ""

    def __attrs_post_init__(self) -> None:
        if self.part < 0:
            raise ValueError(f"part cannot be {self.part}")


CHANGES = st.fixed_dictionaries(
    {}, optional={"whole": st.integers(), "part": st.floats(0, 1), "name": st.text(max_size=3)}
)


@given(st.builds(Share, st.integers(), st.floats(0, 1)), CHANGES)
def test_copies_are_those_that_attrs_makes(share: Share, changes: dict[str, object]) -> None:
    assert changed(share, **changes) == evolve(share, **changes)  # type: ignore[arg-type]  # as they are drawn


def test_no_copy_has_a_value_that_it_cannot_have() -> None:
    with pytest.raises(ValueError, match="part cannot be -1"):
        changed(Share(1), part=-1)
    with pytest.raises(KeyError, match="size"):
        changed(Share(1), size=2)
