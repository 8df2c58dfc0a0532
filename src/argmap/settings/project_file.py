"""Settings in a file beside a document: `argmap.toml`, or Argdown's `argdown.config.json`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from argmap.data import Data, FrozenDict, freeze
from argmap.decoding import decoded, why_not_utf8
from argmap.files import read_file
from argmap.settings import Settings
from argmap.settings.config_locations import json_locations, toml_locations
from argmap.settings.diagnostics import setting_diagnostic
from argmap.settings.settings import unknown_tables
from argmap.text import Diagnostic, SourceText, Span, diagnose
from argmap.text.toml_json import read_json, read_toml

_MOST_BYTES = 1_000_000


@frozen
class Project:
    """What a file beside a document says, and what is wrong with it."""

    path: str
    settings: Data = FrozenDict()
    diagnostics: tuple[Diagnostic, ...] = ()


def not_followed(file: Path) -> Project:
    """Return the project of a file of a kind that is not read: no settings, and a diagnostic."""
    return Project(str(file), diagnostics=(diagnose("R265", Span(0, 0, str(file)), file.name),))


def read_project(file: Path) -> Project:
    """Return the project of a file; if it cannot be read, it has no settings and one diagnostic says why."""
    path = str(file)
    text = ""
    try:
        text = decoded(read_file(file, most=_MOST_BYTES))
        # TOML and JSON end lines alike; offsets must stay those of the file.
        said = read_toml(text) if file.suffix == ".toml" else read_json(text)
    except UnicodeDecodeError as error:
        return _broken(path, f"it is {why_not_utf8(error)}")
    except json.JSONDecodeError as error:
        return _broken(path, error.msg[:1].lower() + error.msg[1:], error.pos)
    except tomllib.TOMLDecodeError as error:
        return _broken(path, *_toml_error(str(error), text))
    except (OSError, ValueError) as error:
        return _broken(path, str(getattr(error, "strerror", None) or error).lower())
    if not isinstance(said, dict):
        return _broken(path, "it holds no mapping")
    settings = freeze(said)
    assert isinstance(settings, FrozenDict), "a mapping is frozen as one"
    return Project(path, settings, tuple(_problems(settings, text, path)))


def _broken(path: str, why: str, offset: int = 0) -> Project:
    return Project(path, diagnostics=(diagnose("R260", Span(offset, offset, path), Path(path).name, why),))


_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _toml_error(message: str, text: str) -> tuple[str, int]:
    """Return what is wrong and where, which `tomllib` says in words."""
    match = _PLACE.search(message)
    why = message[: match.start()] if match else message
    if not match or not match[1]:
        return why[:1].lower() + why[1:], len(text) if match else 0
    # Lines end in line feeds for tomllib, after it made them of carriage returns with line feeds.
    starts = SourceText(text).line_starts
    start = starts[min(int(match[1]), len(starts)) - 1]
    return why[:1].lower() + why[1:], min(start + int(match[2]) - 1, len(text))


def _problems(settings: Mapping[str, object], text: str, path: str) -> Iterator[Diagnostic]:
    problems = (*unknown_tables(settings), *Settings.problems(settings))
    if not problems and "processes" not in settings:
        return
    locations = (toml_locations if path.endswith(".toml") else json_locations)(text)
    for problem in problems:
        yield setting_diagnostic(problem, locations, text, path=path)
    if "processes" in settings:
        pair = locations.get(("processes",))
        start, end, _ = pair.key if pair else Span(0, 0)
        yield diagnose("R266", Span(start, end, path), Path(path).name)
