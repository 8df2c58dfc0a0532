"""A change of a text: what to write in place of which stretch."""

from __future__ import annotations

from attrs import frozen

from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.text.given_values import check_type, check_words
from argmap.text.span import Span


@frozen
class Edit:
    """A text to write in place of a stretch of another; an empty stretch marks where to insert it.

    Its `path` is that of its span: None in the text of the document itself, or else an included file.

    >>> Edit(Span(4, 7), "two").replacement
    'two'
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    span: Span
    replacement: str

    def __attrs_post_init__(self) -> None:
        check_type("span", self.span, Span)
        check_words("replacement", self.replacement)

    @property
    def path(self) -> str | None:
        """The file whose text it changes, None if it is the document itself."""
        return self.span.path
