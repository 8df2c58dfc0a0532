"""Extras: what argmap writes beside a scheme graph, for all that the graph does not show.

An extra is valid as long as what it was written for has not changed; a digest of that is written with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from argmap.data import FrozenDict
from argmap.interop.json_forms.exact_json import encode
from argmap.interop.scheme_graphs.graph_index import GraphIndex
from argmap.interop.scheme_graphs.scheme_graph import STEPS
from argmap.model import Argument, Debate, Element, Relation
from argmap.model.sameness.fact_words import digest


def element_extra(element: Element, ids: Iterable[str], index: GraphIndex) -> dict[str, object]:
    """Return the extra for an element that is shown as some nodes, to be written at the first of them."""
    ids = list(ids)
    # Things keep their title even if another program changes their words.
    extra: dict[str, object] = {"what": encode(placeless(element)), "seen": visible(index, ids)}
    return extra if len(ids) == 1 else {**extra, "nodes": ids}


def relation_extra(relation: Relation, name: str, index: GraphIndex) -> dict[str, object]:
    """Return the extra for a relation that is shown as a node."""
    return {"what": encode(evolve(relation, spans=(), marks=())), "seen": visible(index, [name])}


def debate_extra(debate: Debate, metadata: Mapping[str, object]) -> dict[str, object]:
    """Return the extra for what does not belong to an element; empty if there is nothing."""
    fields = {
        "sections": tuple(evolve(section, span=None) for section in debate.sections),
        "sources": FrozenDict({key: evolve(each, span=None) for key, each in debate.sources.items()}),
        "metadata": FrozenDict(metadata),
    }
    return {word: encode(value) for word, value in fields.items() if value}


def placeless(element: Element) -> Element:
    """Return an element without places in a text."""
    sources = tuple(evolve(source, span=None) for source in element.sources)
    places = tuple(evolve(place, span=None) for place in element.places)
    if isinstance(element, Argument):
        return evolve(
            element,
            descriptions=places,
            steps=tuple(evolve(step, span=None) for step in element.steps),
            inferences=tuple(evolve(each, span=None) for each in element.inferences),
            sources=sources,
            span=None,
        )
    return evolve(element, statements=places, sources=sources, span=None)


def visible(index: GraphIndex, ids: Iterable[str]) -> str:
    """Return a digest of what a graph shows about nodes: their words, premises, and what follows them."""
    parts: list[object] = []
    for name in ids:
        node = index.nodes[name]
        parts += [node.kind.value, node.text, node.scheme or ""]
        if node.kind in STEPS:
            parts += [sorted(each for each in index.before.get(name, ()) if each in index.claims)]
            parts += [sorted(index.behind.get(name, ()))]
    return digest(*parts)
