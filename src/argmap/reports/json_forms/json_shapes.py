"""The keys of what argmap writes as JSON, with the types of their values.

A key that begins with `?` is left out where there is nothing to say. What a class of the model has beyond
Argdown's words is in `argmap`: those keys are taken from the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import fields

from argmap.interop.conversion.conversion_report import Direction, Fate
from argmap.interop.json_forms.argdown_parts import OF_DEBATES, OF_ELEMENTS, OF_INFERENCES, OF_SECTIONS
from argmap.interop.json_forms.fitting import field_types
from argmap.model import (
    Argument,
    Claim,
    Debate,
    Evidence,
    Inference,
    Question,
    Ref,
    RelationKind,
    Role,
    Section,
)
from argmap.reports.json_forms.shape_kinds import EitherOf, Fields, ListOf, MappingOf, Shape
from argmap.reports.json_forms.shapes_of_answers import SHAPES_OF_ANSWERS
from argmap.settings.readers import argdown_name
from argmap.text import Severity, Span

# Whatever an author wrote into a mapping.
_DATA = dict[str, Any]


def _extras(*kinds: type, without: frozenset[str]) -> Fields:
    """Return the keys of the fields of classes for which Argdown has no word."""
    extras: dict[str, Any] = {}
    for kind in kinds:
        types = field_types(kind)
        extras |= {
            f"?{argdown_name(field.name)}": types[field.name]
            for field in fields(kind)
            if field.name not in without
        }
    return extras


_ELEMENT: Fields = {
    "title": str,
    "members": ListOf(Shape("statement")),
    "?relations": ListOf(Shape("relation")),
    "?tags": list[str],
    "?data": _DATA,
    "?section": str,
    "?color": str,
    "?fontColor": str,
    "?argmap": Shape("of an element"),
}
_STATEMENT: Fields = {
    "type": Literal["statement"],
    "title": str,
    "?role": Role,
    "?isReference": bool,
    "?isTopLevel": bool,
    "?text": str,
    "?ranges": ListOf(Shape("range")),
    "?tags": list[str],
    "?data": _DATA,
    "?section": str,
    "?argumentTitle": str,
    "?argmap": Shape("of a statement"),
}
_NODE: Fields = {
    "id": str,
    "title": str,
    "type": Literal["statement-map-node", "argument-map-node", "group-map-node"],
    "?labelTitle": str,
    "?labelText": str,
    "?labelTextRanges": ListOf(Shape("range")),
    "?tags": list[str],
    "?images": list[str],
    "?color": str,
    "?fontColor": str,
    "?level": int,
    "?parent": str,
    "?isClosed": bool,
    "?children": ListOf(Shape("map node")),
}
_PLACE: Fields = {
    "path": str,
    "line": int | None,
    "column": int | None,
    "end_line": int | None,
    "end_column": int | None,
    "start": int,
    "end": int,
}
_RELATION: Fields = {
    "type": Literal["relation"],
    "relationType": RelationKind,
    "from": str,
    "fromType": Literal["equivalence-class", "argument", "inference"],
    "to": str,
    "toType": Literal["equivalence-class", "argument", "inference"],
    "?conclusionIndex": int,
    "?argmap": Shape("of a relation"),
}

# Mappings with these keys and no others.
SHAPES: Mapping[str, Fields] = {
    "argdown-json": {
        "arguments": MappingOf(Shape("argument")),
        "statements": MappingOf(Shape("proposition")),
        "relations": ListOf(Shape("relation")),
        "?map": Shape("map"),
        "?sections": ListOf(Shape("section")),
        "?tags": MappingOf(Shape("tag")),
        "argmap": Shape("of a debate"),
    },
    "argument": {"type": Literal["argument"], "pcs": ListOf(Shape("step")), **_ELEMENT},
    "proposition": {
        "type": Literal["equivalence-class"],
        **_ELEMENT,
        "?isUsedAsTopLevelStatement": bool,
        "?isUsedAsRelationStatement": bool,
        "?isUsedAsPremise": bool,
        "?isUsedAsIntermediaryConclusion": bool,
        "?isUsedAsMainConclusion": bool,
    },
    "statement": _STATEMENT,
    "step": {**_STATEMENT, "?inference": Shape("inference")},
    "inference": {
        "type": Literal["inference"],
        "inferenceRules": list[str],
        "argumentTitle": str,
        "conclusionIndex": int,
        "?data": _DATA,
        "?argmap": Shape("of an inference"),
    },
    "relation": _RELATION,
    "derived relation": {"position": int, **_RELATION},
    "section": {
        "type": Literal["section"],
        "id": str,
        "title": str,
        "level": int,
        "?parent": str,
        "?tags": list[str],
        "?data": _DATA,
        "?ranges": ListOf(Shape("range")),
        "isGroup": bool,
        "?isClosed": bool,
        "?color": str,
        "?fontColor": str,
        "?argmap": Shape("of a section"),
        "children": ListOf(Shape("section")),
    },
    "range": {
        "type": str,
        "start": int,
        "stop": int,
        "?title": str,
        "?url": str,
        "?tag": str,
        "?source": str,
    },
    "tag": {"tag": str, "cssClass": str, "occurrenceIndex": int, "?color": str, "?priority": int},
    "map": {"nodes": ListOf(Shape("map node")), "edges": ListOf(Shape("map edge"))},
    "map node": _NODE,
    "map edge": {
        "id": str,
        "type": Literal["map-edge"],
        "relationType": RelationKind,
        "from": str,
        "to": str,
    },
    "of a debate": {
        "format": Literal[1],
        **_extras(Debate, without=OF_DEBATES),
        "?derivedRelations": ListOf(Shape("derived relation")),
        "?sections": tuple[Section, ...],
    },
    "of an element": {
        **_extras(Claim, Evidence, Question, Argument, without=OF_ELEMENTS),
        "?data": Any,
        "?section": str | None,
    },
    "of an inference": {"premises": list[str], **_extras(Inference, without=OF_INFERENCES), "?data": Any},
    "of a section": {**_extras(Section, without=OF_SECTIONS), "?data": Any},
    "of a relation": {"?spans": tuple[Span, ...], "?source": Ref, "?data": Any},
    "of a statement": {"?span": Span, "?data": Any},
    "finding": {
        **_PLACE,
        "severity": Severity,
        "code": str,
        "message": str,
        "hint": str | None,
        "related": ListOf(Shape("related place")),
        "fix": EitherOf((Shape("fix"), None)),
    },
    "related place": {**_PLACE, "message": str},
    "fix": {"start": int, "end": int, "replacement": str, "is_safe": bool},
    "report": {
        "format": str,
        "direction": Direction,
        "isLossless": bool,
        "counts": dict[str, int],
        "losses": ListOf(Shape("loss")),
        "?certificate": Shape("certificate"),
    },
    "loss": {
        "fate": Fate,
        "feature": str,
        "subject": str,
        "detail": str,
        "?kept": str,
        "?at": list[int],
    },
    "certificate": {"isSame": bool, "differences": list[str]},
    **SHAPES_OF_ANSWERS,
}
# What commands write, by the name of its schema.
FORMS: Mapping[str, Any] = {
    "argdown-json": Shape("argdown-json"),
    "conversion": Shape("report"),
    "changes": EitherOf((Shape("changes"), ListOf(Shape("changes")))),
    "findings": ListOf(Shape("finding")),
    "proofs": EitherOf((Shape("proofs"), ListOf(Shape("proofs")))),
    "verdicts": EitherOf((Shape("verdicts"), ListOf(Shape("verdicts")))),
}
