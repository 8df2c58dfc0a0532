"""Argument graphs of Carneades."""
