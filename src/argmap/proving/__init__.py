"""Formulas in debates: what they say, whether steps follow, and what letters mean."""
