"""Where odd texts come from; every text depends on its random numbers alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from .fragments import FRONT, INDENTS, LINE_ENDS, MARKERS, PIECES, RANGES, SIGNS

Source: TypeAlias = Callable[[Random, Sequence[str]], str]
Change: TypeAlias = Callable[[Random, str, Sequence[str]], str]

_LONGEST = 6000
_INSERTED: tuple[str, ...] = (*PIECES, *MARKERS, *LINE_ENDS, *SIGNS)


def lines(random: Random, pool: Sequence[str]) -> str:
    """Return lines that begin with markers, at all depths, below frontmatter or not."""
    parts: list[str] = []
    if random.random() < 0.2:
        fence = random.choice(("===", "===", "====", "---", "=="))
        parts += [fence, *random.choices(FRONT, k=random.randint(0, 3)), fence, random.choice(("", "x"))]
    for _ in range(random.randint(1, 14)):
        pieces = random.choices(PIECES, k=random.choice((0, 1, 1, 1, 2, 3, 5)))
        parts.append(
            random.choice(INDENTS) + random.choice(MARKERS) + random.choice((" ", " ", "")).join(pieces)
        )
        if random.random() < 0.25:
            parts.append("")
    return _one_line_end(random).join(parts)


def soup(random: Random, pool: Sequence[str]) -> str:
    """Return pieces and signs of markup in any order."""
    if random.random() < 0.5:
        return "".join(random.choices(SIGNS, k=random.randint(1, 120)))
    every = (*MARKERS, *PIECES, *LINE_ENDS, *INDENTS)
    return "".join(random.choices(every, k=random.randint(1, 40)))


def characters(random: Random, pool: Sequence[str]) -> str:
    """Return code points of all kinds, lone surrogates and controls among them."""
    some = random.choices(RANGES, k=4)
    return "".join(
        random.choice(SIGNS) if random.random() < 0.3 else chr(random.randint(*random.choice(some)))
        for _ in range(random.randint(0, 120))
    )


def repeats(random: Random, pool: Sequence[str]) -> str:
    """Return a few pieces many times: what costs more than linear time shows here."""
    few = random.choices((*MARKERS, *PIECES, *INDENTS), k=random.randint(1, 3))
    unit = "".join(few) + random.choice(("", "", " ", *LINE_ENDS))
    before, behind = random.choices((*PIECES, "", ""), k=2)
    return before + unit * min(random.randint(2, 400), _LONGEST // max(1, len(unit))) + behind


def deep(random: Random, pool: Sequence[str]) -> str:
    """Return relations at depths that rise and fall."""
    depth, parts = 0, ["[A]: a"]
    for _ in range(random.randint(1, 60)):
        depth = max(0, depth + random.choice((1, 1, 1, -1, -2, 0)))
        parts.append(" " * depth * random.choice((1, 2, 2)) + random.choice(MARKERS) + random.choice(PIECES))
    return _one_line_end(random).join(parts)


def mutations(random: Random, pool: Sequence[str]) -> str:
    """Return a known document with a few changes."""
    text = random.choice(pool)
    if len(text) > 800 and random.random() < 0.8:
        start = random.randrange(len(text) - 400)
        text = text[start : start + random.randint(20, 800)]
    for _ in range(random.choice((1, 1, 2, 3, 5, 10))):
        text = _changed(random, text, pool)
    return text[:_LONGEST]


def _changed(random: Random, text: str, pool: Sequence[str]) -> str:
    change = random.choice(_CHANGES)
    return change(random, text, pool)


def _insert(random: Random, text: str, pool: Sequence[str]) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_INSERTED) + text[at:]


def _delete(random: Random, text: str, pool: Sequence[str]) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 20)) :]


def _duplicate(random: Random, text: str, pool: Sequence[str]) -> str:
    at, behind = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    return text[:behind] + text[at:behind][:300] * random.choice((1, 1, 2, 7)) + text[behind:]


def _swap(random: Random, text: str, pool: Sequence[str]) -> str:
    parts = text.split("\n")
    one, other = random.randrange(len(parts)), random.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]
    return "\n".join(parts)


def _splice(random: Random, text: str, pool: Sequence[str]) -> str:
    other = random.choice(pool)
    at = random.randint(0, len(other))
    return text[: random.randint(0, len(text))] + other[at : at + 1000]


def _change_line_ends(random: Random, text: str, pool: Sequence[str]) -> str:
    if random.random() < 0.5:
        return text.replace("\n", random.choice(LINE_ENDS))
    return "".join(random.choice(LINE_ENDS) if one == "\n" else one for one in text)


def _indent(random: Random, text: str, pool: Sequence[str]) -> str:
    share = random.choice((0.1, 0.5, 1.0))
    return "\n".join(
        random.choice(INDENTS) + (one.lstrip() if random.random() < 0.5 else one)
        if random.random() < share
        else one
        for one in text.split("\n")
    )


def _cut_short(random: Random, text: str, pool: Sequence[str]) -> str:
    return text[: random.randint(0, len(text))]


_CHANGES: tuple[Change, ...] = (
    *(_insert, _insert, _insert, _delete, _delete, _duplicate, _swap, _splice, _change_line_ends, _indent),
    _cut_short,
)


def _one_line_end(random: Random) -> str:
    return "\n" if random.random() < 0.7 else random.choice(LINE_ENDS[:7])


# Each with its share.
SOURCES: dict[str, tuple[Source, int]] = {
    "mutations": (mutations, 40),
    "lines": (lines, 25),
    "soup": (soup, 13),
    "characters": (characters, 10),
    "deep": (deep, 7),
    "repeats": (repeats, 5),
}
