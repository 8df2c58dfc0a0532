"""Checks of what a debate says, and how their findings are silenced."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path

from attrs import evolve

from argmap.analysis.consequences import Consequences
from argmap.analysis.context import CheckContext, CheckFinding, allowed
from argmap.data import NO_DATA
from argmap.model import Argument, ArgumentRef, Debate, HasDebate, InferenceRef, Source, debate_of
from argmap.settings import Settings
from argmap.settings.settings import CheckSettings
from argmap.text import Diagnostic, Severity, Span
from argmap.text.given_text import given_path
from argmap.text.given_values import check_type, several


def check_debate(
    debate: HasDebate | Debate,
    *,
    settings: Mapping[str, object] | Settings | None = None,
    folder: str | PathLike[str] | None = None,
    diagnostics: Iterable[Diagnostic] = (),
) -> tuple[Diagnostic, ...]:
    """Return what all rules find, in order of the text.

    `folder` is where files that are quoted from are looked for, none by default. What the settings or the
    data of an element allow is left out, and so is what only follows from data that could not be read, as
    the `diagnostics` of the text say.

    >>> from argmap.model import Debate, Evidence, FrozenDict
    >>> [found.code for found in check_debate(Debate(evidence=FrozenDict(E=Evidence("E"))))]
    ['C301']

    Raises:
        ValueError: a setting cannot be used; the message names the nearest that can.
    """
    # Rules, and all that they import, are much; most of what imports this package wants something else.
    from argmap.analysis.rules import RULES

    chosen, debate = Settings.of(Settings.checked(settings)), debate_of(debate)
    known = several("diagnostics", diagnostics, "diagnostics")
    for diagnostic in known:
        check_type("each of the diagnostics", diagnostic, Diagnostic)
    context = CheckContext(
        debate,
        is_strict=chosen.model.mode == "strict",
        folder=None if folder is None else Path(given_path(folder)),
        reasoning=chosen.reasoning,
        check=chosen.check,
        selection=chosen.selection,
    )
    found = (one for rule in RULES for one in rule(context))
    consequences = Consequences.of(debate, known)
    kept = [one.diagnostic for one in found if not _is_allowed(debate, one) and not consequences.include(one)]
    ordered = sorted(kept, key=lambda one: (one.span.path or "", one.span.start, one.code, one.message))
    return tuple(_judged(ordered, chosen.check))


def judge(
    diagnostics: Iterable[Diagnostic], debate: HasDebate | Debate, settings: Settings | None = None
) -> tuple[Diagnostic, ...]:
    """Return findings of any kind without those that are allowed, as severe as the settings say.

    A statement, argument or inference with `{allow: [R221]}` allows what is found inside it.
    """
    debate = debate_of(debate)
    diagnostics = tuple(diagnostics)
    if not diagnostics:
        return ()
    chosen = (settings or Settings()).check
    places: defaultdict[tuple[str | None, str], list[Span]] = defaultdict(list)
    for codes, span in _allowing(debate):
        for code in codes:
            places[span.path, code].append(span)
    for spans in places.values():
        spans.sort()
    kept = (
        diagnostic
        for diagnostic in diagnostics
        if not _is_inside(diagnostic.span, places.get((diagnostic.span.path, diagnostic.code), ()))
    )
    return tuple(_judged(kept, chosen))


def _judged(diagnostics: Iterable[Diagnostic], settings: CheckSettings) -> Iterable[Diagnostic]:
    for diagnostic in diagnostics:
        if diagnostic.code not in settings.allow:
            severity = settings.severity.get(diagnostic.code)
            yield evolve(diagnostic, severity=Severity(severity)) if severity else diagnostic


def _is_allowed(debate: Debate, found: CheckFinding) -> bool:
    about, code = found.about, found.diagnostic.code
    if about is None:
        return False
    if isinstance(about, Source):
        return code in allowed(about.fields)
    if code in allowed(debate[about].data):
        return True
    return isinstance(about, InferenceRef) and code in allowed(debate[ArgumentRef(about.argument)].data)


def _allowing(debate: Debate) -> Iterable[tuple[tuple[str, ...], Span]]:
    # After an edit, elements are made when they are asked for; few of them allow anything.
    for known in debate.unmoved.elements:
        inferences = known.inferences if isinstance(known, Argument) else ()
        if "allow" not in known.data and not any("allow" in inference.data for inference in inferences):
            continue
        element = debate[known.ref]
        for place in element.places:
            codes = allowed(place.data or NO_DATA)
            if codes and place.span:
                yield codes, place.span
        if isinstance(element, Argument):
            for inference in element.inferences:
                codes = allowed(inference.data)
                if codes and inference.span:
                    yield codes, inference.span


def _is_inside(span: Span, places: Sequence[Span]) -> bool:
    """Return whether a span is in one of some places that are in order and do not overlap."""
    before = bisect_right(places, span.start, key=lambda place: place.start)
    return before > 0 and span.end <= places[before - 1].end
