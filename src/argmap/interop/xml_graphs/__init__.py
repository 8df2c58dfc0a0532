"""Graphs in GraphML, as used by graph editors and programs that analyse networks."""
