"""Differences between two debates, as losses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.model import Debate
from argmap.model.sameness.same import CountedFacts, counted_facts, fact_differences
from argmap.model.sources.source_values import text_of

# The features of facts in the capability table; those of all others are their first words.
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
# Beginnings of details of losses; for all other facts they are made of the fact's word.
_PHRASES = {
    "wordings": "its wordings are",
    "tags": "its tags are",
    "data": "its data are",
    "fields": "its kind, quote or place is",
    "sources": "its sources are",
    "section": "its place in a section is",
    "steps": "its structure is",
    "boxes": "how it is boxed is",
    "metadata": "its frontmatter is",
}
_SECTION = "section "
_METADATA = "metadata"
_OF_DIALOGUES = {"locutions": "locution", "illocutions": "illocution", "transitions": "transition"}
# The values of facts that say nothing.
_NOTHING = frozenset({"None", "[]", "", "{}", "['[]', []]"})


def losses_between(debate: Debate, other: Debate, *, kept: str | None = None) -> Iterator[Loss]:
    """Yield a loss for everything that a debate says and the other does not, or says differently.

    With `kept` they are kept there.

    >>> from argmap import parse
    >>> [loss.feature for loss in losses_between(parse("[A]: a {x: 1}").debate, parse("[A]: a").debate)]
    ['data']
    """
    yield from losses_of_facts(counted_facts(debate), counted_facts(other), kept=kept)


def losses_of_facts(mine: CountedFacts, others: CountedFacts, *, kept: str | None = None) -> Iterator[Loss]:
    """Yield a loss for each fact that is not among others, as `losses_between` does."""
    only_mine, only_others = mine - others, others - mine
    only_there = {(subject, word) for subject, word, _ in only_others}
    known = {subject for subject, _, _ in others}
    texts = {subject: value for subject, word, value in only_mine if word == "text"}
    done: set[tuple[str, str]] = set()
    for subject, word, value in only_mine:
        if (subject, word) in done:
            continue
        done.add((subject, word))
        is_changed = (subject, word) in only_there
        if subject not in known and (subject, "") not in done:
            # That an element is gone comes first: its other facts are then no further losses.
            done.add((subject, ""))
            feature = "sections" if subject.startswith(_SECTION) else "title"
            yield _worded_loss(Fate.DROPPED, feature, subject, "it is", kept)
        if subject.startswith(_SECTION) and subject not in known:
            continue
        is_text = word == "wordings" and value == _only_wording(texts.get(subject))
        if is_changed or not (_is_empty(value) or is_text):
            yield _loss(subject, word, value, kept, Fate.CHANGED if is_changed else Fate.DROPPED)
    for subject, word, value in only_others:
        if (subject, word) not in done and not _is_empty(value):
            done.add((subject, word))
            yield _loss(subject, word, value, kept, Fate.CHANGED)


def by_entry(losses: Iterable[Loss], mine: Data, others: Data) -> Iterator[Loss]:
    """Yield losses, splitting that of metadata into entries, and that of a dialogue into its parts.

    >>> loss = Loss(Fate.CHANGED, "metadata", "debate", "its frontmatter is different")
    >>> [each.detail for each in by_entry([loss], FrozenDict(title="T", author="A"), FrozenDict(author="A"))]
    ['its entry `title` is lost']
    """
    for loss in losses:
        if loss.feature != _METADATA:
            yield loss
            continue
        keys = [key for key in dict.fromkeys((*mine, *others)) if _bare(mine, key) != _bare(others, key)]
        entries = [each for key in keys for each in _entry_losses(key, mine, others, loss.kept)]
        yield from entries or [loss]


def _bare(metadata: Data, key: str) -> Value:
    """Return an entry without the mode, which says nothing about a debate."""
    value = metadata.get(key)
    if key != "model" or not isinstance(value, FrozenDict):
        return value
    return FrozenDict({word: each for word, each in value.items() if word != "mode"}) or None


def _entry_losses(key: str, mine: Data, others: Data, kept: str | None) -> Iterator[Loss]:
    fate = Fate.CHANGED if key in others else Fate.DROPPED
    value, other = mine.get(key), others.get(key)
    if key == "dialogue" and isinstance(value, FrozenDict):
        there = other if isinstance(other, FrozenDict) else NO_DATA
        rows = [row for word, name in _OF_DIALOGUES.items() for row in _rows(value, word, name)]
        known = {row for word, name in _OF_DIALOGUES.items() for row in _rows(there, word, name)}
        lost = [name for name, row in rows if (name, row) not in known]
        if lost:
            yield from (_worded_loss(Fate.DROPPED, key, name, "it is", kept) for name in lost)
            return
    feature = key if key == "dialogue" else _METADATA
    yield _worded_loss(fate, feature, "debate", f"its entry `{key}` is", kept)


def _rows(dialogue: Data, word: str, name: str) -> Iterator[tuple[str, Value]]:
    rows = dialogue.get(word)
    for row in rows if isinstance(rows, tuple) else ():
        if isinstance(row, FrozenDict):
            yield f"{name} {text_of(row.get('id'))}", row


def other_differences(mine: CountedFacts, again: CountedFacts) -> Iterator[Loss]:
    """Yield a loss for whatever differs when it is read again, whatever the reason."""
    for words in fact_differences(mine, again):
        yield Loss(Fate.CHANGED, "other", "debate", words)


def _loss(subject: str, word: str, value: str, kept: str | None, fate: Fate) -> Loss:
    if word.startswith(("relation ", "data of a relation ")):
        kind = word.rpartition(" ")[2]
        is_relation = word.startswith("relation ")
        detail = f"its relation to {value} is" if is_relation else "the data of its relation are"
        feature = kind if word.startswith("relation ") else "data"
        return _worded_loss(fate, feature, subject, detail, kept)
    feature = _FEATURES.get(word, word.partition(" ")[0])
    return _worded_loss(fate, feature, subject, _PHRASES.get(word, f"its {word} is"), kept)


def _worded_loss(fate: Fate, feature: str, subject: str, what: str, kept: str | None) -> Loss:
    if kept is not None:
        return Loss(Fate.ASIDE, feature, subject, f"{what} kept in {kept}", kept)
    verb = "different" if fate is Fate.CHANGED else "lost"
    return Loss(fate, feature, subject, f"{what} {verb}")


def _only_wording(text: str | None) -> str | None:
    """Return the wordings of something that only has a text, as facts have them."""
    return None if text is None else repr([f"({text}, False, [])"])


def _is_empty(value: str) -> bool:
    return value in _NOTHING
