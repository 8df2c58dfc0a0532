"""Argument maps as Mermaid, which code hosts draw in their pages."""
