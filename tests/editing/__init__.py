"""Tests of edits, and a command that renames in many documents."""
