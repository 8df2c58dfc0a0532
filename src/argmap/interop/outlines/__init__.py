"""Outlines of debates as plain text, Markdown and lists in HTML."""

from argmap.interop.outlines.outline_forms import FORMS, OutlineForm, outline_text

__all__ = ["FORMS", "OutlineForm", "outline_text"]
