"""Argument maps as Mermaid, which pages of code hosts draw by themselves."""
