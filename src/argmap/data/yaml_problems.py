"""What is wrong in a YAML text, as a problem of that text and as a diagnostic of the text around it."""

from __future__ import annotations

from itertools import takewhile

from attrs import evolve

from argmap.named_tuples import NamedTuple
from argmap.text import Diagnostic, Fix, Related, Span, diagnose


class YamlProblem(NamedTuple):
    """Something wrong in a YAML text: a diagnostic's code, its words, and the offset in that text.

    `length` is that of what is wrong, and `first` is where a key that occurs again is first, empty for
    everything else. `fix` is the repair, in offsets of that text.
    """

    code: str
    offset: int
    words: tuple[str, ...] = ()
    first: tuple[int, ...] = ()
    length: int = 1
    fix: Fix | None = None

    def shifted(self, offset: int) -> YamlProblem:
        """Return the problem as one of a text in which this one begins at an offset."""
        fix = self.fix and evolve(self.fix, span=_moved(self.fix.span, offset))
        return self._replace(
            offset=self.offset + offset, first=tuple(place + offset for place in self.first), fix=fix
        )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def yaml_diagnostic(problem: YamlProblem, span: Span) -> Diagnostic:
    """Return the diagnostic of a problem in a YAML text that is written in a span of another text."""
    there = problem.shifted(span.start)
    start = min(there.offset, max(span.start, span.end - 1))
    place = Span(start, min(start + problem.length, max(span.end, start + 1)), span.path)
    first = [Related(Span(at, at + 1, span.path), "it occurs here first") for at in there.first]
    fix = there.fix and evolve(there.fix, span=there.fix.span._replace(path=span.path))
    return diagnose(problem.code, place, *problem.words, related=first, fix=fix)


def change(text: str, other: str) -> Fix:
    """Return the fix that makes one text of another.

    >>> change("{a: b}", "{a: 'b'}").replacement
    "'b'"
    """
    start = _alike(text, other)
    behind = _alike(text[start:][::-1], other[start:][::-1])
    return Fix(Span(start, len(text) - behind), other[start : len(other) - behind])


def _alike(text: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))
