"""Other formats that hold debates, one module each."""

from argmap.interop.format_error import FormatError

__all__ = ["FormatError"]
