"""The laws of changes and merges on real documents, as editors leave them in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.model.sameness.same import same

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "examples").glob("*.argdown")
    if len(path.read_bytes()) < 12_000
)
LAW = settings(max_examples=10, deadline=None)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A real text, and the same with lines that are gone, twice there, or exchanged."""
    text = draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 3))):
        first, second = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(st.sampled_from(["gone", "twice", "exchanged", "cut"])):
            case "gone":
                lines[first] = ""
            case "twice":
                lines[first] *= 2
            case "exchanged":
                lines[first], lines[second] = lines[second], lines[first]
            case "cut":
                lines[first] = lines[first][: len(lines[first]) // 2] + "\n"
    return text, "".join(lines)


@LAW
@given(mutated())
def test_changes_of_real_documents_can_be_turned_round(texts: tuple[str, str]) -> None:
    old, new = map(argmap.parse, texts)
    changes = argmap.diff(old, new)
    assert changes.apply(old.debate) == new.debate
    assert changes.inverse() == argmap.diff(new, old)
    assert bool(changes) or same(old.debate, new.debate)


@LAW
@given(mutated())
def test_merges_of_real_documents_lose_nothing(texts: tuple[str, str]) -> None:
    base, ours = texts
    theirs = f"{base.rstrip()}\n\n[Something new]: it was not there.\n"
    merged = argmap.merge(base, ours, theirs)
    conflicts = "".join(conflict.theirs for conflict in merged.conflicts)
    assert "it was not there" in merged.text + conflicts


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_changes_when_real_documents_are_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not argmap.diff(argmap.parse(text), argmap.parse(argmap.format_text(text, width=60)))
