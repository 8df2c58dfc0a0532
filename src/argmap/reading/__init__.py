"""From what is written to what is said."""

from argmap.reading.document_settings import SettingLayers, settings_of_debate
from argmap.reading.includes import load_source_file, text_of
from argmap.reading.joining import places_of
from argmap.reading.reader import DocumentReading, read
from argmap.reading.source_files import SourceFile
from argmap.settings.project_folder import load_project

__all__ = [
    "DocumentReading",
    "SettingLayers",
    "SourceFile",
    "load_project",
    "load_source_file",
    "places_of",
    "read",
    "settings_of_debate",
    "text_of",
]
