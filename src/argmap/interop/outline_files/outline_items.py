"""Items of an outline, and how they relate to the ones that they are below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.plain_debates.file_reading import relation_word
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie
from argmap.model import RelationKind
from argmap.text import Span

# Beginnings of texts that say how an item relates to the one above.
_BEGINNING = re.compile(r"\s*(?:(\+|-|–|><|_)\s+|(pro|con|for|against):\s*)", re.IGNORECASE)
_REFERENCE = re.compile(r"→\s*(.+)", re.DOTALL)
KINDS: Mapping[str, ThingKind] = {"claim": "claim", "evidence": "evidence", "argument": "argument"}


@frozen
class Item:
    """An item: its text, the id of the item above it, and the word for its relation to that, if any."""

    id: str
    text: str
    above: str | None = None
    relation: str | None = None
    kind: ThingKind = "claim"
    own: Data = NO_DATA
    span: Span | None = field(default=None, eq=False, repr=False)


def plain_outline(items: Sequence[Item], key: str) -> PlainDebate:
    """Return the things and ties of an outline, in order."""
    plain = PlainDebate()
    read = [_read(item) for item in items]
    known = {collapsed(item.text): item.id for item, _ in reversed(read)}
    references: dict[str, str] = {}
    for item, _ in read:
        link = _REFERENCE.fullmatch(item.text.strip()) if item.above else None
        aim = known.get(collapsed(link[1])) if link else None
        if aim is not None and aim != item.id:
            references[item.id] = aim
    for item, kind in read:
        source = references.get(item.id, item.id)
        if item.id not in references:
            plain.things[item.id] = PlainThing(item.id, item.kind, item.text, own=item.own, span=item.span)
        above = references.get(item.above, item.above) if item.above is not None else None
        if above is None:
            continue
        if kind is not None:
            own = item.own if item.id in references else NO_DATA
            plain.ties.append(Tie(kind, source, above, own=own))
        else:
            _keep_stray(plain, source, above, key, item.span)
    return plain


def _read(item: Item) -> tuple[Item, RelationKind | None]:
    """Return an item without a beginning that says how it relates to the one above, and that relation."""
    if item.above is None:
        return item, None
    kind = relation_word(item.relation) if item.relation else None
    if kind is not None:
        return item, kind
    beginning = _BEGINNING.match(item.text)
    if beginning is None:
        return item, None
    word = (beginning[1] or beginning[2]).replace("–", "-")
    return evolve(item, text=item.text[beginning.end() :]), relation_word(word)


def _keep_stray(plain: PlainDebate, name: str, above: str, key: str, span: Span | None) -> None:
    thing = plain.things[name]
    before = thing.own.get("below", ())
    below = (*(before if isinstance(before, tuple) else (before,)), above)
    own = FrozenDict({**thing.own, "below": below if len(below) > 1 else above})
    plain.things[name] = evolve(thing, own=own)
    detail = "what it is for the one above is not said"
    plain.keep("child without stance", f"item {name}", detail, f"data.{key}.below", span)
