"""What people call the things of a debate."""

from __future__ import annotations

from argmap.model import Debate, Ref


def called(debate: Debate, ref: Ref) -> str:
    r"""Return what people call something: its title as in the markup, or the words of what has no title.

    >>> import argmap
    >>> debate = argmap.parse("It rains.\n  + [A]: a").debate
    >>> [called(debate, element.ref) for element in debate]
    ['“It rains.”', '[A]']
    """
    thing = debate[ref]
    text = getattr(thing, "text", None)
    if getattr(thing, "is_untitled", False) and text:
        text = " ".join(text.split())
        return f"“{text}”" if len(text) <= _LONGEST else f"“{text[: _LONGEST - 1].rstrip()}…”"
    return str(ref)


_LONGEST = 40
