"""Laying out and converting: Graphviz, and the formats that it cannot write."""
