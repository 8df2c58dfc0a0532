"""The edits that turn the sketch of an argument into a premise-conclusion structure."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.editing.names.name_index import NameIndex
from argmap.editing.rereading import by_title, debate_after, sayings
from argmap.editing.stated_lines import StatedLine, home_of, line_end, newline_of
from argmap.model import (
    Argument,
    ArgumentRef,
    ClaimRef,
    Debate,
    ElementRef,
    InferenceRef,
    RelationKind,
)
from argmap.model.lookup import reference_in, reference_to
from argmap.text import Edit, Mark, Span
from argmap.text.given_values import check_words
from argmap.writing.escaping import markup_of


def reconstruct(
    names: NameIndex, thing: object, premises: Iterable[str] = (), conclusion: str | None = None
) -> tuple[Edit, ...]:
    """Return the edits that write a structure for an argument that is only sketched.

    Without `premises`, the argument's own text is its premise; without a `conclusion`, what it supports is
    its conclusion.

    Raises:
        LookupError: the debate has no such argument.
        ValueError: it has a structure, or nothing says what it concludes or from what.
    """
    debate = names.debate
    ref = reference_to(debate, thing)
    if not isinstance(ref, ArgumentRef):
        raise ValueError(f"{ref} is not an argument")
    argument = debate.arguments[ref.title]
    if argument.inferences:
        raise ValueError(f"{ref} has a structure already")
    steps = [_step(names, premise) for premise in premises] or [_own_text(names, argument)]
    last = _step(names, conclusion) if conclusion is not None else str(_supported(debate, ref))
    edit = _edit(home_of(names, ref), ref, steps, last)
    _check(debate, debate_after(names, [edit]), ref, len(steps))
    return names.outer([edit])


def _step(names: NameIndex, said: str, marks: tuple[Mark, ...] = ()) -> str:
    """Return a premise or conclusion as it is written: a reference to something that exists, or a text."""
    check_words("a premise or conclusion", said)
    if not said.strip():
        raise ValueError("a premise or conclusion needs at least one character other than white space")
    ref = reference_in(said)
    if ref is not None and not isinstance(ref, ArgumentRef | InferenceRef) and ref in names.debate:
        return str(ref)
    return markup_of(said, marks, names.reading.gathered.contents.inline, begins_line=True)


def _own_text(names: NameIndex, argument: Argument) -> str:
    said = next((each for each in argument.descriptions if each.text), None)
    if said is None or said.text is None:
        raise ValueError(f"{argument.ref} says nothing that could be its premise; give premises")
    return _step(names, said.text, said.marks)


def _supported(debate: Debate, ref: ArgumentRef) -> ElementRef:
    targets = [
        relation.target
        for relation in debate.outgoing(ref)
        if relation.kind is RelationKind.SUPPORT and isinstance(relation.target, ClaimRef)
    ]
    if len(targets) != 1 or debate.claims[targets[0].title].is_untitled:
        raise ValueError(f"{ref} supports {len(targets)} claims, not one with a title; give its conclusion")
    return ClaimRef(targets[0].title)


def _edit(home: StatedLine, ref: ArgumentRef, steps: list[str], conclusion: str) -> Edit:
    block, newline = home.block.block, newline_of(home.text)
    lines = [f"({number}) {step}" for number, step in enumerate(steps, 1)]
    lines += ["----", f"({len(steps) + 1}) {conclusion}"]
    others = home.block.names.lines[home.number + 1 :]
    is_last = home.line.depth == 0 and not home.line.marker and all(line.depth for line in others)
    # A structure belongs to the argument above it.
    head = "" if is_last else f"{ref}{newline * 2}"
    place = line_end(home.text, block.start + len(block.text))
    return Edit(Span(place, place, home.block.page.path), f"{newline * 2}{head}{newline.join(lines)}")


def _check(before: Debate, after: Debate, ref: ArgumentRef, premises: int) -> None:
    argument = after.arguments.get(ref.title)
    if argument is None or len(argument.inferences) != 1 or len(argument.premises) != premises:
        raise ValueError(f"the structure of {ref} cannot be written here")
    steps = {each for each in argument.step_refs if after[each].is_untitled}
    earlier = sayings(before, by_title(before))
    later = sayings(after, by_title(after, steps))
    kept = {place: said for place, said in later.elements.items() if place not in (*steps, ref)}
    was = {place: said for place, said in earlier.elements.items() if place != ref}
    own = {ref, *argument.step_refs, ("inference", ref, 0)}
    changed = earlier.relations ^ later.relations
    is_own = all(own.intersection(relation[1:]) for relation in changed)
    if kept != was or earlier.rest != later.rest or not is_own:
        raise ValueError(f"the structure of {ref} cannot be written here without changing what else is said")
