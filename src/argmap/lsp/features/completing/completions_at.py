"""What can be written at a place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from attrs import frozen

from argmap.lsp.features.completing.completion_item import CompletionItem
from argmap.lsp.features.completing.data_completion import data_at
from argmap.lsp.features.completing.line_completion import (
    FolderLister,
    files_at,
    operators_at,
    rules_at,
    shortcodes_at,
)
from argmap.lsp.features.completing.setting_completion import settings_at
from argmap.lsp.features.completing.text_around import TextAround
from argmap.lsp.features.completing.title_completion import tags_at, titles_at
from argmap.model import Debate

_MOST_ITEMS = 500


@frozen
class Completions:
    """What can be written at a place; `is_complete` says that there is no more."""

    items: tuple[CompletionItem, ...] = ()
    is_complete: bool = True


def completions(
    text: str,
    offset: int,
    debate: Debate,
    *,
    folder: FolderLister | None = None,
    offers_operators: bool = True,
) -> Completions:
    r"""Return what can be written at an offset into a text.

    Only the text around it counts, which may be wrong in any way; `debate` was read last, perhaps from an
    earlier version. `folder` yields the names in a folder, given by its path relative to the folder of the
    text.

    >>> import argmap
    >>> debate = argmap.parse("[Sun]: It shines.\n  + <Forecast>").debate
    >>> [item.label for item in completions("[Rain]\n  - <Fo", 14, debate).items]
    ['<Forecast>']
    """
    around = TextAround(text, offset)
    items = _items(around, debate, folder, offers_operators)
    chosen = tuple(islice(items, _MOST_ITEMS + 1))
    return Completions(chosen[:_MOST_ITEMS], len(chosen) <= _MOST_ITEMS)


def _items(
    around: TextAround, debate: Debate, folder: FolderLister | None, offers_operators: bool
) -> Iterator[CompletionItem]:
    begun = files_at(around, folder) or titles_at(around, debate) or tags_at(around, debate)
    if begun is not None and around.before.strip() == "<":
        # It may be a title or an operator.
        return chain(begun, operators_at(around) or ())
    if begun is None:
        begun = settings_at(around) or data_at(around, debate) or rules_at(around) or shortcodes_at(around)
    if begun is None and offers_operators:
        begun = operators_at(around)
    return begun or iter(())
