"""Names are cut short, but not what they refer to."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.fonts.characters import shorten_name

PAGES = st.one_of(
    st.builds(", p. {}".format, st.integers(1, 999)),
    st.builds(", pp. {}–{}".format, st.integers(1, 999), st.integers(1, 999)),
)


@given(st.text(), PAGES, st.integers(15, 60))
def test_a_name_that_is_cut_short_keeps_its_page(name: str, page: str, limit: int) -> None:
    short = shorten_name(name + page, limit)
    assert short.endswith(page)
    assert len(short) <= limit


@given(st.text(), st.integers(15, 60))
def test_a_short_name_is_kept(name: str, limit: int) -> None:
    assert shorten_name(name[:limit], limit) == name[:limit]
