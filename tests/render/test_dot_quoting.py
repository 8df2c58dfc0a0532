"""Texts are written in DOT as the package graphviz writes them."""

import graphviz  # type: ignore[import-untyped]  # it has no types
import pytest
from graphviz import quoting
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.render.dot_quoting import graph_name, quoted

texts = st.text(st.sampled_from("ab1.-_\\\"&<> '#é東;%") | st.characters(codec="utf-8"), max_size=12)


def _by_package(text: str) -> str:
    written: str = quoting.quote(graphviz.escape(text))
    return written


@given(texts)
@example("<not markup>")
@example('odd \\" ends \\')
def test_a_text_is_quoted_as_by_the_package(text: str) -> None:
    assert quoted(text) == _by_package(text.replace("&", "&amp;").replace("\n", "&#10;"))


@pytest.mark.parametrize(
    "word", ["node", "Edge", "STRICT", "subgraph", "graph1", "-4.2", ".5", "1.", "1a", "٣"]
)
def test_words_and_numbers_are_quoted_as_by_the_package(word: str) -> None:
    assert quoted(word) == _by_package(word)


@given(texts)
def test_the_name_of_a_graph_has_no_backslashes_but_before_quotes(text: str) -> None:
    assert "\\" not in graph_name(text).replace('\\"', "")
