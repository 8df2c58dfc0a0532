"""Other formats that hold debates, one module each."""

from argmap.interop.format_error import FormatError
from argmap.model.sameness import differences, same

__all__ = ["FormatError", "differences", "same"]
