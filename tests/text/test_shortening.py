"""Long texts end in an ellipsis where there is no room for all of them."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.text.shortening import line_of, shortened

_ROOM = st.integers(1, 30)


@given(st.text(), _ROOM)
def test_a_text_is_as_long_as_there_is_room_at_most(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


@given(st.text(), _ROOM)
def test_what_fits_stays_as_it_is_and_the_rest_is_how_it_begins(text: str, most: int) -> None:
    short = shortened(text, most)
    assert short == text if len(text) <= most else text.startswith(short[:-1])


@given(st.text("a \n…"), _ROOM)
def test_no_space_is_before_the_ellipsis(text: str, most: int) -> None:
    assert not line_of(text, most).endswith(" …") or line_of(text, most) in " ".join(text.split())


@given(st.text("a \n\t"), _ROOM)
def test_a_line_has_single_spaces_and_none_at_its_ends(text: str, most: int) -> None:
    line = line_of(text, most)
    assert line == " ".join(line.split())
