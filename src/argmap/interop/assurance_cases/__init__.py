"""Assurance cases in Goal Structuring Notation."""

from argmap.interop.assurance_cases import gsn

__all__ = ["gsn"]
