"""Graphs of propositions and schemes, as in AIF and its relatives, and debates made from them."""
