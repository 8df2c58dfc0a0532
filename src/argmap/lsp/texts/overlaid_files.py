"""The texts of files, with those that an editor has open in place of what is on disk."""

from __future__ import annotations

from pathlib import Path

from attrs import define, field

from argmap.decoding import decoded
from argmap.files import read_file


@define(eq=False)
class OverlaidFiles:
    """Files, overlaid with the texts that are open in the editor."""

    _texts: dict[str, str] = field(factory=dict)

    def lay(self, path: str, text: str) -> None:
        """Put a text in place of a file, by its path with symbolic links resolved."""
        self._texts[_real(path)] = text

    def lift(self, path: str) -> None:
        """Take a text away again, so that the file itself is read."""
        self._texts.pop(_real(path), None)

    def laid(self, path: str) -> str | None:
        """Return the text that is laid over a file, None if there is none."""
        return self._texts.get(_real(path))

    def text_of(self, path: str) -> str | None:
        """Return the text of a file as the editor has it, None if it cannot be read."""
        text = self.laid(path)
        if text is None:
            try:
                text = decoded(read_file(path))
            except (OSError, ValueError):
                return None
        return text


def _real(path: str) -> str:
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError):
        return path
