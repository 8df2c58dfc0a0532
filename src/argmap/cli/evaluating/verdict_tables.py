"""Verdicts as a table in text, JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.cli.pages import Part
from argmap.model import Ref
from argmap.model.rows import Cell
from argmap.reports.safe_json import printable_json
from argmap.text.visible import visible, width_of

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation

# The entries to write: what an evaluation says of each thing, under its columns.
Shown = Mapping[Part, Mapping[Ref, Mapping[str, Cell]]]


def written(form: str, evaluations: Mapping[Part, Evaluation], shown: Shown, *, positions: int) -> str:
    """Return the entries of evaluations in a form, "text", "json" or "csv", with so many positions."""
    return _WRITERS[form](evaluations, shown, positions)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines whose columns begin below each other; the last column may be of any width.

    >>> list(aligned([("in", "[A]", "granted"), ("out", "[Wide]", "")]))
    ['in   [A]     granted', 'out  [Wide]']
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        cells = (cell + " " * (width - width_of(cell)) for cell, width in zip(row, (*widths, 0), strict=True))
        yield "  ".join(cells).rstrip()


def _text(evaluations: Mapping[Part, Evaluation], shown: Shown, positions: int) -> str:
    several = len(evaluations) > 1
    tables = (
        [part.shown] * several
        + list(_lines(evaluation, shown[part]))
        + list(_position_lines(evaluation, positions))
        for part, evaluation in evaluations.items()
    )
    return "\n".join("".join(f"{visible(line)}\n" for line in table) for table in tables)


def _lines(evaluation: Evaluation, entries: Mapping[Ref, Mapping[str, Cell]]) -> Iterator[str]:
    from argmap.model.stating.calling import called
    from argmap.reasoning.verdicts.brief import brief_reasons

    reasons = brief_reasons(evaluation)
    rows = [
        (_label(entry), called(evaluation.debate, ref), _basis(entry), reasons.get(ref, ""))
        for ref, entry in entries.items()
    ]
    return aligned(rows)


def _label(entry: Mapping[str, Cell]) -> str:
    """Return a label, or a strength in its place."""
    if entry["label"] is not None:
        return str(entry["label"])
    strength = entry["strength"]
    return f"{strength:.2f}" if isinstance(strength, float) else "–"


def _basis(entry: Mapping[str, Cell]) -> str:
    is_possible = entry["possible"] and entry["label"] != "in"
    words = (entry["basis"], "possible" if is_possible else None)
    return ", ".join(str(word) for word in words if word is not None)


def _position_lines(evaluation: Evaluation, most: int) -> Iterator[str]:
    for number, position in enumerate(evaluation.positions(most) if most else (), start=1):
        yield f"position {number}: {', '.join(position.accepted)}"


def _json(evaluations: Mapping[Part, Evaluation], shown: Shown, positions: int) -> str:
    entries = [
        {**evaluation.as_dict(positions=positions), "verdicts": list(map(evaluation.as_entry, shown[part]))}
        for part, evaluation in evaluations.items()
    ]
    if len(entries) == 1:
        return printable_json(entries[0]) + "\n"
    named = [{"path": part.shown, **entry} for part, entry in zip(evaluations, entries, strict=True)]
    return printable_json(named) + "\n"


def _csv(evaluations: Mapping[Part, Evaluation], shown: Shown, positions: int) -> str:
    import csv
    from io import StringIO

    from argmap.reasoning.verdicts.evaluation import ANSWERS_KEY, VERDICT_KEYS

    several = len(evaluations) > 1
    rows = [
        {**({"path": part.shown} if several else {}), **entry}
        for part, entries in shown.items()
        for entry in entries.values()
    ]
    stream = StringIO(newline="")
    keys = ("path",) * several + VERDICT_KEYS + (ANSWERS_KEY,) * any(ANSWERS_KEY in row for row in rows)
    writer = csv.DictWriter(stream, keys, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


_WRITERS = {"text": _text, "json": _json, "csv": _csv}
