"""Writes debates as scheme graphs, with extras for what these cannot say, and reports what that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.debate_losses import by_entry, losses_of_facts, other_differences
from argmap.interop.conversion.own_data import foreign_id, without_own
from argmap.interop.json_forms.exact_json import is_plain
from argmap.interop.scheme_graphs.beside.written_extras import debate_extra, element_extra, relation_extra
from argmap.interop.scheme_graphs.graph_building import BuiltGraph, built
from argmap.interop.scheme_graphs.graph_index import GraphIndex
from argmap.interop.scheme_graphs.graph_reading import read_graph
from argmap.interop.scheme_graphs.graph_titles import GraphTitles, natural_titles
from argmap.interop.scheme_graphs.kept_aside import KEPT_KINDS
from argmap.interop.scheme_graphs.scheme_graph import GraphNodeKind, SchemeGraph
from argmap.model import Argument, ArgumentRef, Claim, ClaimRef, Debate, ElementRef, Evidence, Question, Ref
from argmap.model.sameness.same import CountedFacts, counted_facts
from argmap.model.stating.wholeness import whole

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)
Derivation = Callable[[SchemeGraph], SchemeGraph]
_KEPT = "argmap"


def as_it_is(graph: SchemeGraph) -> SchemeGraph:
    """Return a graph unchanged: nothing is worked out from it."""
    return graph


def write_graph(
    debate: Debate,
    key: str,
    *,
    extras: bool = True,
    also: Collection[str] = (),
    kinds: Collection[GraphNodeKind] = tuple(GraphNodeKind),
    derived: Derivation = as_it_is,
) -> tuple[SchemeGraph, tuple[Loss, ...]]:
    """Return the scheme graph that shows a debate, and what it does not say in the same way.

    With `extras`, that is written beside the nodes, so that `read_graph` gives a debate that says the same.
    `also` are entries of the metadata for which the format has a place, `kinds` are the kinds of its nodes,
    and `derived` adds to a graph what reading works out from the rest of it.
    """
    debate = whole(debate)
    shown, index, plain, left_out = _shown(debate, key, also, kinds, derived)
    natural = natural_titles(index, "words")
    facts, visible = counted_facts(debate), counted_facts(_without_new_ids(plain, debate, key))
    kept = _KEPT if extras else None
    losses = (
        *_title_losses(debate, shown, natural, kept),
        *_kind_losses(debate, shown, index, kept),
        *by_entry(losses_of_facts(facts, visible, kept=kept), debate.metadata, plain.metadata),
    )
    if not extras:
        return shown.graph, (*losses, *_id_losses(debate, key))
    needed = _needing(debate, facts, visible, shown, natural, key)
    graph = _with_extras(debate, shown, index, needed, left_out)
    again, _ = read_graph(graph, key)
    return graph, (*losses, *other_differences(facts, counted_facts(again)))


def _shown(
    debate: Debate,
    key: str,
    also: Collection[str],
    kinds: Collection[GraphNodeKind],
    derived: Derivation,
) -> tuple[BuiltGraph, GraphIndex, Debate, frozenset[str]]:
    """Return the graph of a debate, the debate that is read from it, and the metadata that it does not show.

    It is read with the titles that things have in the debate.
    """
    stated: frozenset[Ref] = frozenset()
    words = {"dialogue", key} if GraphNodeKind.LOCUTION in kinds else {key}
    without = frozenset(debate.metadata) - words
    metadata = {
        word: debate.metadata[word]
        for word in also
        if isinstance(debate.metadata.get(word), FrozenDict) and is_plain(debate.metadata[word])
    }
    while True:
        shown = built(debate, key, stated=stated, without=without, kinds=KEPT_KINDS.intersection(kinds))
        graph = evolve(shown.graph, metadata=FrozenDict(metadata))
        shown = evolve(shown, graph=derived(graph))
        index = GraphIndex.of(shown.graph)
        # Shown as a step, a sketch would be taken for an inference or attack.
        others = {
            ref for name, ref in shown.sketches.items() if index.is_inference(name) or index.is_attack(name)
        }
        if others:
            stated |= others
            continue
        again, _ = read_graph(shown.graph, key, titles=_own_titles(debate, shown, index))
        unlike = {
            word
            for word in ("dialogue", key)
            if word not in without and again.metadata.get(word) != debate.metadata.get(word)
        }
        if not unlike:
            shown_words = {
                word for word in debate.metadata if again.metadata.get(word) == debate.metadata[word]
            }
            return shown, index, again, frozenset(debate.metadata) - shown_words
        without |= unlike


def _own_titles(debate: Debate, shown: BuiltGraph, index: GraphIndex) -> GraphTitles:
    """Return the titles that things have in the debate, by node."""
    claims: dict[str, str] = {}
    arguments: dict[str, tuple[str, ...]] = {}
    refs: dict[str, Ref] = {}
    for ref, ids in shown.shown.items():
        if ids[0] in index.claims:
            claims[ids[0]] = ref.title
            if not isinstance(ref, ClaimRef):
                refs[ids[0]] = ref
        else:
            for place, name in enumerate(ids):
                title = ref.title if place == 0 else f"{ref.title} #{place + 1}"
                arguments[name] = (*arguments.get(name, ()), title)
    for name in index.claims - claims.keys():
        claims[name] = name
    for name, relation in shown.aside.items():
        arguments[name] = (str(relation),)
    return GraphTitles(claims, arguments, refs)


def _without_new_ids(plain: Debate, debate: Debate, key: str) -> Debate:
    """Return a debate without the ids that things got only by being written."""

    def bare(element: ElementT) -> ElementT:
        return evolve(element, data=without_own(element.data, key))

    named = {element.ref for element in debate if key in element.data}
    known = {
        (relation.kind, relation.source, relation.target)
        for relation in debate.relations
        if key in relation.data
    }
    relations = tuple(
        relation
        if (relation.kind, relation.source, relation.target) in known
        else evolve(relation, data=without_own(relation.data, key))
        for relation in plain.relations
    )

    def kept(elements: Mapping[str, ElementT]) -> FrozenDict[str, ElementT]:
        return FrozenDict(
            {title: each if each.ref in named else bare(each) for title, each in elements.items()}
        )

    return evolve(
        plain,
        claims=kept(plain.claims),
        evidence=kept(plain.evidence),
        questions=kept(plain.questions),
        arguments=kept(plain.arguments),
        relations=relations,
    )


def _title_losses(
    debate: Debate, shown: BuiltGraph, natural: GraphTitles, kept: str | None
) -> Iterator[Loss]:
    for ref, is_natural in _naturals(debate, shown, natural):
        if not is_natural and kept:
            yield Loss(Fate.ASIDE, "title", str(ref), "its title is kept in argmap", kept)
        elif not is_natural:
            yield Loss(Fate.DROPPED, "title", str(ref), "its title is not said")


def _kind_losses(debate: Debate, shown: BuiltGraph, index: GraphIndex, kept: str | None) -> Iterator[Loss]:
    """Yield a loss for things shown as propositions that are not claims."""
    for ref, ids in shown.shown.items():
        if ids[0] in index.claims and not isinstance(ref, ClaimRef):
            feature = "argument as proposition" if isinstance(ref, ArgumentRef) else ref.kind
            fate = Fate.ASIDE if kept else Fate.CHANGED
            yield Loss(fate, feature, str(ref), "it is shown as a claim", kept)


def _id_losses(debate: Debate, key: str) -> Iterator[Loss]:
    """Yield a loss if something without an id in its data has one when it is read again."""
    things = (*debate, *(relation for relation in debate.relations if not relation.is_derived))
    if any(foreign_id(thing.data, key) is None for thing in things):
        yield Loss(Fate.CHANGED, "id", "debate", f"what has no id gets one, in its data under `{key}`")


def _naturals(debate: Debate, shown: BuiltGraph, natural: GraphTitles) -> Iterator[tuple[ElementRef, bool]]:
    """Yield whether things would get their titles from what is shown."""
    parts: Counter[str] = Counter()
    for ref, ids in shown.shown.items():
        name = ids[0]
        if name in natural.claims:
            title = natural.claims[name] if ref.kind == "claim" else ""
        else:
            titles = natural.arguments.get(name, ())
            title = titles[parts[name]] if parts[name] < len(titles) else ""
            parts[name] += 1
        yield ref, title == ref.title and not debate[ref].is_untitled


def _needing(
    debate: Debate,
    mine: CountedFacts,
    others: CountedFacts,
    shown: BuiltGraph,
    natural: GraphTitles,
    key: str,
) -> frozenset[ElementRef]:
    """Return the elements that cannot be restored from the graph alone."""
    subjects = {
        subject
        for facts in (mine - others, others - mine)
        for subject, word, _ in facts
        if not word.startswith(("relation ", "data of a relation "))
    }
    unnatural = {ref for ref, is_natural in _naturals(debate, shown, natural) if not is_natural}
    return frozenset(
        element.ref
        for element in debate
        if element.ref in unnatural
        or str(element.ref) in subjects
        or foreign_id(element.data, key) not in shown.shown[element.ref]
        or (isinstance(element, Argument) and len(element.inferences) > 1)
    )


def _with_extras(
    debate: Debate,
    shown: BuiltGraph,
    index: GraphIndex,
    needed: frozenset[ElementRef],
    left_out: frozenset[str],
) -> SchemeGraph:
    extras: dict[str, object] = {}
    taken: set[str] = set()
    for ref in needed:
        ids = shown.shown[ref]
        extras[ids[0]] = element_extra(debate[ref], ids, index)
        taken.update(ids)
    for name, relation in shown.aside.items():
        extras[name] = relation_extra(relation, name, index)
    nodes = [evolve(node, extra=extras.get(node.id)) for node in shown.graph.nodes]
    metadata = {word: debate.metadata[word] for word in debate.metadata if word in left_out}
    return evolve(shown.graph, nodes=nodes, extra=debate_extra(debate, metadata) or None)
