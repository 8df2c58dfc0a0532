"""Parameters of messages as Python values; a value of the wrong type is an error and is not converted."""

from __future__ import annotations

import re
from typing import Any

from cattrs import Converter, transform_error
from pygls.protocol import default_converter

# Of many mistakes in a message, only the first few are named.
_MOST = 3


def strict_converter() -> Converter:
    """Return what reads and writes messages.

    >>> strict_converter().structure("x", str)
    'x'
    """
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]  # pygls has no types there
    converter.register_structure_hook(str, _string)
    converter.register_structure_hook(int, _number)
    return converter


def reasons(error: Exception) -> str:
    """Return in words what is wrong with parameters that could not be read.

    >>> from lsprotocol import types
    >>> try:
    ...     strict_converter().structure({"line": "x"}, types.Position)
    ... except Exception as error:
    ...     print(reasons(error))
    invalid value for type, expected int @ line; required field missing @ character
    """
    words = "; ".join(transform_error(error, path="")[:_MOST]).replace("@ .", "@ ")
    return protocol_names(words)


def protocol_names(words: str) -> str:
    """Return words with names of parts of messages as the protocol has them, not as Python does.

    >>> protocol_names("missing @ root_uri")
    'missing @ rootUri'
    """
    return re.sub(r"(?<=[a-z])_([a-z])", lambda match: match[1].upper(), words)


def _string(value: Any, kind: type) -> Any:
    # Values of other types would be written as in Python: `None` for null.
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is not a string")
    # Enumerations of strings are strings, too.
    return value if kind is str else kind(value)


def _number(value: Any, kind: type) -> Any:
    # True is a number in Python. What an editor says about its abilities is taken as it comes.
    if kind is bool:
        return bool(value)
    # Some editors know no whole numbers, and write 1.0 for 1.
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        raise TypeError(f"{value!r:.40} is not {kind.__name__}")
    return kind(value)
