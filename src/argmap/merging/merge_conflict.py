"""What two versions of a debate changed differently."""

from __future__ import annotations

from attrs import frozen


@frozen
class MergeConflict:
    """Something that two versions say differently; the merged text has our version of it.

    `what` is what it is about and what differs, in words; `ours` and `theirs` are the lines of both versions,
    empty where there are none. `line` is where the text of the merge has it, from 1.

    >>> import argmap
    >>> print(argmap.merge("[A]: It rains.", "[A]: It pours.", "[A]: It drizzles.").conflicts[0])
    line 1: claim [A] (text)
    """

    what: str
    ours: str
    theirs: str
    line: int

    def __str__(self) -> str:
        """Return it in one line."""
        return f"line {self.line}: {self.what}"
