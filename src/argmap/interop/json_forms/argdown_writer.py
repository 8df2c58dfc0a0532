"""Writes debates as the parts of Argdown's JSON export."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from argmap.interop.json_forms.argdown_map import Json, title_of, without_none, write_map
from argmap.interop.json_forms.argdown_parts import OF_DEBATES, OF_ELEMENTS, OF_INFERENCES, OF_SECTIONS
from argmap.interop.json_forms.argdown_ranges import ranges_of
from argmap.interop.json_forms.exact_json import encode, fields_of, is_plain
from argmap.maps import build_argdown_map
from argmap.maps.choosing.usage import index_sketched
from argmap.maps.groups import decide_groups
from argmap.maps.nodes.argdown_titles import argdown_title
from argmap.maps.nodes.palette import Palette
from argmap.maps.regroup import regroup
from argmap.model import (
    Argument,
    ArgumentRef,
    Debate,
    Inference,
    InferenceRef,
    Origin,
    Proposition,
    PropositionRef,
    Ref,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.model.reference import SIGNS
from argmap.settings import Settings

_FLAGS = {
    Role.TOP_LEVEL: "isUsedAsTopLevelStatement",
    Role.RELATION: "isUsedAsRelationStatement",
    Role.PREMISE: "isUsedAsPremise",
    Role.INTERMEDIARY_CONCLUSION: "isUsedAsIntermediaryConclusion",
    Role.MAIN_CONCLUSION: "isUsedAsMainConclusion",
}


class Writer:
    """Makes the parts of the export; keeps the tables that they are looked up in."""

    def __init__(self, debate: Debate, settings: Settings) -> None:
        self._written = debate
        self._debate = debate = regroup(debate, settings.group.regroup)
        self._is_regrouped = debate is not self._written
        self._settings = settings
        self._palette = Palette.of(debate, settings.color)
        self._sketched = index_sketched(debate.relations)

    def document(self) -> Json:
        debate, chosen = self._debate, self._settings.json
        propositions: tuple[Proposition, ...] = (
            *debate.claims.values(),
            *debate.evidence.values(),
            *debate.questions.values(),
        )
        relations = [
            self._relation(relation) for relation in debate.relations if relation.origin is Origin.SKETCHED
        ]
        whole = without_none(
            arguments={argument.title: self._argument(argument) for argument in debate.arguments.values()},
            statements={
                argdown_title(proposition): self._proposition(proposition) for proposition in propositions
            },
            relations=relations,
            map=self._map() if chosen.export_map else None,
            sections=self._sections() if chosen.export_sections else None,
            tags={tag: self._tag(tag, number) for number, tag in enumerate(debate.tags)}
            if chosen.export_tags
            else None,
            argmap=self._own(),
        )
        left_out = (
            *(() if chosen.export_data else ("data",)),
            *(() if chosen.export_sections else ("section",)),
            *(() if chosen.export_tags else ("tags",)),
        )
        return _without(whole, left_out) if left_out else whole

    def _map(self) -> Json:
        return write_map(build_argdown_map(self._debate, self._settings), self._settings.color)

    def _own(self) -> Json:
        """Return what Argdown has no word for in the debate as a whole."""
        written = self._written
        derived = [
            {"position": position, **self._relation(one)}
            for position, one in enumerate(written.relations)
            if one.origin is not Origin.SKETCHED
        ]
        own: Json = {"format": 1, **fields_of(written, without=OF_DEBATES)}
        if derived:
            own["derivedRelations"] = derived
        if self._is_regrouped:
            own["sections"] = encode(written.sections)
        return own

    def _extras(self, element: Proposition | Argument) -> Json | None:
        extras = fields_of(element, without=OF_ELEMENTS)
        if not is_plain(element.data):
            extras["data"] = encode(element.data)
        if self._is_regrouped:
            extras["section"] = self._written[element.ref].section
        return extras or None

    def _proposition(self, proposition: Proposition) -> Json:
        flags = {flag: True for role, flag in _FLAGS.items() if role in proposition.roles}
        return without_none(
            type="equivalence-class",
            title=argdown_title(proposition),
            members=[_statement(member, proposition.ref) for member in proposition.statements],
            relations=self._relations(proposition.ref),
            tags=proposition.tags or None,
            data=proposition.data or None,
            section=proposition.section,
            color=self._palette.paint(proposition).color,
            fontColor=self._settings.color.statement_font_color,
            argmap=self._extras(proposition),
            **flags,
        )

    def _argument(self, argument: Argument) -> Json:
        inferences = {inference.conclusion_index: inference for inference in argument.inferences}
        steps = enumerate(zip(argument.steps, argument.step_refs, strict=True))
        return without_none(
            type="argument",
            title=argument.title,
            members=[_statement(member, argument.ref) for member in argument.descriptions],
            pcs=[_step(step, ref, inferences.get(number)) for number, (step, ref) in steps],
            relations=self._relations(argument.ref),
            tags=argument.tags or None,
            data=argument.data or None,
            section=argument.section,
            color=self._palette.paint(argument).color,
            fontColor=self._settings.color.argument_font_color,
            argmap=self._extras(argument),
        )

    def _relations(self, ref: Ref) -> list[Json] | None:
        if self._settings.json.remove_embedded_relations:
            return None
        return [self._relation(one) for one in self._sketched.get(ref, ())]

    def _relation(self, relation: Relation) -> Json:
        return without_none(
            type="relation",
            relationType=relation.kind.value,
            **{"from": title_of(relation.source)},
            fromType=_ref_type(relation.source),
            to=title_of(relation.target),
            toType=_ref_type(relation.target),
            conclusionIndex=self._conclusion_index(relation.target),
            argmap=_of_relation(relation),
        )

    def _conclusion_index(self, ref: Ref) -> int | None:
        return self._debate[ref].conclusion_index if isinstance(ref, InferenceRef) else None

    def _sections(self) -> list[Json]:
        children: defaultdict[str | None, list[Json]] = defaultdict(list)
        decided = decide_groups(self._debate.sections, self._settings.group)
        for section, written in zip(decided, self._debate.sections, strict=True):
            children[section.parent].append(self._section(section, written, children[section.id]))
        return children[None]

    def _section(self, section: Section, written: Section, children: list[Json]) -> Json:
        return without_none(
            type="section",
            id=section.id,
            title=section.title,
            level=section.level,
            parent=section.parent,
            tags=section.tags or None,
            data=section.data or None,
            ranges=ranges_of(section.title, section.marks),
            isGroup=section.is_group,
            isClosed=section.is_closed or None,
            color=self._palette.paint_section(section, section.level).color,
            fontColor=self._settings.color.group_font_color,
            argmap=_with_exact_data(written, fields_of(written, without=OF_SECTIONS)),
            children=children,
        )

    def _tag(self, tag: str, number: int) -> Json:
        return without_none(
            tag=tag,
            cssClass=_css_class(tag),
            occurrenceIndex=number,
            color=self._palette.tag_color(tag),
            priority=self._palette.tag_priority(tag) or None,
        )


def _without(whole: Json, names: Collection[str]) -> Json:
    """Return an export in which some keys are left out of all statements, arguments, sections and nodes."""
    waiting: list[object] = [whole]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            if "type" in one:
                for name in names:
                    one.pop(name, None)
                    if isinstance(own := one.get("argmap"), dict):
                        own.pop(name, None)
            waiting += [inner for key, inner in one.items() if key not in ("data", "argmap")]
    return whole


def _of_relation(relation: Relation) -> Json | None:
    own: Json = {"spans": encode(relation.spans)} if relation.spans else {}
    if isinstance(relation.source, InferenceRef):
        own["source"] = encode(relation.source)
    if relation.data:
        own["data"] = encode(relation.data)
    return own or None


def _of_statement(statement: Statement) -> Json | None:
    own: Json = {"span": encode(statement.span)} if statement.span else {}
    if statement.data is not None and (not statement.data or not is_plain(statement.data)):
        own["data"] = encode(statement.data)
    return own or None


def _statement(statement: Statement, ref: Ref) -> Json:
    return without_none(
        type="statement",
        title=SIGNS.get(type(ref), "") + statement.title,
        role=None if statement.role is Role.LIST_ITEM else statement.role.value,
        isReference=statement.is_reference or None,
        isTopLevel=statement.is_top_level or None,
        text=statement.text,
        ranges=ranges_of(statement.text or "", statement.marks),
        tags=statement.tags or None,
        data=statement.data or None,
        section=statement.section,
        argumentTitle=statement.argument,
        argmap=_of_statement(statement),
    )


def _step(statement: Statement, ref: PropositionRef, inference: Inference | None) -> Json:
    step = _statement(statement, ref)
    if inference is not None:
        step["inference"] = _inference(inference)
    return step


def _inference(inference: Inference) -> Json:
    return without_none(
        type="inference",
        inferenceRules=inference.rules,
        argumentTitle=inference.argument,
        conclusionIndex=inference.conclusion_index,
        data=inference.data or None,
        argmap=_with_exact_data(
            inference,
            {
                "premises": [title_of(ref) for ref in inference.premises],
                **fields_of(inference, without=OF_INFERENCES),
            },
        ),
    )


def _with_exact_data(one: Section | Inference, extras: Json) -> Json | None:
    if not is_plain(one.data):
        extras["data"] = encode(one.data)
    return extras or None


def _ref_type(ref: Ref) -> str:
    if isinstance(ref, InferenceRef):
        return "inference"
    return "argument" if isinstance(ref, ArgumentRef) else "equivalence-class"


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _css_class(tag: str) -> str:
    slug = re.sub(r"\s", "-", tag.lower().translate(_LETTERS))
    return "tag-" + re.sub(r"[^a-z0-9-]", "", slug)
