"""Sections in trees: bands around those that are whole trees, captions where others begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from argmap.maps import ArgumentMap, MapGroup
from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.forest import Forest, parent_of

_HOLDER = "section "
# Deeper than this no reader follows.
DEEPEST_GROUP = 20


_NOTHING: Mapping[str, tuple[str, ...]] = {}


class Bands(NamedTuple):
    """Which sections are bands, and around what.

    `around` has for a node the sections that are all of its tree, the outermost first; `holders` are
    sections of several trees, which hold what `held` says, each after those that it holds; `tops` are the
    outermost of all. `captions` are the sections that begin at a node and are no bands; those of them that
    have a band in them which begins there, too, are `named` with that band, in its heading. `title` is the
    section that has everything in it.
    """

    around: Mapping[str, tuple[str, ...]] = _NOTHING
    holders: Mapping[str, tuple[str, ...]] = _NOTHING
    held: Mapping[str, tuple[str, ...]] = _NOTHING
    tops: tuple[str, ...] = ()
    captions: Mapping[str, tuple[str, ...]] = _NOTHING
    named: Mapping[str, tuple[str, ...]] = _NOTHING
    title: str | None = None

    def heading(self, band: str) -> tuple[str, ...]:
        """Return the sections that the heading of a band names, the outermost first."""
        return (*self.named.get(band, ()), band)

    @property
    def shown(self) -> frozenset[str]:
        """All sections of which something is shown."""
        bands = (*self.around.values(), *self.holders.values())
        names = (*self.captions.values(), *self.named.values())
        titles = () if self.title is None else (self.title,)
        return frozenset(group for groups in (*bands, *names, titles) for group in groups)


def find_bands(argument_map: ArgumentMap, forest: Forest) -> Bands:
    """Return how the open sections of a map are shown around and in its trees."""
    groups, shown = _shown_groups(argument_map)
    homes = {node.id: shown.get(node.group) for node in argument_map.nodes}
    homes |= {group.id: shown.get(group.parent) for group in argument_map.groups if group.is_closed}
    members = _members(homes, groups)
    whole = whole_section(argument_map)
    title = whole.id if whole else None
    paths = {id: [one for one in _path(home, groups) if one != title] for id, home in homes.items()}
    starts = _starts(forest, paths)
    sizes = _tree_sizes(forest)
    around: defaultdict[str, list[str]] = defaultdict(list)
    holders: list[str] = []
    captions: defaultdict[str, list[str]] = defaultdict(list)
    for group, first in starts.items():
        if len(first) == 1 and sizes[first[0]] == members[group]:
            around[first[0]].append(group)
        elif (
            all(top not in forest.edges for top in first)
            and sum(map(sizes.__getitem__, first)) == members[group]
        ):
            holders.append(group)
        else:
            for top in first:
                captions[top].append(group)
    return _bands(forest, groups, around, holders, captions, paths, title)


def whole_section(argument_map: ArgumentMap) -> MapGroup | None:
    """Return the only outermost section if everything is in it: it is the title of the map."""
    outermost = [group for group in argument_map.groups if group.parent is None]
    if len(outermost) != 1 or outermost[0].is_closed or len(argument_map.nodes) < 2:
        return None
    return outermost[0] if all(node.group is not None for node in argument_map.nodes) else None


def _bands(
    forest: Forest,
    groups: Mapping[str, MapGroup],
    around: Mapping[str, list[str]],
    holders: list[str],
    captions: Mapping[str, list[str]],
    paths: Mapping[str, list[str]],
    title: str | None,
) -> Bands:
    wide = set(holders)
    held: defaultdict[str, list[str]] = defaultdict(list)
    tops: list[str] = []
    kept: set[str] = set()
    for root in forest.roots:
        inner = root
        for group in reversed([one for one in paths[root] if one in wide]):
            held[_HOLDER + group].append(inner)
            inner = _HOLDER + group
            if inner in kept:
                break
            kept.add(inner)
        else:
            tops.append(inner)
    levels = {id: group.level for id, group in groups.items()}
    bands = {id: [*around.get(id, ())] for id in captions}
    for id in bands.keys() & {*forest.roots}:
        bands[id] += [group for group in paths[id] if group in wide]
    above, named = _named_with_bands(bands, captions, levels)
    innermost_first = sorted(held, key=lambda name: -levels[name.removeprefix(_HOLDER)])
    return Bands(
        {id: tuple(sorted(own, key=levels.__getitem__)) for id, own in around.items()},
        {_HOLDER + group: (group,) for group in holders},
        {name: tuple(held[name]) for name in innermost_first},
        tuple(tops),
        above,
        named,
        title,
    )


def _named_with_bands(
    bands: Mapping[str, list[str]], captions: Mapping[str, list[str]], levels: Mapping[str, int]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the captions of nodes, and which of them the outermost of the bands at these nodes is in."""
    above: dict[str, tuple[str, ...]] = {}
    named: dict[str, tuple[str, ...]] = {}
    for id, own in captions.items():
        sections = sorted(own, key=levels.__getitem__)
        band = min(bands[id], key=levels.__getitem__, default=None)
        outer = [group for group in sections if band is not None and levels[group] < levels[band]]
        if band is not None and outer:
            named[band] = tuple(outer)
        if inner := tuple(sections[len(outer) :]):
            above[id] = inner
    return above, named


def _shown_groups(argument_map: ArgumentMap) -> tuple[dict[str, MapGroup], dict[str | None, str | None]]:
    """Return the open sections that are not too deep, and for each section that of them which it is in."""
    groups: dict[str, MapGroup] = {}
    depths: dict[str | None, int] = {None: 0}
    shown: dict[str | None, str | None] = {None: None}
    for group in argument_map.groups:
        depths[group.id] = depths[group.parent] + 1
        if group.is_closed or depths[group.id] > DEEPEST_GROUP:
            shown[group.id] = shown[group.parent]
        else:
            groups[group.id] = group
            shown[group.id] = group.id
    return groups, shown


def _members(homes: Mapping[str, str | None], groups: Mapping[str, MapGroup]) -> Counter[str]:
    """Return how many nodes are in each section, those in its sections included."""
    members = Counter(home for home in homes.values() if home in groups)
    for group in reversed([*groups.values()]):
        if group.parent is not None and group.parent in groups:
            members[group.parent] += members[group.id]
    return Counter({id: members[id] for id in groups if members[id]})


def _path(home: str | None, groups: Mapping[str, MapGroup]) -> list[str]:
    """Return the sections around something, the outermost first."""
    path: list[str] = []
    while home is not None and home in groups:
        path.append(home)
        home = groups[home].parent
    return path[::-1]


def _starts(forest: Forest, paths: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return for each section the nodes in it whose parents are not, in the order of the trees."""
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for id in forest.order:
        edge = forest.edges.get(id)
        above = set(paths[parent_of(edge, id)]) if edge else set()
        for group in paths[id]:
            if group not in above:
                starts[group].append(id)
    return starts


def _tree_sizes(forest: Forest) -> dict[str, int]:
    sizes = dict.fromkeys(forest.order, 1)
    for id in reversed(forest.order):
        edge = forest.edges.get(id)
        if edge:
            sizes[parent_of(edge, id)] += sizes[id]
    return sizes
