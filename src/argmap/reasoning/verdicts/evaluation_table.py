"""An evaluation as a table in HTML, as notebooks show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from argmap.model import Debate, Ref
from argmap.model.stating.calling import called
from argmap.reasoning.verdicts.verdict import Verdict


def evaluation_table(debate: Debate, verdicts: Mapping[Ref, Verdict]) -> str:
    """Return verdicts as a table with the marks of maps; nothing that an author wrote becomes markup."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in _rows(debate, verdicts)
    )
    return f"<table><tr><th></th><th>element</th><th>verdict</th><th>why</th></tr>{rows}</table>"


def _rows(debate: Debate, verdicts: Mapping[Ref, Verdict]) -> Iterator[tuple[str, str, str, str]]:
    for ref, verdict in verdicts.items():
        if verdict.label is None:
            strength = "–" if verdict.strength is None else f"{verdict.strength:.2f}"
            yield "", called(debate, ref), strength, ""
        else:
            yield verdict.mark, called(debate, ref), verdict.label.value, verdict.words
