"""XML of other programs."""

from __future__ import annotations

import gc
from contextlib import suppress
from xml.parsers import expat

import pytest

from argmap.interop import FormatError
from argmap.interop.plain_debates.strict_xml import parse_xml


@pytest.mark.parametrize("text", ["<a>b</a>", "<a>&nbsp;</a>", "<a", "<!DOCTYPE a><a/>"])
def test_no_parser_is_left_for_the_collector(text: str) -> None:
    gc.collect()
    gc.disable()
    try:
        before = parsers()
        for _ in range(10):
            with suppress(FormatError):
                parse_xml(text)
        assert parsers() <= before
    finally:
        gc.enable()


def parsers() -> int:
    return sum(type(each) is expat.XMLParserType for each in gc.get_objects())
