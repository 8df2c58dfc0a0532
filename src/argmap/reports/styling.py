"""Colours and bold type for terminals, as ANSI escape sequences (ECMA-48)."""

from __future__ import annotations

import re
from typing import Literal

Color = Literal["red", "yellow", "cyan"]

_CODES: dict[Color, int] = {"red": 31, "yellow": 33, "cyan": 36}
_SEQUENCE = re.compile("\x1b\\[[0-9;]*m")


def styled(text: str, *, color: Color | None = None, is_bold: bool = False) -> str:
    """Return a text that a terminal shows in a colour or in bold type.

    >>> styled("error", color="red")
    '\\x1b[31merror\\x1b[0m'
    """
    codes = ([_CODES[color]] if color else []) + ([1] if is_bold else [])
    return "".join(f"\x1b[{code}m" for code in codes) + text + "\x1b[0m"


def plain(text: str) -> str:
    """Return a text without its colours.

    >>> plain(styled("error", color="red", is_bold=True))
    'error'
    """
    return _SEQUENCE.sub("", text)
