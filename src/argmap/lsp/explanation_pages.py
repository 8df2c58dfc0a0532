"""Pages that explain codes of findings, for editors to link to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import define, field

from argmap.text.catalogue import CatalogueEntry, catalogue


@define(eq=False)
class ExplanationPages:
    """A page in Markdown for each code, in a temporary folder that is removed when the server ends."""

    _folder: TemporaryDirectory[str] | None = None
    _written: dict[str, str] = field(factory=dict)

    def uri_of(self, code: str) -> str | None:
        """Return the address of the page of a code, which is written on first use; None if that fails."""
        if code not in self._written and code in catalogue():
            try:
                self._written[code] = self._write(code)
            except OSError:
                return None
        return self._written.get(code)

    def close(self) -> None:
        """Remove the folder."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _write(self, code: str) -> str:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True)
        page = Path(self._folder.name, f"{code}.md")
        page.write_text(explanation_page(catalogue()[code]), encoding="utf-8", newline="\n")
        return page.as_uri()


def explanation_page(entry: CatalogueEntry) -> str:
    """Return the page of a code.

    >>> print(explanation_page(catalogue()["S107"]).partition("\\n")[0])
    # S107: an inference line needs four hyphens
    """
    return "\n\n".join(_paragraphs(entry)) + "\n"


def _paragraphs(entry: CatalogueEntry) -> Iterator[str]:
    yield f"# {entry.code}: {entry.message}"
    yield f"{entry.severity}: {entry.hint}" if entry.hint else str(entry.severity)
    yield entry.explanation
    for name, text in entry.files.items():
        yield f"With `{name}`:\n\n{_fenced(text)}"
    yield f"Wrong:\n\n{_fenced(entry.bad)}"
    yield f"Right:\n\n{_fenced(entry.good)}"


def _fenced(text: str) -> str:
    # The examples contain fences themselves, of backticks or of three tildes.
    return f"~~~~text\n{text}\n~~~~"
