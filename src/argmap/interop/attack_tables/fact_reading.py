"""Facts such as `att(a,b).`, as ASPARTIX and its successors write frameworks.

U. Egly, S. A. Gaggl and S. Woltran, "Answer-set programming encodings for argumentation frameworks" (2010).
"""

from __future__ import annotations

import re

from argmap.interop.attack_tables.attack_table import AttackTable
from argmap.interop.plain_debates.file_reading import wrong
from argmap.model import RelationKind
from argmap.text import Span

# A name is in quotes, or has no brackets, commas or percent signs in it.
_NAME = r""""[^"\r\n]*+"|'[^'\r\n]*+'|[^(),%\s](?:[^(),%\r\n]*[^(),%\s])?"""
_FACT = re.compile(rf"(arg|att|sup)\s*\(\s*({_NAME})\s*(?:,\s*({_NAME})\s*)?\)\s*\.?")
_OF_BAGS = re.compile(r"""\bsup\s*\(|\barg\s*\((?:"[^"]*+"|'[^']*+'|[^(),"'])*+,""")
_SPACE = re.compile(r"(?:\s++|%[^\r\n]*+)++")
_LINE = re.compile(r"[^\r\n]{0,60}")
_KINDS = {"att": RelationKind.ATTACK, "sup": RelationKind.SUPPORT}


def has_weight_or_support(line: str) -> bool:
    """Return whether a line has a fact that only bags have.

    >>> has_weight_or_support("arg(a, 0.5)."), has_weight_or_support("arg('a, b').")
    (True, False)
    """
    return _OF_BAGS.search(line) is not None


def read_facts(table: AttackTable, *, has_weights: bool) -> None:
    """Read facts into a table: arguments, attacks, and with weights supports, too.

    Raises:
        FormatError: something is not a fact (I407), or a weight is not a number (I402).
    """
    text, place = table.text, 0
    while place < len(text):
        if space := _SPACE.match(text, place):
            place = space.end()
            continue
        fact = _FACT.match(text, place)
        if fact is None or not _read(table, fact, has_weights=has_weights):
            line = _LINE.match(text, place)
            words = line[0] if line else ""
            span = Span(place, place + len(words))
            table.damage.add(wrong(text, "I407", span, f"`{words}`", "a fact of a framework"), words)
            place = _next_line(text, place)
        else:
            place = fact.end()


def _read(table: AttackTable, fact: re.Match[str], *, has_weights: bool) -> bool:
    """Read a fact; return whether it is one that such a file may have."""
    word, first, second = fact.groups()
    span = Span(fact.start(), fact.end())
    if word == "arg":
        if second is None:
            table.argument(first, span)
        elif has_weights:
            table.argument(first, span, weight=_weight(table, second, fact))
        return second is None or has_weights
    if second is None or (word == "sup" and not has_weights):
        return False
    table.relate(_KINDS[word], first, second, span)
    return True


def _weight(table: AttackTable, word: str, fact: re.Match[str]) -> float | None:
    try:
        weight = float(word)
    except ValueError:
        weight = -1.0
    if not 0 <= weight <= 1:
        span = Span(*fact.span(3))
        error = wrong(table.text, "I402", span, "weight", f"must be a number from 0 to 1, not {word[:40]!r}")
        table.damage.add(error, f"argument {fact[2]}")
        return None
    return weight


def _next_line(text: str, place: int) -> int:
    end = re.compile(r"[\r\n]").search(text, place)
    return end.end() if end else len(text)
