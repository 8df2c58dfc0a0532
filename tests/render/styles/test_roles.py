"""Roles of themes: each of them is seen where a map has what it is for."""

from pathlib import Path

import pytest

import argmap
from argmap.render.styles.theme import ROLES, TEXT_ROLES

_REASONS = "[A]: a #tag\n  + <B>: b\n    - <C>: c\n      _ <D>: d\n  >< [E]: e"
_STRICT = "===\nmodel: {mode: strict}\n===\n[A]: a\n  +> [B]: b\n  -> [C]: c"
_EVIDENCE = "[A]: a\n  + [^E]: e {source: s, kind: statistic}\n  + [^F]: f {source: t}"
_STEPS = (
    "[Q]\n\n<A>\n\n(1) [P]: p {formula: p}\n(2) r\n-- modus ponens {scheme: expert_opinion} --\n(3) [Q]: q"
)
_QUESTION = "[?Q]: q\n  + [A]: a\n  + [B]: b"
_SECTIONS = "===\ngroup: {groupDepth: 3}\n===\n# 1\n## 2\n### 3\n\n[A]: a\n  + [B]: b\n\n### 4\n[C]: c"
_CLOSED = "# One\n\n[A]: a\n  + [B]: b\n\n# Two {isClosed: true}\n\n[B]\n  + [C]: c"
_TITLED = f"===\ntitle: Tea\nsubTitle: And coffee\n===\n{_REASONS}"
_OLD = "[A]: a\n  + [B]: b\n  + [C]: c\n  - [D]: d"
_NEW = "[A]: a\n  + [B]: b b\n  - [D]: d\n    - [E]: e"

# For each role, and for each kind of text, a debate that has what it is for.
_SHOWN_IN = {
    "graph": _REASONS,
    "group": _SECTIONS,
    "group-1": _SECTIONS,
    "group-2": _SECTIONS,
    "group-3": _SECTIONS,
    "claim": _REASONS,
    "evidence": f"===\nmap: {{evidence: node}}\n===\n{_EVIDENCE}",
    "argument": _REASONS,
    "closed-group": _CLOSED,
    "question": _QUESTION,
    "critical-question": _STEPS,
    "thesis": _REASONS,
    "strip": _EVIDENCE,
    "support": _REASONS,
    "attack": _REASONS,
    "undercut": _REASONS,
    "entails": _STRICT,
    "contrary": _STRICT,
    "contradictory": _REASONS,
    "derived": _STEPS,
    "answer": _QUESTION,
    "asked": _STEPS,
    "title": _REASONS,
    "text": _REASONS,
    "source": _EVIDENCE,
    "heading": _SECTIONS,
    "step": _STEPS,
    "inference": _STEPS,
    "formula": _STEPS,
    "tag": _REASONS,
    "strip-text": _EVIDENCE,
    "badge": _EVIDENCE,
    "map-title": _TITLED,
    "subtitle": _TITLED,
}
_OF_CHANGES = {"added", "removed", "changed", "context"}


def _theme(folder: Path, role: str) -> str:
    path = folder / "mine.toml"
    key = "bgcolor" if role == "graph" else "color"
    path.write_text(f'extends = "default"\n[{role}]\n{key} = "#0a0b0c"\n', encoding="utf-8")
    return str(path)


def _drawn(text: str, theme: str) -> str:
    return argmap.draw(argmap.parse(text), theme, detail="full", questions=True).dot


@pytest.mark.parametrize("role", _SHOWN_IN)
def test_a_role_is_seen_where_a_map_has_what_it_is_for(role: str, tmp_path: Path) -> None:
    text = _SHOWN_IN[role]
    assert _drawn(text, _theme(tmp_path, role)) != _drawn(text, "default")


@pytest.mark.parametrize("role", sorted(_OF_CHANGES))
def test_a_role_of_changes_is_seen_where_something_changed(role: str, tmp_path: Path) -> None:
    changes = argmap.diff(argmap.parse(_OLD), argmap.parse(_NEW))
    assert argmap.draw(changes, _theme(tmp_path, role)).dot != argmap.draw(changes).dot


def test_these_are_all_roles() -> None:
    assert {*_SHOWN_IN, *_OF_CHANGES} >= {*ROLES, *TEXT_ROLES}
