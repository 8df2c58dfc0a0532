"""What changes when something is accepted or rejected."""

from __future__ import annotations

from attrs import frozen

from argmap.model import QuestionRef, Ref
from argmap.model.stating.calling import called
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.verdict import Verdict
from argmap.text.counts import enumerated


@frozen
class VerdictChange:
    """A verdict before and after something was accepted or rejected."""

    ref: Ref
    before: Verdict
    after: Verdict

    @property
    def name(self) -> str:
        """The name of what the verdict is about, as in the markup."""
        return str(self.ref)

    def __str__(self) -> str:
        """Return what it is about, and both labels."""
        return f"{self.ref}: {self.words}"

    @property
    def words(self) -> str:
        """Both labels or strengths, or the answers to a question before and after.

        What some but not all positions accept is possible.
        """
        words = _answer if isinstance(self.ref, QuestionRef) else _words
        return f"{words(self.before)} → {words(self.after)}"


@frozen
class Comparison:
    """The evaluation of a debate before and after something was accepted or rejected.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\\n  - [B]: b")
    >>> [str(change) for change in argmap.what_if(document, reject=["[B]"]).changed]
    ['[A]: out → in', '[B]: in → out']
    """

    before: Evaluation
    after: Evaluation

    @property
    def changed(self) -> tuple[VerdictChange, ...]:
        """The verdicts whose label, strength or answer has changed, in document order."""
        pairs = ((ref, verdict, self.after.verdicts[ref]) for ref, verdict in self.before.verdicts.items())
        return tuple(
            VerdictChange(ref, before, after)
            for ref, before, after in pairs
            if (before.label, before.strength, before.is_possible, before.answers)
            != (after.label, after.strength, after.is_possible, after.answers)
        )

    def __str__(self) -> str:
        """Return the changes, one per line."""
        return "\n".join(map(str, self.changed)) or "nothing changes"

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from html import escape

        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in self.rows()
        )
        head = "<tr><th>element</th><th>verdict</th><th>why now</th></tr>"
        return f"<table>{head}{rows}</table>" if rows else "<p>nothing changes</p>"

    def rows(self) -> list[tuple[str, str, str]]:
        """Return the changes as rows: a name, both labels, and the basis of the second."""
        return [
            (called(self.before.debate, change.ref), change.words, change.after.words)
            for change in self.changed
        ]

    def as_dict(self) -> dict[str, object]:
        """Return it as data for JSON."""
        return {
            "version": 1,
            "accept": list(self.after.options.accept),
            "reject": list(self.after.options.reject),
            "changed": [
                {
                    "name": change.name,
                    "before": _entry(change.ref, change.before),
                    "after": _entry(change.ref, change.after),
                }
                for change in self.changed
            ],
        }


def _words(verdict: Verdict) -> str:
    if verdict.label is None:
        return "none" if verdict.strength is None else f"{verdict.strength:.2f}"
    is_only_possible = verdict.is_possible and verdict.label is not Label.IN
    return f"{verdict.label.value}, possible" if is_only_possible else verdict.label.value


def _answer(verdict: Verdict) -> str:
    if verdict.answers and verdict.label is not None:
        return enumerated(map(str, verdict.answers))
    if verdict.label is Label.OUT:
        return "none"
    return "open" if verdict.label is Label.UNDECIDED else _words(verdict)


def _entry(ref: Ref, verdict: Verdict) -> dict[str, object]:
    entry: dict[str, object] = {
        "label": verdict.label.value if verdict.label else None,
        "basis": verdict.basis.value if verdict.basis else None,
        "strength": verdict.strength,
        "possible": verdict.is_possible,
    }
    if isinstance(ref, QuestionRef):
        entry["answers"] = list(map(str, verdict.answers))
    return entry
