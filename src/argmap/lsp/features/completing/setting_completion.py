"""Keys and values of frontmatter that begin with what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.data.known_keys import KEYS, DataOf
from argmap.lsp.features.completing.completion_item import CompletionItem, ItemKind
from argmap.lsp.features.completing.open_data import open_data
from argmap.lsp.features.completing.text_around import TextAround, is_like
from argmap.reasoning.label import Label
from argmap.settings.known_settings import frontmatter_keys, known_settings, names_below

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<key>[\w.-]+)[ \t]*:(?P<value>.*)")
_BEGUN_KEY = re.compile(r"(?P<indent>[ \t]*)(?P<begun>[\w-]*)$")
_BEGUN_VALUE = re.compile(r"(?P<indent>[ \t]*)(?P<key>[\w.-]+)[ \t]*:[ \t]+(?P<begun>[\w#-]*)$")
_REST = re.compile(r"[\w-]*")


def settings_at(around: TextAround) -> Iterator[CompletionItem] | None:
    """Return the keys or values of frontmatter that can complete what is written, None outside of it."""
    inside = around.frontmatter
    if inside is None:
        return None
    data = open_data(inside, len(inside))
    if data is not None:
        line = _LINE.match(inside[inside.rfind("\n", 0, data.start) + 1 :])
        above = _above(inside[: inside.rfind("\n", 0, data.start) + 1], line["indent"] if line else "")
        path = (*above, *((line["key"],) if line else ()), *data.path)
        if data.key is None:
            return _keys(around, path, data.begun)
        return _values(around, (*path, data.key), data.begun)
    if value := _BEGUN_VALUE.match(around.before):
        return _values(around, (*_above(inside, value["indent"]), value["key"]), value["begun"])
    if key := _BEGUN_KEY.match(around.before):
        return _keys(around, _above(inside, key["indent"]), key["begun"])
    return iter(())


def _above(inside: str, indent: str) -> tuple[str, ...]:
    """Return the keys that a line with some indentation is below."""
    path: list[str] = []
    width = len(indent)
    for text in reversed(inside.splitlines()[:-1] if not inside.endswith("\n") else inside.splitlines()):
        line = _LINE.match(text)
        if line and len(line["indent"]) < width and not line["value"].strip():
            path.insert(0, line["key"])
            width = len(line["indent"])
        if width == 0:
            break
    return tuple(path)


def _keys(around: TextAround, path: tuple[str, ...], begun: str) -> Iterator[CompletionItem]:
    rest = _REST.match(around.after)
    behind = rest.end() if rest else 0
    colon = "" if around.after[behind : behind + 1] == ":" else ":"
    for key in _known_keys(path):
        known = known_settings().get((*path, key))
        if is_like(key, begun):
            space = " " if colon and not (known and known.is_table) else ""
            edit = around.replacing(len(begun), f"{key}{colon}{space}", behind=behind)
            words = known.words.replace("`", "") if known else ""
            subject = f"setting {'.'.join((*path, key))}" if known else None
            yield CompletionItem(key, ItemKind.SETTING, edit, key, words, subject=subject)


def _known_keys(path: tuple[str, ...]) -> tuple[str, ...]:
    match path:
        case ():
            return frontmatter_keys()
        case ("sources", _):
            return KEYS[DataOf.SOURCE]
        case ("expect",):
            return tuple(label.value for label in Label)
        case _:
            return names_below(path)


def _values(around: TextAround, path: tuple[str, ...], begun: str) -> Iterator[CompletionItem]:
    known = known_settings().get(path)
    rest = _REST.match(around.after)
    behind = rest.end() if rest else 0
    for value in known.values if known else ():
        if is_like(value, begun):
            edit = around.replacing(len(begun), value, behind=behind)
            yield CompletionItem(value, ItemKind.VALUE, edit, value)
