"""The parts of a workbook: an archive of XML files, none of which may be larger than any real table."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from attrs import define

from argmap.interop.conversion.foreign_text import decoded
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.file_reading import wrong
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.text import Span

# What all parts that are read may be together when they are unpacked, and of how many elements each: they
# take up many times more than their text.
_MOST_BYTES = 60_000_000
_MOST_ELEMENTS = 3_000_000
_MARK = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


def is_workbook(data: bytes) -> bool:
    """Return whether a file is an archive that has a workbook in it.

    >>> is_workbook(b"id,text")
    False
    """
    if not data.startswith(_MARK):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _WORKBOOK in archive.namelist()
    except _BROKEN:
        # The beginning of a truncated archive still names the files in it.
        return _WORKBOOK.encode() in data


@define(eq=False)
class WorkbookParts:
    """Reads the parts of a workbook as XML, and no more of them than `left` bytes."""

    archive: zipfile.ZipFile
    left: int = _MOST_BYTES

    @classmethod
    def of(cls, data: bytes) -> WorkbookParts:
        """Return the parts of a file.

        Raises:
            FormatError: it is not an archive (I405).
        """
        try:
            return cls(zipfile.ZipFile(BytesIO(data)))
        except _BROKEN:
            raise no_workbook("it is not an archive, or only a part of one") from None

    def part(self, name: str) -> XmlElement | None:
        """Return a part, None if there is none of this name.

        Raises:
            FormatError: it cannot be unpacked, is too large, or is not XML.
        """
        try:
            with self.archive.open(name) as file:
                # The sizes of files that an archive declares may be wrong.
                data = file.read(self.left + 1)
        except KeyError:
            return None
        except _BROKEN:
            raise no_workbook(f"`{name[:80]}` in it cannot be unpacked") from None
        self.left -= len(data)
        if self.left < 0:
            raise no_workbook(f"unpacked it has more than {_MOST_BYTES // 1_000_000} MB")
        if data.count(b"<") > _MOST_ELEMENTS:
            raise no_workbook(f"it has more than {_MOST_ELEMENTS // 1_000_000} million elements")
        try:
            return parse_xml(decoded(data))
        except FormatError as error:
            finding = error.diagnostics[0]
            raise no_workbook(f"in `{name[:80]}`, {finding.message}") from None


def no_workbook(why: str) -> FormatError:
    """Return the error that a file is not a workbook."""
    return wrong("", "I405", Span(0, 0), "a workbook", why)
