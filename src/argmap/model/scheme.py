"""Patterns of reasoning."""

from __future__ import annotations

from attrs import frozen


@frozen
class Scheme:
    """An argumentation scheme that an inference names.

    `name` is that of the catalogue, such as `expert_opinion`, or the author's own if it `is_known` to none.

    >>> Scheme("expert_opinion", is_known=True).name
    'expert_opinion'
    """

    name: str
    is_known: bool = False
