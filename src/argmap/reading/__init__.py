"""From what is written to what is said."""

from argmap.reading.document_settings import SettingLayers, settings_of_debate
from argmap.reading.includes import load_page, text_of
from argmap.reading.joining import places_of
from argmap.reading.reader import DocumentReading, read
from argmap.reading.source_files import Page
from argmap.settings.project_file import load_project

__all__ = [
    "DocumentReading",
    "Page",
    "SettingLayers",
    "load_page",
    "load_project",
    "places_of",
    "read",
    "settings_of_debate",
    "text_of",
]
