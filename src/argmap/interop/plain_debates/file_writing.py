"""What all writers of such files do: check what a file says, and keep what it cannot say beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict
from argmap.interop.conversion.conversion_report import Direction, Fate, Loss, Report, counts_of
from argmap.interop.conversion.conversions import Writing, WritingOptions
from argmap.interop.conversion.debate_losses import by_entry, losses_of_facts, other_differences
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.known_formats import reader
from argmap.interop.conversion.own_data import without_own
from argmap.interop.plain_debates.kept_debate import Render, kept
from argmap.interop.plain_debates.stated_losses import stated_losses
from argmap.interop.plain_debates.titles_again import titles_again
from argmap.model import Argument, Claim, Debate, Element, Evidence, HasDebate, Ref, debate_of
from argmap.model.sameness.debate_facts import facts_under
from argmap.model.sameness.same import CountedFacts, counted_facts
from argmap.model.stating.statable import statable

ElementT = TypeVar("ElementT", Claim, Evidence, Argument)
_KEPT = "argmap"


def writing_of(
    name: str,
    document: HasDebate | Debate,
    render: Render,
    options: WritingOptions | None = None,
    *,
    key: str | None = None,
    keeps: bool = True,
) -> Writing:
    """Return a debate as `render` writes it, and what is lost.

    If the format `keeps` more than it says itself, the debate is kept there, and reading gives it back.
    """
    options = options or WritingOptions()
    asked = debate_of(document)
    debate = statable(asked)
    facts = counted_facts(debate)

    def again(text: str) -> CountedFacts:
        return counted_facts(reader(name).read(text).debate)

    text = render(debate, None)
    seen = reader(name).read(text).debate
    is_kept = keeps and options.extras
    losses = tuple(_losses(facts, debate, seen, key or name, kept=_KEPT if is_kept else None))
    if is_kept and losses:
        text = render(debate, kept(debate))
        losses = (*losses, *other_differences(facts, again(text)))
    elif not losses:
        losses = tuple(other_differences(facts, counted_facts(seen)))
        if losses and is_kept:
            text = render(debate, kept(debate))
            losses = tuple(other_differences(facts, again(text)))
    if debate != asked:
        changes = tuple(stated_losses(asked, debate))
        losses = (*(changes or other_differences(counted_facts(asked), facts)), *losses)
    return Writing(text, Report(name, Direction.WRITTEN, counts_of(debate), losses))


def _losses(
    facts: CountedFacts, debate: Debate, seen: Debate, key: str, *, kept: str | None
) -> Iterator[Loss]:
    """Yield what a file does not say about a debate, or says differently; `seen` is what is read from it."""
    again = titles_again(debate, seen)
    for ref, own in again.owns.items():
        name = again.names[ref]
        if ref == own.ref:
            continue
        if kept:
            yield Loss(Fate.ASIDE, "title", name, f"its title is kept in {kept}", kept)
        elif collapsed(ref.title) == collapsed(own.title):
            yield Loss(Fate.CHANGED, "title", name, f"it is called {ref}")
        else:
            yield Loss(Fate.DROPPED, "title", name, "its title is not said")
    bare = _without_new_ids(seen, again.owns, key)
    losses = losses_of_facts(facts, Counter(facts_under(bare, again.names, again.sections)), kept=kept)
    yield from by_entry(losses, debate.metadata, seen.metadata)


def _without_new_ids(seen: Debate, owns: Mapping[Ref, Element], key: str) -> Debate:
    """Return a debate without ids that things have only in a file; `owns` has them as they were written."""

    def bare(each: ElementT) -> ElementT:
        own = owns.get(each.ref)
        if key not in each.data or (own is not None and key in own.data):
            return each
        return evolve(each, data=without_own(each.data, key))

    return evolve(
        seen,
        claims=FrozenDict({title: bare(each) for title, each in seen.claims.items()}),
        evidence=FrozenDict({title: bare(each) for title, each in seen.evidence.items()}),
        arguments=FrozenDict({title: bare(each) for title, each in seen.arguments.items()}),
    )
