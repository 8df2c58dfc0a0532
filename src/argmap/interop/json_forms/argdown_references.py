"""Checks that everything that an export names exists."""

from __future__ import annotations

from argmap.interop.json_forms.json_reader import JsonValue
from argmap.model import Debate, InferenceRef
from argmap.model.lookup import is_known


def check_references(debate: Debate, whole: JsonValue) -> None:
    """Raise an error if a debate names something that does not exist; `whole` is what it was read from.

    Raises:
        FormatError: a step or an end of a relation does not exist.
    """
    for argument in debate.arguments.values():
        premises = (ref for inference in argument.inferences for ref in inference.premises)
        for step in (*argument.step_refs, *premises):
            if not is_known(debate, step):
                where = whole["arguments"][argument.title]
                raise where.wrong(f"has a statement {step.title!r} that is not there", code="I403")
    for relation in debate.relations:
        for ref in (relation.source, relation.target):
            if not is_known(debate, ref):
                name = ref.argument if isinstance(ref, InferenceRef) else ref.title
                raise whole["relations"].wrong(f"names {name!r}, which is not there", code="I403")
