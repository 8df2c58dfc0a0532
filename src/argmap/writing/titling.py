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
        found: dict[ElementRef, ElementRef] = {}
        for ref in refs:
            element = debate[ref]
            text = element.text
            if isinstance(element, Argument) and not text:
                schemes = (one.scheme.title for one in element.inferences if one.scheme)
                text = next(schemes, "Argument")
            title = self.words.title(type(ref)(title_of_words(text or "")))
            found[ref] = self._free(ref, title)
        return found

    def _free(self, old: ElementRef, title: str) -> ElementRef:
        beginning: ElementRef = type(old)(title or _DEFAULTS[type(old)])
        numbers = self._numbers.setdefault(beginning, count(2))
        later = (
            f"{beginning.title} ({number})" if title else f"{beginning.title} {number}" for number in numbers
        )
        first = title or f"{beginning.title} 1"
        new: ElementRef = next(
            ref for one in chain([first], later) if (ref := type(old)(one)) not in self.taken
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

    def place(one: Statement, kind: type, old: str) -> Statement:
        title = title_of(kind, old) if one.title == old else one.title
        argument = None if one.argument is None else title_of(ArgumentRef, one.argument)
        return (
            one
            if (title, argument) == (one.title, one.argument)
            else evolve(one, title=title, argument=argument)
        )

    def claim(one: Claim) -> Claim:
        statements = tuple(place(at, ClaimRef, one.title) for at in one.statements)
        title, is_untitled = title_of(ClaimRef, one.title), one.is_untitled and one.ref not in names
        if (statements, title) == (one.statements, one.title) and is_untitled == one.is_untitled:
            return one
        return evolve(one, title=title, statements=statements, is_untitled=is_untitled)

    def evidence(one: Evidence) -> Evidence:
        statements = tuple(place(at, EvidenceRef, one.title) for at in one.statements)
        title = title_of(EvidenceRef, one.title)
        same = (statements, title) == (one.statements, one.title)
        return one if same else evolve(one, title=title, statements=statements)

    def inference(one: Inference) -> Inference:
        return evolve(
            one,
            argument=title_of(ArgumentRef, one.argument),
            premises=tuple(names.get(ref, ref) for ref in one.premises),  # type: ignore[misc]  # of one kind
            conclusion=names.get(one.conclusion, one.conclusion),  # type: ignore[arg-type]  # of one kind
        )

    def argument(one: Argument) -> Argument:
        return evolve(
            one,
            title=title_of(ArgumentRef, one.title),
            is_untitled=one.is_untitled and one.ref not in names,
            descriptions=tuple(place(at, ArgumentRef, one.title) for at in one.descriptions),
            steps=tuple(
                place(at, type(ref), ref.title) for ref, at in zip(one.step_refs, one.steps, strict=True)
            ),
            step_refs=tuple(names.get(ref, ref) for ref in one.step_refs),  # type: ignore[misc]  # of one kind
            inferences=tuple(map(inference, one.inferences)),
        )

    claims = [claim(one) for one in debate.claims.values()]
    pieces = [evidence(one) for one in debate.evidence.values()]
    arguments = [argument(one) for one in debate.arguments.values()]
    return evolve(
        debate,
        claims=FrozenDict({one.title: one for one in claims}),
        evidence=FrozenDict({one.title: one for one in pieces}),
        arguments=FrozenDict({one.title: one for one in arguments}),
        relations=tuple(
            evolve(one, source=named(one.source), target=named(one.target)) for one in debate.relations
        ),
    )
