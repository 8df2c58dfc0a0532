"""What verdicts are about: everything in a debate except its questions."""

from __future__ import annotations

from argmap.model import Debate, NotInDebateError, QuestionRef, Ref
from argmap.model.lookup import reference_to


def subject(debate: Debate, thing: object) -> Ref:
    """Return the reference to something that can be accepted, by name or reference.

    >>> import argmap
    >>> subject(argmap.parse("[?Q]: Which?\\n  + [A]: This.").debate, "[?Q]")
    Traceback (most recent call last):
        ...
    argmap.model.lookup.NotInDebateError: [?Q] is a question, which is not accepted; name one of its positions

    Raises:
        LookupError: it does not exist, or it is a question.
        TypeError: it is neither a reference nor a title.
    """
    ref = reference_to(debate, thing)
    if isinstance(ref, QuestionRef):
        raise NotInDebateError(f"{ref} is a question, which is not accepted; name one of its positions")
    return ref
