"""Verdicts on debates: under which semantics, why, and whether they are as expected."""
