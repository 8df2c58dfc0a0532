"""The settings of a document: those in its frontmatter among the others, with what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.data import Data, FrozenDict, freeze
from argmap.data.locations import written_like
from argmap.equality import equality, value_hash
from argmap.model import Debate
from argmap.reading.mistakes.misspellings import misspelt_keys
from argmap.reading.source_files import SourceFile
from argmap.representation import representation
from argmap.settings import Settings
from argmap.settings.diagnostics import setting_diagnostic
from argmap.settings.settings import table_names, unknown_tables
from argmap.text import Diagnostic, Fix, Span, diagnose

if TYPE_CHECKING:
    from argmap.settings.project_file import Project

Said = Mapping[str, object] | Settings | None


def _frozen(said: Said) -> Said:
    # A document keeps it, to see after an edit whether it is still the same.
    if not isinstance(said, Mapping):
        return said
    return FrozenDict({str(key): freeze(value) for key, value in said.items()})


@frozen
class SettingLayers:
    """Where settings come from besides the frontmatter.

    `given`, by the caller, override those of the project; the frontmatter overrides both if it does not
    say otherwise, and `overrides` override everything.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    project: Project | None = None
    given: Said = field(default=None, converter=_frozen)
    overrides: Said = field(default=None, converter=_frozen)


def settings_of(
    page: SourceFile, metadata: Data, layers: SettingLayers, diagnostics: list[Diagnostic]
) -> Settings:
    """Return the settings under which a page is read; what cannot be used is added to the diagnostics."""
    diagnostics += _of_others(layers)
    if not metadata:
        return _combined(metadata, layers)
    if _frontmatter_mode(metadata, layers) != "ignore":
        diagnostics += _setting_findings(page, metadata)
    return _combined(metadata, layers)


def settings_of_debate(debate: Debate, layers: SettingLayers, diagnostics: list[Diagnostic]) -> Settings:
    """Return the settings of a debate: those in its metadata count as those in frontmatter do."""
    diagnostics += _of_others(layers)
    return _combined(debate.metadata, layers)


def _combined(metadata: Data, layers: SettingLayers) -> Settings:
    below = (layers.project.settings if layers.project else None, layers.given)
    said = {name: metadata[name] for name in table_names() if name in metadata} if metadata else None
    if not said:
        return Settings.of(*below, layers.overrides)
    match _frontmatter_mode(metadata, layers):
        case "ignore":
            return Settings.of(*below, layers.overrides)
        case "default":
            return Settings.of(said, *below, layers.overrides)
        case _:
            return Settings.of(*below, said, layers.overrides)


def _frontmatter_mode(metadata: Data, layers: SettingLayers) -> str:
    # Others decide before the frontmatter does whether it counts.
    project = layers.project.settings if layers.project else None
    in_order = (metadata, project, layers.given, layers.overrides)
    modes = (_mode_of(layer) for layer in reversed(in_order))
    return next((mode for mode in modes if mode), "priority")


def _mode_of(layer: Said) -> str | None:
    if not isinstance(layer, Mapping):
        mode = layer.data.front_matter_settings_mode if layer else "priority"
        return None if mode == "priority" else mode
    if "data" not in layer:
        return None
    said = layer["data"]
    chosen = said.get("frontMatterSettingsMode") if isinstance(said, Mapping) else None
    return chosen if chosen in ("priority", "default", "ignore") else None


def _of_others(layers: SettingLayers) -> Iterator[Diagnostic]:
    if layers.project:
        yield from layers.project.diagnostics
    if isinstance(layers.given, Mapping):
        yield from _of_the_caller(layers.given)


def _of_the_caller(given: Mapping[str, object]) -> Iterator[Diagnostic]:
    for problem in (*unknown_tables(given), *Settings.problems(given)):
        message = f"{problem.message}, in the settings that are given"
        yield diagnose("R204", Span(0, 0), message, problem.hint or "")


def _setting_findings(page: SourceFile, metadata: Data) -> Iterator[Diagnostic]:
    for problem in (*Settings.problems(metadata), *Settings.misplaced(metadata)):
        yield setting_diagnostic(problem, page.frontmatter_locations, page.text)


def misspelt(page: SourceFile, metadata: Data) -> Iterator[Diagnostic]:
    """Yield the keys at the top of a frontmatter that look like others."""
    settings = {problem.path[0] for problem in Settings.misplaced(metadata)}
    for slip in misspelt_keys({key: metadata[key] for key in metadata if key not in settings}):
        pair = page.frontmatter_locations.get(slip.path)
        place = pair.key if pair else Span(0, 0)
        # A table of settings in place of a text, or the other way round, would be wrong again.
        is_alike = isinstance(metadata[slip.word], Mapping) == (slip.near in table_names())
        word = written_like(page.text[place.start : place.end], slip.near or "") if is_alike else None
        fix = Fix(place, word, is_safe=False) if slip.near and word else None
        yield diagnose("R239", place, slip.word, slip.hint, fix=fix)
