"""YAML of other programs."""

from __future__ import annotations

from argmap.interop.plain_debates.strict_yaml import YamlFile


def test_a_file_may_hold_as_many_values_as_it_says() -> None:
    (values,) = YamlFile.of("a: [" + "1," * 100_001 + "]").data.values()
    assert isinstance(values, tuple)
    assert len(values) == 100_001
