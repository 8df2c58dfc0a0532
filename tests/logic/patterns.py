"""Classical patterns of steps, with what is known of them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from argmap.logic import Formula, parse_formula

_TABLE = Path(__file__).with_name("classical_patterns.toml")


class Pattern(NamedTuple):
    title: str
    premises: tuple[Formula, ...]
    conclusion: Formula
    is_valid: bool
    form: str | None


@cache
def patterns() -> tuple[Pattern, ...]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return tuple(
        Pattern(
            entry["title"],
            tuple(map(_formula, entry["premises"])),
            _formula(entry["conclusion"]),
            kind == "valid",
            entry.get("form"),
        )
        for kind, entries in table.items()
        for entry in entries
    )


def _formula(text: str) -> Formula:
    reading = parse_formula(text)
    assert reading.formula is not None, reading
    assert not reading.problems, reading
    return reading.formula
