"""Argument mapping: text with claims, evidence and arguments in, argument maps out."""
