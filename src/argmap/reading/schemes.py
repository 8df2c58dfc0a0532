"""Names of argumentation schemes, and files with an author's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import PurePath

from attrs import Factory, define

from argmap.model import Scheme
from argmap.reading.declarations import DeclaredFile
from argmap.text import Diagnostic, diagnose

_LONGEST = 100
_FILLER = re.compile(r"\b(?:an?|the|argument|inference|scheme|from|to|by)\b")


@define(eq=False)
class SchemeNames:
    """The schemes that a document may name: those that are known, and those of its own files."""

    own: dict[str, Scheme] = Factory(dict)
    diagnostics: list[Diagnostic] = Factory(list)

    @classmethod
    def of(cls, files: Iterable[DeclaredFile], *, folder: PurePath | None) -> SchemeNames:
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
        return (self.own.get(_essence(text)) if self.own else None) or known_scheme(text)

    def _read(self, file: DeclaredFile, folder: PurePath | None) -> None:
        from argmap.model.schemes.scheme_files import read_schemes
        from argmap.reading.files import text_in

        try:
            for name, entry in read_schemes(text_in(file.path, folder)).items():
                scheme = Scheme(name, own=entry)
                if self.own.get(_essence(name), scheme) != scheme:
                    self.diagnostics.append(diagnose("R287", file.span, name, file.path))
                for word in (name, entry.title, *entry.synonyms):
                    self.own.setdefault(_essence(word), scheme)
        except ValueError as error:
            self.diagnostics.append(diagnose("R250", file.span, file.path, str(error)))


def scheme_called(text: str) -> Scheme:
    """Return the scheme that a name means; a name that no scheme has is one of the author's own.

    >>> scheme_called("Argument from expert-opinion")
    Scheme(name='expert_opinion', is_known=True)
    """
    return known_scheme(text) or Scheme(" ".join(text.split()))


def known_scheme(text: str) -> Scheme | None:
    """Return the scheme of the catalogue that a text names, None if it names none."""
    name = scheme_names().get(_essence(text))
    return Scheme(name, is_known=True) if name else None


def nearest_scheme(text: str, *, cutoff: float) -> str | None:
    """Return the known scheme with the name most like a text, None if none is so much like it.

    >>> nearest_scheme("argument from expert opinon", cutoff=0.8)
    'expert_opinion'
    """
    names = scheme_names()
    near = get_close_matches(_essence(text[:_LONGEST]), names, n=1, cutoff=cutoff)
    return names[near[0]] if near else None


@cache
def scheme_names() -> Mapping[str, str]:
    """Return all names of all known schemes, as they are compared, with that of the catalogue."""
    from argmap.model.schemes.scheme_files import scheme_synonyms

    return {_essence(one): name for name, others in scheme_synonyms().items() for one in (name, *others)}


def _essence(text: str) -> str:
    words = re.sub(r"[-_\s]+", " ", text.casefold())
    return " ".join(_FILLER.sub(" ", words).split()) or " ".join(words.split())
