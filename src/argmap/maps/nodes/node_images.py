"""The images that a node shows."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import FrozenDict, Value
from argmap.model import Element
from argmap.settings.settings import ImagesSettings


def images_of(element: Element, settings: ImagesSettings) -> tuple[str, ...]:
    """Return the paths of an element's images: those that its data list, then those of its tags.

    `images.files` has paths by names; a name in data that is not there is a path itself. Each image is
    shown once.
    """
    if not element.data and not (element.tags and settings.files):
        return ()
    return tuple(dict.fromkeys(_images(element, settings)))


def _images(element: Element, settings: ImagesSettings) -> Iterator[str]:
    said = element.data.get("images") if settings.use_data else None
    for name in said if isinstance(said, tuple) else (said,) if isinstance(said, str) else ():
        yield _path(settings.files.get(str(name))) or str(name)
    for tag in element.tags if settings.use_tags else ():
        entry = settings.files.get(tag)
        path = _path(entry)
        if path:
            yield path
        elif isinstance(entry, FrozenDict) and entry.get("dataUrl"):
            yield tag


def _path(entry: Value) -> str | None:
    path = entry.get("path") if isinstance(entry, FrozenDict) else entry
    return path if isinstance(path, str) else None
