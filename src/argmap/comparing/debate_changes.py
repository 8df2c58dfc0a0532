"""What changed between two debates, as a value that can be shown, counted and reversed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from argmap.comparing.change_kinds import DebateChange, VerdictChanged
from argmap.comparing.element_changes import Pairs, SectionPairs, changes_between
from argmap.comparing.forms import JsonValue
from argmap.comparing.forms.told_changes import ToldChanges
from argmap.comparing.pairing.element_pairing import element_pairs
from argmap.comparing.pairing.section_pairing import section_pairs
from argmap.data.values import check_count
from argmap.model import Debate, HasDebate, Ref, debate_of
from argmap.model.display import notebook_bundle
from argmap.text.counts import counted
from argmap.text.given_values import check_switches, several
from argmap.text.nearest import check_choice

TOPICS = ("text", "data", "tags", "sections", "order", "verdicts")


def compare(
    old: HasDebate | Debate, new: HasDebate | Debate, *, same: Mapping[str, str] | None = None
) -> Changes:
    """Return what changed between two debates; `same` are titles in markup of what is the same in both.

    Raises:
        LookupError: a title in `same` does not exist; the message names the nearest.
    """
    old, new = debate_of(old), debate_of(new)
    pairs = element_pairs(old, new, same=same)
    return _changes(old, new, pairs, section_pairs(old, new, pairs))


def _changes(old: Debate, new: Debate, pairs: Pairs, sections: SectionPairs) -> Changes:
    return Changes(old, new, pairs, sections, tuple(changes_between(old, new, pairs, sections)))


@frozen(repr=False)
class Changes:
    r"""What changed between two debates, `old` and `new`; false if they say the same.

    `pairs` are the elements that are the same in both, `section_pairs` the ids of sections that are. Changes
    of elements come first, in the order of the new debate, then those of relations, sections and settings.
    The order in which things are written does not count. `texts` are what the debates were read from. A
    drawing shows what is at most `context` edges away from a change, or all with None.

    >>> import argmap
    >>> old = argmap.parse("[Costs]: They rise.\n  - <Tax>")
    >>> print(argmap.diff(old, argmap.parse("[Prices]: They rise.\n  + <Tax>")).text())
    renamed   claim    [Costs] → [Prices]  l. 1 → 1
    turned    relation <Tax> +> [Prices]  was: attacks, is: supports  l. 2 → 2
    1 claim, 1 relation changed
    <BLANKLINE>
    """

    old: Debate
    new: Debate
    pairs: Pairs
    section_pairs: SectionPairs
    changes: tuple[DebateChange, ...]
    ignored: frozenset[str] = frozenset()
    context: int | None = 1
    texts: tuple[str | None, str | None] = field(default=(None, None), eq=False)

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.changes)

    def __len__(self) -> int:
        """Return the number of changes."""
        return len(self.changes)

    def __iter__(self) -> Iterator[DebateChange]:
        """Yield the changes."""
        return iter(self.changes)

    def apply(self, debate: HasDebate | Debate) -> Debate:
        """Return the new debate, given the old one.

        To apply the changes to other debates, merge them: `argmap.merge`.

        Raises:
            ValueError: the debate is not the old one.
        """
        if debate_of(debate) != self.old:
            raise ValueError(
                "these changes are those of another debate; "
                "`argmap.merge(old, this, new)` takes them over into one that has changed, too"
            )
        return self.new

    def inverse(self) -> Changes:
        """Return the changes from the new debate back to the old one."""
        places = {element.ref: place for place, element in enumerate(self.new)}
        numbers = {section.id: number for number, section in enumerate(self.new.sections)}
        pairs = sorted(((after, before) for before, after in self.pairs), key=lambda pair: places[pair[0]])
        sections = sorted(
            ((after, before) for before, after in self.section_pairs), key=lambda pair: numbers[pair[0]]
        )
        turned = _changes(self.new, self.old, tuple(pairs), tuple(sections))
        verdicts = [
            VerdictChanged(change.after, change.before, change.verdicts[::-1])
            for change in self.changes
            if isinstance(change, VerdictChanged)
        ]
        order = {ref: place for place, (ref, _) in enumerate(pairs)}
        verdicts.sort(key=lambda change: order[change.before.ref])  # type: ignore[union-attr]  # elements
        turned = evolve(turned, changes=(*turned.changes, *verdicts), texts=self.texts[::-1])
        return turned.without(self.ignored)

    def without(self, topics: Iterable[str]) -> Changes:
        """Return the changes without those of some topics: `text`, `data`, `tags`, `sections`, `verdicts`.

        `order` may be among them, and is never a change.

        Raises:
            ValueError: there is no such topic.
        """
        ignored = several("topics", topics, "topics")
        for topic in ignored:
            check_choice("a topic of changes", topic, TOPICS)
        kept = tuple(change for change in self.changes if change.topic not in ignored)
        return evolve(self, changes=kept, ignored=self.ignored.union(ignored))

    def within(self, context: int | None) -> Changes:
        """Return the changes, to be drawn with what is at most so many edges away; None draws everything.

        Raises:
            ValueError: the number is less than 0.
        """
        if context is not None:
            check_count("context", context, least=0)
        return evolve(self, context=context)

    def with_verdicts(self, before: Mapping[Ref, str], after: Mapping[Ref, str]) -> Changes:
        """Return the changes together with those of verdicts, which are given in words."""
        verdicts = (
            VerdictChanged(self.old[first], self.new[second], (before[first], after[second]))
            for first, second in self.pairs
            if first in before and second in after and before[first] != after[second]
        )
        order = {element.ref: place for place, element in enumerate(self.new)}
        told = sorted(verdicts, key=lambda change: order[change.after.ref])  # type: ignore[union-attr]  # elements
        return evolve(self, changes=(*self.changes, *told)).without(self.ignored)

    def text(self, *, colored: bool = False) -> str:
        """Return the changes as lines; with `colored` words are in colours, too, for terminals."""
        check_switches(colored=colored)
        from argmap.comparing.forms.change_lines import change_lines

        return change_lines(self._in_words(), colored=colored)

    def markdown(self) -> str:
        """Return the changes as a table in Markdown, and what changed in numbers."""
        from argmap.comparing.forms.change_tables import change_table

        return change_table(self._in_words())

    def json(self) -> JsonValue:
        """Return the changes as lists and mappings that can be written as JSON."""
        from argmap.comparing.forms.change_entries import change_entries

        return change_entries(self._in_words())

    def _in_words(self) -> ToldChanges:
        return ToldChanges(self.changes, self.old, self.new, self.texts)

    def __repr__(self) -> str:
        return f"Changes({counted(len(self.changes), 'change')})"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        words = self.text() if self.changes else "nothing changed"
        return notebook_bundle(self, words)
