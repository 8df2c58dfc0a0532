"""What can change between two debates: each change with what was before it and what is after it."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from attrs import frozen

from argmap.model import Argument, Claim, Debate, Evidence, Question, Relation, Section, Source

Thing: TypeAlias = Claim | Evidence | Question | Argument | Relation | Section | Source | Debate


@frozen
class DebateChange:
    """A thing that is not the same in two debates; None stands for a thing that is missing.

    `word` says in a word what became of it, and `topic` is what `ignore` calls such changes.
    """

    before: Thing | None
    after: Thing | None

    word: ClassVar[str] = "changed"
    topic: ClassVar[str] = "elements"

    @property
    def thing(self) -> Thing:
        """The thing after the change, or before it if it is gone."""
        thing = self.before if self.after is None else self.after
        assert thing is not None, "something changed"
        return thing

    @property
    def kind(self) -> str:
        """The kind of thing that it is about."""
        return kind_of(self.thing)


def kind_of(thing: Thing) -> str:
    """Return the word for a kind of thing."""
    return "settings" if isinstance(thing, Debate) else type(thing).__name__.lower()


@frozen
class Added(DebateChange):
    """An element that was not there."""

    word = "added"


@frozen
class Removed(DebateChange):
    """An element that is no longer there."""

    word = "removed"


@frozen
class Renamed(DebateChange):
    """An element with another title, or that has a title now."""

    word = "renamed"


@frozen
class Reworded(DebateChange):
    """An element whose text has changed; `words` are the stretches of it, in their order.

    Each begins with `=`, `-` or `+`: it stays, is gone, or is new.
    """

    words: tuple[str, ...] = ()

    word = "reworded"
    topic = "text"


@frozen
class Retagged(DebateChange):
    """An element or a section with other tags."""

    word = "retagged"
    topic = "tags"


@frozen
class DataChanged(DebateChange):
    """An element, a relation or a section with other data; `paths` lead to what differs."""

    paths: tuple[str, ...] = ()

    word = "data"
    topic = "data"


@frozen
class SourceChanged(DebateChange):
    """An element with other sources, or a declared source that is new, gone or different."""

    word = "sources"
    topic = "data"


@frozen
class KindChanged(DebateChange):
    """An element that is of another kind now, such as evidence that was a claim."""

    word = "kind"


@frozen
class Moved(DebateChange):
    """An element that is in another section; `sections` are the titles of the two, empty for none."""

    sections: tuple[str, str] = ("", "")

    word = "moved"
    topic = "sections"


@frozen
class ScriptChanged(DebateChange):
    """An argument with other premises, conclusions, rules or schemes; `details` say which, in words."""

    details: tuple[str, ...] = ()

    word = "steps"


@frozen
class RelationAdded(DebateChange):
    """A relation that was not there."""

    word = "added"


@frozen
class RelationRemoved(DebateChange):
    """A relation that is no longer there."""

    word = "removed"


@frozen
class RelationTurned(DebateChange):
    """A relation of another kind or direction between the same ends."""

    word = "turned"


@frozen
class SectionAdded(DebateChange):
    """A section that was not there."""

    word = "added"
    topic = "sections"


@frozen
class SectionRemoved(DebateChange):
    """A section that is no longer there."""

    word = "removed"
    topic = "sections"


@frozen
class SectionRenamed(DebateChange):
    """A section with another title."""

    word = "renamed"
    topic = "sections"


@frozen
class SectionMoved(DebateChange):
    """A section at another level, or in another section."""

    word = "moved"
    topic = "sections"


@frozen
class SettingsChanged(DebateChange):
    """Other settings or metadata; `paths` lead to what differs."""

    paths: tuple[str, ...] = ()

    word = "changed"
    topic = "data"


@frozen
class VerdictChanged(DebateChange):
    """An element that has another verdict now; `verdicts` are both in words."""

    verdicts: tuple[str, str] = ("", "")

    word = "verdict"
    topic = "verdicts"
