"""Where to add one more key to a mapping in a text of YAML, and how to write it there."""

from __future__ import annotations

from argmap.data import Value
from argmap.data.locations import Locations, Path
from argmap.data.yaml_writer import flow_yaml
from argmap.editing.stated_lines import line_end, line_start, newline_of
from argmap.text import Edit, Span


def key_edit(
    text: str,
    around: Span,
    locations: Locations,
    path: Path,
    key: str,
    value: Value,
    *,
    is_block: bool = False,
) -> Edit:
    """Return the edit that adds a key to the mapping that a path leads to, after its other keys.

    `around` is where in the text the whole YAML is, with its braces if it has any; `is_block` says that
    these contain block YAML.
    """
    pair = locations.get(path) if path else None
    place = pair.value if pair else around
    written = f"{_word(key)}: {flow_yaml(value)}"
    inside = [location for its_path, location in locations.items() if its_path[:-1] == path]
    is_flow = text[place.start : place.start + 1] == "{" and not (is_block and not path)
    if is_flow:
        closing = text.rfind("}", place.start, place.end)
        before = text[place.start + 1 : closing].rstrip()
        comma = ", " if before and before[-1] != "," else ""
        at = place.start + 1 + len(before)
        return Edit(Span(at, at, around.path), comma + written)
    if inside:
        last = max(inside, key=lambda location: location.value.end)
        at = line_end(text, max(last.key.end, last.value.end))
        indent = " " * (last.key.start - line_start(text, last.key.start))
    else:
        at = line_end(text, pair.key.end if pair else place.end)
        indent = " " * (2 + (pair.key.start - line_start(text, pair.key.start) if pair else 0))
    return Edit(Span(at, at, around.path), f"{newline_of(text)}{indent}{written}")


def _word(key: str) -> str:
    return flow_yaml((key,))[1:-1]
