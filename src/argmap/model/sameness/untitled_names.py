"""Names for what has no title: by what it says, and then by what that has to do with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from argmap.model.debate import Debate
from argmap.model.reference import InferenceRef, PropositionRef, Ref
from argmap.model.relation import Relation
from argmap.model.sameness.element_facts import ElementFacts, Fact
from argmap.model.sameness.fact_words import digest

UNTITLED = "an untitled "
# What has no title is told apart by its neighbours, this many relations away.
_MOST_ROUNDS = 8


def give_names(
    debate: Debate,
    facts: ElementFacts,
    of_propositions: Mapping[PropositionRef, tuple[Fact, ...]],
    relations: Iterable[Relation],
) -> None:
    """Give `facts` a name for everything in a debate; what is said of propositions is known."""
    names = facts.names
    untitled: dict[PropositionRef, str] = {}
    for ref, known in of_propositions.items():
        if debate[ref].is_untitled:
            untitled[ref] = _untitled_name("claim", debate[ref].text, known)
        else:
            names[ref] = str(ref)
    for ref, name in untitled.items():
        names[ref] = name
    _name_arguments(debate, facts)
    if not untitled and not any(argument.is_untitled for argument in debate.arguments.values()):
        return
    neighbours = _neighbours(debate, relations)
    count = len(set(names.values()))
    for _ in range(_MOST_ROUNDS):
        names |= {
            ref: _untitled_name(
                "claim",
                debate[ref].text,
                untitled[ref],
                sorted((how, names.get(other, "")) for how, other in neighbours[ref]),
            )
            for ref in untitled
        }
        _name_arguments(debate, facts)
        count, before = len(set(names.values())), count
        if count == before:
            return


def _neighbours(debate: Debate, relations: Iterable[Relation]) -> Mapping[Ref, list[tuple[str, Ref]]]:
    found: defaultdict[Ref, list[tuple[str, Ref]]] = defaultdict(list)
    for relation in relations:
        way = ("", "") if relation.kind.is_symmetric else ("to", "from")
        found[relation.source].append((relation.kind.value + way[0], relation.target))
        found[relation.target].append((relation.kind.value + way[1], relation.source))
    for argument in debate.arguments.values():
        for place, ref in enumerate(argument.step_refs):
            found[ref].append((f"step {place}", argument.ref))
    return found


def _name_arguments(debate: Debate, facts: ElementFacts) -> None:
    for argument in debate.arguments.values():
        name = str(argument.ref)
        if argument.is_untitled:
            name = _untitled_name("argument", argument.text, tuple(facts.argument(argument)))
        facts.names[argument.ref] = name
        for place in range(len(argument.inferences)):
            facts.names[InferenceRef(argument.title, place)] = f"inference {place + 1} of {name}"


def _untitled_name(kind: str, text: str | None, *parts: object) -> str:
    return f"{UNTITLED}{kind} {(text or '').strip(' ')[:40]!r} {digest(*parts)}"
