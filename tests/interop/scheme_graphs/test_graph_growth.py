"""Four times the graph is four times the work, whatever its shape."""

from __future__ import annotations

import pytest
from tests.benchmarks.large_graphs import SHAPES
from tests.fuzz.counting import calls

from argmap.interop import aif


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_is_linear(shape: str) -> None:
    small, large = SHAPES[shape](100), SHAPES[shape](400)
    aif.loads(small)
    assert calls(lambda: aif.loads(large)) < 5 * calls(lambda: aif.loads(small))


@pytest.mark.parametrize("shape", SHAPES)
def test_writing_is_linear(shape: str) -> None:
    small, large = aif.loads(SHAPES[shape](100)), aif.loads(SHAPES[shape](400))
    aif.dumps(small)
    assert calls(lambda: aif.dumps(large)) < 5 * calls(lambda: aif.dumps(small))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_very_long_graph_is_read_without_recursion(shape: str) -> None:
    assert aif.loads(SHAPES[shape](5000))
