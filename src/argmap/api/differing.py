"""What changed between two documents or debates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.documents import Document
from argmap.api.evaluating import evaluate
from argmap.data.garbage import paused_collector
from argmap.model import Debate, Ref, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.text.given_values import several

if TYPE_CHECKING:
    from argmap.comparing import Changes


@names_nearest
def diff(
    old: Document | Debate,
    new: Document | Debate,
    *,
    match: Mapping[str, str] | None = None,
    ignore: Iterable[str] = (),
    verdicts: bool | str = False,
) -> Changes:
    r"""Return what changed between two documents or debates; it is false if they say the same.

    Elements are matched by their titles, texts and neighbours; `match` names some that are the same,
    as `{"[Old title]": "[New title]"}`. `ignore` are topics of changes that do not count: `text`, `data`,
    `tags`, `sections`. With `verdicts` (`True`, or the name of a semantics) both are evaluated, and
    changes of verdicts are among the changes. Order, layout and comments do not count.

    >>> import argmap
    >>> changes = argmap.diff(argmap.parse("[A]: It rains."), argmap.parse("[A]: It still rains."))
    >>> changes, changes.changes[0].words
    (Changes(1 change), ('=It', '+ still', '= rains.'))
    >>> changes.apply(argmap.parse("[A]: It rains.").debate).claims["A"].text
    'It still rains.'

    Raises:
        LookupError: a title in `match` does not exist; the message names the nearest.
        ValueError: there is no such topic, or no such semantics.
    """
    from argmap.comparing import compare

    ignored = several("ignore", ignore, "topics")
    with paused_collector():
        changes = compare(debate_of(old), debate_of(new), same=match)
        if verdicts is not None and verdicts is not False:
            semantics = None if verdicts is True else verdicts
            changes = changes.with_verdicts(_labels(old, semantics), _labels(new, semantics))
        return evolve(changes.without(ignored), texts=(_text(old), _text(new)))


def _text(thing: Document | Debate) -> str | None:
    return thing.text if isinstance(thing, Document) else None


def _labels(thing: Document | Debate, semantics: str | None) -> Mapping[Ref, str]:
    """Return the verdicts on elements in words: the label, or the strength."""
    evaluation = evaluate(thing, semantics)
    words: dict[Ref, str] = {}
    for ref, verdict in evaluation.verdicts.items():
        if verdict.label is not None:
            words[ref] = verdict.label.value
        elif verdict.strength is not None:
            words[ref] = f"{verdict.strength:.2f}"
    return words
