"""How editors colour by a grammar of TextMate: line by line, with a stack of rules."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

import onigurumacffi

from argmap.extensions.textmate import textmate_grammar

Rule = dict[str, Any]
_GRAMMAR = textmate_grammar()
_NOT_BEGIN = onigurumacffi.OnigSearchOption.NOT_BEGIN_STRING
_ANY = onigurumacffi.OnigSearchOption.NONE


class _Level(NamedTuple):
    """A rule that has begun: what may come in it, its end, and what its content is called."""

    number: int
    scope: str


def scopes_of(text: str) -> list[str]:
    """Return the innermost scope of each character, "" where there is none."""
    scopes: list[str] = []
    levels = [_Level(0, "")]
    for number, line in enumerate(re.split(r"(?<=\n)", text)):
        painted = [""] * len(line)
        _line(line, levels, painted, is_first=number == 0)
        scopes += painted
    return scopes


def _line(line: str, levels: list[_Level], painted: list[str], *, is_first: bool) -> None:
    position, pushed_at = 0, -1
    while position <= len(line):
        level = levels[-1]
        patterns, rules = _searched(level.number)
        flags = _ANY if is_first else _NOT_BEGIN
        index, match = patterns.search(line, position, flags)
        if match is None:
            _paint(painted, position, len(line), level.scope)
            return
        start, end = match.span()
        _paint(painted, position, start, level.scope)
        kind, rule = rules[index]
        if kind == "end":
            levels.pop()
            _paint(painted, start, end, rule.get("name", levels[-1].scope))
            _capture(painted, match, rule.get("endCaptures", {}))
            if end == start == pushed_at:
                # A rule that begins and ends at one place would do so for ever.
                return
        elif "begin" in rule:
            _paint(painted, start, end, rule.get("name", level.scope))
            _capture(painted, match, rule.get("beginCaptures", {}))
            scope = rule.get("contentName") or rule.get("name") or level.scope
            levels.append(_Level(_number(rule), scope))
            pushed_at = end
        else:
            _paint(painted, start, end, rule.get("name", level.scope))
            _capture(painted, match, rule.get("captures", {}))
            if end == start:
                end += 1
        position = end


def _paint(painted: list[str], start: int, end: int, scope: str) -> None:
    painted[start:end] = [scope] * (min(end, len(painted)) - start)


def _capture(painted: list[str], match: Any, captures: dict[str, Rule]) -> None:
    for number, capture in captures.items():
        if match._begs[int(number)] >= 0:
            _paint(painted, *match.span(int(number)), capture["name"])


_RULES: list[Rule] = [{"patterns": _GRAMMAR["patterns"]}]


def _number(rule: Rule) -> int:
    for number, known in enumerate(_RULES):
        if known is rule:
            return number
    _RULES.append(rule)
    return len(_RULES) - 1


@cache
def _searched(number: int) -> tuple[Any, list[tuple[str, Rule]]]:
    """Return what is looked for in a rule: its end, then its patterns."""
    rule = _RULES[number]
    ways: list[tuple[str, str, Rule]] = []
    if "end" in rule:
        ways.append(("end", rule["end"], rule))
    ways += [("begin", each.get("match") or each["begin"], each) for each in _flat(rule.get("patterns", []))]
    regexes = onigurumacffi.compile_regset(*(pattern for _, pattern, _ in ways))
    return regexes, [(kind, each) for kind, _, each in ways]


def _flat(patterns: list[Rule]) -> list[Rule]:
    """Return patterns with those that are included; a grammar of another language is not there."""
    flat: list[Rule] = []
    for pattern in patterns:
        if "include" in pattern:
            name = pattern["include"]
            if name.startswith("#"):
                flat += _flat([_GRAMMAR["repository"][name[1:]]])
        elif "match" in pattern or "begin" in pattern:
            flat.append(pattern)
        else:
            flat += _flat(pattern["patterns"])
    return flat
