"""Which claims, evidence, questions and arguments of a debate its map shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain

from argmap.maps.choosing.exclusion import exclusion_rule, selected_by
from argmap.maps.choosing.usage import Usage, find_usage, index_sketched
from argmap.maps.nodes.argdown_titles import names_of
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Element,
    ElementRef,
    Evidence,
    InferenceRef,
    Origin,
    PropositionRef,
    Question,
    Ref,
    Relation,
    Role,
)
from argmap.named_tuples import NamedTuple
from argmap.settings.settings import SelectionSettings

Proposition = Claim | Evidence | Question


class Selection(NamedTuple):
    """Propositions and arguments, each in the order of the debate; `usage` is that of the arguments."""

    propositions: Mapping[PropositionRef, Proposition]
    arguments: Mapping[ArgumentRef, Argument]
    usage: Usage

    @property
    def elements(self) -> tuple[Element, ...]:
        """All of it: propositions, then arguments."""
        return (*self.propositions.values(), *self.arguments.values())

    def has_end(self, relation: Relation, end: Ref) -> bool:
        """Return whether an end of a relation is shown: the thing itself, or an argument that uses it."""
        if isinstance(end, ArgumentRef):
            return end in self.arguments
        if isinstance(end, InferenceRef):
            return ArgumentRef(end.argument) in self.arguments
        if end in self.propositions:
            return True
        if relation.kind.is_symmetric:
            return end in self.usage.steps
        return end in (self.usage.premises if relation.target == end else self.usage.conclusions)


class Candidates(NamedTuple):
    """What of a debate neither settings nor data exclude, and the relations that are written, by their ends.

    `related` are the propositions that are related to another candidate, and `forced` those that are shown
    whatever they are connected to.
    """

    all: Selection
    relations: Mapping[Ref, list[Relation]]
    related: frozenset[Ref]
    forced: frozenset[PropositionRef]


def select(debate: Debate, settings: SelectionSettings) -> Selection:
    """Return what of a debate is shown."""
    selection = select_among(candidates_of(debate, settings), settings)
    return selection if settings.select is None else narrowed(selection, selected_by(debate, settings.select))


def narrowed(selection: Selection, kept: Set[object]) -> Selection:
    """Return what of a selection is among some things."""
    arguments = {ref: argument for ref, argument in selection.arguments.items() if ref in kept}
    propositions = {ref: each for ref, each in selection.propositions.items() if ref in kept}
    return Selection(propositions, arguments, find_usage(arguments.values()))


def select_among(candidates: Candidates, settings: SelectionSettings) -> Selection:
    """Return which of some candidates are shown; the settings may connect them differently from their own."""
    known = candidates.all
    shows_proposition = _proposition_rule(candidates, settings)
    propositions = {ref: each for ref, each in known.propositions.items() if shows_proposition(ref, each)}
    shows_argument = _argument_rule(known._replace(propositions=propositions), candidates.relations, settings)
    arguments = {ref: each for ref, each in known.arguments.items() if shows_argument(each)}
    is_whole = len(arguments) == len(known.arguments)
    return Selection(propositions, arguments, known.usage if is_whole else find_usage(arguments.values()))


def shown_among(
    candidates: Candidates, settings: SelectionSettings, refs: Sequence[ElementRef]
) -> list[ElementRef]:
    """Return those of these candidates that settings show."""
    known = candidates.all
    if settings.exclude_disconnected and any(isinstance(ref, ArgumentRef) for ref in refs):
        # Arguments are shown because of what else is.
        shown = select_among(candidates, settings)
        return [ref for ref in refs if ref in shown.propositions or ref in shown.arguments]
    shows_proposition = _proposition_rule(candidates, settings)
    return [
        ref
        for ref in refs
        if (
            ref in known.arguments
            if isinstance(ref, ArgumentRef)
            else ref in known.propositions and shows_proposition(ref, known.propositions[ref])
        )
    ]


def candidates_of(debate: Debate, settings: SelectionSettings) -> Candidates:
    """Return what can be shown of a debate, without what settings exclude by title, tag or section."""
    known = preselect(debate, settings)
    relations = index_sketched(debate.relations)
    related: set[Ref] = set()
    for relation in debate.relations:
        if relation.origin is Origin.SKETCHED:
            source, target = relation.source, relation.target
            if source in known.propositions and known.has_end(relation, target):
                related.add(source)
            if target in known.propositions and known.has_end(relation, source):
                related.add(target)
    included = frozenset(settings.include_statements)
    forced = (
        ref
        for ref, proposition in known.propositions.items()
        if _is_brought_in(proposition, settings)
        or (included and not included.isdisjoint(names_of(proposition)))
    )
    return Candidates(known, relations, frozenset(related), frozenset(forced))


def preselect(debate: Debate, settings: SelectionSettings) -> Selection:
    """Return what neither settings nor data exclude from a debate."""
    # The selector narrows down what all other settings would show.
    exclusion = exclusion_rule(debate, settings)
    propositions: Iterator[Proposition] = chain(
        debate.claims.values(), debate.evidence.values(), debate.questions.values()
    )
    arguments = {
        argument.ref: argument for argument in debate.arguments.values() if exclusion(argument) is None
    }
    return Selection(
        {proposition.ref: proposition for proposition in propositions if exclusion(proposition) is None},
        arguments,
        find_usage(arguments.values()),
    )


def _proposition_rule(
    candidates: Candidates, settings: SelectionSettings
) -> Callable[[PropositionRef, Proposition], bool]:
    known, mode = candidates.all, settings.statement_selection_mode

    def shows(ref: PropositionRef, proposition: Proposition) -> bool:
        if ref in candidates.forced:
            return True
        is_related = ref in candidates.related
        is_used = known.usage.uses(ref)
        if settings.exclude_disconnected and not (is_related or is_used):
            return False
        match mode:
            case "all":
                return True
            case "with-title":
                return (is_related and not is_used) or not proposition.is_untitled
            case "top-level":
                # Not `roles`: claims would keep them permanently.
                return (is_related and not is_used) or any(
                    statement.role is Role.TOP_LEVEL for statement in proposition.statements
                )
            case "with-relations":
                return is_related
            case "not-used-in-argument":
                return not is_used
            case _:  # with-more-than-one-relation
                return is_related and (
                    not is_used or _partners(ref, known, candidates.relations.get(ref, ())) > 1
                )

    return shows


def _is_brought_in(element: Element, settings: SelectionSettings) -> bool:
    return not settings.ignore_is_in_map and element.data.get("isInMap") is True


def _other_end(relation: Relation, end: Ref) -> Ref:
    return relation.target if relation.source == end else relation.source


def _partners(ref: PropositionRef, candidates: Selection, relations: Iterable[Relation]) -> int:
    """Return how many arguments it is related to, directly or through what they use."""
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

    # What many arguments share is examined once.
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
