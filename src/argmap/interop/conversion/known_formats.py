"""The formats that can be read or written; the module of each is loaded when it is first needed."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from argmap.interop.conversion.conversions import Format, WritableFormat
from argmap.text.nearest import nearest

# Whether formats are read and written, by name; they are listed in this order, the most used first.
_FORMATS = {
    "argdown-json": ("argdown_json", True, True),
    "aif": ("aif", True, True),
    "xaif": ("xaif", True, True),
    "kialo": ("kialo", True, False),
    "csv": ("csv_table", True, True),
    "xlsx": ("workbooks.xlsx", True, False),
    "opml": ("opml", True, True),
    "freeplane": ("freeplane", True, True),
    "graphml": ("graphml", True, True),
    "mindmup": ("mindmup", True, True),
    "iccma-af": ("iccma_af", True, True),
    "apx": ("apx", True, True),
    "tgf": ("tgf", True, True),
    "bag": ("bag", True, True),
    "arguebuf": ("arguebuf", True, True),
    "carneades": ("carneades_graph", True, True),
    "arggraph": ("annotated_texts.arggraph", True, False),
    "brat": ("annotated_texts.brat", True, False),
    "gsn": ("assurance_cases.gsn", True, True),
    "ltac": ("ltac", True, False),
    "sadface": ("sadface", True, True),
}

READERS = tuple(name for name, (_, is_read, _) in _FORMATS.items() if is_read)
WRITERS = tuple(name for name, (_, _, is_written) in _FORMATS.items() if is_written)


def reader(name: str) -> Format:
    """Return the module that reads a format.

    Raises:
        ValueError: there is none of this name; the message names the nearest.
    """
    return cast(Format, _module(name, READERS, "read"))


def writer(name: str) -> WritableFormat:
    """Return the module that writes a format.

    Raises:
        ValueError: there is none of this name; the message names the nearest.
    """
    return cast(WritableFormat, _module(name, WRITERS, "written"))


def _module(name: str, names: tuple[str, ...], done: str) -> object:
    if name not in names:
        near = nearest(name, names)
        hint = f"; did you mean {near!r}?" if near else f"; choose one of {', '.join(names)}"
        raise ValueError(f"no format {name!r} can be {done}{hint}")
    return import_module(f"argmap.interop.{_FORMATS[name][0]}")
