"""Documents that mutations begin with, and those that Hypothesis makes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark

from argmap import strategies
from argmap.syntax.grammar import block_parser

_ROOT = Path(__file__).parents[2]
_CONFORMANCE = _ROOT.parent / "shared" / "conformance"
_FENCE = re.compile(r"^```argdown[^\n]*\n(.*?)^```", re.M | re.S)

# The terminals that the lexer adds by what stands around them.
_DECLARED = {
    "BREAK": st.just("\n"),
    "INDENT": st.sampled_from(("\n  ", "\n    ", "\n\t")),
    "DEDENT": st.just("\n"),
    "INFERENCE_END": st.sampled_from(("--\n", "\n")),
    "DATA": st.sampled_from(("{a: 1}", "{uses: [1, 2]}", "{\n  a: b\n\n  c: d\n}", "{a: '}'}")),
}


def documents() -> list[str]:
    """Return the inputs of the conformance data, if they are there, our examples and those of our pages."""
    found = [
        json.loads(line)["input"]
        for name in ("corpus", "probes", "generated")
        if (file := _CONFORMANCE / f"{name}.jsonl").is_file()
        for line in file.read_text(encoding="utf-8").split("\n")
        if line
    ]
    found += [file.read_text(encoding="utf-8") for file in sorted((_ROOT / "examples").glob("*.argdown"))]
    for page in sorted((_ROOT / "docs").glob("*.md")):
        found += _FENCE.findall(page.read_text(encoding="utf-8"))
    return [one for one in found if one]


def of_the_grammar(count: int, *, number: int) -> Iterator[str]:
    """Yield texts that Hypothesis derives from the rules and terminals of the grammar."""
    tree = from_lark(block_parser(), start="start", explicit=_DECLARED)
    yield from _drawn(tree, count, number)


def of_the_strategies(count: int, *, number: int) -> Iterator[str]:
    """Yield documents of `argmap.strategies`."""
    yield from _drawn(strategies.markup(), count, number)


_BATCH = 200


def _drawn(strategy: st.SearchStrategy[str], count: int, number: int) -> Iterator[str]:
    # In small batches: late in a run Hypothesis mutates what it has, and finds less that is new.
    for start in range(0, count, _BATCH):
        yield from _batch(strategy, min(_BATCH, count - start), number + start)


def _batch(strategy: st.SearchStrategy[str], count: int, number: int) -> list[str]:
    drawn: list[str] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(text: str) -> None:
        drawn.append(text)

    draw()
    return drawn
