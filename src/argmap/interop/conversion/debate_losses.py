"""What one debate says and another does not, as losses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.model import Debate
from argmap.model.sameness.same import CountedFacts, counted_facts, fact_differences
from argmap.model.sources.source_values import text_of

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
# What is lost of a fact, up to what became of it; of all others its word.
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
# What facts say where there is nothing to say.
_NOTHING = frozenset({"None", "[]", "", "{}", "['[]', []]"})


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
    known = {subject for subject, _, _ in others}
    texts = {subject: value for subject, word, value in only_mine if word == "text"}
    done: set[tuple[str, str]] = set()
    for subject, word, value in only_mine:
        if (subject, word) in done:
            continue
        done.add((subject, word))
        is_changed = (subject, word) in only_there
        if subject not in known and (subject, "") not in done:
            # Of what is gone that is said first: all that it does not say is no loss.
            done.add((subject, ""))
            feature = "sections" if subject.startswith(_SECTION) else "title"
            yield _told(Fate.DROPPED, feature, subject, "it is", kept)
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
    """Yield losses, that of metadata as those of its entries, and of a dialogue as those of its parts.

    >>> loss = Loss(Fate.CHANGED, "metadata", "debate", "its frontmatter is said otherwise")
    >>> [each.detail for each in by_entry([loss], FrozenDict(title="T", author="A"), FrozenDict(author="A"))]
    ['its entry `title` is not said']
    """
    for loss in losses:
        if loss.feature != _METADATA:
            yield loss
            continue
        keys = [key for key in dict.fromkeys((*mine, *others)) if _bare(mine, key) != _bare(others, key)]
        entries = [each for key in keys for each in _entry_losses(key, mine, others, loss.kept)]
        yield from entries or [loss]


def _bare(metadata: Data, key: str) -> Value:
    """Return an entry without the mode, which says nothing of a debate."""
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
            yield from (_told(Fate.DROPPED, key, name, "it is", kept) for name in lost)
            return
    feature = key if key == "dialogue" else _METADATA
    yield _told(fate, feature, "debate", f"its entry `{key}` is", kept)


def _rows(dialogue: Data, word: str, name: str) -> Iterator[tuple[str, Value]]:
    rows = dialogue.get(word)
    for row in rows if isinstance(rows, tuple) else ():
        if isinstance(row, FrozenDict):
            yield f"{name} {text_of(row.get('id'))}", row


def other_differences(mine: CountedFacts, again: CountedFacts) -> Iterator[Loss]:
    """Yield a loss for what is read again otherwise than it was written, whatever the reason."""
    for words in fact_differences(mine, again):
        yield Loss(Fate.CHANGED, "other", "debate", words)


def _loss(subject: str, word: str, value: str, kept: str | None, fate: Fate) -> Loss:
    if word.startswith(("relation ", "data of a relation ")):
        kind = word.rpartition(" ")[2]
        is_relation = word.startswith("relation ")
        detail = f"its relation to {value} is" if is_relation else "the data of its relation are"
        feature = kind if word.startswith("relation ") else "data"
        return _told(fate, feature, subject, detail, kept)
    feature = _FEATURES.get(word, word.partition(" ")[0])
    return _told(fate, feature, subject, _PHRASES.get(word, f"its {word} is"), kept)


def _told(fate: Fate, feature: str, subject: str, what: str, kept: str | None) -> Loss:
    if kept is not None:
        return Loss(Fate.ASIDE, feature, subject, f"{what} kept in {kept}", kept)
    verb = "said otherwise" if fate is Fate.CHANGED else "not said"
    return Loss(fate, feature, subject, f"{what} {verb}")


def _only_wording(text: str | None) -> str | None:
    """Return the wordings of what only has a text, as facts have them."""
    return None if text is None else repr([f"({text}, False, [])"])


def _is_empty(value: str) -> bool:
    return value in _NOTHING
