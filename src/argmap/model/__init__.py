"""What is said: claims, evidence, questions, arguments, inferences and their relations."""

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import NO_DATA, Data, Value, freeze
from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence, EvidenceKind
from argmap.model.debate import Debate, Element, Named
from argmap.model.debate_holder import HasDebate, debate_of, part_of, resolve
from argmap.model.lookup import NotInDebateError
from argmap.model.question import MOST_RIVALS, Proposition, Question
from argmap.model.reference import (
    ArgumentRef,
    ClaimRef,
    CriticalQuestionRef,
    ElementRef,
    EvidenceRef,
    InferenceRef,
    PropositionRef,
    QuestionRef,
    Ref,
    SchemeRef,
    SectionRef,
    SourceRef,
    TagRef,
)
from argmap.model.relation import Origin, Relation, RelationKind
from argmap.model.schemes.scheme import Scheme
from argmap.model.schemes.scheme_entry import Attacks, CriticalQuestion, PremiseRole, SchemeEntry
from argmap.model.schemes.scheme_files import read_schemes, scheme_catalogue
from argmap.model.section import Section
from argmap.model.sources.source import Source
from argmap.model.statement import Role, Statement
from argmap.text import Mark, MarkKind

__all__ = [
    "MOST_RIVALS",
    "NO_DATA",
    "Argument",
    "ArgumentRef",
    "Attacks",
    "Claim",
    "ClaimRef",
    "CriticalQuestion",
    "CriticalQuestionRef",
    "Data",
    "Debate",
    "Element",
    "ElementRef",
    "Evidence",
    "EvidenceKind",
    "EvidenceRef",
    "FrozenDict",
    "HasDebate",
    "Inference",
    "InferenceRef",
    "Mark",
    "MarkKind",
    "Named",
    "NotInDebateError",
    "Origin",
    "PremiseRole",
    "Proposition",
    "PropositionRef",
    "Question",
    "QuestionRef",
    "Ref",
    "Relation",
    "RelationKind",
    "Role",
    "Scheme",
    "SchemeEntry",
    "SchemeRef",
    "Section",
    "SectionRef",
    "Source",
    "SourceRef",
    "Statement",
    "TagRef",
    "Value",
    "debate_of",
    "freeze",
    "part_of",
    "read_schemes",
    "resolve",
    "scheme_catalogue",
]
