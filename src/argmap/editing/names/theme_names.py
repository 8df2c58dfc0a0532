"""What the rules of themes beside a document name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from argmap.data import Data, FrozenDict, freeze
from argmap.editing.names.occurrence import NameRef
from argmap.editing.names.written_selectors import refs_of
from argmap.files import read_file
from argmap.model import Debate
from argmap.selectors.selector_names import names_in
from argmap.settings.project_folder import PROJECT_FILES

_SELECTORS = ("select", "from", "to")
_MOST_BYTES = 1_000_000
# No more files beside a document are looked at.
_MOST_FILES = 200


def themes_beside(document: str) -> Iterator[tuple[str, Data]]:
    """Yield the path and content of each file with rules of a theme in the folder of a document."""
    for number, file in enumerate(sorted(Path(document).parent.glob("*.toml"))):
        if number == _MOST_FILES:
            return
        if file.name in PROJECT_FILES:
            continue
        try:
            content = freeze(tomllib.loads(read_file(file, most=_MOST_BYTES).decode("utf-8")))
        except (OSError, ValueError, RecursionError):
            # It is not a theme; drawing with it reports what is wrong.
            continue
        if isinstance(content, FrozenDict) and isinstance(content.get("rule"), tuple):
            yield str(file), content


def theme_names(theme: Data, debate: Debate, ref: NameRef) -> tuple[str, ...]:
    """Return the rules of a theme that name something of a debate, as in `rule[0].select`.

    A theme is for many documents, so a rename leaves it alone.

    >>> import argmap
    >>> theme = freeze({"rule": [{"select": "[A]"}, {"from": "#b, [A]"}]})
    >>> theme_names(theme, argmap.parse("[A]: a").debate, argmap.ClaimRef("A"))
    ('rule[0].select', 'rule[1].from')
    """
    rules = theme.get("rule")
    return tuple(
        f"rule[{number}].{word}"
        for number, rule in enumerate(rules if isinstance(rules, tuple) else ())
        if isinstance(rule, FrozenDict)
        for word in _SELECTORS
        if _is_named(rule.get(word), debate, ref)
    )


def _is_named(selector: object, debate: Debate, ref: NameRef) -> bool:
    names = names_in(selector) if isinstance(selector, str) else ()
    return any(each == ref for name in names for each in refs_of(debate, name.named))
