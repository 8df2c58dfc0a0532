"""Where keys and values are in a YAML text."""

from __future__ import annotations

from typing import Any

import yaml

from argmap.data.locations import Locations, Recorder
from argmap.data.yaml_reader import LOADER, TIGHT_COLON, printable, without_spaces
from argmap.data.yaml_scalars import DEEPEST, key_name, scalar_value
from argmap.text import Span


def yaml_locations(text: str) -> Locations:
    """Return where the keys and values of a YAML text are, as far as it can be read.

    Of a key that occurs twice the later one counts. What an alias or a merged mapping brings in is not
    written here, and has no location.

    >>> yaml_locations("{a: [1, 'two']}")[("a", 1)].value
    Span(start=8, end=13, path=None)
    """
    text = printable(text)
    recorder, is_whole = _recorded(text)
    if not is_whole and (colons := [colon.end() for colon in TIGHT_COLON.finditer(text)]):
        spaced, is_whole = _recorded(TIGHT_COLON.sub(": ", text))
        if is_whole:
            return {
                path: pair._replace(key=_tight(pair.key, colons), value=_tight(pair.value, colons))
                for path, pair in spaced.locations.items()
            }
    return recorder.locations


def _tight(span: Span, colons: list[int]) -> Span:
    """Return a span of a text with a space behind some colons as one of the text without them."""
    return Span(without_spaces(span.start, colons), without_spaces(span.end, colons))


def _recorded(text: str) -> tuple[Recorder, bool]:
    recorder = Recorder()
    try:
        loader = LOADER(text)
        try:
            while loader.check_event():
                event: Any = loader.get_event()
                if isinstance(event, yaml.DocumentEndEvent) or recorder.depth > DEEPEST:
                    break
                _record(event, recorder)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError:
        return recorder, False
    return recorder, True


def _record(event: Any, recorder: Recorder) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    match event:
        case yaml.ScalarEvent() if recorder.awaits_key:
            recorder.key((key_name(scalar_value(event, [])),), Span(start, end))
        case yaml.AliasEvent() if recorder.awaits_key:
            recorder.key(None, Span(start, end))
        case yaml.ScalarEvent() | yaml.AliasEvent():
            recorder.value(Span(start, end))
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            recorder.open(start, is_mapping=is_mapping, is_closed=bool(event.flow_style))
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            recorder.close(end)
