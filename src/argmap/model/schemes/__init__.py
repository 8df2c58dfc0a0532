"""Argumentation schemes: the catalogue, and those that authors describe."""
