"""What all readers of such files have in common: how they begin and how they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.interop.conversion.conversion_report import Direction, Fate, Loss, Report, counts_of
from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.debate_of_things import debate_of
from argmap.interop.plain_debates.kept_debate import Render, with_kept
from argmap.interop.plain_debates.plain_debate import PlainDebate
from argmap.model import RelationKind
from argmap.text import Span, diagnose

_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n|\Z")
# Words that people write for relations; case does not count.
RELATION_WORDS: Mapping[str, RelationKind] = {
    **dict.fromkeys(("support", "supports", "pro", "for", "+"), RelationKind.SUPPORT),
    **dict.fromkeys(("attack", "attacks", "con", "against", "-"), RelationKind.ATTACK),
    **dict.fromkeys(("undercut", "undercuts", "_"), RelationKind.UNDERCUT),
    **dict.fromkeys(("entails", "entail"), RelationKind.ENTAILMENT),
    **dict.fromkeys(("contrary", "is contrary to"), RelationKind.CONTRARIETY),
    **dict.fromkeys(("contradictory", "contradicts", "><"), RelationKind.CONTRADICTION),
}


def relation_word(word: str) -> RelationKind | None:
    """Return the kind of relation that a word means, None if it means none.

    >>> relation_word(" Pro "), relation_word("maybe")
    (<RelationKind.SUPPORT: 'support'>, None)
    """
    return RELATION_WORDS.get(word.strip().casefold())


def lines_of(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the lines of a text, each with its place, whatever their line ends."""
    place = 0
    while place < len(text):
        line = _LINE.match(text, place)
        assert line is not None, "a line may be empty"
        yield line[0], Span(place, line.end())
        end = _BREAK.match(text, line.end())
        assert end is not None, "what ends a line comes behind it"
        place = end.end() if end.end() > place else len(text)


def wrong(text: str, code: str, span: Span, *words: str) -> FormatError:
    """Return the error for something wrong in a text; words are cut short."""
    return FormatError(text, diagnose(code, span, *(word[:200] for word in words)))


def reading_of(
    name: str,
    plain: PlainDebate,
    options: ReadingOptions,
    *,
    key: str | None = None,
    has_names: bool = True,
    damage: Damage | None = None,
    render: Render | None = None,
) -> Reading:
    """Return the debate that things and ties make up, with what argmap kept beside them, and a report.

    `render` writes such files, if something may be kept in them.
    """
    key = key or name
    if damage and damage.is_lenient:
        _drop_loose_ties(plain, damage)
    debate, losses = debate_of(plain, key, options, has_names=has_names)
    edited: tuple[Loss, ...] = ()
    if plain.extra is not None and render is not None:
        debate, edited = with_kept(name, plain.extra, debate, render)
    counts = {"nodes": len(plain.things), "edges": len(plain.ties), **counts_of(debate)}
    dropped = tuple(damage.losses) if damage else ()
    report = Report(name, Direction.READ, counts, (*dropped, *losses, *edited))
    return Reading(debate, report, name)


def _drop_loose_ties(plain: PlainDebate, damage: Damage) -> None:
    """Leave out ties if one of their ends was left out because it is damaged."""
    loose = [tie for tie in plain.ties if tie.source not in plain.things or tie.target not in plain.things]
    for tie in loose:
        subject = f"{tie.kind.value} of {tie.source} on {tie.target}"[:200]
        damage.losses.append(Loss(Fate.DROPPED, "damage", subject, "one end of it is left out"))
    if loose:
        plain.ties = [tie for tie in plain.ties if tie.source in plain.things and tie.target in plain.things]
