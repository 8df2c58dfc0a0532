"""Patterns of reasoning."""

from __future__ import annotations

from attrs import frozen


@frozen
class Scheme:
    """An argumentation scheme that an inference names.

    >>> Scheme("argument from expert opinion").name
    'argument from expert opinion'
    """

    name: str
