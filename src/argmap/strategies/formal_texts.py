"""Texts of arguments whose statements have formulas."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from argmap.logic import Notation
from argmap.strategies.random_formulas import formulas
from argmap.strategies.words import titles


@st.composite
def formal_arguments(draw: st.DrawFn, *, most_premises: int = 3, most: int = 4) -> str:
    """Return an argument whose premises and conclusion have formulas, in any notation.

    Each formula has at most `most` connectives and quantifiers.

    >>> from hypothesis import find
    >>> find(formal_arguments(), lambda text: True).count("formula:") >= 2
    True
    """
    title = draw(titles(max_words=2))
    said = draw(st.lists(formulas(most=most), min_size=2, max_size=most_premises + 1))
    lines = [f"<{title}>", ""]
    for number, formula in enumerate(said, 1):
        written = json.dumps(formula.text(draw(st.sampled_from(Notation))), ensure_ascii=False)
        if number == len(said):
            lines.append("----")
        lines.append(f"({number}) [{title} {number}]: Words. {{formula: {written}}}")
    return "\n".join(lines)
