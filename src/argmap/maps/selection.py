"""Which claims, evidence and arguments of a debate its map shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import TypeVar

from attrs import evolve, frozen

from argmap.maps.names import names_of
from argmap.maps.usage import Usage, find_usage, index_sketched
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Element,
    Evidence,
    InferenceRef,
    PropositionRef,
    Ref,
    Relation,
    Role,
    Section,
)
from argmap.model.settings import SelectionSettings

Proposition = Claim | Evidence
ElementT = TypeVar("ElementT", Proposition, Argument)


@frozen
class Selection:
    """Propositions and arguments, each in the order of the debate; `usage` is that of the arguments."""

    propositions: Mapping[PropositionRef, Proposition]
    arguments: Mapping[ArgumentRef, Argument]
    usage: Usage

    def has_end(self, relation: Relation, end: Ref) -> bool:
        """Return whether an end of a relation is shown: itself, or by an argument that uses it."""
        if isinstance(end, ArgumentRef):
            return end in self.arguments
        if isinstance(end, InferenceRef):
            return ArgumentRef(end.argument) in self.arguments
        if end in self.propositions:
            return True
        if relation.kind.is_symmetric:
            return end in self.usage.steps
        return end in (self.usage.premises if relation.target == end else self.usage.conclusions)


def select(debate: Debate, settings: SelectionSettings) -> Selection:
    """Return what of a debate is shown."""
    relations = index_sketched(debate.relations)
    candidates = _preselect(debate, settings)
    shows_proposition = _proposition_rule(candidates, relations, settings)
    propositions = {ref: one for ref, one in candidates.propositions.items() if shows_proposition(one)}
    shows_argument = _argument_rule(evolve(candidates, propositions=propositions), relations, settings)
    arguments = {ref: one for ref, one in candidates.arguments.items() if shows_argument(one)}
    return Selection(propositions, arguments, find_usage(arguments.values()))


def _preselect(debate: Debate, settings: SelectionSettings) -> Selection:
    may_be_shown = _preselection_rule(debate.sections, settings)
    propositions: Iterable[Proposition] = chain(debate.claims.values(), debate.evidence.values())
    statements = _permitted(propositions, settings.exclude_statements, may_be_shown)
    arguments = _permitted(debate.arguments.values(), settings.exclude_arguments, may_be_shown)
    return Selection(
        {one.ref: one for one in statements}, {one.ref: one for one in arguments}, find_usage(arguments)
    )


def _permitted(
    elements: Iterable[ElementT], excluded: Iterable[str], may_be_shown: Callable[[Element], bool]
) -> list[ElementT]:
    titles = frozenset(excluded)
    return [one for one in elements if titles.isdisjoint(names_of(one)) and may_be_shown(one)]


def _preselection_rule(sections: Iterable[Section], settings: SelectionSettings) -> Callable[[Element], bool]:
    titles = {section.id: section.title for section in sections}
    chosen_sections = frozenset(settings.selected_sections or ())
    chosen_tags = frozenset(settings.selected_tags or ())

    def is_in_map(element: Element) -> bool:
        return settings.ignore_is_in_map or element.data.get("isInMap", True) is True

    def is_in_section(element: Element) -> bool:
        if settings.selected_sections is None:
            return True
        if element.section is None:
            return settings.select_elements_without_section
        return titles.get(element.section) in chosen_sections

    def has_tag(element: Element) -> bool:
        if settings.selected_tags is None:
            return True
        if not element.tags:
            return settings.select_elements_without_tag
        return not chosen_tags.isdisjoint(element.tags)

    return lambda element: is_in_map(element) and is_in_section(element) and has_tag(element)


def _proposition_rule(
    candidates: Selection, relations: Mapping[Ref, list[Relation]], settings: SelectionSettings
) -> Callable[[Proposition], bool]:
    included = frozenset(settings.include_statements)

    def is_forced(one: Proposition) -> bool:
        return _is_brought_in(one, settings) or not included.isdisjoint(names_of(one))

    def shows(one: Proposition) -> bool:
        its_relations = relations.get(one.ref, ())
        is_related = any(candidates.has_end(each, _other_end(each, one.ref)) for each in its_relations)
        is_used = candidates.usage.uses(one.ref)
        if settings.exclude_disconnected and not (is_related or is_used):
            return False
        match settings.statement_selection_mode:
            case "all":
                return True
            case "with-title":
                return (is_related and not is_used) or not one.is_untitled
            case "top-level":
                return (is_related and not is_used) or Role.TOP_LEVEL in one.roles
            case "with-relations":
                return is_related
            case "not-used-in-argument":
                return not is_used
            case _:  # with-more-than-one-relation
                return is_related and (not is_used or _partners(one.ref, candidates, its_relations) > 1)

    return lambda one: is_forced(one) or shows(one)


def _is_brought_in(element: Element, settings: SelectionSettings) -> bool:
    return not settings.ignore_is_in_map and element.data.get("isInMap") is True


def _other_end(relation: Relation, end: Ref) -> Ref:
    return relation.target if relation.source == end else relation.source


def _partners(ref: PropositionRef, candidates: Selection, relations: Iterable[Relation]) -> int:
    """Return how many arguments, by themselves or by what they use, it is related to."""
    number = 0
    for relation in relations:
        other = _other_end(relation, ref)
        if isinstance(other, ArgumentRef | InferenceRef):
            number += candidates.has_end(relation, other)
        else:
            usage = candidates.usage
            users = usage.premises if relation.target == other else usage.conclusions
            number += len(users.get(other, ()))
    return number


def _argument_rule(
    selection: Selection, relations: Mapping[Ref, list[Relation]], settings: SelectionSettings
) -> Callable[[Argument], bool]:
    usage = selection.usage

    def is_related(ref: Ref) -> bool:
        return any(selection.has_end(one, _other_end(one, ref)) for one in relations.get(ref, ()))

    # What many arguments share is looked at once.
    @cache
    def is_connected(ref: PropositionRef, role: Role) -> bool:
        opposite = usage.conclusions if role is Role.PREMISE else usage.premises
        if ref in selection.propositions or ref in opposite:
            return True
        return any(
            selection.has_end(one, _other_end(one, ref))
            for one in relations.get(ref, ())
            if one.kind.is_symmetric or ref != (one.source if role is Role.PREMISE else one.target)
        )

    def shows(argument: Argument) -> bool:
        if not settings.exclude_disconnected or _is_brought_in(argument, settings):
            return True
        return (
            is_related(argument.ref)
            or any(is_related(inference.ref) for inference in argument.inferences)
            or any(
                is_connected(ref, step.role)
                for ref, step in zip(argument.step_refs, argument.steps, strict=True)
                if step.role in (Role.PREMISE, Role.MAIN_CONCLUSION)
            )
        )

    return shows
