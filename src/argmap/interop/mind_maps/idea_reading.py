"""Reads ideas in groups as things and ties."""

from __future__ import annotations

import re
from collections import defaultdict

from attrs import Factory, define, frozen

from argmap.data import Data, FrozenDict, Value, freeze
from argmap.interop.conversion.damage import Damage
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, Tie, entries
from argmap.model import RelationKind

_RANK = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_GROUPS = {"supporting": RelationKind.SUPPORT, "opposing": RelationKind.ATTACK}
_IMPLICIT = "attr_implicit_claim"
# Entries that every map has.
_USUAL = ("attr", {"theme": "argMappingSimple"})
_OF_MAPS = frozenset({"id", "formatVersion", "ideas", "title", "links", "argmap"})


@frozen
class _Idea:
    """An idea or group with its place: the idea that it is below, and the group that it is in or below."""

    id: str
    value: JsonValue
    above: str | None
    group: RelationKind | None


@define(eq=False)
class IdeaReader:
    """Reads one map."""

    whole: JsonValue
    damage: Damage
    plain: PlainDebate = Factory(PlainDebate)
    ideas: dict[str, _Idea] = Factory(dict)
    inside: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))

    def read(self) -> PlainDebate:
        """Return what the map says.

        Raises:
            FormatError: an idea is damaged, or a group neither supports nor opposes.
        """
        if not isinstance(self.whole.value, dict) or "ideas" not in self.whole:
            raise self.whole.wrong("must have ideas")
        self.collect()
        for idea in self.ideas.values():
            if idea.group is None:
                self.claim(idea)
        for idea in self.ideas.values():
            if idea.group is not None:
                self.group(idea, idea.group)
        self.rest()
        return self.plain

    def collect(self) -> None:
        """Take in all ideas, each before those below it."""
        version = self.whole["formatVersion"].value
        is_idea_itself = version is not None and str(version) != "3" and self.whole["title"].value is not None
        waiting: list[tuple[JsonValue, str | None]] = (
            [(self.whole, None)] if is_idea_itself else [(value, None) for value in self.below(self.whole)]
        )
        number = 0
        while waiting:
            value, above = waiting.pop()
            number += 1
            raw = value["id"].value
            name = str(raw) if isinstance(raw, str | int) and str(raw) else str(number)
            if name in self.ideas:
                self.damage.add(
                    value["id"].wrong(f"names {name[:80]}, which is there already", code="I404"), name
                )
                continue
            group = self.kind(value)
            self.ideas[name] = _Idea(name, value, above, group)
            if above is not None:
                self.inside[above].append(name)
            waiting += [(each, name) for each in self.below(value)]

    def below(self, value: JsonValue) -> list[JsonValue]:
        """Return the ideas below something, last one first; an empty list stands for an empty mapping."""
        ideas = value["ideas"]
        if ideas.value in (None, []):
            return []
        ranked: list[tuple[float, JsonValue]] = []
        for rank, each in ideas.items():
            if not _RANK.fullmatch(rank) or not isinstance(each.value, dict):
                self.damage.add(each.wrong("must be an idea under a number"), rank[:40])
            else:
                ranked.append((float(rank), each))
        return [each for _, each in sorted(ranked, key=lambda pair: -pair[0])]

    def attributes(self, value: JsonValue) -> Data:
        attributes = value["attr"]
        if attributes.value in (None, []):
            return FrozenDict()
        frozen_value = freeze(attributes.mapping())
        assert isinstance(frozen_value, FrozenDict), "a mapping stays one"
        return frozen_value

    def kind(self, value: JsonValue) -> RelationKind | None:
        word = self.attributes(value).get("group")
        if word in (None, False, ""):
            return None
        if word not in _GROUPS:
            error = value["attr"]["group"].wrong(f"must be supporting or opposing, not {str(word)[:40]!r}")
            self.damage.add(error, str(value["id"].value)[:40])
            return None
        return _GROUPS[str(word)]

    def claim(self, idea: _Idea) -> None:
        attributes = self.attributes(idea.value)
        names = attributes.get("styleNames")
        is_implicit = isinstance(names, tuple) and _IMPLICIT in names
        rest = {
            word: each
            for word, each in attributes.items()
            if word != "group" and not (word == "styleNames" and names == (_IMPLICIT,))
        }
        title = idea.value["title"].value
        if title is not None and not isinstance(title, str | int | float):
            raise idea.value["title"].wrong(f"must be a text, not {str(title)[:50]!r}")
        above = self.ideas[idea.above] if idea.above is not None else None
        is_loose = above is not None and above.group is None
        self.plain.things[idea.id] = PlainThing(
            idea.id,
            text="" if title is None else str(title),
            tags=("implicit",) if is_implicit else (),
            own=entries(attr=FrozenDict(rest), below=idea.above if is_loose else None),
            span=idea.value.span,
        )
        if is_loose:
            detail = "what it is for the one above is not said"
            kept, span = "data.mindmup.below", idea.value.span
            self.plain.keep("child without group", f"idea {idea.id}", detail, kept, span)

    def group(self, idea: _Idea, kind: RelationKind) -> None:
        """Add what a group says: an inference, an attack, or a separate argument."""
        above = idea.above
        ideas = [name for name in self.inside[idea.id] if self.ideas[name].group is None]
        bears_on_group = above is not None and self.ideas[above].group is not None
        has_groups = len(ideas) < len(self.inside[idea.id])
        beside = self.of_group(idea)
        own = entries(group="opposing" if kind is RelationKind.ATTACK else "supporting")
        own = FrozenDict({**own, **beside})
        if above is None:
            self.plain.things[idea.id] = PlainThing(idea.id, "argument", own=own)
        elif kind is RelationKind.SUPPORT and ideas and not bears_on_group:
            self.plain.things[idea.id] = PlainThing(
                idea.id, "argument", own=beside, premises=tuple(ideas), conclusion=above
            )
            return
        elif kind is RelationKind.ATTACK and len(ideas) == 1 and not has_groups:
            tie = RelationKind.UNDERCUT if bears_on_group else RelationKind.ATTACK
            self.plain.ties.append(Tie(tie, ideas[0], above, entries(id=idea.id, **beside)))
            return
        else:
            self.plain.things[idea.id] = PlainThing(idea.id, "argument", own=own)
            is_undercut = bears_on_group and kind is RelationKind.ATTACK
            self.plain.ties.append(Tie(RelationKind.UNDERCUT if is_undercut else kind, idea.id, above))
        self.plain.ties += (Tie(RelationKind.SUPPORT, name, idea.id) for name in ideas)

    def of_group(self, idea: _Idea) -> Data:
        """Return what else a group says: its title if that is an unusual one, and its looks."""
        title = idea.value["title"].value
        rest = {
            word: each
            for word, each in self.attributes(idea.value).items()
            if word != "group" and (word, each) != ("contentLocked", True)
        }
        label = title if isinstance(title, str) and title.strip() not in ("", "group") else None
        return entries(label=label, attr=FrozenDict(rest))

    def rest(self) -> None:
        """Keep what does not belong to any idea."""
        raw = self.whole.mapping()
        title = raw.get("title")
        if isinstance(title, str) and title.strip():
            self.plain.metadata["title"] = " ".join(title.split())
        extra = raw.get("argmap")
        self.plain.extra = extra if isinstance(extra, str) else None
        for link in self.whole["links"].each() if raw.get("links") else ():
            self.plain.append("links", freeze(link.value))
            kept = "metadata.mindmup.links"
            self.plain.keep("link", "link", "it is kept as it is", kept, link.span)
        for name, value in raw.items():
            is_named = name == "id" and value not in (None, "root")
            if is_named or (name not in _OF_MAPS and (name, value) != _USUAL):
                entry: Value = freeze(value)
                self.plain.own[name] = entry
