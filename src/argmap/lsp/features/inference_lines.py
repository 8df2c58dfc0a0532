"""Inferences by the places of their lines."""

from __future__ import annotations

from argmap.api.documents import Document
from argmap.model import Inference


def inference_at(document: Document, offset: int) -> Inference | None:
    """Return the inference whose line is at an offset, None if there is none.

    >>> import argmap
    >>> inference_at(argmap.parse("<B>\\n\\n(1) a\\n-- sign --\\n(2) b"), 15).rules
    ('sign',)
    """
    for argument in document.debate.arguments.values():
        for inference in argument.inferences:
            span = inference.span
            if span is not None and span.path is None and span.start <= offset <= span.end:
                return inference
    return None
