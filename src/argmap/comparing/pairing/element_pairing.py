"""Which elements of two debates are the same: matched one to one, the same whichever comes first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from attrs import Factory, define

from argmap.comparing.pairing.likely_pairs import candidates
from argmap.comparing.pairing.likeness import LEAST_TEXT, text_likeness, title_likeness
from argmap.comparing.pairing.profile import Profile, profiles_of
from argmap.model import Debate, ElementRef, resolve
from argmap.text.given_values import value_in_words

_OF_TEXT, _OF_NEIGHBOURS, _OF_TITLE = 0.62, 0.25, 0.13
_LEAST_SCORE = 0.4
# If texts are not alike, neighbours and titles have to be as alike as this.
_LEAST_ALONE = 0.6
# Texts of elements of different kinds have to be as alike as this.
_LEAST_ACROSS = 0.7
_MOST_ROUNDS = 20
# If there are more pairs with equal texts, neighbours are not compared.
_MOST_EQUAL = 10_000


def element_pairs(
    old: Debate, new: Debate, *, same: Mapping[str, str] | None = None
) -> tuple[tuple[ElementRef, ElementRef], ...]:
    """Return pairs of elements that are the same, in the order of the old debate; all others are in no pair.

    `same` are pairs of titles as in the markup that are the same whatever the matcher would find.

    Elements of the same kind and title are the same; then those of the same text; then those whose texts,
    neighbours and titles are most alike, in rounds, because each pair makes neighbours more alike.

    Raises:
        LookupError: a title in `same` does not exist; the message names the nearest.
    """
    matcher = _Matcher(profiles_of(old), profiles_of(new))
    numbers_old = {profile.ref: profile.number for profile in matcher.old}
    numbers_new = {profile.ref: profile.number for profile in matcher.new}
    for first, second in _named_pairs(same):
        before, after = resolve(old, first), resolve(new, second)
        if before not in numbers_old or after not in numbers_new:
            raise ValueError(f"{before} and {after} are not both elements")
        matcher.pair(numbers_old[before], numbers_new[after])
    matcher.run()
    return tuple(
        (matcher.old[first].ref, matcher.new[second].ref) for first, second in sorted(matcher.partner.items())
    )


def _named_pairs(same: Mapping[str, str] | None) -> Iterable[tuple[str, str]]:
    if same is not None and not isinstance(same, Mapping):
        raise TypeError(
            f"what is the same is a mapping such as {{'[Old]': '[New]'}}, not {value_in_words(same)}"
        )
    return (same or {}).items()


@define(eq=False)
class _Matcher:
    """Pairs elements by their numbers: `partner` leads from old to new, `taken` are the new ones."""

    old: Sequence[Profile]
    new: Sequence[Profile]
    partner: dict[int, int] = Factory(dict)
    taken: dict[int, int] = Factory(dict)

    def run(self) -> None:
        """Pair whatever is the same."""
        self._by_key(lambda profile: (profile.kind, profile.name))
        self._by_key(lambda profile: (profile.kind, profile.words) if profile.words else None)
        self._by_likeness()
        self._across_kinds()
        self._bare()

    def pair(self, first: int, second: int) -> bool:
        """Pair two elements unless one of them has a partner."""
        if first in self.partner or second in self.taken:
            return False
        self.partner[first] = second
        self.taken[second] = first
        return True

    def _left(self) -> tuple[list[Profile], list[Profile]]:
        return (
            [profile for profile in self.old if profile.number not in self.partner],
            [profile for profile in self.new if profile.number not in self.taken],
        )

    def _by_key(self, key: Callable[[Profile], Hashable]) -> None:
        """Pair elements with equal keys; of several, those with the most neighbours in common."""
        groups: defaultdict[Hashable, tuple[list[Profile], list[Profile]]] = defaultdict(lambda: ([], []))
        for side, profiles in enumerate(self._left()):
            for profile in profiles:
                if (value := key(profile)) is not None:
                    groups[value][side].append(profile)
        several = []
        for old, new in groups.values():
            if len(old) == len(new) == 1:
                self.pair(old[0].number, new[0].number)
            elif old and new:
                several.append((old, new))
        for old, new in several:
            self._by_neighbours(old, new)

    def _by_neighbours(self, old: Sequence[Profile], new: Sequence[Profile]) -> None:
        if len(old) * len(new) <= _MOST_EQUAL:
            pairs = [
                (-common, first, second)
                for first in old
                for second in new
                if (common := self._common(first, second))
            ]
            self._greedy(pairs)
        free_old = [profile for profile in old if profile.number not in self.partner]
        free_new = [profile for profile in new if profile.number not in self.taken]
        for first, second in zip(free_old, free_new, strict=False):
            self.pair(first.number, second.number)

    def _by_likeness(self) -> None:
        old, new = self._left()
        likeness: dict[tuple[int, int], tuple[float, float]] = {}
        for first, second in _of_one_kind(old, new):
            text = text_likeness(first.words, second.words)
            title = title_likeness(first.title, second.title)
            if text or title >= _LEAST_ALONE:
                likeness[first.number, second.number] = text, title
        for _ in range(_MOST_ROUNDS):
            if not likeness or not self._greedy(list(self._scored(likeness))):
                return
            likeness = {
                (first, second): alike
                for (first, second), alike in likeness.items()
                if first not in self.partner and second not in self.taken
            }

    def _scored(
        self, likeness: Mapping[tuple[int, int], tuple[float, float]]
    ) -> Iterator[tuple[float, Profile, Profile]]:
        for (first, second), (text, title) in likeness.items():
            before, after = self.old[first], self.new[second]
            neighbours = self._neighbourhood(before, after)
            score = _OF_TEXT * text + _OF_NEIGHBOURS * neighbours + _OF_TITLE * title
            is_allowed = text >= LEAST_TEXT or (neighbours >= _LEAST_ALONE and title >= _LEAST_ALONE)
            if is_allowed and score >= _LEAST_SCORE:
                yield -score, before, after

    def _across_kinds(self) -> None:
        old, new = self._left()
        pairs = []
        for first, second in candidates(old, new):
            if _may_turn_into(first, second) or _may_turn_into(second, first):
                text = text_likeness(first.words, second.words, least=_LEAST_ACROSS)
                has_title = bool(first.title) and first.ref.title == second.ref.title
                if text or (has_title and not (first.words and second.words)):
                    pairs.append((-text - has_title, first, second))
        self._greedy(pairs)

    def _bare(self) -> None:
        """Pair what has neither title nor text by its neighbours, and then by its place in its section."""
        old, new = self._left()
        old, new = [each for each in old if each.is_bare], [each for each in new if each.is_bare]
        kinds = {profile.kind for profile in old}
        for kind in sorted(kinds):
            olds = [each for each in old if each.kind == kind]
            news = [each for each in new if each.kind == kind]
            if len(olds) * len(news) <= _MOST_EQUAL:
                alike = (
                    (-share, first, second)
                    for first in olds
                    for second in news
                    if (share := self._neighbourhood(first, second)) >= _LEAST_ALONE
                )
                self._greedy(list(alike))
        old, new = self._left()
        places: defaultdict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, profiles in enumerate((old, new)):
            for profile in profiles:
                if profile.is_bare:
                    places[profile.kind, profile.section][side].append(profile.number)
        for olds_here, news_here in places.values():
            for first, second in zip(olds_here, news_here, strict=False):
                self.pair(first, second)

    def _greedy(self, pairs: Iterable[tuple[float, Profile, Profile]]) -> bool:
        """Pair the best first, return whether any was paired.

        Pairs that are equally good are taken in an order that is the same from either side.
        """
        ordered = sorted(
            (
                round(cost, 9),
                first.number + second.number,
                abs(first.number - second.number),
                first.number,
                second.number,
            )
            for cost, first, second in pairs
        )
        paired = [self.pair(first, second) for *_, first, second in ordered]
        return any(paired)

    def _common(self, first: Profile, second: Profile) -> int:
        """Return how many neighbours of two elements are the same in the same way."""
        ways = Counter(second.neighbours)
        common = 0
        for way, number in first.neighbours:
            neighbour = (way, self.partner.get(number, -1))
            if ways[neighbour]:
                ways[neighbour] -= 1
                common += 1
        return common

    def _neighbourhood(self, first: Profile, second: Profile) -> float:
        most = max(len(first.neighbours), len(second.neighbours))
        return self._common(first, second) / most if most else 0.0


def _of_one_kind(old: Sequence[Profile], new: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    for kind in sorted({profile.kind for profile in old}):
        yield from candidates(
            [profile for profile in old if profile.kind == kind],
            [profile for profile in new if profile.kind == kind],
        )


def _may_turn_into(first: Profile, second: Profile) -> bool:
    """Return whether the kind of the first may have changed to that of the second."""
    kinds = (first.kind, second.kind)
    return kinds == ("claim", "evidence") or (kinds == ("claim", "argument") and first.is_untitled)
