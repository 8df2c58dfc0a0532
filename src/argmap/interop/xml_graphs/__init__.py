"""Graphs in GraphML, as editors of graphs and programs for networks have them."""
