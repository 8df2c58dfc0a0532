"""Rules about how findings are silenced."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import START, CheckContext, CheckFinding, allowed
from argmap.data import Data
from argmap.model import Ref
from argmap.settings.readers import OWN_CODE
from argmap.text import CODES, Span, diagnose
from argmap.text.nearest import nearest


def unknown_codes(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what data allow although it is not the code of a finding."""
    for ref, data, span in _allowing_data(context):
        for code in allowed(data):
            if code not in CODES and not OWN_CODE.fullmatch(code):
                near = nearest(code.upper(), CODES)
                hint = f"did you mean `{near}`?" if near else "write a code such as `C301`"
                yield CheckFinding(ref, diagnose("C324", span or START, code, hint))


def _allowing_data(context: CheckContext) -> Iterator[tuple[Ref, Data, Span | None]]:
    for element in context.debate.elements:
        if "allow" in element.data:
            yield element.ref, element.data, element.span
    for _, inference in context.inferences():
        if "allow" in inference.data:
            yield inference.ref, inference.data, inference.span
