"""Words for the parts of a drawing, for those who cannot see it: titles, descriptions and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from argmap.data import Data
from argmap.maps import ArgumentMap, MapNode
from argmap.model import ArgumentRef, ClaimRef, CriticalQuestionRef, EvidenceRef, QuestionRef
from argmap.model.sources.source_values import text_of
from argmap.render.fonts.characters import clean
from argmap.text.shortening import shortened

_TITLE_LIMIT = 200
_DESCRIPTION_LIMIT = 2000
# Words for kinds of nodes, by the classes in a drawing.
KINDS = {
    ClaimRef: "claim",
    EvidenceRef: "evidence",
    ArgumentRef: "argument",
    QuestionRef: "question",
    CriticalQuestionRef: "critical-question",
}
_SINGULARS = {
    "claim": "claim",
    "evidence": "piece of evidence",
    "argument": "argument",
    "question": "question",
    "critical-question": "critical question",
    "relation": "relation",
    "section": "section",
}
_PLURALS = {
    "claim": "claims",
    "evidence": "pieces of evidence",
    "argument": "arguments",
    "question": "questions",
    "critical-question": "critical questions",
    "relation": "relations",
    "section": "sections",
}


def part_titles(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the titles of nodes, groups and edges for readers of a drawing, by id."""
    titles = {group.id: clean(group.title) for group in argument_map.groups}
    titles |= {node.id: _title_of(node) for node in argument_map.nodes}
    for edge in argument_map.edges:
        titles[edge.id] = f"{titles[edge.source]} {edge.verb} {titles[edge.target]}{_in_words(edge.data)}"
    return {id: shortened(title, _TITLE_LIMIT) for id, title in titles.items()}


def end_titles(argument_map: ArgumentMap, ids: Container[str] | None = None) -> dict[str, str]:
    """Return the titles of everything that edges can lead to, or of these ids, as `part_titles` does."""
    titles = {group.id: clean(group.title) for group in argument_map.groups if ids is None or group.id in ids}
    titles |= {node.id: _title_of(node) for node in argument_map.nodes if ids is None or node.id in ids}
    return {id: shortened(title, _TITLE_LIMIT) for id, title in titles.items()}


def _title_of(node: MapNode) -> str:
    # An untitled argument in full is known by its conclusion.
    conclusion = node.steps[-1].text if node.steps else None
    return clean(node.label_title or node.label_text or conclusion or node.ref.title)


def part_descriptions(argument_map: ArgumentMap) -> dict[str, str]:
    """Return descriptions of nodes and edges for readers of a drawing, by id."""
    return {**dict(_described(argument_map)), **dict(_edges_described(argument_map))}


def _described(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    for node in argument_map.nodes:
        said = [KINDS[type(node.ref)].capitalize()]
        if node.label_title and node.label_text:
            said.append(node.label_text)
        for step in node.steps:
            number = f"({step.number}) " if step.number else "Inference: "
            said.append(f"{number}{': '.join(part for part in (step.title, step.text, step.proof) if part)}")
            if step.formula:
                said.append(f"Formula: {step.formula}")
        if node.formula:
            said.append(f"Formula: {node.formula}")
        said.extend(about_evidence(node))
        said.extend(f"Source: {source.cite(node.locator)}" for source in node.sources)
        if node.tags:
            said.append("Tags: " + ", ".join(node.tags))
        whole = ". ".join(clean(part).rstrip(".") for part in said)
        yield node.id, shortened(whole, _DESCRIPTION_LIMIT)


def _edges_described(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    for edge in argument_map.edges:
        if said := ". ".join(f"{key}: {text_of(value)}".rstrip(".") for key, value in edge.data.items()):
            words = f"{edge.kind.value.capitalize()}. {said}"
            yield edge.id, shortened(clean(words), _DESCRIPTION_LIMIT)


def about_evidence(node: MapNode) -> Iterator[str]:
    """Yield who puts a node forward, and the kind and the reliability of a piece of evidence."""
    if node.speakers:
        yield f"Put forward by {', '.join(node.speakers)}"
    if node.kind:
        yield f"Kind: {node.kind}"
    if node.reliability is not None:
        yield f"Reliability: {node.reliability:g}"


def _in_words(data: Data) -> str:
    """Return what an author says about a relation, in parentheses; empty if nothing."""
    said = "; ".join(f"{key}: {text_of(value)}" for key, value in data.items())
    return f" ({clean(said)})" if said else ""


def map_summary(argument_map: ArgumentMap) -> str:
    """Return a sentence that counts what is in a map.

    >>> map_summary(ArgumentMap())
    'Argument map with nothing in it.'
    """
    kinds = Counter(KINDS[type(node.ref)] for node in argument_map.nodes)
    kinds += Counter({"relation": len(argument_map.edges), "section": len(argument_map.groups)})
    names = [name for name in (*KINDS.values(), "relation", "section") if kinds[name]]
    parts = [f"{kinds[name]} {(_SINGULARS if kinds[name] == 1 else _PLURALS)[name]}" for name in names]
    return f"Argument map with {', '.join(parts) or 'nothing in it'}."
