"""Other titles: for what cannot be written under its own, and for what has none and needs one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import TypeVar

from attrs import Factory, define, evolve

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
    Ref,
    Statement,
)
from argmap.writing.writable.word_forms import Words, title_of_words

RefT = TypeVar("RefT", ClaimRef, EvidenceRef, ArgumentRef)
_DEFAULTS: dict[type, str] = {ClaimRef: "Claim", EvidenceRef: "Evidence", ArgumentRef: "Argument"}
Names = Mapping[ElementRef, ElementRef]


@define(eq=False)
class Titles:
    """Finds titles that can be written and that nothing else has."""

    words: Words
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
    old_titles = {(type(ref), ref.title): new.title for ref, new in names.items()}

    def named(ref: Ref) -> Ref:
        if isinstance(ref, InferenceRef):
            title = old_titles.get((ArgumentRef, ref.argument))
            return ref if title is None else InferenceRef(title, ref.place)
        return names.get(ref, ref)

    def title_of(kind: type, title: str) -> str:
        return old_titles.get((kind, title), title)

    def place(statement: Statement, kind: type, old: str) -> Statement:
        title = title_of(kind, old) if statement.title == old else statement.title
        argument = None if statement.argument is None else title_of(ArgumentRef, statement.argument)
        return (
            statement
            if (title, argument) == (statement.title, statement.argument)
            else evolve(statement, title=title, argument=argument)
        )

    def claim(old: Claim) -> Claim:
        statements = tuple(place(at, ClaimRef, old.title) for at in old.statements)
        title, is_untitled = title_of(ClaimRef, old.title), old.is_untitled and old.ref not in names
        if (statements, title) == (old.statements, old.title) and is_untitled == old.is_untitled:
            return old
        return evolve(old, title=title, statements=statements, is_untitled=is_untitled)

    def evidence(old: Evidence) -> Evidence:
        statements = tuple(place(at, EvidenceRef, old.title) for at in old.statements)
        title = title_of(EvidenceRef, old.title)
        same = (statements, title) == (old.statements, old.title)
        return old if same else evolve(old, title=title, statements=statements)

    def inference(old: Inference) -> Inference:
        return evolve(
            old,
            argument=title_of(ArgumentRef, old.argument),
            premises=tuple(names.get(ref, ref) for ref in old.premises),  # type: ignore[misc]  # of one kind
            conclusion=names.get(old.conclusion, old.conclusion),  # type: ignore[arg-type]  # of one kind
        )

    def argument(old: Argument) -> Argument:
        return evolve(
            old,
            title=title_of(ArgumentRef, old.title),
            is_untitled=old.is_untitled and old.ref not in names,
            descriptions=tuple(place(at, ArgumentRef, old.title) for at in old.descriptions),
            steps=tuple(
                place(at, type(ref), ref.title) for ref, at in zip(old.step_refs, old.steps, strict=True)
            ),
            step_refs=tuple(names.get(ref, ref) for ref in old.step_refs),  # type: ignore[misc]  # of one kind
            inferences=tuple(map(inference, old.inferences)),
        )

    claims = [claim(old) for old in debate.claims.values()]
    pieces = [evidence(old) for old in debate.evidence.values()]
    arguments = [argument(old) for old in debate.arguments.values()]
    return evolve(
        debate,
        claims=FrozenDict({new.title: new for new in claims}),
        evidence=FrozenDict({new.title: new for new in pieces}),
        arguments=FrozenDict({new.title: new for new in arguments}),
        relations=tuple(
            evolve(relation, source=named(relation.source), target=named(relation.target))
            for relation in debate.relations
        ),
    )
