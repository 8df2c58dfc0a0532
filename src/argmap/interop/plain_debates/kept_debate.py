"""What argmap writes besides what a format says: the whole debate, so that reading gives it back.

Edits made in other programs win over what was kept: whatever the file says about an element differently from
when it was written is taken from the file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, frozen

from argmap.data import Data, FrozenDict
from argmap.interop import argdown_json
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.conversion.known_formats import reader
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Evidence,
    HasDebate,
    InferenceRef,
    Question,
    Ref,
    Relation,
)
from argmap.model.sameness.debate_facts import facts_of
from argmap.model.stating.statable import statable
from argmap.settings import Settings

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)
# Makes a text of a debate; the second argument is what to keep beside it, None for nothing.
Render = Callable[[Debate, str | None], str]
Facts = Mapping[str, frozenset[tuple[str, str]]]
_EDITED = "edited elsewhere"
_OF_RELATIONS = ("relation ", "data of a relation ")


@frozen
class _Whole(HasDebate):
    """A debate to be exported with all its content, whatever its own settings leave out."""

    debate: Debate
    settings: Settings


def kept(debate: Debate) -> str:
    """Return a debate as one line of JSON, to be kept beside what a format says about it.

    >>> from argmap import parse
    >>> kept(parse("[A]: a").debate)[:15]
    '{"arguments":{}'
    """
    whole = _Whole(debate, Settings.of({"json": {"exportMap": False}}))
    return json.dumps(json.loads(argdown_json.dumps(whole)), separators=(",", ":"))


def with_kept(name: str, extra: str, seen: Debate, render: Render) -> tuple[Debate, tuple[Loss, ...]]:
    """Return the debate that was kept, with later edits taken from the file.

    `seen` is what the file says without what was kept, in the format with this name; `render` writes such
    files.
    """
    try:
        debate = argdown_json.loads(extra)
    except FormatError:
        detail = "what is kept beside it cannot be read"
        return seen, (Loss(Fate.CHANGED, _EDITED, "debate", detail),)
    before = reader(name).read(render(statable(debate), None)).debate
    if sorted(facts_of(before)) == sorted(facts_of(seen)):
        return debate, ()
    return _merged(debate, before, seen)


def _merged(debate: Debate, before: Debate, seen: Debate) -> tuple[Debate, tuple[Loss, ...]]:
    """Return what was kept where the file says the same as before, and elsewhere what the file says."""
    old, new = _facts(before), _facts(seen)
    known = {str(element.ref) for element in debate}
    same = {name for name in new if old.get(name) == new[name] and name in known}

    def chosen(mine: Mapping[str, ElementT], now: Mapping[str, ElementT]) -> FrozenDict[str, ElementT]:
        return FrozenDict(
            {title: mine[title] if str(each.ref) in same else each for title, each in now.items()}
        )

    result = evolve(
        seen,
        claims=chosen(debate.claims, seen.claims),
        evidence=chosen(debate.evidence, seen.evidence),
        questions=chosen(debate.questions, seen.questions),
        arguments=chosen(debate.arguments, seen.arguments),
        sections=debate.sections or seen.sections,
        sources=debate.sources,
        metadata=_metadata(debate.metadata, before.metadata, seen.metadata),
    )
    relations = _relations(debate.relations, seen.relations)
    there = tuple(
        relation for relation in relations if relation.source in result and relation.target in result
    )
    edited = [name for name in new if name in old and old[name] != new[name]]
    gone = [name for name in old if name not in new]
    losses = tuple(
        Loss(Fate.CHANGED, _EDITED, name, "what was kept beside it counts no more")
        for name in (*edited, *gone)
        if name != "debate"
    )
    return statable(evolve(result, relations=tuple(dict.fromkeys(there)))), losses


def _metadata(mine: Data, before: Data, now: Data) -> Data:
    """Return metadata as they were kept, except for those that the file has changed since it was written."""
    edited = {key for key in (*before, *now) if before.get(key) != now.get(key)}
    kept_ones = {key: value for key, value in mine.items() if key not in edited}
    return FrozenDict({**kept_ones, **{key: value for key, value in now.items() if key not in kept_ones}})


def _relations(mine: Iterable[Relation], now: Iterable[Relation]) -> Iterator[Relation]:
    """Yield relations as they were kept if the file still has them, and all others that it has."""
    kept_ones: defaultdict[object, list[Relation]] = defaultdict(list)
    for relation in mine:
        kept_ones[_key(relation)].append(relation)
    for relation in now:
        yield from kept_ones.get(_key(relation), (relation,))


def _key(relation: Relation) -> object:
    return relation.kind, _element(relation.source), _element(relation.target)


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _facts(debate: Debate) -> Facts:
    """Return what is said about each thing, leaving out relations."""
    facts: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for subject, word, value in facts_of(debate):
        if not word.startswith(_OF_RELATIONS):
            facts[subject].add((word, value))
    return {subject: frozenset(words) for subject, words in facts.items()}
