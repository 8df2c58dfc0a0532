"""Edits of relations: one more, or another kind."""

from __future__ import annotations

from argmap.editing.names.name_index import NameIndex
from argmap.editing.rereading import Place, by_title, debate_after, sayings
from argmap.editing.stated_lines import below_edit, home_of
from argmap.model import ArgumentRef, Debate, InferenceRef, Ref, Relation, RelationKind
from argmap.model.lookup import reference_to
from argmap.syntax.operators import OPERATORS, marker_of
from argmap.text import Edit, Span

# How to write the kinds that only strict mode has.
_WRITTEN = {RelationKind.ENTAILMENT: RelationKind.SUPPORT, RelationKind.CONTRARIETY: RelationKind.ATTACK}


def add_relation(names: NameIndex, kind: RelationKind, source: object, target: object) -> tuple[Edit, ...]:
    """Return the edits that write a relation below its target, or below its source if that has no title.

    Raises:
        LookupError: the debate has no such end.
        ValueError: it cannot be written, or is there already.
    """
    debate = names.debate
    first, second = reference_to(debate, source), reference_to(debate, target)
    if isinstance(first, InferenceRef):
        raise ValueError(f"{first} is an inference, which supports and attacks only through its argument")
    is_named = not debate[first].is_untitled
    below, above = (first, second) if is_named else (second, first)
    if not is_named and (isinstance(second, InferenceRef) or debate[second].is_untitled):
        raise ValueError(f"{first} has no title by which it could be named; give it one")
    marker = _marker(kind, is_from_below=is_named)
    edit = below_edit(home_of(names, above), f"{marker} {below}")
    added = _checked(debate, debate_after(names, [edit]), gone=0)
    if not added:
        raise ValueError(f"{first} already {kind.verb} {second}")
    _check_ends(debate, added, kind, (first, second))
    return names.outer([edit])


def turn_relation(names: NameIndex, relation: Relation, kind: RelationKind) -> tuple[Edit, ...]:
    """Return the edits that change the kind of a relation wherever it is written.

    Raises:
        LookupError: the debate has no such relation.
        ValueError: it is written nowhere, or cannot be of that kind.
    """
    debate = names.debate
    own = next((each for each in debate.relations if each == relation), None)
    if own is None:
        raise LookupError(f"there is no such relation: {relation}")
    if not own.spans:
        raise ValueError(f"{relation} is written nowhere: it follows from premises and conclusions")
    if own.kind is kind:
        return ()
    edits = [_turned(names, mark, kind) for mark in own.marks]
    added = _checked(debate, debate_after(names, edits), gone=1)
    _check_ends(debate, added, kind, (own.source, own.target))
    return names.outer(edits)


def _turned(names: NameIndex, mark: Span, kind: RelationKind) -> Edit:
    written = names.pages[mark.path].text[mark.start : mark.end]
    return Edit(mark, _marker(kind, is_from_below=OPERATORS[written].is_from_below))


def _marker(kind: RelationKind, *, is_from_below: bool) -> str:
    written = _WRITTEN.get(kind, kind)
    # `_` alone is an operator only before a space.
    needs_space = False if written is RelationKind.UNDERCUT else None
    return marker_of(written.value, is_from_below=is_from_below, needs_space=needs_space)


def _checked(earlier: Debate, later: Debate, *, gone: int) -> frozenset[tuple[str, Place, Place]]:
    """Return the new relations; raise if anything but a relation changes."""
    before, after = sayings(earlier, by_title(earlier)), sayings(later, by_title(later))
    is_same = before.all_but_relations == after.all_but_relations
    added, removed = after.relations - before.relations, before.relations - after.relations
    if not is_same or len(added) > 1 or len(removed) != gone or (gone and not added):
        raise ValueError("this relation cannot be written here without changing what else is said")
    return added


def _check_ends(
    debate: Debate, added: frozenset[tuple[str, Place, Place]], kind: RelationKind, ends: tuple[Ref, Ref]
) -> None:
    """Raise if a relation would be read as one of another kind, or between other things."""
    ((value, source, target),) = added
    meant = {kind, _WRITTEN.get(kind, kind), *(strict for strict, loose in _WRITTEN.items() if loose is kind)}
    sources, targets = _stand_ins(debate, ends[0]), _stand_ins(debate, ends[1])
    is_right = (source in sources and target in targets) or (
        RelationKind(value).is_symmetric and source in targets and target in sources
    )
    if RelationKind(value) not in meant or not is_right:
        raise ValueError(f"that {ends[0]} {kind.verb} {ends[1]} cannot be written here")


def _stand_ins(debate: Debate, ref: Ref) -> set[Place]:
    """Return what may take the place of an end: a reconstructed argument acts through its conclusion."""
    refs: list[Ref] = [ref]
    argument = debate.arguments.get(ref.title) if isinstance(ref, ArgumentRef | InferenceRef) else None
    if argument is not None and argument.inferences:
        refs += [argument.inferences[-1].ref, argument.inferences[-1].conclusion, argument.ref]
    places = by_title(debate)
    return {
        ("inference", places[ArgumentRef(each.argument)], each.place)
        if isinstance(each, InferenceRef)
        else places[each]
        for each in refs
    }
