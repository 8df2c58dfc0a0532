"""YAML of other programs: a mapping, without anchors, aliases or tags."""

from __future__ import annotations

from attrs import define, field

from argmap.data import Data, FrozenDict
from argmap.data.locations import Locations, Path, nearest
from argmap.data.yaml_locations import yaml_locations
from argmap.data.yaml_reader import read_yaml
from argmap.data.yaml_signs import first_sign
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.file_reading import wrong
from argmap.text import Span


@define(eq=False)
class YamlFile:
    """The mapping in a YAML text, with the places of what is in it."""

    text: str
    data: Data
    _locations: Locations | None = field(default=None, init=False)

    @classmethod
    def of(cls, text: str) -> YamlFile:
        """Return what a YAML text contains.

        Raises:
            FormatError: it is not YAML (I405) or not a mapping (I402), has a key twice (I404), nests too
            deep (I409), or has an anchor, alias or tag (I406).
        """
        if sign := first_sign(text):
            raise wrong(text, "I406", sign[1], sign[0])
        # Without aliases, the value is no larger than the text.
        value, problems = read_yaml(text, most=len(text) + 1)
        for problem in problems:
            span = Span(min(problem.offset, len(text)), min(problem.offset + 1, len(text)))
            if problem.code == "R203":
                line = str(text.count("\n", 0, problem.first[0]) + 1) if problem.first else "1"
                # The places of values are known, for the second key as for the first.
                raise wrong(text, "I404", span, problem.words[0], f"is there already (line {line})")
            if problem.code == "R205":
                raise wrong(text, "I409", span)
            raise wrong(text, "I405", span, "YAML", problem.words[0])
        if not isinstance(value, FrozenDict):
            raise wrong(text, "I402", Span(0, 0), "this", "must be a mapping")
        return cls(text, value)

    def span(self, path: Path) -> Span:
        """Return the place of a key, or of the nearest around it."""
        if self._locations is None:
            self._locations = yaml_locations(self.text)
        pair = nearest(self._locations, path)
        return pair.key if pair else Span(0, 0)

    def wrong(self, path: Path, code: str, *words: str) -> FormatError:
        """Return the error for something wrong with a value."""
        return wrong(self.text, code, self.span(path), *words)
