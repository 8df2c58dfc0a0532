"""Writes debates as the arguments and attacks that solvers read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from argmap.interop.conversion.conversion_report import Direction, Fate, Loss, Report, counts_of
from argmap.interop.conversion.conversions import Writing, WritingOptions
from argmap.interop.conversion.debate_losses import losses_of_facts, other_differences
from argmap.interop.conversion.known_formats import reader
from argmap.model import Argument, ArgumentRef, Debate, HasDebate, InferenceRef, Ref, debate_of
from argmap.model.sameness.debate_facts import facts_under
from argmap.model.sameness.same import counted_facts
from argmap.model.stating.statable import statable
from argmap.text.counts import agreeing, counted

_PLAIN_NAME = re.compile(r"[A-Za-z0-9_]+")


@frozen
class WrittenTable:
    """Arguments by name with their text and weight, and attacks and supports as pairs of names.

    `called` has what each of them is called in the debate.
    """

    names: Mapping[str, tuple[str, float | None]]
    called: Mapping[str, str]
    attacks: tuple[tuple[str, str], ...] = ()
    supports: tuple[tuple[str, str], ...] = ()


def table_writing(
    name: str,
    document: HasDebate | Debate,
    render: Callable[[WrittenTable], str],
    options: WritingOptions | None = None,
    *,
    has_names: bool = True,
) -> Writing:
    """Return a debate as a framework, and what is lost: one loss for each feature.

    By the choice `framework` its arguments are all elements of the debate (`attacks`), or those that define
    its verdicts (`structured`), as `argmap.reasoning.framework_of` builds them.
    """
    options = options or WritingOptions()
    asked = debate_of(document)
    debate = statable(asked)
    how = options.choices.get("framework", "attacks")
    table = _of_elements(debate, has_names=has_names) if how == "attacks" else _structured(debate)
    text = render(table)
    seen = reader(name).read(text).debate
    called: dict[Ref, str] = {ArgumentRef(own): name for own, name in table.called.items()}
    facts = Counter(facts_under(seen, called, {None: ""}))
    asked_facts = counted_facts(asked)
    losses = (
        *(_renaming_losses(debate, table, seen) if how == "attacks" else ()),
        *_by_feature(losses_of_facts(asked_facts, asked_facts & facts)),
    )
    losses = losses or tuple(other_differences(asked_facts, counted_facts(seen)))
    return Writing(text, Report(name, Direction.WRITTEN, counts_of(debate), losses), table.called)


def _renaming_losses(debate: Debate, table: WrittenTable, seen: Debate) -> Iterator[Loss]:
    """Yield losses if something else became an argument, or elements have other names, such as numbers."""
    for kind, number in Counter(element.ref.kind for element in debate).items():
        if kind != "argument":
            detail = f"{counted(number, 'thing')} of this kind"
            yield Loss(Fate.CHANGED, f"{kind} as argument", "debate", detail)
    number = sum(called[1:-1] != name for name, called in table.called.items() if name in seen.arguments)
    if number:
        yield Loss(Fate.DROPPED, "title", "debate", _having(number))


def _having(number: int) -> str:
    return f"which {counted(number, 'thing')} {agreeing(number, 'has', 'have')}"


def _by_feature(losses: Iterator[Loss]) -> tuple[Loss, ...]:
    features: dict[str, int] = {}
    for loss in losses:
        features[loss.feature] = features.get(loss.feature, 0) + 1
    return tuple(
        Loss(Fate.DROPPED, feature, "debate", _having(number)) for feature, number in features.items()
    )


def _of_elements(debate: Debate, *, has_names: bool) -> WrittenTable:
    refs: list[Ref] = [element.ref for element in debate]
    titles = [ref.title for ref in refs]
    keeps_names = has_names and len(set(titles)) == len(titles) and all(map(_PLAIN_NAME.fullmatch, titles))
    names = {ref: ref.title if keeps_names else str(number) for number, ref in enumerate(refs, start=1)}
    attacks: dict[tuple[str, str], None] = {}
    supports: dict[tuple[str, str], None] = {}
    for relation in debate.relations:
        ends = names[_element(relation.source)], names[_element(relation.target)]
        if relation.kind.is_supporting:
            supports[ends] = None
        else:
            attacks[ends] = None
        if relation.kind.is_symmetric:
            attacks[ends[1], ends[0]] = None
    told = {
        names[element.ref]: (
            (element.text or "") if isinstance(element, Argument) else element.text or element.title,
            _weight(element.data.get("weight")),
        )
        for element in debate
    }
    called = {name: str(ref) for ref, name in names.items()}
    return WrittenTable(told, called, tuple(attacks), tuple(supports))


def _weight(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None  # type: ignore[arg-type, operator]  # it is a number


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _structured(debate: Debate) -> WrittenTable:
    from argmap.reasoning import framework_names, framework_of

    framework = framework_of(debate)
    names = {node: str(number) for number, node in enumerate(framework.arguments, start=1)}
    words = framework_names(debate, framework.arguments)
    told = {names[node]: (words[node], None) for node in framework.arguments}
    attacks = tuple((names[source], names[target]) for source, target in framework.attacks)
    called = {name: words[node] for node, name in names.items()}
    return WrittenTable(told, called, attacks)
