"""Workbooks of spreadsheet programs."""

from argmap.interop.workbooks import xlsx

__all__ = ["xlsx"]
