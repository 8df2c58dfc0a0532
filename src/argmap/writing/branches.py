"""Small trees: what bears on one thing alone is stated below that, as in an outline."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from argmap.model import Argument, Debate, InferenceRef, Ref, Relation, Statement
from argmap.model.stating.untitled_places import DEEPEST_TREE, Nesting, other_end


def branches(debate: Debate, nesting: Nesting) -> dict[Ref, Relation]:
    """Return by what is stated below something the relation that its line states.

    That is what has no title, where it has to be, and what has one relation to another thing and no other
    section than that, down to six levels.
    """
    above = dict(nesting.above)
    chosen = dict(_single(debate, nesting))
    for ref in _first_of_circles({**above, **chosen}, chosen):
        del chosen[ref]
    above.update(chosen)
    below: defaultdict[Ref, list[Ref]] = defaultdict(list)
    for ref, relation in above.items():
        below[other_end(relation, ref)].append(ref)
    roots = [ref for ref in below if ref not in above]
    waiting = deque((ref, 0, _section(debate, ref, nesting)) for ref in roots)
    while waiting:
        ref, depth, section = waiting.popleft()
        for other in below.get(ref, ()):
            is_free = other in chosen
            own = _section(debate, other, nesting)
            if is_free and (depth >= DEEPEST_TREE or (own != section and _is_stated(debate, other))):
                del above[other]
                waiting.append((other, 0, own))
            else:
                waiting.append((other, depth + 1, section))
    return above


def _single(debate: Debate, nesting: Nesting) -> Iterator[tuple[Ref, Relation]]:
    """Yield what bears on one other thing alone, and can be stated on one line."""
    outgoing: defaultdict[Ref, list[Relation]] = defaultdict(list)
    for relation in nesting.relations:
        outgoing[relation.source].append(relation)
    for ref, relations in outgoing.items():
        target = relations[0].target
        if len(relations) > 1 or target == ref or isinstance(ref, InferenceRef):
            continue
        if isinstance(target, InferenceRef) or ref in nesting.above or ref in nesting.steps:
            continue
        element = debate[ref]
        is_long = isinstance(element, Argument) and bool(element.steps)
        wordings = {(place.text, place.marks, place.is_reference) for place in element.places if says(place)}
        is_in_none = element.data.get("isInGroup") is False
        if len(wordings) < 2 and not (is_long or is_in_none or target in nesting.steps):
            yield ref, relations[0]


def _first_of_circles(above: dict[Ref, Relation], chosen: dict[Ref, Relation]) -> Iterator[Ref]:
    """Yield one of each circle of things that are each below the next."""
    done: set[Ref] = set()
    for start in above:
        way: dict[Ref, None] = {}
        ref = start
        while ref in above and ref not in done and ref not in way:
            way[ref] = None
            ref = other_end(above[ref], ref)
        if ref in way:
            circle = list(way)[list(way).index(ref) :]
            yield next(ref for ref in circle if ref in chosen)
        done.update(way)


def says(statement: Statement) -> bool:
    """Return whether a statement says more than which thing it is about."""
    return bool(statement.text) or not statement.is_reference


def _is_stated(debate: Debate, ref: Ref) -> bool:
    return not isinstance(ref, InferenceRef) and any(not place.is_reference for place in debate[ref].places)


def _section(debate: Debate, ref: Ref, nesting: Nesting) -> str | None:
    if isinstance(ref, InferenceRef):
        return debate.arguments[ref.argument].section
    return nesting.sections[ref] if ref in nesting.sections else debate[ref].section
