"""Illocutionary forces: which of them commit a speaker, and what participants are committed to.

The terms are those of inference anchoring theory: K. Budzynska, C. Reed, "Whence inference?" (2011).
"""

from __future__ import annotations

from argmap.data import FrozenDict
from argmap.model import Debate, HasDebate, debate_of

_COMMITTING = frozenset({"asserting", "agreeing", "conceding", "arguing", "restating"})
_REJECTING = frozenset({"disagreeing", "rejecting"})


def commits(force: str) -> bool:
    """Return whether a force commits the speaker to what it is about.

    >>> commits("Asserting"), commits("Pure Questioning")
    (True, False)
    """
    return force.casefold() in _COMMITTING


def commitments(document: HasDebate | Debate) -> FrozenDict[str, tuple[tuple[str, str], ...]]:
    """Return what each participant in a dialogue is committed to, or against, and by which force.

    Participants are called by their names, or by their ids if they have none; content is named as in the
    markup. Who asserts, agrees, concedes, argues or restates is committed to it, who disagrees or
    rejects against it; questions and challenges commit to nothing.

    >>> from argmap import parse
    >>> text = '''===
    ... dialogue:
    ...   participants: {"1": {name: Ann Lee}}
    ...   locutions: [{id: "10", by: "1", text: It rains}]
    ...   illocutions: [{id: "13", force: Asserting, from: "10", about: ["[Rain]"]}]
    ... ===
    ... [Rain]: It rains.'''
    >>> commitments(parse(text))
    FrozenDict({'Ann Lee': (('[Rain]', 'Asserting'),)})
    """
    dialogue = debate_of(document).metadata.get("dialogue")
    if not isinstance(dialogue, FrozenDict):
        return FrozenDict()
    people = dialogue.get("participants")
    names = {
        person: str(row.get("name") or person)
        for person, row in (people.items() if isinstance(people, FrozenDict) else ())
        if isinstance(row, FrozenDict)
    }
    speakers = {
        str(row.get("id")): names.get(str(row.get("by")), str(row.get("by")))
        for row in _rows(dialogue.get("locutions"))
        if row.get("by") is not None
    }
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in _rows(dialogue.get("illocutions")):
        force = str(row.get("force"))
        speaker = speakers.get(str(row.get("from")))
        if speaker is None or force.casefold() not in _COMMITTING | _REJECTING:
            continue
        about = row.get("about")
        for ref in about if isinstance(about, tuple) else ():
            if isinstance(ref, str):
                found.setdefault(speaker, {})[ref, force] = None
    return FrozenDict({speaker: tuple(refs) for speaker, refs in found.items()})


def _rows(value: object) -> list[FrozenDict[str, object]]:
    rows = value if isinstance(value, tuple) else ()
    return [row for row in rows if isinstance(row, FrozenDict)]
