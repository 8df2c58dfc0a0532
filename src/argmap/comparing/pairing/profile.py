"""What the matcher knows about each element of a debate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.comparing.pairing.likeness import words_of
from argmap.model import Debate, ElementRef, InferenceRef, Ref
from argmap.model.reference import ArgumentRef
from argmap.model.sameness.debate_facts import named_things
from argmap.model.sameness.held_relations import held_relations

# A way to a neighbour, such as "support to" or "step of", and the number of the neighbour.
Neighbour: TypeAlias = tuple[str, int]


@frozen(eq=False)
class Profile:
    """An element as the matcher sees it; `number` is its place in its debate.

    `name` is the same for elements that are the same whatever else is in the debate. `title` are the words
    of a title that an author gave.
    """

    number: int
    ref: ElementRef
    name: str
    is_untitled: bool
    words: tuple[str, ...]
    title: frozenset[str]
    section: str
    neighbours: tuple[Neighbour, ...]

    @property
    def kind(self) -> str:
        """The kind of element."""
        return self.ref.kind

    @property
    def is_bare(self) -> bool:
        """Whether it has neither title nor text."""
        return self.is_untitled and not self.words


def profiles_of(debate: Debate) -> tuple[Profile, ...]:
    """Return the profiles of all elements, in the order of the debate."""
    elements = tuple(debate.elements)
    numbers: dict[Ref, int] = {element.ref: number for number, element in enumerate(elements)}
    names, sections = named_things(debate)
    neighbours = _neighbours(debate, numbers)
    return tuple(
        Profile(
            number,
            element.ref,
            names[element.ref],
            element.is_untitled,
            words_of(element.text),
            frozenset(() if element.is_untitled else words_of(element.title)),
            sections.get(element.section, ""),
            tuple(neighbours[number]),
        )
        for number, element in enumerate(elements)
    )


def _neighbours(debate: Debate, numbers: dict[Ref, int]) -> Sequence[list[Neighbour]]:
    ways: defaultdict[int, list[Neighbour]] = defaultdict(list)
    for relation in held_relations(debate):
        source, target = _number(numbers, relation.source), _number(numbers, relation.target)
        ends = ("", "") if relation.kind.is_symmetric else (" to", " from")
        ways[source].append((relation.kind.value + ends[0], target))
        ways[target].append((relation.kind.value + ends[1], source))
    for argument in debate.arguments.values():
        for place, ref in enumerate(argument.step_refs):
            ways[numbers[argument.ref]].append((f"step {argument.steps[place].role.value}", numbers[ref]))
            ways[numbers[ref]].append((f"in {argument.steps[place].role.value}", numbers[argument.ref]))
    return [ways[number] for number in range(len(numbers))]


def _number(numbers: dict[Ref, int], ref: Ref) -> int:
    return numbers[ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref]
