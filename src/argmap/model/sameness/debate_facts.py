"""All that a debate says, as facts that can be compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from argmap.data.frozen_dict import FrozenDict
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Evidence
from argmap.model.debate import Debate
from argmap.model.question import Question
from argmap.model.reference import PropositionRef, Ref
from argmap.model.relation import Relation
from argmap.model.sameness.element_facts import ElementFacts, Fact
from argmap.model.sameness.fact_words import digest, in_words, source_words, without_fields
from argmap.model.sameness.held_relations import held_relations
from argmap.model.sameness.untitled_names import give_names
from argmap.model.section import Section

_OF_SECTIONS = {"isGroup": "is_group", "isClosed": "is_closed"}
# Settings that only say how relations, structures and tags are written.
_OF_WRITING = ("mode", "transformArgumentRelations", "explodeArguments", "removeTagsFromText")


def facts_of(debate: Debate) -> Iterator[tuple[str, str, str]]:
    """Yield what a debate says: of what, a word for it, and the value in words."""
    of_elements, of_propositions, relations = _named(debate)
    yield from _facts(debate, of_elements, of_propositions, relations)


def named_things(debate: Debate) -> tuple[Mapping[Ref, str], Mapping[str | None, str]]:
    """Return what everything in a debate is called when debates are compared, and the paths of sections."""
    of_elements, _, _ = _named(debate)
    return of_elements.names, of_elements.sections


def facts_under(
    debate: Debate, names: Mapping[Ref, str], sections: Mapping[str | None, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield what a debate says, as `facts_of` does, with things called by names that are given.

    `names` has every element and inference, `sections` every section by its id, and None.
    """
    of_elements = ElementFacts(sections, dict(names))
    relations = held_relations(debate)
    yield from _facts(debate, of_elements, _of_propositions(debate, of_elements), relations)


def _named(
    debate: Debate,
) -> tuple[ElementFacts, Mapping[PropositionRef, tuple[Fact, ...]], list[Relation]]:
    sections: dict[str | None, str] = {None: ""}
    sections.update(_paths(debate.sections))
    of_elements = ElementFacts(sections)
    of_propositions = _of_propositions(debate, of_elements)
    relations = held_relations(debate)
    give_names(debate, of_elements, of_propositions, relations)
    return of_elements, of_propositions, relations


def _of_propositions(debate: Debate, of_elements: ElementFacts) -> Mapping[PropositionRef, tuple[Fact, ...]]:
    steps = _steps(debate)
    propositions: tuple[Claim | Evidence | Question, ...] = (
        *debate.claims.values(),
        *debate.evidence.values(),
        *debate.questions.values(),
    )
    return {
        proposition.ref: tuple(of_elements.proposition(proposition, is_step=proposition.ref in steps))
        for proposition in propositions
    }


def _steps(debate: Debate) -> set[Ref]:
    return {ref for argument in debate.arguments.values() for ref in argument.step_refs}


def _facts(
    debate: Debate,
    of_elements: ElementFacts,
    of_propositions: Mapping[PropositionRef, tuple[Fact, ...]],
    relations: Iterable[Relation],
) -> Iterator[tuple[str, str, str]]:
    nothing = _saying_nothing(debate, _steps(debate), relations)
    for ref, facts in of_propositions.items():
        if ref not in nothing:
            yield from ((of_elements.names[ref], *fact) for fact in facts)
    for argument in debate.arguments.values():
        if argument.ref not in nothing:
            yield from ((of_elements.names[argument.ref], *fact) for fact in of_elements.argument(argument))
    for relation in relations:
        source, target = of_elements.names_of(relation)
        yield source, f"relation {relation.kind.value}", target
        if relation.data:
            yield source, f"data of a relation {relation.kind.value}", f"{target} {in_words(relation.data)}"
    for section in debate.sections:
        yield from ((f"section {of_elements.sections[section.id]}", *fact) for fact in _section(section))
    yield from (("debate", *fact) for fact in _of_the_whole(debate))


def _saying_nothing(debate: Debate, steps: Collection[Ref], relations: Iterable[Relation]) -> set[Ref]:
    """Return things without a title that say nothing and have to do with nothing."""
    named: set[Ref] = {
        *steps,
        *(end for relation in relations for end in (relation.source, relation.target)),
    }
    return {
        element.ref
        for element in debate.elements
        if element.is_untitled
        and element.ref not in named
        and not (element.text or element.tags or element.data)
        if not (isinstance(element, Argument) and element.steps)
    }


def _paths(sections: Iterable[Section]) -> Mapping[str, str]:
    """Return the titles that lead to each section, by its id."""
    found: dict[str, str] = {}
    for section in sections:
        above = found.get(section.parent or "", "")
        found[section.id] = digest(above, section.title.strip()) if above else repr(section.title.strip())
    return found


def _section(section: Section) -> Iterator[Fact]:
    fields = {key: getattr(section, name) for key, name in _OF_SECTIONS.items()}
    yield "level", str(section.level)
    yield "tags", repr(sorted(set(section.tags)))
    yield "data", in_words(without_fields(section.data, fields))
    yield "boxes", repr((section.is_group, section.is_closed))


def _of_the_whole(debate: Debate) -> Iterator[Fact]:
    metadata = dict(debate.metadata)
    model = metadata.get("model")
    if isinstance(model, FrozenDict):
        metadata["model"] = FrozenDict({key: one for key, one in model.items() if key not in _OF_WRITING})
        if not metadata["model"]:
            del metadata["model"]
    declared = metadata.get("sources")
    if isinstance(declared, FrozenDict) and debate.sources.keys() >= declared.keys():
        del metadata["sources"]
    yield "metadata", in_words(FrozenDict(metadata))
    yield "sources", repr(sorted((key, source_words(one)) for key, one in debate.sources.items()))
