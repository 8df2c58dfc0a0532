"""What all writers of such files do: they look what a file says, and keep beside it what it does not say."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from argmap.data import Data, FrozenDict
from argmap.interop.conversion.conversion_report import Direction, Report, counts_of
from argmap.interop.conversion.conversions import Writing, WritingOptions
from argmap.interop.conversion.debate_losses import losses_of_facts, other_differences
from argmap.interop.conversion.known_formats import reader
from argmap.interop.plain_debates.kept_debate import kept
from argmap.model import Argument, Claim, Debate, Evidence, HasDebate, debate_of
from argmap.model.sameness.same import CountedFacts, counted_facts
from argmap.model.stating.statable import statable

_KEPT = "argmap"
# A text of a debate; the second argument is what is kept beside it, None for nothing.
Render = Callable[[Debate, str | None], str]


def writing_of(
    name: str,
    document: HasDebate | Debate,
    render: Render,
    options: WritingOptions | None = None,
    *,
    key: str | None = None,
    keeps: bool = True,
) -> Writing:
    """Return a debate as `render` writes it, and what that does not say.

    If the format `keeps` something beside what it says, that is the debate, and reading gives it back.
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
    visible = counted_facts(_without_new_ids(seen, debate, key or name))
    losses = tuple(losses_of_facts(facts, visible, kept=_KEPT if is_kept else None))
    if is_kept and losses:
        text = render(debate, kept(debate))
        losses = (*losses, *other_differences(facts, again(text)))
    elif not losses:
        losses = tuple(other_differences(facts, counted_facts(seen)))
        if losses and is_kept:
            text = render(debate, kept(debate))
            losses = tuple(other_differences(facts, again(text)))
    if debate != asked:
        losses = (*other_differences(counted_facts(asked), facts), *losses)
    return Writing(text, Report(name, Direction.WRITTEN, counts_of(debate), losses))


def _without_new_ids(seen: Debate, debate: Debate, key: str) -> Debate:
    """Return a debate without the ids that things have only in a file."""

    def bare(data: Data) -> Data:
        return FrozenDict({word: value for word, value in data.items() if word != key})

    def claim(each: Claim) -> Claim:
        before = debate.claims.get(each.title)
        is_new = key in each.data and (before is None or key not in before.data)
        return evolve(each, data=bare(each.data)) if is_new else each

    def evidence(each: Evidence) -> Evidence:
        before = debate.evidence.get(each.title)
        is_new = key in each.data and (before is None or key not in before.data)
        return evolve(each, data=bare(each.data)) if is_new else each

    def argument(each: Argument) -> Argument:
        before = debate.arguments.get(each.title)
        is_new = key in each.data and (before is None or key not in before.data)
        return evolve(each, data=bare(each.data)) if is_new else each

    return evolve(
        seen,
        claims=FrozenDict({title: claim(each) for title, each in seen.claims.items()}),
        evidence=FrozenDict({title: evidence(each) for title, each in seen.evidence.items()}),
        arguments=FrozenDict({title: argument(each) for title, each in seen.arguments.items()}),
    )
