"""Graphs of propositions and schemes, as AIF and its relatives have them, and debates."""
