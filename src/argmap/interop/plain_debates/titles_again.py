"""Finding the things of a debate again in a file that has no titles for them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from attrs import Factory, define

from argmap.interop.conversion.foreign_text import collapsed
from argmap.model import Argument, Debate, Element, InferenceRef, Ref
from argmap.model.sameness.debate_facts import named_things


@define(eq=False)
class TitlesAgain:
    """The things of a debate, found again in the debate that is read from a file.

    `names` has the names of all that was read, as in the debate for things that are the same, and `owns` has
    these things of the debate.
    """

    names: dict[Ref, str]
    sections: Mapping[str | None, str]
    owns: dict[Ref, Element] = Factory(dict)


def titles_again(debate: Debate, seen: Debate) -> TitlesAgain:
    """Return the names of things that were read, matching them by title first, and otherwise by text.

    >>> from argmap import parse
    >>> again = titles_again(parse("[A]: It rains.").debate, parse("[It rains]: It rains.").debate)
    >>> again.names
    {ClaimRef('It rains'): '[A]'}
    """
    mine, _ = named_things(debate)
    theirs, sections = named_things(seen)
    again = TitlesAgain(dict(theirs), sections)
    open_ones = {element.ref for element in debate} - {element.ref for element in seen}
    for keys in (_by_text, _by_steps):
        waiting: defaultdict[object, deque[Element]] = defaultdict(deque)
        for key, element in keys(debate, mine):
            if element.ref in open_ones:
                waiting[key].append(element)
        for key, element in keys(seen, again.names):
            if element.ref not in debate and waiting.get(key):
                own = waiting[key].popleft()
                open_ones.discard(own.ref)
                again.owns[element.ref] = own
                _rename(again, element, mine[own.ref])
    again.owns |= {element.ref: debate[element.ref] for element in seen if element.ref in debate}
    return again


def _rename(again: TitlesAgain, element: Element, name: str) -> None:
    again.names[element.ref] = name
    if isinstance(element, Argument):
        for place in range(len(element.inferences)):
            again.names[InferenceRef(element.title, place)] = f"inference {place + 1} of {name}"


def _by_text(debate: Debate, names: Mapping[Ref, str]) -> Iterator[tuple[object, Element]]:
    """Yield elements by their kind and text, or by their title if they have no text."""
    for element in debate:
        is_titled = not element.is_untitled
        words = element.text or (element.title if is_titled else "")
        if words:
            yield (element.ref.kind, collapsed(words)), element


def _by_steps(debate: Debate, names: Mapping[Ref, str]) -> Iterator[tuple[object, Element]]:
    """Yield arguments by the names of their steps, or by their relations if they have no steps."""
    around: defaultdict[Ref, list[object]] = defaultdict(list)
    for relation in debate.relations:
        around[relation.source].append(("to", relation.kind, names.get(relation.target)))
        around[relation.target].append(("from", relation.kind, names.get(relation.source)))
    for argument in debate.arguments.values():
        steps = tuple(names.get(ref) for ref in argument.step_refs)
        key = steps or frozenset(around[argument.ref])
        if key:
            yield ("argument", key), argument
