"""From what is written to what is said."""

from argmap.reading.files import load_page
from argmap.reading.pages import Page
from argmap.reading.reader import Reading, read

__all__ = ["Page", "Reading", "load_page", "read"]
