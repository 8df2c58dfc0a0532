"""The keys of the JSON in which questions about debates are answered: verdicts, proofs and changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import fields_dict

from argmap.comparing.change_kinds import DebateChange
from argmap.interop.json_forms.fitting import field_types
from argmap.logic.letters import LetterKind
from argmap.model import RelationKind
from argmap.proving.step_proof import ProofScope, ProofStatus
from argmap.reasoning import Basis, Label
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.reports.json_forms.shape_kinds import EitherOf, Fields, ListOf, Shape

_PROOF: Fields = {
    "about": str,
    "scope": ProofScope,
    "premises": list[str],
    "conclusion": str,
    "status": ProofStatus,
    "counterModel": list[str],
    "reason": str,
    "seconds": float | None,
    "notFormalized": list[str],
    "consistent": bool | None,
    "needed": list[list[str]],
    "idle": list[str],
    "unstated": list[str],
    "sameAs": list[str],
    "rule": str | None,
    "form": str | None,
    "ruleMet": bool | None,
}
_CHANGE: Fields = {
    "change": Literal[tuple(sorted({kind.__name__ for kind in DebateChange.__subclasses__()}))],
    "kind": str,
    "before": EitherOf((Shape("changed thing"), None)),
    "after": EitherOf((Shape("changed thing"), None)),
    "?words": list[str],
    "?paths": list[str],
    "?sections": list[str],
    "?details": list[str],
    "?verdicts": list[str],
}

# Mappings with these keys and no others.
SHAPES_OF_ANSWERS: Mapping[str, Fields] = {
    "verdicts": {
        "version": Literal[1],
        "semantics": str,
        "options": Shape("options"),
        "complete": bool,
        "verdicts": ListOf(Shape("verdict")),
        "positions": ListOf(Shape("position")),
        "?path": str,
    },
    "options": {
        name: type_
        for name, type_ in field_types(EvaluationOptions).items()
        if name in fields_dict(EvaluationOptions) and name != "semantics"
    },
    "verdict": {
        "name": str,
        "kind": str,
        "title": str,
        "label": Label | None,
        "basis": Basis | None,
        "strength": float | None,
        "possible": bool,
        "line": int | None,
        "?answers": list[str],
    },
    "position": {label.value: list[str] for label in Label},
    "proofs": {
        "version": Literal[1],
        "valid": bool,
        "complete": bool,
        "steps": ListOf(Shape("proof")),
        "relations": ListOf(Shape("relation proof")),
        "letters": ListOf(Shape("letter")),
        "?path": str,
    },
    "proof": _PROOF,
    "relation proof": {
        "relation": RelationKind,
        "source": str,
        "target": str,
        "status": ProofStatus,
        "drawn": bool,
        "counterModel": list[str],
        "reason": str,
    },
    "letter": {
        "letter": str,
        "kind": LetterKind | None,
        "places": int | None,
        "meaning": str | None,
        "usedIn": list[str],
    },
    "changes": {
        "version": Literal[1],
        "changes": ListOf(Shape("change")),
        "summary": dict[str, int],
        "?file": str,
    },
    "change": _CHANGE,
    "changed thing": {
        "?name": str,
        "?title": str | None,
        "?text": str | None,
        "?tags": list[str],
        "?relation": RelationKind,
        "?source": str,
        "?target": str,
        "?level": int,
        "?reference": str | None,
        "line": int | None,
    },
}
