"""The critical questions of a debate's inferences, and what answers them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum

from attrs import frozen

from argmap.data import FrozenDict, Value
from argmap.equality import equality, value_hash
from argmap.model import (
    Argument,
    ArgumentRef,
    Attacks,
    ClaimRef,
    CriticalQuestion,
    Debate,
    ElementRef,
    EvidenceRef,
    HasDebate,
    Inference,
    PropositionRef,
    Ref,
    debate_of,
)
from argmap.named_tuples import NamedTuple
from argmap.representation import representation

_REFERENCE = re.compile(r"\[(?P<title>.+)\]|<(?P<argument>.+)>", re.DOTALL)


class Status(Enum):
    """The status of a critical question: open, answered, or raised by an objection."""

    OPEN = "open"
    ANSWERED = "answered"
    RAISED = "raised"


@frozen
class Answer:
    """What an author answers: something of the debate, or words."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    ref: ElementRef | None
    text: str


@frozen
class ChecklistItem:
    """A critical question about an inference: what answers it and what raises it.

    `premises` are those it asks about, if it asks about one and the author named them.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    inference: Inference
    question: CriticalQuestion
    answers: tuple[Answer, ...] = ()
    objections: tuple[ElementRef, ...] = ()
    premises: tuple[PropositionRef, ...] = ()

    @property
    def status(self) -> Status:
        """The status of the question; an objection outweighs an answer."""
        if self.objections:
            return Status.RAISED
        return Status.ANSWERED if self.answers else Status.OPEN


def checklist(debate: HasDebate | Debate) -> tuple[ChecklistItem, ...]:
    """Return the critical questions of all inferences whose scheme has some, in order of the debate.

    A question is answered by `{answers: {name: "[Claim]"}}` in the data of the inference (the answer may
    be words as well), and raised by what attacks or undercuts with `{question: name}` in its data.

    >>> import argmap
    >>> text = "(1) The barometer falls.\\n-- argument from sign --\\n(2) It will rain."
    >>> [item.question.name for item in checklist(argmap.parse(text).debate)]
    ['observation', 'strength', 'other_explanation']
    """
    debate = debate_of(debate)
    asked = Asked.of(debate)
    return tuple(item for argument in debate.arguments.values() for item in _items(debate, argument, asked))


class Asked(NamedTuple):
    """What attacks something with the name of a question, by what it attacks and that name."""

    by_target: Mapping[Ref, Mapping[str, tuple[ElementRef, ...]]]

    @classmethod
    def of(cls, debate: Debate) -> Asked:
        """Return what asks questions in a debate."""
        # Of all that attacks something, little asks a question.
        if not any(element.data and "question" in element.data for element in debate.elements):
            return cls({})
        from argmap.analysis.graph import as_element

        found: defaultdict[Ref, dict[str, dict[ElementRef, None]]] = defaultdict(dict)
        for relation in debate.relations:
            if relation.kind.is_supporting:
                continue
            ends = [(relation.source, relation.target)]
            if relation.kind.is_symmetric:
                ends.append((relation.target, relation.source))
            for source, target in ends:
                ref = as_element(source)
                for name in _names(debate[ref].data.get("question")):
                    found[target].setdefault(name, {})[ref] = None
        return cls(
            {target: {name: tuple(refs) for name, refs in names.items()} for target, names in found.items()}
        )

    def about(self, debate: Debate, inference: Inference) -> Iterator[tuple[ElementRef, str]]:
        """Yield what undercuts an inference, or its argument if it is the last one, with a question."""
        for target in _ends(debate, inference):
            for name, refs in self.by_target.get(target, {}).items():
                yield from ((ref, name) for ref in refs)

    def objections(
        self, debate: Debate, inference: Inference, question: CriticalQuestion
    ) -> tuple[ElementRef, ...]:
        """Return what attacks an inference, its premises or its conclusion with a question."""
        if not self.by_target:
            return ()
        targets = _ends(debate, inference)
        if question.attacks is Attacks.PREMISE:
            targets += inference.premises
        elif question.attacks is Attacks.CONCLUSION:
            targets.append(inference.conclusion)
        found = [
            refs
            for target in targets
            if target in self.by_target
            for name, refs in self.by_target[target].items()
            if as_name(name) == question.name
        ]
        return found[0] if len(found) == 1 else tuple(dict.fromkeys(ref for refs in found for ref in refs))


def _ends(debate: Debate, inference: Inference) -> list[Ref]:
    ends: list[Ref] = [inference.ref]
    if inference.index == len(debate.arguments[inference.argument].inferences) - 1:
        ends.append(ArgumentRef(inference.argument))
    return ends


def _items(debate: Debate, argument: Argument, asked: Asked) -> Iterator[ChecklistItem]:
    for inference in argument.inferences:
        if inference.scheme is None or not inference.scheme.critical_questions:
            continue
        answers = tuple(written_answers(inference))
        roles = roles_of(argument, inference)
        for question in inference.scheme.critical_questions:
            said = [answer for name, answer in answers if as_name(name) == question.name]
            yield ChecklistItem(
                inference,
                question,
                tuple(one for one in said if one.ref is None or is_stated(debate, one.ref)),
                asked.objections(debate, inference, question),
                roles.get(question.premise or "", ()),
            )


def written_answers(inference: Inference) -> Iterator[tuple[str, Answer]]:
    """Yield what the data of an inference answer, with the name of the question as it is written."""
    said = inference.data.get("answers")
    for name, value in said.items() if isinstance(said, FrozenDict) else ():
        texts = value if isinstance(value, tuple) else (value,)
        for text in texts:
            if isinstance(text, str | int | float) and str(text).strip():
                # Braces of YAML: without quotes `[Claim]` is a list with one text.
                is_bare = (
                    isinstance(value, tuple)
                    and len(texts) == 1
                    and not _REFERENCE.fullmatch(str(text).strip())
                )
                yield name, _answer(f"[{text}]" if is_bare else str(text))


def _answer(text: str) -> Answer:
    match = _REFERENCE.fullmatch(text.strip())
    if not match:
        return Answer(None, " ".join(text.split()))
    if match["argument"]:
        return _referring(ArgumentRef(" ".join(match["argument"].split())))
    title = " ".join(match["title"].split())
    if title.startswith("^") and len(title) > 1:
        return _referring(EvidenceRef(title[1:].lstrip()))
    return _referring(ClaimRef(title))


def _referring(ref: ElementRef) -> Answer:
    return Answer(ref, str(ref))


def is_stated(debate: Debate, ref: ElementRef) -> bool:
    """Return whether a debate has something of that name."""
    if isinstance(ref, ClaimRef):
        return ref.title in debate.claims
    return ref.title in (debate.evidence if isinstance(ref, EvidenceRef) else debate.arguments)


def roles_of(argument: Argument, inference: Inference) -> dict[str, tuple[PropositionRef, ...]]:
    """Return the premises of an inference by their roles, as `{roles: {name: position}}` says.

    Positions count the statements of the argument from 1. `major` and `minor` are the first and the last
    role of a scheme.
    """
    said = inference.data.get("roles")
    if not isinstance(said, FrozenDict):
        return {}
    found: dict[str, tuple[PropositionRef, ...]] = {}
    for name, value in said.items():
        positions = [
            one for one in (value if isinstance(value, tuple) else (value,)) if is_position(one, inference)
        ]
        if positions:
            found[role_called(inference, name)] = tuple(
                argument.step_refs[int(str(position)) - 1] for position in positions
            )
    return found


def is_position(value: Value, inference: Inference) -> bool:
    """Return whether a value is the position of a statement above the conclusion of an inference."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= inference.conclusion_index


def role_called(inference: Inference, name: str) -> str:
    """Return the role of a scheme that a name means, or the name."""
    premises = inference.scheme.premises if inference.scheme else ()
    places = {"major": 0, "minor": -1}
    known = as_name(name)
    if known in places and premises and all(premise.name != known for premise in premises):
        return premises[places[known]].name
    return known


def _names(value: Value) -> tuple[str, ...]:
    return tuple(one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str))


def as_name(text: str) -> str:
    """Return a name as the catalogue writes it.

    >>> as_name("Other explanation")
    'other_explanation'
    """
    return "_".join(re.split(r"[-_\s]+", text.strip().casefold()))
