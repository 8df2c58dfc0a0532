"""How much of what supports a thesis rests on the same source."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from attrs import frozen

from argmap.analysis.context import SourceKey, identity
from argmap.analysis.graph import Graph
from argmap.analysis.queries import start_of
from argmap.model import Debate, ElementRef, Evidence, HasDebate, Named, Source, debate_of


@frozen
class Dependence:
    """How much of what supports a thesis rests on a source.

    `grounds` are what cites the source, `share` how much that is of all grounds of the thesis, from 0 to 1;
    `wholly` are the direct supports of the thesis that rest on no other ground.
    """

    source: Source
    grounds: tuple[ElementRef, ...]
    share: float
    wholly: tuple[ElementRef, ...] = ()


def source_dependence(debate: HasDebate | Debate, thesis: Named) -> tuple[Dependence, ...]:
    """Return for each source how much of what supports a thesis rests on it, most first.

    Grounds are evidence, and whatever else names a source itself; they count if they support the thesis,
    directly or through others.

    >>> import argmap
    >>> text = "[A]: x\\n  + [^E]: y {source: S}\\n  + [^F]: z {source: S}\\n  + [^G]: v {source: T}"
    >>> [(one.source.title, round(one.share, 2)) for one in source_dependence(argmap.parse(text), "[A]")]
    [('S', 0.67), ('T', 0.33)]

    Raises:
        LookupError: there is no such thesis.
    """
    start = start_of(debate, thesis)
    debate = debate_of(debate)
    graph = Graph.of(debate)
    supporters = _supporters(graph, start)
    grounds: dict[ElementRef, dict[SourceKey, Source]] = {}
    for element in debate.elements:
        if element.ref in supporters and (element.sources or isinstance(element, Evidence)):
            grounds[element.ref] = {identity(source): source for source in element.sources}
    sources = {key: source for cited in grounds.values() for key, source in cited.items()}
    sole = _sole_sources(graph, supporters, grounds)
    direct = frozenset(graph.supporting(start))
    citing: defaultdict[SourceKey, list[ElementRef]] = defaultdict(list)
    wholly: defaultdict[object, list[ElementRef]] = defaultdict(list)
    for ref in graph.nodes:
        for key in grounds.get(ref, ()):
            citing[key].append(ref)
        if ref in direct:
            wholly[sole.get(ref, _SEVERAL)].append(ref)
    dependences = (
        Dependence(source, tuple(citing[key]), len(citing[key]) / len(grounds), tuple(wholly[key]))
        for key, source in sources.items()
    )
    return tuple(sorted(dependences, key=lambda dependence: -dependence.share))


# What rests on more than a single source.
_SEVERAL = object()


def _sole_sources(
    graph: Graph, supporters: frozenset[ElementRef], grounds: Mapping[ElementRef, Mapping[SourceKey, Source]]
) -> Mapping[ElementRef, object]:
    """Return the source on which alone each element rests, `_SEVERAL` if that is more than one.

    What an element rests on changes twice at most, so that the work is linear.
    """
    sole: dict[ElementRef, object] = {}
    for ref, cited in grounds.items():
        # Evidence without a source is a ground that no source has.
        sole[ref] = next(iter(cited)) if len(cited) == 1 else _SEVERAL
    waiting = deque(sole)
    while waiting:
        ref = waiting.popleft()
        for supported in graph.supported(ref):
            if supported in supporters:
                before = sole.get(supported, sole[ref])
                after = before if before == sole[ref] else _SEVERAL
                if supported not in sole or after is not before:
                    sole[supported] = after
                    waiting.append(supported)
    return sole


def _supporters(graph: Graph, thesis: ElementRef) -> frozenset[ElementRef]:
    seen: set[ElementRef] = set()
    waiting = [thesis]
    while waiting:
        for ref in graph.supporting(waiting.pop()):
            if ref not in seen and ref != thesis:
                seen.add(ref)
                waiting.append(ref)
    return frozenset(seen)
