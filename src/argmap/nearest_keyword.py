"""Functions that say which parameter was meant, as Python itself does from 3.13 on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import ParamSpec, TypeVar

ParametersT = ParamSpec("ParametersT")
ResultT = TypeVar("ResultT")


def names_nearest(function: Callable[ParametersT, ResultT]) -> Callable[ParametersT, ResultT]:
    """Let a function name the nearest parameter where it is called with one that it does not have.

    >>> @names_nearest
    ... def draw(text: str, *, layout: str = "tree") -> str:
    ...     return layout
    >>> draw("[A]", lay_out="layered")
    Traceback (most recent call last):
    TypeError: draw() has no parameter 'lay_out'; did you mean 'layout'?
    """

    @wraps(function)
    def called(*arguments: ParametersT.args, **named: ParametersT.kwargs) -> ResultT:
        try:
            return function(*arguments, **named)
        except TypeError:
            # Few are misspelt; what else is of a wrong type says so itself.
            known = signature(function).parameters
            unknown = next((name for name in named if name not in known), None)
            if unknown is None:
                raise
        from argmap.text.nearest import nearest

        near = nearest(unknown, known)
        right = f"did you mean {near!r}?" if near else f"there are {', '.join(known)}"
        raise TypeError(f"{function.__name__}() has no parameter {unknown!r}; {right}")

    return called
