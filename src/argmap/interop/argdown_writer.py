"""From a debate to the parts of Argdown's JSON export."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from argmap.interop.argdown_map import Json, said, title_of, write_map
from argmap.interop.argdown_parts import OF_DEBATES, OF_ELEMENTS, OF_INFERENCES, OF_SECTIONS
from argmap.interop.argdown_ranges import ranges_of
from argmap.interop.exact_json import encode, fields_of, is_plain
from argmap.maps import build_argdown_map
from argmap.maps.groups import decide_groups
from argmap.maps.nodes.argdown_titles import argdown_title
from argmap.maps.nodes.palette import Palette
from argmap.maps.regroup import regroup
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
    Ref,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.settings import Settings

_FLAGS = {
    Role.TOP_LEVEL: "isUsedAsTopLevelStatement",
    Role.RELATION: "isUsedAsRelationStatement",
    Role.PREMISE: "isUsedAsPremise",
    Role.INTERMEDIARY_CONCLUSION: "isUsedAsIntermediaryConclusion",
    Role.MAIN_CONCLUSION: "isUsedAsMainConclusion",
}


class Writer:
    """Makes the parts of the export; holds what they are looked up in."""

    def __init__(self, debate: Debate, settings: Settings) -> None:
        self._written = debate
        self._debate = debate = regroup(debate, settings.group.regroup)
        self._is_regrouped = debate is not self._written
        self._settings = settings
        self._palette = Palette.of(debate, settings.color)
        self._sketched = index_sketched(debate.relations)

    def document(self) -> Json:
        debate, chosen = self._debate, self._settings.json
        propositions: tuple[Claim | Evidence, ...] = (*debate.claims.values(), *debate.evidence.values())
        relations = [self._relation(one) for one in debate.relations if one.origin is Origin.SKETCHED]
        whole = said(
            arguments={one.title: self._argument(one) for one in debate.arguments.values()},
            statements={argdown_title(one): self._proposition(one) for one in propositions},
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
        """Return what Argdown has no word for, of the debate as a whole."""
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

    def _extras(self, one: Claim | Evidence | Argument) -> Json | None:
        extras = fields_of(one, without=OF_ELEMENTS)
        if not is_plain(one.data):
            extras["data"] = encode(one.data)
        if self._is_regrouped:
            extras["section"] = self._written[one.ref].section
        return extras or None

    def _proposition(self, one: Claim | Evidence) -> Json:
        flags = {flag: True for role, flag in _FLAGS.items() if role in one.roles}
        return said(
            type="equivalence-class",
            title=argdown_title(one),
            members=[_statement(member, one.ref) for member in one.statements],
            relations=self._relations(one.ref),
            tags=one.tags or None,
            data=one.data or None,
            section=one.section,
            color=self._palette.paint(one).color,
            fontColor=self._settings.color.statement_font_color,
            argmap=self._extras(one),
            **flags,
        )

    def _argument(self, one: Argument) -> Json:
        inferences = {inference.conclusion_index: inference for inference in one.inferences}
        steps = enumerate(zip(one.steps, one.step_refs, strict=True))
        return said(
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
            argmap=self._extras(one),
        )

    def _relations(self, ref: Ref) -> list[Json] | None:
        if self._settings.json.remove_embedded_relations:
            return None
        return [self._relation(one) for one in self._sketched.get(ref, ())]

    def _relation(self, one: Relation) -> Json:
        return said(
            type="relation",
            relationType=one.kind.value,
            **{"from": title_of(one.source)},
            fromType=_ref_type(one.source),
            to=title_of(one.target),
            toType=_ref_type(one.target),
            conclusionIndex=self._conclusion_index(one.target),
            argmap=_of_relation(one),
        )

    def _conclusion_index(self, ref: Ref) -> int | None:
        return self._debate[ref].conclusion_index if isinstance(ref, InferenceRef) else None

    def _sections(self) -> list[Json]:
        children: defaultdict[str | None, list[Json]] = defaultdict(list)
        decided = decide_groups(self._debate.sections, self._settings.group)
        for section, written in zip(decided, self._debate.sections, strict=True):
            children[section.parent].append(self._section(section, written, children[section.id]))
        return children[None]

    def _section(self, one: Section, written: Section, children: list[Json]) -> Json:
        return said(
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
            argmap=_with_exact_data(written, fields_of(written, without=OF_SECTIONS)),
            children=children,
        )

    def _tag(self, tag: str, number: int) -> Json:
        return said(
            tag=tag,
            cssClass=_css_class(tag),
            occurrenceIndex=number,
            color=self._palette.tag_color(tag),
            priority=self._palette.tag_priority(tag) or None,
        )


def _without(whole: Json, names: Collection[str]) -> Json:
    """Return an export in which no statement, argument, section or node says some things."""
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


def _of_relation(one: Relation) -> Json | None:
    own: Json = {"spans": encode(one.spans)} if one.spans else {}
    if isinstance(one.source, InferenceRef):
        own["source"] = encode(one.source)
    return own or None


def _of_statement(one: Statement) -> Json | None:
    own: Json = {"span": encode(one.span)} if one.span else {}
    if one.data is not None and (not one.data or not is_plain(one.data)):
        own["data"] = encode(one.data)
    return own or None


def _statement(one: Statement, ref: Ref) -> Json:
    prefix = "^" if isinstance(ref, EvidenceRef) else ""
    return said(
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
        argmap=_of_statement(one),
    )


def _step(one: Statement, ref: PropositionRef, inference: Inference | None) -> Json:
    step = _statement(one, ref)
    if inference is not None:
        step["inference"] = _inference(inference)
    return step


def _inference(one: Inference) -> Json:
    return said(
        type="inference",
        inferenceRules=one.rules,
        argumentTitle=one.argument,
        conclusionIndex=one.conclusion_index,
        data=one.data or None,
        argmap=_with_exact_data(
            one,
            {
                "premises": [title_of(ref) for ref in one.premises],
                **fields_of(one, without=OF_INFERENCES),
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
