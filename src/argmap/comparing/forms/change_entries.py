"""Changes as entries of JSON."""

from __future__ import annotations

from collections import Counter

from argmap.comparing.change_kinds import (
    DataChanged,
    Moved,
    Reworded,
    ScriptChanged,
    SettingsChanged,
    Thing,
    VerdictChanged,
)
from argmap.comparing.forms import JsonValue
from argmap.comparing.forms.change_places import ChangePlaces
from argmap.comparing.forms.told_changes import ToldChanges
from argmap.model import Argument, Claim, Debate, Evidence, Question, Relation, Section, Source

VERSION = 1


def change_entries(told: ToldChanges) -> JsonValue:
    """Return a mapping of version, changes and summary; `change` is the name of the class of a change."""
    places = ChangePlaces(told.texts)
    entries: list[JsonValue] = []
    for change in told.changes:
        lines = places.lines(change)
        entry: dict[str, JsonValue] = {
            "change": type(change).__name__,
            "kind": change.kind,
            "before": _entry(change.before, lines[0]),
            "after": _entry(change.after, lines[1]),
        }
        match change:
            case Reworded():
                entry["words"] = [*change.words]
            case DataChanged() | SettingsChanged():
                entry["paths"] = [*change.paths]
            case Moved():
                entry["sections"] = [*change.sections]
            case ScriptChanged():
                entry["details"] = [*change.details]
            case VerdictChanged():
                entry["verdicts"] = [*change.verdicts]
        entries.append(entry)
    counts = Counter(type(change).__name__ for change in told.changes)
    return {"version": VERSION, "changes": entries, "summary": {**dict(sorted(counts.items()))}}


def _entry(thing: Thing | None, line: int | None) -> JsonValue:
    match thing:
        case None:
            return None
        case Claim() | Evidence() | Question() | Argument():
            title = None if thing.is_untitled else thing.title
            tags: list[JsonValue] = [*thing.tags]
            return {"name": str(thing.ref), "title": title, "text": thing.text, "tags": tags, "line": line}
        case Relation():
            source, target = str(thing.source), str(thing.target)
            return {"relation": thing.kind.value, "source": source, "target": target, "line": line}
        case Section():
            return {"title": thing.title, "level": thing.level, "line": line}
        case Source():
            return {"title": thing.key or thing.title, "reference": thing.reference, "line": line}
        case Debate():
            return {"title": _title(thing), "line": None}


def _title(debate: Debate) -> str | None:
    title = debate.metadata.get("title")
    return title if isinstance(title, str) else None
