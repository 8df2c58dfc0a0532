"""Reads Argdown's JSON export as a debate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from argmap.data import NO_DATA, FrozenDict
from argmap.interop.json_forms.argdown_inferred import (
    guessed_evidence,
    guessed_step,
    inferred_relations,
    sources_in,
)
from argmap.interop.json_forms.argdown_parts import (
    check_sections,
    data_of,
    decoded,
    own_fields,
    place,
    places,
    read_sections,
)
from argmap.interop.json_forms.argdown_ranges import marks_of
from argmap.interop.json_forms.argdown_references import check_references
from argmap.interop.json_forms.fitting import is_data
from argmap.interop.json_forms.json_reader import JsonValue
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
    Origin,
    PropositionRef,
    Question,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.model.premises import premise_steps
from argmap.model.reference import ref_of_signed
from argmap.model.stating.statable import statable

_KINDS = {kind.value: kind for kind in RelationKind}
_ROLES = {role.value: role for role in Role}
_UNTITLED = re.compile(r"Untitled [0-9]+′*")


def read_debate(text: str) -> Debate:
    """Return the debate in a JSON text.

    Raises:
        FormatError: it is not JSON, or not a debate.
    """
    whole = JsonValue.of(text)
    if not isinstance(whole.value, dict):
        raise whole.wrong("must be a mapping")
    reader = _DebateReader(whole)
    debate = reader.debate()
    # What Argdown's tools write need not fit together as a text would.
    return debate if reader.is_ours else statable(debate)


class _DebateReader:
    """Reads one export; `is_ours` says whether argmap wrote it, so that nothing has to be guessed."""

    def __init__(self, whole: JsonValue) -> None:
        self.whole = whole
        self.is_ours = "argmap" in whole
        self.refs = {title: ref_of_signed(title) for title, _ in whole["statements"].items()}
        self.arguments: dict[str, Argument] = {}
        self.own = own_fields(whole, Debate, without=("format", "derivedRelations"))
        self.own.setdefault("sections", tuple(read_sections(whole)))
        check_sections(self.own["sections"], whole)
        self.sections = {section.id for section in self.own["sections"]}

    def debate(self) -> Debate:
        claims: dict[str, Claim] = {}
        evidence: dict[str, Evidence] = {}
        questions: dict[str, Question] = {}
        for title, said in self.whole["statements"].items():
            match self.refs[title]:
                case EvidenceRef() as ref:
                    evidence[ref.title] = self.evidence(ref.title, said)
                case QuestionRef() as ref:
                    questions[ref.title] = self.question(ref.title, said)
                case ref:
                    claims[title] = self.claim(title, said)
        for title, said in self.whole["arguments"].items():
            self.arguments[title] = self.argument(title, said)
        debate = Debate(
            claims=FrozenDict(claims),
            evidence=FrozenDict(evidence),
            questions=FrozenDict(questions),
            arguments=FrozenDict(self.arguments),
            relations=tuple(self.relation(one) for one in self.whole["relations"].each()),
            tags=tuple(tag for tag, _ in self.whole["tags"].items()),
        )
        debate = evolve(debate, relations=tuple(self.all_relations(debate)), **self.own)
        check_references(debate, self.whole)
        return debate

    def section(self, shape: JsonValue) -> str | None:
        """Return the section of a part, None if sections were left out of the export."""
        name = shape.maybe()
        return name if name in self.sections else None

    def own_fields(self, shape: JsonValue, kind: type) -> dict[str, Any]:
        """Return the fields of an element for which Argdown has no word; its section is as it was written."""
        found = own_fields(shape, kind)
        if "section" in found and found["section"] not in self.sections:
            found["section"] = None
        return found

    def claim(self, title: str, shape: JsonValue) -> Claim:
        data = data_of(shape) or NO_DATA
        guessed = (
            {} if self.is_ours else {"is_untitled": self.is_untitled(title), "sources": sources_in(data)}
        )
        fields: dict[str, Any] = {
            "statements": self.statements(shape["members"], title),
            "tags": shape["tags"].names(),
            "data": data,
            "section": self.section(shape["section"]),
        }
        return Claim(title, **fields | guessed | self.own_fields(shape, Claim))

    def evidence(self, title: str, shape: JsonValue) -> Evidence:
        data = data_of(shape) or NO_DATA
        fields: dict[str, Any] = {
            "statements": self.statements(shape["members"], title),
            "tags": shape["tags"].names(),
            "data": data,
            "section": self.section(shape["section"]),
        }
        guessed = {} if self.is_ours else guessed_evidence(data)
        return Evidence(title, **fields | guessed | self.own_fields(shape, Evidence))

    def question(self, title: str, shape: JsonValue) -> Question:
        data = data_of(shape) or NO_DATA
        fields: dict[str, Any] = {
            "statements": self.statements(shape["members"], title),
            "tags": shape["tags"].names(),
            "data": data,
            "section": self.section(shape["section"]),
        }
        guessed = {} if self.is_ours else {"sources": sources_in(data)}
        return Question(title, **fields | guessed | self.own_fields(shape, Question))

    def argument(self, title: str, shape: JsonValue) -> Argument:
        data = data_of(shape) or NO_DATA
        steps = tuple(shape["pcs"].each())
        refs = tuple(self.proposition(step["title"]) for step in steps)
        statements = tuple(self.statement(one, ref.title) for one, ref in zip(steps, refs, strict=True))
        fields: dict[str, Any] = {
            "descriptions": self.statements(shape["members"], title),
            "steps": statements,
            "step_refs": refs,
            "inferences": tuple(self.inferences(title, steps, refs, statements)),
            "tags": shape["tags"].names(),
            "data": data,
            "section": self.section(shape["section"]),
        }
        guessed = (
            {} if self.is_ours else {"is_untitled": self.is_untitled(title), "sources": sources_in(data)}
        )
        return Argument(title, **fields | guessed | self.own_fields(shape, Argument))

    def inferences(
        self,
        title: str,
        steps: tuple[JsonValue, ...],
        refs: tuple[PropositionRef, ...],
        statements: tuple[Statement, ...],
    ) -> Iterator[Inference]:
        conclusions = [number for number, step in enumerate(steps) if "inference" in step]
        for index, number in enumerate(conclusions):
            said = steps[number]["inference"]
            data = data_of(said) or NO_DATA
            if "premises" in said["argmap"]:
                premises = tuple(self.proposition(one) for one in said["argmap"]["premises"].each())
            else:
                used = premise_steps(data, statements[number].data, index=index, conclusions=conclusions)
                premises = tuple(refs[place] for place in used)
            rules = said["inferenceRules"].names()
            guessed = {} if self.is_ours else guessed_step(data, rules)
            yield Inference(
                title,
                index,
                premises,
                refs[number],
                number,
                rules=rules,
                data=data,
                **guessed | own_fields(said, Inference, without=("premises", "data")),
            )

    def statements(self, shape: JsonValue, title: str) -> tuple[Statement, ...]:
        return tuple(self.statement(one, title) for one in shape.each())

    def statement(self, shape: JsonValue, title: str) -> Statement:
        role = shape["role"].maybe()
        if role is not None and role not in _ROLES:
            raise shape["role"].wrong(f"must be one of {', '.join(_ROLES)}")
        text = shape["text"].maybe()
        own_title = shape["title"].maybe()
        return Statement(
            # An argument that was taken apart is described under its old title.
            title if own_title is None or self.is_signed(own_title) else own_title,
            text,
            role=_ROLES[role] if role else Role.LIST_ITEM,
            is_reference=shape["isReference"].flag(),
            is_top_level=shape["isTopLevel"].flag(),
            tags=shape["tags"].names(),
            data=data_of(shape),
            marks=marks_of(text or "", shape["ranges"]),
            section=self.section(shape["section"]),
            argument=shape["argumentTitle"].maybe(),
            span=place(shape),
        )

    def all_relations(self, debate: Debate) -> Iterator[Relation]:
        """Yield the relations that authors wrote, with derived ones at their places."""
        if not self.is_ours:
            yield from (*debate.relations, *inferred_relations(debate))
            return
        derived = {
            one["position"].number(): evolve(self.relation(one), origin=Origin.DERIVED)
            for one in self.whole["argmap"]["derivedRelations"].each()
        }
        sketched = iter(debate.relations)
        for position in range(len(debate.relations) + len(derived)):
            if position in derived:
                yield derived[position]
            elif (one := next(sketched, None)) is not None:
                yield one

    def relation(self, shape: JsonValue) -> Relation:
        kind = shape["relationType"].name()
        if kind not in _KINDS:
            raise shape["relationType"].wrong(f"must be one of {', '.join(_KINDS)}")
        own = shape["argmap"]
        source = decoded(own["source"]) if "source" in own else self.end(shape, "from")
        if not isinstance(source, ClaimRef | EvidenceRef | QuestionRef | ArgumentRef | InferenceRef):
            raise own["source"].wrong("must be a reference")
        data = decoded(own["data"]) if "data" in own else NO_DATA
        if not (isinstance(data, FrozenDict) and is_data(data)):
            raise own["data"].wrong("must be a mapping")
        return Relation(_KINDS[kind], source, self.end(shape, "to"), spans=places(shape), data=data)

    def end(self, shape: JsonValue, name: str) -> Ref:
        title = shape[name].name()
        match shape[f"{name}Type"].maybe():
            case "argument":
                return ArgumentRef(title)
            case "inference":
                found = list(self.inferences_of(title))
                # Argdown says only of targets which inference is meant.
                if name == "to":
                    index = shape["conclusionIndex"].number()
                    found = [one for one in found if one.conclusion_index == index]
                if not found:
                    raise shape[name].wrong(
                        f"names an inference of {ArgumentRef(title)} that is not there", code="I403"
                    )
                return found[-1].ref
            case _:
                return self.proposition(shape[name])

    def inferences_of(self, title: str) -> tuple[Inference, ...]:
        argument = self.arguments.get(title)
        return argument.inferences if argument else ()

    def proposition(self, shape: JsonValue) -> PropositionRef:
        title = shape.name()
        return self.refs.get(title, ClaimRef(title))

    def is_signed(self, title: str) -> bool:
        return not isinstance(self.refs.get(title, ClaimRef(title)), ClaimRef)

    def is_untitled(self, title: str) -> bool:
        return _UNTITLED.fullmatch(title) is not None
