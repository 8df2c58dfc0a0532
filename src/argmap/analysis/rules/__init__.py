"""The rules by which a debate is checked: one function a rule."""

from argmap.analysis.rules.registry import RULES, Rule

__all__ = ["RULES", "Rule"]
