"""What one debate says and another does not, as losses."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.model import Debate
from argmap.model.sameness.same import CountedFacts, counted_facts, fact_differences

# What facts are called in the capability table; all others by their first word.
_FEATURES = {
    "wordings": "wordings",
    "text": "claim text",
    "fields": "evidence",
    "sources": "source",
    "section": "sections",
    "steps": "steps",
    "level": "sections",
    "boxes": "sections",
}


def losses_between(debate: Debate, other: Debate, *, kept: str | None = None) -> Iterator[Loss]:
    """Yield a loss for everything that a debate says and the other does not, or says otherwise.

    With `kept` they are kept there.

    >>> from argmap import parse
    >>> [loss.feature for loss in losses_between(parse("[A]: a {x: 1}").debate, parse("[A]: a").debate)]
    ['data']
    """
    yield from losses_of_facts(counted_facts(debate), counted_facts(other), kept=kept)


def losses_of_facts(mine: CountedFacts, others: CountedFacts, *, kept: str | None = None) -> Iterator[Loss]:
    """Yield a loss for all facts that others do not say, as `losses_between` does."""
    only_mine, only_others = mine - others, others - mine
    only_there = {(subject, word) for subject, word, _ in only_others}
    done: set[tuple[str, str]] = set()
    for subject, word, value in only_mine:
        if (subject, word) not in done:
            done.add((subject, word))
            is_changed = (subject, word) in only_there
            yield _loss(subject, word, value, kept, Fate.CHANGED if is_changed else Fate.DROPPED)
    for subject, word, value in only_others:
        if (subject, word) not in done and not _is_empty(value):
            done.add((subject, word))
            yield _loss(subject, word, value, kept, Fate.CHANGED)


def other_differences(mine: CountedFacts, again: CountedFacts) -> Iterator[Loss]:
    """Yield a loss for what is read again otherwise than it was written, whatever the reason."""
    for words in fact_differences(mine, again):
        yield Loss(Fate.CHANGED, "other", "debate", words)


def _loss(subject: str, word: str, value: str, kept: str | None, fate: Fate) -> Loss:
    if word.startswith(("relation ", "data of a relation ")):
        kind = word.rpartition(" ")[2]
        detail = f"its relation to {value}" if word.startswith("relation ") else "the data of its relation"
        feature = kind if word.startswith("relation ") else "data"
        return _told(fate, feature, subject, detail, kept)
    feature = _FEATURES.get(word, word.split(" ")[0])
    return _told(fate, feature, subject, f"its {word}", kept)


def _told(fate: Fate, feature: str, subject: str, what: str, kept: str | None) -> Loss:
    if kept is not None:
        return Loss(Fate.ASIDE, feature, subject, f"{what} is kept in {kept}", kept)
    verb = "is said otherwise" if fate is Fate.CHANGED else "is not said"
    return Loss(fate, feature, subject, f"{what} {verb}")


def _is_empty(value: str) -> bool:
    return value in ("None", "[]", "", "{}")
