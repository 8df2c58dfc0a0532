"""Names of argumentation schemes, and files with an author's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from argmap.model import Scheme
from argmap.model.schemes.scheme_names import essence, known_scheme
from argmap.reading.declarations import DeclaredFile
from argmap.text import Diagnostic, diagnose


class OwnSchemes:
    """The schemes that a document may name: those that are known, and those of its own files."""

    def __init__(self) -> None:
        self.own: dict[str, Scheme] = {}
        self.diagnostics: list[Diagnostic] = []

    @classmethod
    def of(cls, files: Iterable[DeclaredFile], *, folder: PurePath | None) -> OwnSchemes:
        """Return the schemes of the files that frontmatter names under `schemes`."""
        names = cls()
        for file in files:
            names._read(file, folder)
        return names

    def called(self, text: str) -> Scheme:
        """Return the scheme that a name means; a name that no scheme has is one of the author's own."""
        return self.known(text) or Scheme(" ".join(text.split()))

    def known(self, text: str) -> Scheme | None:
        """Return the scheme that a text names, None if it names none."""
        return (self.own.get(essence(text)) if self.own else None) or known_scheme(text)

    def _read(self, file: DeclaredFile, folder: PurePath | None) -> None:
        from argmap.files import text_in
        from argmap.model.schemes.scheme_files import read_schemes

        try:
            for name, entry in read_schemes(text_in(file.path, folder)).items():
                scheme = Scheme(name, own=entry)
                if self.own.get(essence(name), scheme) != scheme:
                    self.diagnostics.append(diagnose("R287", file.span, name, file.path))
                for word in (name, entry.title, *entry.synonyms):
                    self.own.setdefault(essence(word), scheme)
        except ValueError as error:
            self.diagnostics.append(diagnose("R250", file.span, file.path, str(error)))
