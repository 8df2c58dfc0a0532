"""Arguments by name with relations among them: the content of files for solvers."""

from __future__ import annotations

from attrs import Factory, define

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.plain_debates.file_reading import reading_of, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, Tie
from argmap.model import RelationKind
from argmap.text import Span

KEY = "iccma"


@define(eq=False)
class AttackTable:
    """Collects what a file says: arguments by name, then relations among them, in any order."""

    text: str
    damage: Damage
    arguments: dict[str, PlainThing] = Factory(dict)
    relations: list[tuple[RelationKind, str, str, Span]] = Factory(list)

    @classmethod
    def of(cls, text: str, options: ReadingOptions) -> AttackTable:
        """Return a table of a text that is still to be read."""
        return cls(text, Damage(options.is_lenient))

    def argument(self, name: str, span: Span, *, text: str = "", weight: float | None = None) -> None:
        """Add an argument; adding the same one twice changes nothing."""
        data: Data = NO_DATA if weight is None else FrozenDict({"weight": weight})
        thing = PlainThing(name, "argument", text, data=data, span=span)
        before = self.arguments.setdefault(name, thing)
        if before != thing:
            line = str(self.text.count("\n", 0, before.span.start if before.span else 0) + 1)
            self.damage.add(
                wrong(self.text, "I404", span, name, f"is there already (line {line})"), f"argument {name}"
            )

    def relate(self, kind: RelationKind, source: str, target: str, span: Span) -> None:
        """Add a relation; its ends may come later."""
        self.relations.append((kind, source, target, span))

    def reading(self, name: str, options: ReadingOptions) -> Reading:
        """Return the debate, once everything has been added.

        Raises:
            FormatError: an end of a relation is not an argument.
        """
        plain = PlainDebate(dict(self.arguments))
        for kind, source, target, span in self.relations:
            missing = next((end for end in (source, target) if end not in self.arguments), None)
            if missing is None:
                plain.ties.append(Tie(kind, source, target))
            else:
                what = f"names {missing[:80]}, which is not there"
                subject = f"{kind.value} of {source} on {target}"
                self.damage.add(wrong(self.text, "I403", span, kind.value, what), subject)
        return reading_of(name, plain, options, key=KEY, damage=self.damage)
