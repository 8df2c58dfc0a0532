"""A selector that cannot be used."""

from __future__ import annotations

from argmap.text import Diagnostic


class SelectorError(ValueError):
    """A selector cannot be read, or names a kind, role or state that does not exist.

    `diagnostic` has its code and its place in the selector.

    >>> from argmap.selectors import SelectorError, parse_selector
    >>> try:
    ...     parse_selector("claimz:root")
    ... except SelectorError as error:
    ...     print(error, error.diagnostic.span.start)
    selectors know no kind `claimz`: did you mean `claim`? 0
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        hint = f": {diagnostic.hint}" if diagnostic.hint else ""
        super().__init__(f"{diagnostic.message}{hint}")
