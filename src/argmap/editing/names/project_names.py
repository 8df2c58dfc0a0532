"""What the settings in a file beside a document name."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import Data
from argmap.data.locations import Path
from argmap.editing.names.data_names import texts_in
from argmap.editing.names.occurrence import NameRef
from argmap.editing.names.setting_names import settings_naming
from argmap.editing.names.written_selectors import is_selector, refs_of
from argmap.model import Debate
from argmap.selectors.selector_names import names_in


def project_names(settings: Data, debate: Debate, ref: NameRef) -> tuple[str, ...]:
    """Return the settings beside a document that name something of its debate, as in `check.rules[0].select`.

    A project file applies to all documents in its folder, so a rename leaves it alone.

    >>> import argmap
    >>> from argmap.data import freeze
    >>> settings = freeze({"selection": {"excludeStatements": ["A", "B"]}})
    >>> debate = argmap.parse("[A]: a").debate
    >>> project_names(settings, debate, argmap.ClaimRef("A"))
    ('selection.excludeStatements[0]',)
    """
    return tuple(dict.fromkeys(_written(path) for path, named in _named(settings, debate) if named == ref))


def _named(settings: Data, debate: Debate) -> Iterator[tuple[Path, NameRef]]:
    for naming in settings_naming(settings, debate):
        yield naming.path, naming.ref
    for path, text in texts_in(settings):
        if is_selector(path):
            for name in names_in(text):
                yield from ((path, ref) for ref in refs_of(debate, name.named))


def _written(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
