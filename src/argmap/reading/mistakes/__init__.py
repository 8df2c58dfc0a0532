"""Mistakes that people make in markup: found, explained, and repaired where that is certain."""
