"""Reads argument graphs of Carneades as things and ties.

T. F. Gordon and D. Walton, "Formalizing balancing arguments" (2016).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import Factory, define

from argmap.data import Data, FrozenDict, Value
from argmap.data.locations import Path
from argmap.data.values import share
from argmap.interop.conversion.damage import Damage
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, Tie
from argmap.interop.plain_debates.strict_yaml import YamlFile
from argmap.model import RelationKind

KEY = "carneades"
TOP_KEYS = (
    "meta",
    "statements",
    "arguments",
    "issues",
    "assumptions",
    "tests",
    "labels",
    "language",
    "argument_schemes",
    "issue_schemes",
    "weighing_functions",
)
# Kept as they are.
_KEPT = frozenset(TOP_KEYS) - {"meta", "statements", "arguments", "issues", "assumptions"}
_OF_ARGUMENTS = frozenset({"scheme", "premises", "conclusion", "undercutter", "weight"})
# Very many positions have far too many pairs.
_MOST_POSITIONS = 40


@define(eq=False)
class CarneadesReader:
    """Reads one file."""

    file: YamlFile
    damage: Damage
    plain: PlainDebate = Factory(PlainDebate)
    # The name of the thing that each argument has become.
    keys: dict[str, str] = Factory(dict)

    def read(self) -> PlainDebate:
        """Return what the file says.

        Raises:
            FormatError: something in it is of the wrong kind.
        """
        data, plain = self.file.data, self.plain
        extra = data.get("argmap")
        plain.extra = extra if isinstance(extra, str) else None
        self.meta(self.mapping(data.get("meta"), ("meta",)))
        for name, value in self.mapping(data.get("statements"), ("statements",)).items():
            self.statement(name, value)
        arguments = {
            name: self.mapping(value, ("arguments", name))
            for name, value in self.mapping(data.get("arguments"), ("arguments",)).items()
        }
        # What is only named is made first, so that the order of arguments does not matter.
        for name, said in arguments.items():
            self.steps(name, said)
        for name, said in arguments.items():
            self.argument(name, said)
        for name, said in arguments.items():
            self.undercutters(name, said)
        for name, value in self.mapping(data.get("issues"), ("issues",)).items():
            self.issue(name, self.mapping(value, ("issues", name)))
        for name in self.names(data.get("assumptions"), ("assumptions",)):
            self.claim(name)
            plain.append("assumptions", name)
            detail = "that it is assumed is kept"
            kept, span = "metadata.carneades.assumptions", self.file.span(("assumptions",))
            plain.keep("assumptions", name, detail, kept, span)
        for name in data:
            if name in _KEPT or (name not in TOP_KEYS and name != "argmap"):
                plain.own[name] = data[name]
                kept, span = f"metadata.carneades.{name}", self.file.span((name,))
                plain.keep(name, name, "it is kept as it is", kept, span)
        return plain

    def meta(self, meta: Data) -> None:
        title = meta.get("title")
        if isinstance(title, str) and title.strip():
            self.plain.metadata["title"] = " ".join(title.split())
        rest = {name: value for name, value in meta.items() if name != "title" or not isinstance(value, str)}
        if rest:
            self.plain.own["meta"] = FrozenDict(rest)

    def statement(self, name: str, value: Value) -> None:
        own: dict[str, Value] = {}
        text = value
        if isinstance(value, FrozenDict):
            own = {word: each for word, each in value.items() if word != "text"}
            text = value.get("text")
        if text is not None and not isinstance(text, str | int | float):
            raise self.file.wrong(("statements", name), "I402", name, "must be a text or a mapping")
        words = "" if text is None else str(text)
        span = self.file.span(("statements", name))
        self.plain.things[name] = PlainThing(name, text=words, own=FrozenDict(own), span=span)

    def argument(self, name: str, said: Data) -> None:
        path = ("arguments", name)
        premises = said.get("premises")
        roles: Data = premises if isinstance(premises, FrozenDict) else FrozenDict()
        names, conclusion = self.steps(name, said)
        scheme, weight = said.get("scheme"), said.get("weight")
        rest = {word: value for word, value in said.items() if word not in _OF_ARGUMENTS}
        if roles:
            rest["roles"] = roles
        strength = share(weight)
        if weight is not None and strength is None:
            rest["weight"] = weight
        rule = None if scheme is None else str(scheme)
        is_whole = bool(names) and conclusion is not None
        if not is_whole:
            kept = ("scheme", rule), ("weight", strength)
            rest |= {word: value for word, value in kept if value is not None}
        key = name if name not in self.plain.things else f"argument {name}"
        self.keys[name] = key
        self.plain.things[key] = PlainThing(
            key,
            "argument",
            title=name,
            own=FrozenDict(rest),
            premises=names if is_whole else (),
            conclusion=conclusion if is_whole else None,
            rules=(rule,) if is_whole and rule else (),
            strength=strength if is_whole else None,
            span=self.file.span(path),
        )
        if not is_whole:
            self.tie(key, names, conclusion)

    def tie(self, key: str, names: Iterable[str], conclusion: str | None) -> None:
        """Add ties from premises to an argument, and from the argument to its conclusion."""
        self.plain.ties += (Tie(RelationKind.SUPPORT, each, key) for each in names)
        if conclusion is not None:
            self.plain.ties.append(Tie(RelationKind.SUPPORT, key, conclusion))

    def steps(self, name: str, said: Data) -> tuple[tuple[str, ...], str | None]:
        """Return the premises and the conclusion of an argument; those only named there become claims."""
        path = ("arguments", name)
        premises = said.get("premises")
        value = tuple(premises.values()) if isinstance(premises, FrozenDict) else premises
        names = tuple(self.names(value, path))
        conclusion = next(self.names(said.get("conclusion"), path), None)
        for each in (*names, *([conclusion] if conclusion else [])):
            self.claim(each)
        return names, conclusion

    def undercutters(self, name: str, said: Data) -> None:
        """Add what undercuts an argument: claims, or arguments, as argmap writes them."""
        for each in self.names(said.get("undercutter"), ("arguments", name)):
            source = each if each in self.plain.things else self.keys.get(each, each)
            self.claim(source)
            self.plain.ties.append(Tie(RelationKind.UNDERCUT, source, self.keys[name]))

    def issue(self, name: str, said: Data) -> None:
        positions = list(dict.fromkeys(self.names(said.get("positions"), ("issues", name))))
        for each in positions:
            self.claim(each)
        if len(positions) <= _MOST_POSITIONS:
            pairs = combinations(positions, 2)
            self.plain.ties += (Tie(RelationKind.CONTRARIETY, *pair) for pair in pairs)
        else:
            detail = "its positions are too many to be contrary in pairs"
            self.plain.change("issue", name, detail, self.file.span(("issues", name)))
        rest = {word: value for word, value in said.items() if word != "positions"}
        self.plain.append("issues", FrozenDict({"id": name, "positions": tuple(positions), **rest}))
        detail = "which positions are one issue is kept"
        self.plain.keep("issue", name, detail, "metadata.carneades.issues", self.file.span(("issues", name)))

    def claim(self, name: str) -> None:
        """Add a claim for something that is only named."""
        self.plain.things.setdefault(name, PlainThing(name))

    def mapping(self, value: Value, path: Path) -> Data:
        if value is None:
            return FrozenDict()
        if not isinstance(value, FrozenDict):
            raise self.file.wrong(path, "I402", str(path[-1]), "must be a mapping")
        return value

    def names(self, value: Value, path: Path) -> Iterator[str]:
        """Yield the names in a list, or a single one."""
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, FrozenDict | tuple | bytes):
                raise self.file.wrong(path, "I402", str(path[-1]), "must have names, not collections")
            if each is not None and str(each).strip():
                yield str(each).strip()
