"""The catalogue of findings: each code with its words, an explanation and two texts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from attrs import frozen

from argmap.text.codes import CODES
from argmap.text.diagnostic import Severity


@frozen(kw_only=True)
class CatalogueEntry:
    """What a code means. `…` in message and hint stands for words of a text.

    `bad` is a text that shows it, `good` one that does not; `is_loaded` says that only a file shows it,
    `files` what stands in other files beside it, by their names, `good_files` what stands there if all is
    well, `is_json` that the texts are JSON, and `is_page` that they are pages in Markdown. The texts of
    findings about other formats are in `format`, or are not recognised if it is `unknown`; `encoding` is
    that of the file.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    explanation: str
    bad: str
    good: str
    is_loaded: bool = False
    files: Mapping[str, str] = MappingProxyType({})
    good_files: Mapping[str, str] = MappingProxyType({})
    is_json: bool = False
    format: str = ""
    encoding: str = "utf-8"
    is_page: bool = False


@cache
def catalogue() -> Mapping[str, CatalogueEntry]:
    """Return what every code means, by code; read from its file when first asked for.

    >>> catalogue()["S107"].message
    'an inference line needs four hyphens'
    """
    text = resources.files("argmap.text").joinpath("catalogue.toml").read_text(encoding="utf-8")
    return {code: _entry(code, said) for code, said in tomllib.loads(text).items()}


def _entry(code: str, said: dict[str, str]) -> CatalogueEntry:
    meaning = CODES[code]
    words = {"message": _shown(meaning.message), "hint": _shown(meaning.hint or "")}
    return CatalogueEntry(code=code, severity=meaning.severity, **{**words, **said})  # type: ignore[arg-type]  # a boolean of the file is one of the fields


def _shown(template: str) -> str:
    """Return a template with `…` for the words that a text fills in."""
    return re.sub(r"\{\d\}", "…", template).replace("{{", "{").replace("}}", "}")
