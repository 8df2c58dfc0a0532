"""What a change says, in words: the same for lines, tables and pictures."""

from __future__ import annotations

from collections import Counter

from argmap.comparing.change_kinds import (
    Added,
    DataChanged,
    DebateChange,
    KindChanged,
    Moved,
    RelationTurned,
    Removed,
    Renamed,
    Retagged,
    Reworded,
    ScriptChanged,
    SectionMoved,
    SectionRenamed,
    SettingsChanged,
    SourceChanged,
    Thing,
    VerdictChanged,
)
from argmap.model import (
    Argument,
    Claim,
    Debate,
    Evidence,
    InferenceRef,
    Question,
    Ref,
    Relation,
    RelationKind,
    Section,
    Source,
)
from argmap.model.reference import TagRef
from argmap.text.counts import counted
from argmap.text.shortening import line_of

_LONGEST = 60
_ARROWS = {
    RelationKind.SUPPORT: "+>",
    RelationKind.ENTAILMENT: "+>",
    RelationKind.ATTACK: "->",
    RelationKind.UNDERCUT: "_>",
    RelationKind.CONTRARIETY: "->",
    RelationKind.CONTRADICTION: "><",
}


def name_of(thing: Thing) -> str:
    """Return the name of a thing on one line; without a title, it is the beginning of its text."""
    match thing:
        case Claim() | Evidence() | Question() | Argument():
            if not thing.is_untitled:
                return _line(str(thing.ref))
            return f"“{line_of(thing.text, _LONGEST)}”" if thing.text else f"an untitled {thing.ref.kind}"
        case Relation():
            return _line(f"{thing.source} {_ARROWS[thing.kind]} {thing.target}")
        case Section():
            return _line(f"# {thing.title.strip()}")
        case Source():
            return _line(thing.key or thing.reference)
        case Debate():
            return ""


def relation_name(thing: Relation, debate: Debate) -> str:
    """Return the name of a relation, with the texts of ends that have no titles."""
    ends = [_end(ref, debate) for ref in (thing.source, thing.target)]
    return f"{ends[0]} {_ARROWS[thing.kind]} {ends[1]}"


def _end(ref: Ref, debate: Debate) -> str:
    return _line(str(ref)) if isinstance(ref, InferenceRef) else name_of(debate[ref])


def named_in(thing: Thing, debate: Debate) -> str:
    """Return the name of a thing of a debate."""
    return relation_name(thing, debate) if isinstance(thing, Relation) else name_of(thing)


def detail_of(change: DebateChange, old: Debate, new: Debate) -> str:
    """Return the details of a change on one line, without what it is about; empty if its word says all."""
    before, after = change.before, change.after
    match change:
        case Added() | Removed():
            return _text_of(change.thing)
        case Renamed() | SectionRenamed() | KindChanged():
            return f" → {name_of(after)}" if after is not None else ""
        case Reworded():
            return f": {marked_words(change)}"
        case Retagged():
            return f": {_tags(before, after)}"
        case SettingsChanged():
            return _line(", ".join(change.paths))
        case DataChanged():
            return f": {_line(', '.join(change.paths))}" if change.paths else ""
        case SourceChanged():
            return _sources(before, after)
        case Moved():
            return f": {' → '.join(_section(title) for title in change.sections)}"
        case SectionMoved():
            return _levels(before, after)
        case ScriptChanged():
            return f": {_line('; '.join(change.details))}" if change.details else ""
        case RelationTurned(before=Relation() as first, after=Relation() as second):
            if first.kind is second.kind:
                return f"  was: {relation_name(first, old)}"
            return f"  was: {first.verb}, is: {second.verb}"
        case VerdictChanged():
            return f": {' → '.join(change.verdicts)}"
    return ""


def _text_of(thing: Thing) -> str:
    text = getattr(thing, "text", None)
    return f": {_line(text)}" if text and not getattr(thing, "is_untitled", False) else ""


def _levels(before: Thing | None, after: Thing | None) -> str:
    levels = [section.level for section in (before, after) if isinstance(section, Section)]
    return f": level {levels[0]} → {levels[1]}" if len({*levels}) > 1 else ""


def marked_words(change: Reworded) -> str:
    """Return the text of what was reworded: `{-gone-}` and `{+new+}`."""
    words = {"=": "{}", "-": "{{-{}-}}", "+": "{{+{}+}}"}
    return _line("".join(words[part[0]].format(part[1:]) for part in change.words))


def subject_of(change: DebateChange, old: Debate, new: Debate) -> str:
    """Return the name of what a change is about; the old one if it has changed."""
    if isinstance(change, Renamed | SectionRenamed | KindChanged) and change.before is not None:
        return named_in(change.before, old)
    thing = change.thing
    return named_in(thing, old if change.after is None else new)


def summary_of(changes: tuple[DebateChange, ...], old: Debate, new: Debate) -> str:
    """Return in one line how many things of each kind changed, and which verdicts."""
    counts: Counter[str] = Counter()
    seen: set[tuple[str, str, str]] = set()
    for change in changes:
        if not isinstance(change, VerdictChanged):
            before = "" if change.before is None else named_in(change.before, old)
            after = "" if change.after is None else named_in(change.after, new)
            if (change.kind, before, after) not in seen:
                seen.add((change.kind, before, after))
                counts[change.kind] += 1
    words = [counted(counts[kind], kind, plural) for kind, plural in _KINDS.items() if counts[kind]]
    words += ["settings"] if counts["settings"] else []
    verdicts = [
        f"{subject_of(change, old, new)} {' → '.join(change.verdicts)}"
        for change in changes
        if isinstance(change, VerdictChanged)
    ]
    told = f"{', '.join(words)} changed" if words else "nothing changed"
    return told + (f"; verdicts: {', '.join(verdicts)}" if verdicts else "")


_KINDS = {
    "claim": "claims",
    "evidence": "evidence",
    "question": "questions",
    "argument": "arguments",
    "relation": "relations",
    "section": "sections",
    "source": "sources",
}


def _tags(before: object, after: object) -> str:
    old, new = getattr(before, "tags", ()), getattr(after, "tags", ())
    gone = [f"{{-{TagRef(tag)}-}}" for tag in old if tag not in new]
    made = [f"{{+{TagRef(tag)}+}}" for tag in new if tag not in old]
    return _line(" ".join((*gone, *made)))


def _sources(before: Thing | None, after: Thing | None) -> str:
    if isinstance(before, Source) or isinstance(after, Source):
        return " added" if before is None else " removed" if after is None else ""
    listed = [
        "; ".join(source.reference or source.key or "" for source in getattr(thing, "sources", ())) or "none"
        for thing in (before, after)
    ]
    return f": {_line(listed[0])} → {_line(listed[1])}"


def _section(title: str) -> str:
    return f"# {_line(title)}" if title else "no section"


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
