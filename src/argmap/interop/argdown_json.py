"""JSON as the reference implementation of Argdown writes it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Protocol

from argmap.interop.json_text import write_json
from argmap.interop.ranges import ranges_of
from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode, build_map
from argmap.maps.colors import Palette
from argmap.maps.groups import decide_groups
from argmap.maps.names import argdown_title
from argmap.maps.usage import index_sketched
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Origin,
    PropositionRef,
    QuestionRef,
    Ref,
    Relation,
    Role,
    Section,
    Settings,
    Statement,
)

_FLAGS = {
    Role.TOP_LEVEL: "isUsedAsTopLevelStatement",
    Role.RELATION: "isUsedAsRelationStatement",
    Role.PREMISE: "isUsedAsPremise",
    Role.INTERMEDIARY_CONCLUSION: "isUsedAsIntermediaryConclusion",
    Role.MAIN_CONCLUSION: "isUsedAsMainConclusion",
}


class HasDebate(Protocol):
    """What can be exported: a debate with the settings that say how its map looks."""

    @property
    def debate(self) -> Debate:
        """All that is said."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings of its map."""
        ...


def dumps(document: HasDebate) -> str:
    """Return a document as the JSON text that Argdown tools read.

    Evidence is a statement whose title begins with `^`. Relations that nobody wrote are left out, and
    so is where things stand in the text.
    """
    writer = _Writer(document.debate, document.settings)
    return write_json(writer.document())


Json = dict[str, object]


class _Writer:
    """Makes the parts of the export; holds what they are looked up in."""

    def __init__(self, debate: Debate, settings: Settings) -> None:
        self._debate = debate
        self._settings = settings
        self._palette = Palette.of(debate, settings.color)
        self._sketched = index_sketched(debate.relations)

    def document(self) -> Json:
        debate = self._debate
        propositions: tuple[Claim | Evidence, ...] = (*debate.claims.values(), *debate.evidence.values())
        return {
            "arguments": {one.title: self._argument(one) for one in debate.arguments.values()},
            "statements": {argdown_title(one): self._proposition(one) for one in propositions},
            "relations": [self._relation(one) for one in debate.relations if one.origin is Origin.SKETCHED],
            "map": self._map(build_map(debate, self._settings)),
            "sections": self._sections(),
            "tags": {tag: self._tag(tag, number) for number, tag in enumerate(debate.tags)},
        }

    def _proposition(self, one: Claim | Evidence) -> Json:
        flags = {flag: True for role, flag in _FLAGS.items() if role in one.roles}
        return _said(
            type="equivalence-class",
            title=argdown_title(one),
            members=[_statement(member, one.ref) for member in one.statements],
            relations=self._relations(one.ref),
            tags=one.tags or None,
            data=one.data or None,
            section=one.section,
            color=self._palette.paint(one).color,
            fontColor=self._settings.color.statement_font_color,
            **flags,
        )

    def _argument(self, one: Argument) -> Json:
        inferences = {inference.conclusion_index: inference for inference in one.inferences}
        steps = enumerate(zip(one.steps, one.step_refs, strict=True))
        return _said(
            type="argument",
            title=one.title,
            members=[_statement(member, one.ref) for member in one.descriptions],
            pcs=[_step(step, ref, inferences.get(number)) for number, (step, ref) in steps],
            relations=self._relations(one.ref),
            tags=one.tags or None,
            data=one.data or None,
            section=one.section,
            color=self._palette.paint(one).color,
            fontColor=self._settings.color.argument_font_color,
        )

    def _relations(self, ref: Ref) -> list[Json]:
        return [self._relation(one) for one in self._sketched.get(ref, ())]

    def _relation(self, one: Relation) -> Json:
        return _said(
            type="relation",
            relationType=one.kind.value,
            **{"from": _ref_title(one.source)},
            fromType=_ref_type(one.source),
            to=_ref_title(one.target),
            toType=_ref_type(one.target),
            conclusionIndex=self._conclusion_index(one.target),
        )

    def _conclusion_index(self, ref: Ref) -> int | None:
        return self._debate[ref].conclusion_index if isinstance(ref, InferenceRef) else None

    def _sections(self) -> list[Json]:
        children: defaultdict[str | None, list[Json]] = defaultdict(list)
        for section in decide_groups(self._debate.sections, self._settings.group):
            children[section.parent].append(self._section(section, children[section.id]))
        return children[None]

    def _section(self, one: Section, children: list[Json]) -> Json:
        return _said(
            type="section",
            id=one.id,
            title=one.title,
            level=one.level,
            parent=one.parent,
            tags=one.tags or None,
            data=one.data or None,
            ranges=ranges_of(one.title, one.marks),
            isGroup=one.is_group,
            isClosed=one.is_closed or None,
            color=self._palette.paint_section(one, one.level).color,
            fontColor=self._settings.color.group_font_color,
            children=children,
        )

    def _tag(self, tag: str, number: int) -> Json:
        return _said(
            tag=tag,
            cssClass=_css_class(tag),
            occurrenceIndex=number,
            color=self._palette.tag_color(tag),
            priority=self._palette.tag_priority(tag) or None,
        )

    def _map(self, view: ArgumentMap) -> Json:
        children: defaultdict[str | None, list[Json]] = defaultdict(list)
        groups = [(group, self._group(group, children[group.id])) for group in view.groups]
        # Groups come first at the top, but after the nodes of the group that they are in.
        children[None].extend(row for group, row in groups if group.parent is None)
        for node in view.nodes:
            children[node.group].append(self._node(node))
        for group, row in groups:
            if group.parent is not None:
                children[group.parent].append(row)
        return {"nodes": children[None], "edges": [_edge(edge) for edge in view.edges]}

    def _node(self, one: MapNode) -> Json:
        is_argument = isinstance(one.ref, ArgumentRef)
        colors = self._settings.color
        prefix = "^" if isinstance(one.ref, EvidenceRef) else ""
        return _said(
            id=one.id,
            title=_ref_title(one.ref),
            type="argument-map-node" if is_argument else "statement-map-node",
            labelTitle=prefix + one.label_title if one.label_title else None,
            labelText=one.label_text,
            labelTextRanges=ranges_of(one.label_text or "", one.marks),
            tags=one.tags or None,
            images=one.images or None,
            color=one.color,
            fontColor=colors.argument_font_color if is_argument else colors.statement_font_color,
        )

    def _group(self, one: MapGroup, children: list[Json]) -> Json:
        return _said(
            id=one.id,
            title=one.title,
            type="group-map-node",
            labelTitle=one.title,
            level=one.level,
            parent=one.parent,
            isClosed=one.is_closed or None,
            color=one.color,
            fontColor=self._settings.color.group_font_color,
            children=children,
        )


