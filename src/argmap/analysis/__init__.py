"""What follows: questions to a debate, and checks of it."""

from argmap.analysis.checks import check_debate

__all__ = ["check_debate"]
