"""What in a YAML text stands for something else: anchors, aliases and tags."""

from __future__ import annotations

from typing import Any

import yaml

from argmap.data.yaml_reader import LOADER, printable
from argmap.text import Span


def first_sign(text: str) -> tuple[str, Span] | None:
    """Return the first anchor, alias or tag in a YAML text with its place; None if there is none.

    >>> first_sign("a: &b [1]")[0], first_sign("a: [1]")
    ('an anchor', None)
    """
    try:
        loader = LOADER(printable(text))
        try:
            while loader.check_event():
                event: Any = loader.get_event()
                if what := _sign(event):
                    start = event.start_mark.index
                    return what, Span(start, min(max(event.end_mark.index, start), len(text)))
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError:
        pass
    return None


def _sign(event: Any) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return "an alias"
    if getattr(event, "anchor", None):
        return "an anchor"
    return "a tag" if getattr(event, "tag", None) else None
