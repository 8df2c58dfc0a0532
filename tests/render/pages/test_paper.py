import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.pages.paper import PAPERS, paper_of


@given(st.sampled_from(PAPERS), st.booleans())
def test_every_size_is_known_by_its_name_in_any_case(name, is_upper):
    assert paper_of(name.upper() if is_upper else name.lower()).name == name


@given(st.sampled_from([name for name in PAPERS if "-" not in name]))
def test_landscape_is_the_same_sheet_turned(name):
    upright, across = paper_of(name), paper_of(f"{name}-landscape")
    assert (across.width, across.height) == (upright.height, upright.width)
    assert upright.width < upright.height


def test_an_unknown_size_is_refused_with_the_nearest():
    with pytest.raises(LookupError, match="did you mean Letter"):
        paper_of("Leter")


@given(
    st.text(max_size=30).filter(lambda name: name.casefold() not in {paper.casefold() for paper in PAPERS})
)
def test_any_other_text_is_refused(name):
    with pytest.raises(LookupError, match="paper size"):
        paper_of(name)
