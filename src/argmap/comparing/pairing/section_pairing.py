"""Which sections of two debates are the same: by their path, their title, or what is in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from argmap.model import Debate, ElementRef, Section
from argmap.model.sameness.fact_words import digest

_LEAST_SHARE = 0.5


def section_pairs(
    old: Debate, new: Debate, pairs: Iterable[tuple[ElementRef, ElementRef]]
) -> tuple[tuple[str, str], ...]:
    """Return the ids of sections that are the same, in the order of the old debate.

    Sections with the same titles around them are the same; then those of the same title; then those at the
    same level that have most of their elements in common.
    """
    paths_old, paths_new = _paths(old.sections), _paths(new.sections)
    partner: dict[str, str] = {}
    taken: set[str] = set()

    def by_key(key: Callable[[Section, Mapping[str, str]], Hashable]) -> None:
        waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
        for section in new.sections:
            if section.id not in taken:
                waiting[key(section, paths_new)].append(section.id)
        for section in old.sections:
            same = waiting.get(key(section, paths_old))
            if section.id not in partner and same:
                partner[section.id] = same.pop(0)
                taken.add(partner[section.id])

    by_key(lambda section, paths: paths[section.id])
    by_key(lambda section, paths: section.title.strip())
    shares = _shared(old, new, pairs)
    sizes_old, sizes_new = _sizes(old), _sizes(new)
    places_old = {section.id: place for place, section in enumerate(old.sections)}
    places_new = {section.id: place for place, section in enumerate(new.sections)}
    levels_old = {section.id: section.level for section in old.sections}
    levels_new = {section.id: section.level for section in new.sections}

    def cost(ids: tuple[str, str]) -> tuple[float, int, int]:
        places = places_old[ids[0]], places_new[ids[1]]
        share = shares[ids] / max(sizes_old[ids[0]], sizes_new[ids[1]])
        return -share, sum(places), abs(places[0] - places[1])

    for before, after in sorted(shares, key=cost):
        is_enough = -cost((before, after))[0] >= _LEAST_SHARE and levels_old[before] == levels_new[after]
        if is_enough and before not in partner and after not in taken:
            partner[before] = after
            taken.add(after)
    return tuple((section.id, partner[section.id]) for section in old.sections if section.id in partner)


def _paths(sections: Iterable[Section]) -> Mapping[str, str]:
    """Return what stands for the titles that lead to each section, by its id; it is short at any depth."""
    paths: dict[str, str] = {}
    for section in sections:
        above, title = paths.get(section.parent or ""), section.title.strip()
        paths[section.id] = title if above is None else digest(above, title)
    return paths


def _sizes(debate: Debate) -> Counter[str]:
    return Counter(element.section for element in debate if element.section is not None)


def _shared(
    old: Debate, new: Debate, pairs: Iterable[tuple[ElementRef, ElementRef]]
) -> Counter[tuple[str, str]]:
    """Return how many elements sections have in common."""
    ids = ((old[before].section, new[after].section) for before, after in pairs)
    return Counter((before, after) for before, after in ids if before is not None and after is not None)
