"""What changes when something is supposed is seen in the words for it."""

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies

TWO = "[A]: a\n  - [B]: b\n  - [C]: c\n\n[B]\n  - [A]\n"


@given(
    strategies.disputes(max_relations=6),
    st.data(),
    st.sampled_from(("grounded", "complete", "preferred", "stable", "semi-stable", "df-quad")),
)
def test_what_changes_has_other_words_than_before(
    document: Document, data: st.DataObject, semantics: str
) -> None:
    elements = [element.ref for element in document.debate]
    if not elements:
        return
    rejected = data.draw(st.sampled_from(elements))
    for change in argmap.what_if(document, reject=[rejected], semantics=semantics).changed:
        before, after = change.words.split(" → ")
        assert before != after or change.before.strength is not None


def test_what_becomes_possible_is_told() -> None:
    changed = argmap.what_if(argmap.parse(TWO), reject=["[C]"], semantics="preferred").changed
    assert [str(change) for change in changed] == [
        "[A]: out → undecided, possible",
        "[B]: in → undecided, possible",
        "[C]: in → out",
    ]
