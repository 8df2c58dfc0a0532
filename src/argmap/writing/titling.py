"""Other titles: for what cannot be written under its own, and for what has none and needs one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import TypeVar

from attrs import Factory, define, evolve, frozen

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Question,
    QuestionRef,
    Ref,
    Statement,
)
from argmap.writing.writable.word_forms import WordForms, title_of_words

RefT = TypeVar("RefT", bound="ClaimRef | EvidenceRef | QuestionRef | ArgumentRef")
_DEFAULTS: dict[type, str] = {
    ClaimRef: "Claim",
    EvidenceRef: "Evidence",
    QuestionRef: "Question",
    ArgumentRef: "Argument",
}
Names = Mapping[ElementRef, ElementRef]


@define(eq=False)
class Titles:
    """Finds titles that can be written and that nothing else has."""

    words: WordForms
    taken: set[ElementRef] = Factory(set)
    # The number behind the last title of each kind and beginning.
    _numbers: dict[ElementRef, Iterator[int]] = Factory(dict)

    def of_titled(self, debate: Debate) -> Names:
        """Return other titles for those that cannot be written."""
        odd: list[tuple[ElementRef, str]] = []
        for element in debate.elements:
            ref = element.ref
            title = ref.title if element.is_untitled else self.words.title(ref)
            if title and title == ref.title:
                self.taken.add(ref)
            else:
                odd.append((ref, title))
        return {ref: self._free(ref, title) for ref, title in odd}

    def of_untitled(self, debate: Debate, refs: Iterable[ElementRef]) -> Names:
        """Return titles made of what untitled things say: their first words, or their scheme."""
        titles: dict[ElementRef, ElementRef] = {}
        for ref in refs:
            element = debate[ref]
            text = element.text
            if isinstance(element, Argument) and not text:
                schemes = (inference.scheme.title for inference in element.inferences if inference.scheme)
                text = next(schemes, "Argument")
            title = self.words.title(type(ref)(title_of_words(text or "")))
            titles[ref] = self._free(ref, title)
        return titles

    def _free(self, old: ElementRef, title: str) -> ElementRef:
        beginning: ElementRef = type(old)(title or _DEFAULTS[type(old)])
        numbers = self._numbers.setdefault(beginning, count(2))
        later = (
            f"{beginning.title} ({number})" if title else f"{beginning.title} {number}" for number in numbers
        )
        first = title or f"{beginning.title} 1"
        new: ElementRef = next(
            ref for candidate in chain([first], later) if (ref := type(old)(candidate)) not in self.taken
        )
        self.taken.add(new)
        return new


def retitled(debate: Debate, names: Names) -> Debate:
    """Return a debate in which things have other titles, wherever they are named."""
    if not names:
        return debate
    titles = _Retitling(names)
    claims = [titles.claim(claim) for claim in debate.claims.values()]
    pieces = [titles.evidence(piece) for piece in debate.evidence.values()]
    questions = [titles.question(question) for question in debate.questions.values()]
    arguments = [titles.argument(argument) for argument in debate.arguments.values()]
    relations = (
        evolve(relation, source=titles.named(relation.source), target=titles.named(relation.target))
        for relation in debate.relations
    )
    return evolve(
        debate,
        claims=FrozenDict({claim.title: claim for claim in claims}),
        evidence=FrozenDict({piece.title: piece for piece in pieces}),
        questions=FrozenDict({question.title: question for question in questions}),
        arguments=FrozenDict({argument.title: argument for argument in arguments}),
        relations=tuple(relations),
    )


@frozen
class _Retitling:
    """What things are like when they have the new titles of `names`."""

    names: Names

    def named(self, ref: Ref) -> Ref:
        if isinstance(ref, InferenceRef):
            return InferenceRef(self.new(ArgumentRef(ref.argument)).title, ref.place)
        return self.names.get(ref, ref)

    def new(self, ref: RefT) -> RefT:
        new = self.names.get(ref, ref)
        assert isinstance(new, type(ref)), "things stay what they are"
        return new

    def is_untitled(self, element: Claim | Argument) -> bool:
        return element.is_untitled and element.ref not in self.names

    def statement(self, statement: Statement, ref: ElementRef) -> Statement:
        title = self.new(ref).title if statement.title == ref.title else statement.title
        argument = statement.argument
        if argument is not None:
            argument = self.new(ArgumentRef(argument)).title
        is_same = (title, argument) == (statement.title, statement.argument)
        return statement if is_same else evolve(statement, title=title, argument=argument)

    def statements(self, element: Claim | Evidence | Question | Argument) -> tuple[Statement, ...]:
        return tuple(self.statement(statement, element.ref) for statement in element.places)

    def claim(self, claim: Claim) -> Claim:
        return evolve(
            claim,
            title=self.new(claim.ref).title,
            statements=self.statements(claim),
            is_untitled=self.is_untitled(claim),
        )

    def evidence(self, piece: Evidence) -> Evidence:
        return evolve(piece, title=self.new(piece.ref).title, statements=self.statements(piece))

    def question(self, question: Question) -> Question:
        return evolve(question, title=self.new(question.ref).title, statements=self.statements(question))

    def argument(self, argument: Argument) -> Argument:
        steps = zip(argument.step_refs, argument.steps, strict=True)
        return evolve(
            argument,
            title=self.new(argument.ref).title,
            is_untitled=self.is_untitled(argument),
            descriptions=self.statements(argument),
            steps=tuple(self.statement(step, ref) for ref, step in steps),
            step_refs=tuple(self.new(ref) for ref in argument.step_refs),
            inferences=tuple(self.inference(inference) for inference in argument.inferences),
        )

    def inference(self, inference: Inference) -> Inference:
        return evolve(
            inference,
            argument=self.new(ArgumentRef(inference.argument)).title,
            premises=tuple(self.new(ref) for ref in inference.premises),
            conclusion=self.new(inference.conclusion),
        )
