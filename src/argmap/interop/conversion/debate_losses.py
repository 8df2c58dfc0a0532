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
