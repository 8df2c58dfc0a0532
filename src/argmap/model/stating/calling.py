"""What people call the things of a debate."""

from __future__ import annotations

from argmap.model import Debate, Ref
from argmap.text.shortening import line_of


def called(debate: Debate, ref: Ref, longest: int = 40) -> str:
    r"""Return what people call something: its title as in the markup, or the words of what has no title.

    Of words only so many characters are written as `longest` says.

    >>> import argmap
    >>> debate = argmap.parse("It rains.\n  + [A]: a").debate
    >>> [called(debate, element.ref) for element in debate]
    ['“It rains.”', '[A]']
    """
    thing = debate[ref]
    text = getattr(thing, "text", None)
    if getattr(thing, "is_untitled", False) and text:
        return f"“{line_of(text, longest)}”"
    return str(ref)
