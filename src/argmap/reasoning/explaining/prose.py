"""Explanations in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from argmap.model import Debate, InferenceRef, QuestionRef, Ref, Relation, RelationKind
from argmap.model.stating.calling import called
from argmap.reasoning.explaining.point_role import ExplanationLine, PointRole
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.verdict import Basis, Verdict

LineOf = Callable[[Ref | Relation], int | None]

# At most so many names of a circle are listed.
_MOST_NAMES = 6


def prose(
    debate: Debate,
    about: Ref,
    verdict: Verdict,
    lines: Sequence[ExplanationLine],
    line_of: LineOf,
    depth: int | None,
    *,
    has_positions: bool = True,
) -> Iterator[str]:
    """Yield an explanation line by line: a heading, then a line for each point down to a depth."""
    words = _Wording(debate, lines, line_of)
    heading = words.answer if isinstance(about, QuestionRef) else words.heading
    state = heading(verdict) if has_positions else "is undecided: no position is stable"
    yield f"{words.name(about)} {state}."
    # What is further up has been explained there only if it was not cut off.
    was_cut: set[int] = set()
    for place, line in enumerate(lines):
        has_points = words.has_points(place)
        if depth is not None and line.depth > depth:
            if line.depth == depth + 1 and lines[place - 1].depth <= depth:
                was_cut.add(place)
                yield "  " * line.depth + "…"
            continue
        is_joined = words.joins_next(place) and (depth is None or line.depth < depth)
        text = words.sentence(place, is_joined=is_joined)
        if line.shown_at is not None and not line.circle and words.is_explained(line.shown_at, was_cut):
            text += " (see above)"
        if has_points and depth is not None and line.depth == depth:
            was_cut.add(place + 1)
        yield "  " * line.depth + text + ("," if is_joined else ".")


@frozen
class _Wording:
    """Words for the points of an explanation."""

    debate: Debate
    lines: Sequence[ExplanationLine]
    line_of: LineOf

    def heading(self, verdict: Verdict) -> str:
        """Return in words the verdict that is explained."""
        if verdict.label is Label.UNDECIDED and verdict.is_possible:
            return "is undecided, but some position accepts it"
        if verdict.basis:
            return f"is {verdict.label.value if verdict.label else ''}: {verdict.words}"
        if verdict.label is Label.IN:
            return "is in: every position accepts it"
        return "is out: every position rejects it" if verdict.label is Label.OUT else "is undecided"

    def answer(self, verdict: Verdict) -> str:
        """Return in words the outcome of the question that is explained."""
        if verdict.label is Label.IN:
            return f"is answered: {verdict.words}"
        if verdict.label is Label.OUT:
            return f"has no answer: {verdict.words}"
        if not self.lines:
            return "is open: it has no positions"
        return "is open, but some position answers it" if verdict.is_possible else "is open"

    def has_points(self, place: int) -> bool:
        """Return whether a point has points of its own."""
        depth = self.lines[place].depth if place >= 0 else 0
        return place + 1 < len(self.lines) and self.lines[place + 1].depth > depth

    def is_explained(self, shown_at: int, was_cut: set[int]) -> bool:
        """Return whether the points of another line, from 1, or of the heading are further up."""
        return shown_at not in was_cut and self.has_points(shown_at - 1)

    def joins_next(self, place: int) -> bool:
        """Return whether what brought an inference down is named on its line and explained on the next."""
        return (
            isinstance(self.lines[place].subject, InferenceRef)
            and self.has_points(place)
            and self.lines[place + 1].role in (PointRole.UNDERCUT_BY, PointRole.PREMISE_DOWN)
        )

    def sentence(self, place: int, *, is_joined: bool) -> str:
        """Return a point in words, without a full stop."""
        line = self.lines[place]
        if place and self.joins_next(place - 1):
            return f"which {self._clause(place)}"
        subject = line.subject
        if isinstance(subject, Relation):
            return self._relation(place, subject)
        if isinstance(subject, InferenceRef):
            return self._inference(line, subject, self.lines[place + 1] if is_joined else None)
        return self._element(place, subject)

    def _relation(self, place: int, relation: Relation) -> str:
        line = self.lines[place]
        verb = _VERBS.get(line.role) or _KINDS.get(relation.kind, "attacks")
        weighed = ", but it is outweighed" if line.role is PointRole.OUTWEIGHED else ""
        return f"{self.name(relation.source, relation)} {verb} it{self._tail(place)}{weighed}"

    def _inference(self, line: ExplanationLine, ref: InferenceRef, cause: ExplanationLine | None) -> str:
        name = self.name(ref)
        if cause is not None:
            subject = cause.subject
            if isinstance(subject, Relation):
                return f"{name} is undercut by {self.name(subject.source, subject)}"
            return f"{name} rests on {self._premise(subject, ref)}"
        verb = _VERBS.get(line.role, "")
        if line.label is Label.IN and line.is_supposed:
            return f"{name} leads to it"
        if line.label is Label.IN:
            return f"{name} {verb} it: it holds" if verb else f"{name} holds"
        if line.circle:
            state = self._circle(line)
        else:
            state = "is undecided" if line.label is Label.UNDECIDED else f"is out{_because(line.basis)}"
        return f"{name} {verb} it, but {state}" if verb else f"{name} {state}"

    def _premise(self, subject: Ref, ref: InferenceRef) -> str:
        if subject.kind == "argument" and subject.title == ref.argument:
            return f"what {self.name(subject)} takes for granted"
        return self.name(subject)

    def _element(self, place: int, subject: Ref) -> str:
        line = self.lines[place]
        name = self.name(subject)
        match line.role:
            case PointRole.ENTAILED_BY | PointRole.FAILED_ENTAILMENT:
                return f"{name} entails it{self._tail(place)}"
            case PointRole.RIVAL | PointRole.RIVAL_DOWN | PointRole.EXCLUDED_BY:
                return f"{name} is incompatible with it{self._tail(place)}"
            case PointRole.ACCEPTED:
                return f"{name} is accepted"
            case PointRole.POSITION:
                return f"its position {name} {self._is(line)}"
            case PointRole.REASON | PointRole.FAILED_REASON | PointRole.FOR:
                return self._given(place, name)
            case _ if line.circle:
                return f"its premise is {name}, but {self._circle(line)}"
            case _:
                return f"its premise {name} {self._is(line)}"

    def _given(self, place: int, name: str) -> str:
        """Return what gives a statement to a reductio: the statement itself, or what entails it."""
        line = self.lines[place]
        if line.is_supposed:
            is_entailed = line.subject.kind != "argument"
            return f"{name} entails it{self._tail(place)}" if is_entailed else f"{name} {self._is(line)}"
        if line.label is Label.IN:
            return f"{name} holds anyway{self._tail(place)}"
        return f"{name} by itself {self._is(line)}"

    def _tail(self, place: int) -> str:
        """Return what is said about a thing after what it does."""
        line = self.lines[place]
        if line.circle:
            return f", but {self._circle(line)}"
        match None if line.is_supposed else line.basis:
            case Basis.PRESUMED:
                return (
                    "; nothing argues against that"
                    if not self.has_points(place)
                    else "; no objection to that stands"
                )
            case Basis.EVIDENCE:
                return "; that stands on its source"
            case Basis.ACCEPTED:
                return "; that is accepted from the start"
            case Basis.REJECTED:
                return ", but that is rejected from the start"
            case _:
                joint = ", and" if line.label is Label.IN else ", but"
                return f"{joint} {self._is(line)}"

    def _clause(self, place: int) -> str:
        """Return what is said about a thing after "which"."""
        line = self.lines[place]
        if line.circle:
            return self._circle(line)
        match None if line.is_supposed else line.basis:
            case Basis.PRESUMED if line.label is Label.IN:
                return "nothing argues against" if not self.has_points(place) else "no objection brings down"
            case Basis.EVIDENCE:
                return "stands on its source"
            case Basis.ACCEPTED:
                return "is accepted from the start"
            case Basis.REJECTED:
                return "is rejected from the start"
            case _:
                return self._is(line)

    def _is(self, line: ExplanationLine) -> str:
        if line.circle:
            return self._circle(line)
        if line.is_supposed:
            return "is supposed" if line.basis is Basis.ACCEPTED else _SUPPOSED[line.label]
        return f"is {line.label.value}{_because(line.basis)}"

    def _circle(self, line: ExplanationLine) -> str:
        names = list(line.circle)
        if len(names) == 1:
            return f"that is {names[0]} itself"
        shown = names[:_MOST_NAMES] + ["…"] * (len(names) > _MOST_NAMES)
        return f"this goes round in a circle: {' → '.join([*shown, names[0]])}"

    def name(self, ref: Ref, place: Relation | None = None) -> str:
        """Return the name of something, with the line of the document where it, or a relation, is."""
        number = self.line_of(place or ref)
        called_so = (
            f"inference {ref.place + 1} of <{ref.argument}>"
            if isinstance(ref, InferenceRef)
            else called(self.debate, ref)
        )
        return called_so if number is None else f"{called_so} (line {number})"


# Words for the role of a step.
_VERBS = {
    PointRole.REASON: "supports",
    PointRole.FAILED_REASON: "supports",
    PointRole.FOR: "supports",
    PointRole.OBJECTION: "attacks",
    PointRole.ANSWERED: "attacks",
    PointRole.AGAINST: "attacks",
    PointRole.UNDERCUT_BY: "undercuts",
    PointRole.UNDERCUT_ANSWERED: "undercuts",
    PointRole.UNDERCUT_OPEN: "undercuts",
}
# Words for statements in a reductio.
_SUPPOSED = {
    Label.IN: "follows from what is supposed",
    Label.OUT: "does not follow from what is supposed",
    Label.UNDECIDED: "is undecided, whatever is supposed",
}
_KINDS = {
    RelationKind.SUPPORT: "supports",
    RelationKind.ENTAILMENT: "supports",
    RelationKind.UNDERCUT: "undercuts",
}


def _because(basis: Basis | None) -> str:
    return f": {basis.words}" if basis else ""
