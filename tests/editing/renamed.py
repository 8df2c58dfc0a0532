"""What a debate says when something in it has another title: found in the debate, not in its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Mark,
    MarkKind,
    Question,
    QuestionRef,
    Relation,
    Section,
    Statement,
)

MENTIONS = {
    ClaimRef: MarkKind.CLAIM_MENTION,
    EvidenceRef: MarkKind.EVIDENCE_MENTION,
    QuestionRef: MarkKind.QUESTION_MENTION,
    ArgumentRef: MarkKind.ARGUMENT_MENTION,
}
SIGNS = {ClaimRef: "", EvidenceRef: "^", QuestionRef: "?", ArgumentRef: ""}
LISTS = {
    ArgumentRef: {"arguments", "includeArguments", "excludeArguments", "argumentColors"},
    ClaimRef: {"statements", "includeStatements", "excludeStatements", "statementColors"},
}


def renamed(debate: Debate, old: Any, new: Any) -> Debate:
    """Return a debate in which `new` is what `old` was."""
    return _Renaming(old, new).debate(debate)


class _Renaming:
    def __init__(self, old: Any, new: Any) -> None:
        self.old, self.new = old, new
        self.mention = MENTIONS[type(old)]
        self.lists = LISTS.get(type(old), LISTS[ClaimRef])

    def debate(self, debate: Debate) -> Debate:
        return evolve(
            debate,
            claims=self.elements(debate.claims),
            evidence=self.elements(debate.evidence),
            questions=self.elements(debate.questions),
            arguments=self.elements(debate.arguments),
            relations=tuple(self.relation(relation) for relation in debate.relations),
            sections=tuple(self.section(section) for section in debate.sections),
            metadata=self.data(debate.metadata, ()),
        )

    def elements(self, elements: Any) -> Any:
        return FrozenDict({self.ref(each.ref).title: self.element(each) for each in elements.values()})

    def ref(self, ref: Any) -> Any:
        if isinstance(ref, InferenceRef):
            return InferenceRef(self.ref(ArgumentRef(ref.argument)).title, ref.place)
        return self.new if ref == self.old else ref

    def element(self, element: Claim | Evidence | Question | Argument) -> Any:
        ref = self.ref(element.ref)
        data = {"title": ref.title, "data": self.data(element.data, ())}
        if isinstance(element, Argument):
            return evolve(
                element,
                **data,
                descriptions=tuple(self.statement(each, element.ref) for each in element.descriptions),
                steps=tuple(map(self.statement, element.steps, element.step_refs)),
                step_refs=tuple(self.ref(each) for each in element.step_refs),
                inferences=tuple(self.inference(each) for each in element.inferences),
            )
        return evolve(
            element,
            **data,
            statements=tuple(self.statement(each, element.ref) for each in element.statements),
        )

    def statement(self, statement: Statement, ref: Any) -> Statement:
        text, marks = self.text(statement.text, statement.marks)
        argument = statement.argument and self.ref(ArgumentRef(statement.argument)).title
        data = statement.data and self.data(statement.data, ())
        return evolve(
            statement, title=self.ref(ref).title, text=text, marks=marks, argument=argument, data=data
        )

    def inference(self, inference: Inference) -> Inference:
        return evolve(
            inference,
            argument=self.ref(ArgumentRef(inference.argument)).title,
            premises=tuple(self.ref(each) for each in inference.premises),
            conclusion=self.ref(inference.conclusion),
            data=self.data(inference.data, (), is_inference=True),
        )

    def relation(self, relation: Relation) -> Relation:
        return evolve(
            relation,
            source=self.ref(relation.source),
            target=self.ref(relation.target),
            data=self.data(relation.data, ()),
        )

    def section(self, section: Section) -> Section:
        title, marks = self.text(section.title, section.marks)
        return evolve(section, title=title or "", marks=marks, data=self.data(section.data, ()))

    def text(self, text: str | None, marks: Iterable[Mark]) -> tuple[str | None, tuple[Mark, ...]]:
        moved = list(marks)
        for index in range(len(moved)):
            mark = moved[index]
            if mark.kind is self.mention and mark.target == self.old.title and text is not None:
                mention = text[mark.start : mark.end].replace(self.old.title, self.new.title, 1)
                more = len(mention) - (mark.end - mark.start)
                text = text[: mark.start] + mention + text[mark.end :]
                moved = [
                    evolve(
                        each,
                        start=each.start + (more if each.start >= mark.end else 0),
                        end=each.end + (more if each.end >= mark.end else 0),
                    )
                    for each in moved
                ]
                moved[index] = evolve(moved[index], target=self.new.title)
        return text, tuple(moved)

    def data(self, value: Any, path: tuple[Any, ...], *, is_inference: bool = False) -> Any:
        names = [each for each in path if isinstance(each, str)]
        if isinstance(value, FrozenDict):
            is_listed = bool(names) and names[-1] in self.lists
            return FrozenDict(
                {
                    self.listed(key) if is_listed else key: self.data(
                        inner, (*path, key), is_inference=is_inference
                    )
                    for key, inner in value.items()
                }
            )
        if isinstance(value, tuple):
            is_bracketed = len(value) == 1 and (
                names[:1] == ["expect"] or (is_inference and names[:1] == ["answers"] and len(path) == 2)
            )
            inner = (
                self.data(each, (*path, place), is_inference=is_inference) for place, each in enumerate(value)
            )
            if is_bracketed and isinstance(value[0], str) and value[0][:1] not in "[<":
                return (self.listed(value[0]),)
            return tuple(inner)
        if not isinstance(value, str):
            return value
        if names in (["selection", "select"], ["check", "rules", "select"]):
            return value.replace(str(self.old), str(self.new))
        if value.strip() == str(self.old):
            return value.replace(self.old.title, self.new.title, 1)
        if isinstance(self.old, ArgumentRef) and value.startswith(f"{self.old}#"):
            return value.replace(self.old.title, self.new.title, 1)
        in_list = bool(path) and isinstance(path[-1], int) and bool(names) and names[-1] in self.lists
        in_expect = names[:1] == ["expect"]
        return self.listed(value) if in_list or in_expect else value

    def listed(self, text: str) -> str:
        sign = SIGNS[type(self.old)]
        return sign + self.new.title if text == sign + self.old.title else text
