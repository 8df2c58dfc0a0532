"""The rules by which a debate is checked: one function for each rule."""

from argmap.analysis.rules.registry import RULES, Rule

__all__ = ["RULES", "Rule"]
