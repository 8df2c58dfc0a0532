"""What is stated below what: what has no title, because it can only be named where it is, and small trees."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from attrs import Factory, define

from argmap.data import Data, FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    ElementRef,
    InferenceRef,
    Ref,
    Relation,
    RelationKind,
)

# So many levels below a block at most; of what has no title, for it has to be below something, more.
DEEPEST_TREE = 6
DEEPEST_UNTITLED = 30


def moves_arguments(metadata: Data) -> bool:
    """Return whether arguments act by their conclusions, and are undercut at their last inference."""
    model = metadata.get("model")
    return not isinstance(model, FrozenDict) or model.get("transformArgumentRelations") is not False


def other_end(relation: Relation, ref: Ref) -> Ref:
    """Return the other end of a relation."""
    return relation.target if relation.source == ref else relation.source


@define(eq=False)
class Nesting:
    """Finds for what has no title the relation whose line states it; `unnamed` has what needs a title.

    That is what would have to be stated below two things, or below itself.
    """

    debate: Debate
    relations: list[Relation]
    moves_arguments: bool = True
    # The relations whose lines state their source or target, by what they state.
    above: dict[Ref, Relation] = Factory(dict)
    unnamed: dict[ElementRef, None] = Factory(dict)
    # Steps without a title, and their arguments.
    steps: dict[Ref, Argument] = Factory(dict)
    _near: defaultdict[Ref, list[Relation]] = Factory(lambda: defaultdict(list))
    _depths: dict[Ref, int] = Factory(dict)
    # The sections in which that is, of what has no title.
    sections: dict[Ref, str | None] = Factory(dict)

    @classmethod
    def of(cls, debate: Debate, relations: list[Relation], *, moves_arguments: bool) -> Nesting:
        """Return the nesting of a debate whose written relations are these."""
        nesting = cls(debate, relations, moves_arguments)
        nesting._find_steps()
        nesting._find_needs()
        nesting._spread()
        return nesting

    def is_untitled(self, ref: Ref) -> bool:
        """Return whether something is a claim without a title, which does not need one."""
        if not isinstance(ref, ClaimRef) or ref in self.unnamed:
            return False
        claim = self.debate.claims.get(ref.title)
        return claim is not None and claim.is_untitled

    def reaches(self, inference: InferenceRef) -> bool:
        """Return whether the name of an argument below something can mean this inference: `_> <A>`."""
        argument = self.debate.arguments[inference.argument]
        is_titled = not argument.is_untitled or argument.ref in self.unnamed
        return is_titled and inference.place == len(argument.inferences) - 1 and self.moves_arguments

    def _find_steps(self) -> None:
        for argument in self.debate.arguments.values():
            for ref in argument.step_refs:
                if not self.is_untitled(ref):
                    continue
                if ref in self.steps:
                    self.unnamed[ref] = None
                self.steps[ref] = argument
                self.sections[ref] = argument.section

    def _find_needs(self) -> None:
        conclusions = {
            inference.conclusion
            for argument in self.debate.arguments.values()
            for inference in argument.inferences
        }
        for relation in self.relations:
            source, target = relation.source, relation.target
            for end in (source, target):
                if isinstance(end, ArgumentRef) and self.debate.arguments[end.title].is_untitled:
                    self.unnamed[end] = None
            # Below a conclusion an undercut hits the inference.
            is_hidden = relation.kind is RelationKind.UNDERCUT and target in conclusions
            if self.is_untitled(target) and (is_hidden or source == target):
                self._name(target)
        for relation in self.relations:
            source, target = relation.source, relation.target
            if not self.is_untitled(source):
                continue
            if isinstance(target, InferenceRef) and not self.reaches(target):
                if source in self.above or source in self.steps:
                    self._name(source)
                else:
                    self.above[source] = relation
                    self.sections[source] = self.debate.arguments[target.argument].section
            elif self.is_untitled(target):
                self._near[source].append(relation)
                self._near[target].append(relation)

    def _spread(self) -> None:
        """Put what has no title below its neighbours, beginning with what has a place already."""
        for ref in self.above:
            self._check_section(ref)
        fixed = [ref for ref in dict.fromkeys((*self.steps, *self.above)) if self.is_untitled(ref)]
        self._spread_from(fixed)
        for claim in self.debate.claims.values():
            ref = claim.ref
            if ref in self._near and ref not in self._depths and self.is_untitled(ref):
                self.sections[ref] = claim.section
                self._spread_from([ref])

    def _spread_from(self, refs: Iterable[Ref]) -> None:
        waiting = deque(refs)
        self._depths.update(dict.fromkeys(waiting, 0))
        while waiting:
            ref = waiting.popleft()
            for relation in self._near.get(ref, ()):
                other = other_end(relation, ref)
                if relation is self.above.get(ref) or not self.is_untitled(other):
                    continue
                if not self.is_untitled(ref):
                    break
                if other in self._depths or self._depths[ref] >= DEEPEST_UNTITLED:
                    self._name(other)
                    continue
                self.above[other] = relation
                self._depths[other] = self._depths[ref] + 1
                self.sections[other] = self.sections[ref]
                self._check_section(other)
                waiting.append(other)

    def _check_section(self, ref: Ref) -> None:
        """Let something need a title if it is in another section than what it has to be below."""
        claim = self._claim(ref)
        is_in_none = claim.data.get("isInGroup") is False
        if claim.section is not None and (is_in_none or claim.section != self.sections[ref]):
            self._name(ref)

    def _claim(self, ref: Ref) -> Claim:
        assert isinstance(ref, ClaimRef), "only claims have no title and a place of their own"
        return self.debate.claims[ref.title]

    def _name(self, ref: Ref) -> None:
        assert not isinstance(ref, InferenceRef), "inferences have no titles"
        self.unnamed[ref] = None
