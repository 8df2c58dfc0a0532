"""Texts of debates, with a report on what no text can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.api.parsing import parse
from argmap.api.texts import to_text
from argmap.model import Debate, debate_of

if TYPE_CHECKING:
    from argmap.interop.conversion.conversions import Writing


def write_text(debate: Document | Debate) -> Writing:
    """Return a debate as text, as `to_text` does, with a report on whatever no text can say as it is.

    The text is read again and compared. For other formats, see `argmap.interop.write`.

    >>> import argmap
    >>> writing = argmap.write_text(argmap.parse("[A]: It rains."))
    >>> writing.text, writing.report.is_lossless
    ('[A]: It rains.\\n', True)
    """
    from argmap.interop.conversion.conversion_report import Direction, Report, counts_of
    from argmap.interop.conversion.conversions import Writing
    from argmap.interop.plain_debates.stated_losses import stated_losses

    asked = debate_of(debate)
    text = to_text(asked)
    losses = tuple(stated_losses(asked, parse(text).debate))
    return Writing(text, Report("argdown", Direction.WRITTEN, counts_of(asked), losses))
