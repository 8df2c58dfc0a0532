"""What an editor says that it can do, as far as we know what it says: a newer one knows more."""

from __future__ import annotations

import re
from typing import Any

from cattrs import BaseValidationError, Converter, transform_error
from lsprotocol import types

from argmap.lsp.messages.strict_values import protocol_names

# A part of a place in a message, such as `capabilities` or `[3]`.
_STEP = re.compile(r"[a-z_A-Z0-9]+")
_OPTIONAL = ("trace", "processId", "clientInfo", "locale", "workspaceFolders")
# Each time at least one part goes; a message in which so many are wrong is refused.
_MOST = 200


def read_start(converter: Converter, message: dict[str, Any]) -> types.InitializeRequest:
    """Return the first request of an editor; what it says that nobody knows is as if it were not there.

    Raises:
        BaseValidationError: what has to be there cannot be read.
    """
    for _ in range(_MOST):
        try:
            return converter.structure(message, types.InitializeRequest)
        except BaseValidationError as error:
            places = [_place(reason) for reason in transform_error(error, path="")]
            # From behind, so that the numbers of members of a list stay right.
            removed = [_left_out(message, place) for place in sorted(places, key=_order, reverse=True)]
            if not any(removed):
                raise
    return converter.structure(message, types.InitializeRequest)


def _place(reason: str) -> list[str]:
    return _STEP.findall(protocol_names(reason.rpartition(" @ ")[2]))


def _order(place: list[str]) -> list[str]:
    return [step.zfill(9) for step in place]


def _left_out(message: Any, place: list[str]) -> bool:
    """Take a part out of a message, or what it is missing in; return False if it has to be there."""
    if len(place) < 2 or place[1] not in ("capabilities", *_OPTIONAL):
        return False
    around: list[Any] = [message]
    for step in place[:-1]:
        around.append(_part(around[-1], step))
    if around[-1] is None:
        # It has gone with what is around it.
        return False
    # If it is missing, what should have it goes.
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
