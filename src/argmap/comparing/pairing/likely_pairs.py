"""Pairs worth comparing: all pairs of a few elements; of many, those that share rare words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest

from argmap.comparing.pairing.profile import Profile

# Up to this many, all pairs are compared.
_MOST_PAIRS = 10_000
# Beyond that, each element is compared with this many others that share most of its rare words.
_NEAREST = 8
_MOST_WITH_WORD = 40


def candidates(old: Sequence[Profile], new: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield pairs of elements that may be the same, each once.

    It makes no difference which side is which.
    """
    if len(old) * len(new) <= _MOST_PAIRS:
        yield from ((first, second) for first in old for second in new)
        return
    pairs = {(first.number, second.number) for first, second in _near(old, new)}
    pairs |= {(first.number, second.number) for second, first in _near(new, old)}
    olds = {profile.number: profile for profile in old}
    news = {profile.number: profile for profile in new}
    yield from ((olds[first], news[second]) for first, second in sorted(pairs))


def _near(profiles: Sequence[Profile], others: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    for place, other in enumerate(others):
        for word in {*other.words, *other.title}:
            with_word[word].append(place)
    for profile in profiles:
        weights: defaultdict[int, float] = defaultdict(float)
        for word in sorted({*profile.words, *profile.title}):
            places = with_word.get(word, ())
            if len(places) <= _MOST_WITH_WORD:
                for place in places:
                    weights[place] += 1 / len(places)
        # Of several that are equally close, the first is taken.
        for place in nlargest(_NEAREST, weights, key=lambda place: (weights[place], -place)):
            yield profile, others[place]
