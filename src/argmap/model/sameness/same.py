"""Whether two debates say the same, whatever the order and the places in which they say it."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from argmap.model.debate import Debate
from argmap.model.debate_holder import HasDebate, debate_of
from argmap.model.sameness.debate_facts import facts_of
from argmap.model.sameness.untitled_names import UNTITLED

# Facts, each with how often a debate says it.
CountedFacts: TypeAlias = Counter[tuple[str, str, str]]


def same(debate: HasDebate | Debate, other: HasDebate | Debate) -> bool:
    """Return whether two debates say the same: everything but order and places is equal.

    The order of elements and relations makes no difference, nor how often something is referred to
    and in which roles its statements occur. Elements without a title are the same if they say the same.

    >>> from argmap import parse
    >>> same(parse("[A]: a\\n  + [B]: b").debate, parse("[B]: b\\n  +> [A]\\n\\n[A]: a").debate)
    True
    """
    return counted_facts(debate_of(debate)) == counted_facts(debate_of(other))


def differences(debate: HasDebate | Debate, other: HasDebate | Debate) -> tuple[str, ...]:
    """Return in words what only one of two debates says; nothing if they say the same.

    >>> from argmap import parse
    >>> differences(parse("[A]: a").debate, parse("[A]: b").debate)
    ('the wordings of [A] differ', 'the text of [A] differs')
    """
    return fact_differences(counted_facts(debate_of(debate)), counted_facts(debate_of(other)))


def counted_facts(debate: Debate) -> CountedFacts:
    """Return all that a debate says, for comparing it with several others."""
    return Counter(facts_of(debate))


def fact_differences(mine: CountedFacts, others: CountedFacts) -> tuple[str, ...]:
    """Return in words which facts are only among mine or only among the others."""
    found = (_in_words(subject, word) for subject, word, _ in (*(mine - others), *(others - mine)))
    return tuple(dict.fromkeys(found))


def _in_words(subject: str, word: str) -> str:
    if subject.startswith(UNTITLED):
        return f"what {subject[: subject.rindex(' ')]} says differs"
    return f"the {word} of {subject} differ{'' if word.endswith('s') else 's'}"
