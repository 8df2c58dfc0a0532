"""What is wrong with settings: names, types, values, colours, and what stands in lists and mappings."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.settings.color_names import color_names, color_schemes, read_color
from argmap.settings.dot_tables import RANK_DIRECTIONS
from argmap.settings.foreign import foreign_problems, foreign_rooms
from argmap.settings.graph_attributes import GRAPH_ATTRIBUTES
from argmap.settings.readers import Unusable, flag, names, one_of
from argmap.text.nearest import nearest, only_near

# Names, and the places of items in lists.
Path = tuple[str | int, ...]
_MOST_SEARCHES = 50
_DEEPEST = 500


class SettingProblem(NamedTuple):
    """A setting that cannot be used: its path (`map.statementLabelMode`), what is wrong, a hint.

    `near` is the only right name that is close, or the only right value that is close to `value`.
    `code` is that of a diagnostic about it: R204, or R240 for a colour, which `value` then is.
    `is_unknown` says that there is no setting with the last name of the path at this place.
    """

    path: Path
    message: str
    hint: str | None = None
    near: str | None = None
    value: str | None = None
    code: str = "R204"
    is_unknown: bool = False


def unknown(path: Path, known: Iterable[str], *, name: str | None = None) -> SettingProblem:
    """Return that there is no setting with the last name of a path, among those that are known."""
    said = (name or str(path[-1]))[:100]
    choices = list(known)
    near = nearest(said, choices)
    hint = f"write `{near}`" if near else None
    return SettingProblem(
        path, f"`{full_name(path)}` is no setting", hint, only_near(said, choices), is_unknown=True
    )


def full_name(path: Path) -> str:
    """Return the name of a setting as it is written in messages: `map.statementLabelMode`."""
    return ".".join(name for name in path if isinstance(name, str))


def unusable(path: Path, value: object, right: Unusable) -> SettingProblem:
    """Return that a setting cannot have a value."""
    return SettingProblem(
        path, f"`{full_name(path)}` cannot be {_shown(value)}", f"write {right}", right.near, str(value)
    )


def _shown(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 200 else said[:199] + "…"


def inner_problems(mapping: Mapping[str, object]) -> Iterator[SettingProblem]:
    """Yield what is wrong in lists and mappings whose keys are an author's, and in other programs' rooms."""
    yield from _of_groups(_mapping(mapping.get("group")))
    yield from _of_ranks(_mapping(mapping.get("dot")))
    files = _mapping(_mapping(mapping.get("images")).get("files"))
    for id, entry in files.items():
        if not isinstance(entry, str):
            yield from _entry(("images", "files", str(id)), entry, {"path": None, **_IMAGE_KEYS})
    shortcodes = _mapping(_mapping(mapping.get("model")).get("shortcodes"))
    for name, entry in shortcodes.items():
        yield from _entry(("model", "shortcodes", str(name)), entry, {"unicode": None})
    yield from _colors(_mapping(mapping.get("color")), _mapping(mapping.get("dot")))
    for path, value, right in foreign_problems(mapping):
        if right is None:
            yield unknown(path, foreign_rooms()[path[0]])
        else:
            yield unusable(path, value, Unusable(right))


_IMAGE_KEYS = {"width": None, "height": None, "dataUrl": None}
_GROUP_KEYS = {"isGroup": flag, "isClosed": flag}
_REGROUP_KEYS = {
    "title": None,
    "tags": names,
    "isClosed": flag,
    "isGroup": flag,
    "statements": names,
    "arguments": names,
    "children": None,
}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _entry(path: Path, entry: object, keys: Mapping[str, object]) -> Iterator[SettingProblem]:
    if not isinstance(entry, Mapping):
        yield unusable(path, entry, Unusable("a mapping with " + ", ".join(f"`{key}`" for key in keys)))
        return
    for key, value in entry.items():
        if key not in keys:
            yield unknown((*path, str(key)), keys)
        elif (read := keys[key]) is not None and value is not None:
            try:
                read(value)  # type: ignore[operator]  # a reader of values, or None for anything
            except Unusable as right:
                yield unusable((*path, str(key)), value, right)


def _of_groups(group: Mapping[str, object]) -> Iterator[SettingProblem]:
    for title, entry in _mapping(group.get("sections")).items():
        yield from _entry(("group", "sections", str(title)), entry, _GROUP_KEYS)
    waiting = deque(_listed(("group", "regroup"), group.get("regroup")))
    while waiting:
        path, entry = waiting.popleft()
        yield from _entry(path, entry, _REGROUP_KEYS)
        if len(path) < _DEEPEST:
            waiting += _listed((*path, "children"), entry.get("children"))


def _listed(path: Path, value: object) -> list[tuple[Path, Mapping[str, object]]]:
    items = value if isinstance(value, list | tuple) else ()
    return [((*path, place), item) for place, item in enumerate(items) if isinstance(item, Mapping)]


def _of_ranks(dot: Mapping[str, object]) -> Iterator[SettingProblem]:
    for path, entry in _listed(("dot", "sameRank"), dot.get("sameRank")):
        yield from _entry(path, entry, {"arguments": names, "statements": names})
    for name, value in _mapping(dot.get("graphVizSettings")).items():
        path = ("dot", "graphVizSettings", str(name))
        if name not in GRAPH_ATTRIBUTES:
            yield unknown(path, GRAPH_ATTRIBUTES)
        elif name == "rankdir":
            try:
                one_of(*RANK_DIRECTIONS)(value)
            except Unusable as right:
                yield unusable(path, value, right)


def _colors(color: Mapping[str, object], dot: Mapping[str, object]) -> Iterator[SettingProblem]:
    for name in ("colorScheme", "groupColorScheme"):
        scheme = color.get(name)
        if isinstance(scheme, list | tuple):
            yield from _odd((("color", name, place), one) for place, one in enumerate(scheme))
        elif isinstance(scheme, str) and scheme not in color_schemes():
            yield _no_color(("color", name), scheme, color_schemes())
    for name in ("statementFontColor", "argumentFontColor", "groupFontColor"):
        yield from _odd([(("color", name), color.get(name))])
    if dot.get("mapBgColor") != "transparent":
        yield from _odd([(("dot", "mapBgColor"), dot.get("mapBgColor"))])
    plain, grouped = _length(color.get("colorScheme"), 8), _length(color.get("groupColorScheme"), 3)
    for name, length in (
        ("tagColors", None),
        ("statementColors", plain),
        ("argumentColors", plain),
        ("groupColors", grouped),
        ("relationColors", plain),
    ):
        said = _mapping(color.get(name))
        yield from _odd((("color", name, str(key)), value) for key, value in said.items())
        for key, value in said.items():
            place = _mapping(value).get("color", value) if isinstance(value, Mapping) else value
            if length is not None and _is_place(place) and not 0 <= int(str(place)) < length:
                right = Unusable(f"a colour, or its place in the scheme: 0 to {length - 1}")
                yield unusable(("color", name, str(key)), place, right)
    for kind in _mapping(color.get("relationColors")):
        if kind not in _KINDS:
            yield unknown(("color", "relationColors", str(kind)), _KINDS)
    for tag, entry in _mapping(color.get("tagColors")).items():
        if isinstance(entry, Mapping):
            yield from _entry(("color", "tagColors", str(tag)), entry, {"color": None, "priority": None})


_KINDS = ("support", "attack", "undercut", "entails", "contrary", "contradictory")


def _is_place(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _length(scheme: object, default: int) -> int:
    if isinstance(scheme, str):
        return len(color_schemes().get(scheme, color_schemes()["default"]))
    return len(scheme) if isinstance(scheme, list | tuple) else default


def _odd(colors: Iterable[tuple[Path, object]]) -> Iterator[SettingProblem]:
    searches = 0
    for path, value in colors:
        if isinstance(value, Mapping):
            path, value = (*path, "color"), value.get("color")
        if isinstance(value, str) and read_color(value) is None:
            searches += 1
            yield _no_color(path, value, color_names() if searches <= _MOST_SEARCHES else {})


def _no_color(path: Path, word: str, known: Mapping[str, object]) -> SettingProblem:
    hint, near = nearest_color(word, known)
    return SettingProblem(path, f"`{word}` is no colour", hint, near, word, code="R240")


def nearest_color(word: str, known: Mapping[str, object]) -> tuple[str, str | None]:
    """Return a hint, and the only known name that is close."""
    said = word.strip().lower()[:50]
    near = nearest(said, known)
    hint = f"did you mean `{near}`?" if near else "write a colour such as `#1b9e77` or a name that CSS has"
    return hint, only_near(said, known)
