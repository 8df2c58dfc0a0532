"""An explanation: points, and points below them, down to what is taken for granted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from argmap.model import Debate, Ref, Relation
from argmap.reasoning.explaining.point_role import ExplanationLine, PointRole, name_of_subject, span_of
from argmap.reasoning.explaining.prose import prose
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.verdict import Verdict
from argmap.text import SourceText, Span
from argmap.text.counts import counted

# How deep notebooks show it; the command does the same.
_DEPTH = 4


@frozen(repr=False)
class Point:
    """Something that explains a verdict, or another point."""

    explanation: Explanation
    place: int

    def __repr__(self) -> str:
        """Return its role and its subject."""
        return f"Point({self.role.value}: {self.subject_name})"

    @property
    def line(self) -> ExplanationLine:
        """The point in the form in which the explanation keeps it."""
        return self.explanation.lines[self.place]

    @property
    def role(self) -> PointRole:
        """Its part in the explanation."""
        return self.line.role

    @property
    def subject(self) -> Ref | Relation:
        """The inference, relation or element that the point is."""
        return self.line.subject

    @property
    def subject_name(self) -> str:
        """The name of its subject; for a relation, that of its source."""
        return name_of_subject(self.line.subject)

    @property
    def label(self) -> Label:
        """Whether its subject is in, out or undecided."""
        return self.line.label

    @property
    def span(self) -> Span | None:
        """Where its subject is written, None if that is unknown."""
        return span_of(self.explanation.debate, self.line.subject)

    @property
    def is_shown_above(self) -> bool:
        """Whether it is explained further up and not repeated here."""
        return self.line.shown_at is not None

    @property
    def is_supposed(self) -> bool:
        """Whether it has its label only under the supposition of a reductio."""
        return self.line.is_supposed

    @property
    def circle(self) -> tuple[str, ...]:
        """The names on a circle that ends here: its reasons lead back to what is being explained.

        If there are more than 20, some are left out and replaced by `…`.
        """
        return self.line.circle

    @property
    def points(self) -> tuple[Point, ...]:
        """The points that explain this one."""
        return self.explanation.points_below(self.place)

    @property
    def asides(self) -> tuple[Point, ...]:
        """What would count for this point, which is undecided, if it had another label."""
        return self.explanation.asides_below(self.place)


@frozen(slots=False, repr=False)
class Explanation:
    r"""Why something has its verdict: `points`, each with points of its own.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c")
    >>> explanation = argmap.why(document, "[A]")
    >>> [(point.role.value, point.subject_name) for point in explanation.points]
    [('failed_reason', '<B>')]
    >>> print(explanation.text())
    [A] (line 1) is out: its reasons have fallen.
      <B> (line 2) supports it, but is out: an objection stands.
        [C] (line 3) attacks it; nothing argues against that.
    """

    about: Ref
    verdict: Verdict
    lines: tuple[ExplanationLine, ...] = ()
    debate: Debate = field(default=Debate(), eq=False, repr=False)
    source: str | None = field(default=None, eq=False, repr=False)
    has_positions: bool = field(default=True, kw_only=True)

    @property
    def points(self) -> tuple[Point, ...]:
        """What explains the verdict directly."""
        return self.points_below(-1)

    @property
    def asides(self) -> tuple[Point, ...]:
        r"""What would count for something undecided if it had another label, such as reasons that fell.

        >>> import argmap
        >>> document = argmap.parse("[A]: a\n  + [B]: b\n    - [C]: c\n  + [D]: d\n  - [E]: e")
        >>> explanation = argmap.why(document, "[A]")
        >>> explanation.points
        (Point(for: [D]), Point(against: [E]))
        >>> explanation.asides
        (Point(failed_reason: [B]),)
        """
        return self.asides_below(-1)

    def points_below(self, place: int) -> tuple[Point, ...]:
        """Return the points below the point at a place, or those of the whole at -1."""
        below = self._below.get(place, ())
        return tuple(Point(self, each) for each in below if not self.lines[each].is_aside)

    def asides_below(self, place: int) -> tuple[Point, ...]:
        """Return the asides to the point at a place, or those to the whole at -1."""
        return tuple(Point(self, each) for each in self._below.get(place, ()) if self.lines[each].is_aside)

    @cached_property
    def _below(self) -> Mapping[int, Sequence[int]]:
        below: defaultdict[int, list[int]] = defaultdict(list)
        # The points on the way down to the current one; the whole is above all.
        path = [-1]
        for place, line in enumerate(self.lines):
            del path[line.depth :]
            below[path[-1]].append(place)
            path.append(place)
        return below

    def __repr__(self) -> str:
        """Return what it explains, and the number of its points."""
        return f"Explanation({self.about}: {self.verdict.sentence}; {counted(len(self.lines), 'point')})"

    def __str__(self) -> str:
        """Return all of it in words."""
        return self.text()

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from html import escape

        return f'<pre style="white-space: pre-wrap">{escape(self.text(_DEPTH))}</pre>'

    def text(self, depth: int | None = None) -> str:
        """Return it in words: one point per line, with what explains it indented below.

        Lines of the document are in parentheses. Points more than `depth` levels down become "…".
        """
        return "\n".join(
            prose(
                self.debate,
                self.about,
                self.verdict,
                self.lines,
                self.line_of,
                depth,
                has_positions=self.has_positions,
            )
        )

    def line_of(self, subject: Ref | Relation) -> int | None:
        """Return the line of the text, from 1, where something is written; None if that is unknown."""
        span = span_of(self.debate, subject)
        if self._source_text is None or span is None or span.path is not None:
            return None
        return self._source_text.location(span.start).line

    @cached_property
    def _source_text(self) -> SourceText | None:
        return None if self.source is None else SourceText(self.source)

    def as_dict(self) -> dict[str, object]:
        """Return it as data for JSON: points one after another, each with its depth from 1."""
        return {
            "version": 1,
            "about": str(self.about),
            "label": self.verdict.label.value if self.verdict.label else None,
            "basis": self.verdict.basis.value if self.verdict.basis else None,
            "line": self.line_of(self.about),
            "points": [
                {
                    "depth": line.depth,
                    "role": line.role.value,
                    "subject": name_of_subject(line.subject),
                    "label": line.label.value,
                    "basis": line.basis.value if line.basis else None,
                    "line": self.line_of(line.subject),
                    "shown_above": line.shown_at is not None,
                    "circle": list(line.circle),
                    "aside": line.is_aside,
                    "supposed": line.is_supposed,
                }
                for line in self.lines
            ],
        }
