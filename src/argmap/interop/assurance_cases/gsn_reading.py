"""Reads assurance cases as things and ties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory, define

from argmap.data import Data, FrozenDict, Value
from argmap.interop.assurance_cases.gsn_types import GsnType, type_by_name, type_by_word
from argmap.interop.conversion.damage import Damage
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, Tie
from argmap.interop.plain_debates.strict_yaml import YamlFile
from argmap.model import RelationKind

_TOP = ("module", "template")
_LINKS = ("supportedBy", "challenges", "inContextOf")
_TAGS = ("undeveloped", "defeated")
_EXTRA = re.compile(r"^# argmap: (.*)", re.MULTILINE)


@define(eq=False)
class GsnReader:
    """Reads one file."""

    file: YamlFile
    damage: Damage
    plain: PlainDebate = Factory(PlainDebate)

    def read(self) -> PlainDebate:
        """Return what the file says.

        Raises:
            FormatError: something in it is of the wrong kind, or names something that does not exist.
        """
        extra = _EXTRA.search(self.file.text)
        self.plain.extra = extra[1] if extra else None
        elements: dict[str, Data] = {}
        for name, value in self.file.data.items():
            if name in _TOP:
                self.plain.own[name] = value
                self.plain.keep(
                    name, name, "it is kept as it is", f"metadata.gsn.{name}", self.file.span((name,))
                )
            elif isinstance(value, FrozenDict):
                self.element(name, value, elements)
            else:
                self.damage.add(self.file.wrong((name,), "I402", name, "must be a mapping"), name)
        for name, value in elements.items():
            self.links(name, value)
        return self.plain

    def element(self, name: str, value: Data, elements: dict[str, Data]) -> None:
        kind = self.type_of(name, value)
        text = value.get("text")
        if kind is None:
            words = "must begin as names of goals, strategies and solutions do, or have a `nodeType`"
            self.damage.add(self.file.wrong((name,), "I402", name, words), name)
            return
        if not isinstance(text, str | int | float | None):
            error = self.file.wrong((name, "text"), "I402", f"{name}.text", "must be a text")
            self.damage.add(error, name)
            return
        own = {word: each for word, each in value.items() if word not in ("text", *_LINKS, *_TAGS)}
        own |= {word: value[word] for word in _TAGS if word in value and value[word] is not True}
        tags = tuple(word for word in _TAGS if value.get(word) is True)
        words = "" if text is None else str(text)
        span = self.file.span((name,))
        self.plain.things[name] = PlainThing(
            name, kind.kind, words, tags=tags, own=FrozenDict(own), span=span
        )
        elements[name] = value

    def type_of(self, name: str, value: Data) -> GsnType | None:
        return type_by_word(value["nodeType"]) if "nodeType" in value else type_by_name(name)

    def links(self, name: str, value: Data) -> None:
        for other in self.named(name, value, "supportedBy"):
            self.plain.ties.append(Tie(RelationKind.SUPPORT, other, name))
        for other in self.named(name, value, "challenges"):
            self.plain.ties.append(Tie(RelationKind.ATTACK, name, other))
        for other in self.named(name, value, "inContextOf"):
            self.plain.append("inContextOf", other, thing=name)
            detail = f"it is a context of {name[:80]}, which is not a relation"
            self.plain.keep("context", other, detail, "data.gsn.inContextOf", self.file.span((name,)))

    def named(self, name: str, value: Data, word: str) -> Iterator[str]:
        """Yield what a list of an element names; names from other modules are kept aside."""
        for other in self.names(name, value.get(word), word):
            if other in self.plain.things:
                yield other
            elif "module" in self.plain.own:
                self.plain.append(f"{word}Elsewhere", other, thing=name)
                kept = f"data.gsn.{word}Elsewhere"
                detail = f"{other[:80]} is in another module"
                feature = "context" if word == "inContextOf" else "link to nothing"
                self.plain.keep(feature, name, detail, kept, self.file.span((name, word)))
            else:
                error = self.file.wrong(
                    (name, word), "I403", f"{name}.{word}", f"names {other[:80]}, which is not there"
                )
                self.damage.add(error, name)

    def names(self, name: str, value: Value, word: str) -> tuple[str, ...]:
        values = value if isinstance(value, tuple) else () if value is None else (value,)
        if all(isinstance(each, str) for each in values):
            return tuple(dict.fromkeys(map(str, values)))
        error = self.file.wrong((name, word), "I402", f"{name}.{word}", "must be a name or a list of names")
        self.damage.add(error, name)
        return ()