def _said(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}


def _statement(one: Statement, ref: Ref) -> Json:
    prefix = "^" if isinstance(ref, EvidenceRef) else ""
    return _said(
        type="statement",
        title=prefix + one.title,
        role=None if one.role is Role.LIST_ITEM else one.role.value,
        isReference=one.is_reference or None,
        isTopLevel=one.is_top_level or None,
        text=one.text,
        ranges=ranges_of(one.text or "", one.marks),
        tags=one.tags or None,
        data=one.data or None,
        section=one.section,
        argumentTitle=one.argument,
    )


def _step(one: Statement, ref: PropositionRef, inference: Inference | None) -> Json:
    step = _statement(one, ref)
    if inference is not None:
        step["inference"] = _inference(inference)
    return step


def _inference(one: Inference) -> Json:
    return _said(
        type="inference",
        inferenceRules=one.rules,
        argumentTitle=one.argument,
        conclusionIndex=one.conclusion_index,
        data=one.data or None,
    )


def _edge(one: MapEdge) -> Json:
    ends = {"from": one.source, "to": one.target}
    return {"id": one.id, "type": "map-edge", "relationType": one.kind.value, **ends}


def _ref_title(ref: Ref | QuestionRef) -> str:
    if isinstance(ref, InferenceRef):
        return ref.argument
    return f"^{ref.title}" if isinstance(ref, EvidenceRef) else ref.title


def _ref_type(ref: Ref) -> str:
    if isinstance(ref, InferenceRef):
        return "inference"
    return "argument" if isinstance(ref, ArgumentRef) else "equivalence-class"


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _css_class(tag: str) -> str:
    slug = re.sub(r"\s", "-", tag.lower().translate(_LETTERS))
    return "tag-" + re.sub(r"[^a-z0-9-]", "", slug)
