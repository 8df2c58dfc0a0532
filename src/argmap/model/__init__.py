"""What is said: claims, evidence, arguments, inferences and their relations."""

from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence, EvidenceKind
from argmap.model.debate import Debate, Element
from argmap.model.frozen_dict import FrozenDict
from argmap.model.reference import (
    ArgumentRef,
    ClaimRef,
    ElementRef,
    EvidenceRef,
    InferenceRef,
    PropositionRef,
    Ref,
)
from argmap.model.relation import Origin, Relation, RelationKind
from argmap.model.scheme import Scheme
from argmap.model.section import Section
from argmap.model.settings import Settings
from argmap.model.source import Source
from argmap.model.statement import Role, Statement
from argmap.model.values import NO_DATA, Data, Value, freeze
from argmap.text import Mark, MarkKind

__all__ = [
    "NO_DATA",
    "Argument",
    "ArgumentRef",
    "Claim",
    "ClaimRef",
    "Data",
    "Debate",
    "Element",
    "ElementRef",
    "Evidence",
    "EvidenceKind",
    "EvidenceRef",
    "FrozenDict",
    "Inference",
    "InferenceRef",
    "Mark",
    "MarkKind",
    "Origin",
    "PropositionRef",
    "Ref",
    "Relation",
    "RelationKind",
    "Role",
    "Scheme",
    "Section",
    "Settings",
    "Source",
    "Statement",
    "Value",
    "freeze",
]
