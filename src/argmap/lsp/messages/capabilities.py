"""What an editor says that it can do, as far as we understand it: newer editors say more."""

from __future__ import annotations

import re
from typing import Any

from cattrs import BaseValidationError, Converter, transform_error
from lsprotocol import types

from argmap.lsp.messages.strict_values import protocol_names

# A part of a place in a message, such as `capabilities` or `[3]`.
_STEP = re.compile(r"[a-z_A-Z0-9]+")
_OPTIONAL = ("trace", "processId", "clientInfo", "locale", "workspaceFolders")
# Each time at least one part is taken out; a message with more wrong parts is refused.
_MOST = 200


def read_start(converter: Converter, message: dict[str, Any]) -> types.InitializeRequest:
    """Return the first request of an editor; what it says that we do not know is ignored.

    Raises:
        BaseValidationError: what has to be there cannot be read.
    """
    for _ in range(_MOST):
        try:
            return converter.structure(message, types.InitializeRequest)
        except BaseValidationError as error:
            places = [_place(reason) for reason in transform_error(error, path="")]
            # From the end, so that indices into lists stay right.
            removed = [_left_out(message, place) for place in sorted(places, key=_order, reverse=True)]
            if not any(removed):
                raise
    return converter.structure(message, types.InitializeRequest)


def _place(reason: str) -> list[str]:
    return _STEP.findall(protocol_names(reason.rpartition(" @ ")[2]))


def _order(place: list[str]) -> list[str]:
    return [step.zfill(9) for step in place]


def _left_out(message: Any, place: list[str]) -> bool:
    """Take a part out of a message, or what lacks it; return False if it has to be there."""
    if len(place) < 2 or place[1] not in ("capabilities", *_OPTIONAL):
        return False
    around: list[Any] = [message]
    for step in place[:-1]:
        around.append(_part(around[-1], step))
    if around[-1] is None:
        # It was taken out with what is around it.
        return False
    # If it is missing, what should contain it is taken out.
    return _taken(around[-1], place[-1]) or (len(place) > 2 and _taken(around[-2], place[-2]))


def _part(value: Any, step: str) -> Any:
    if isinstance(value, list):
        return value[int(step)] if step.isdigit() and int(step) < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _taken(value: Any, step: str) -> bool:
    if isinstance(value, list) and step.isdigit() and int(step) < len(value):
        del value[int(step)]
        return True
    return isinstance(value, dict) and value.pop(step, _MISSING) is not _MISSING


_MISSING = object()
