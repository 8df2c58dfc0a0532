"""Fences of Argdown in pages that are written in Markdown."""
