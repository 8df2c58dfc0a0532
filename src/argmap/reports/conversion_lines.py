"""What a conversion did not keep as it was, in lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from argmap.interop.conversion.conversion_report import Fate, Loss, Report
from argmap.text.counts import counted

_MOST = 5
_MOST_LINES = 20
_NOUNS = {
    "L": ("locution", "locutions"),
    "YA": ("illocution", "illocutions"),
    "TA": ("transition", "transitions"),
    "MA": ("rephrase node", "rephrase nodes"),
    "PA": ("preference", "preferences"),
    "assumptions": ("list of assumptions", "lists of assumptions"),
    "child without group": ("child without group", "children without group"),
    "child without stance": ("child without stance", "children without stance"),
    "data": ("entry of data", "entries of data"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "tags": ("list of tags", "lists of tags"),
    "wordings": ("set of wordings", "sets of wordings"),
    "link to nothing": ("link to nothing", "links to nothing"),
    "link without stance": ("link without stance", "links without stance"),
    "locution as claim": ("locution as a claim", "locutions as claims"),
    "metadata": ("entry of metadata", "entries of metadata"),
    "sections": ("place in a section", "places in sections"),
    "source": ("list of sources", "lists of sources"),
    "steps": ("structure", "structures"),
    "tests": ("list of tests", "lists of tests"),
}
_WORDS = {Fate.CHANGED: "changed", Fate.DROPPED: "lost"}


def conversion_lines(report: Report) -> Iterator[str]:
    """Yield what was kept aside, changed and lost, grouped; nothing if there is nothing.

    >>> from argmap.interop import Direction
    >>> loss = Loss(Fate.ASIDE, "L", "node 10", "it is kept in the dialogue", "metadata.dialogue")
    >>> list(conversion_lines(Report("aif", Direction.READ, losses=(loss,))))
    ['kept aside: 1 locution (metadata.dialogue)']
    """
    aside = [loss for loss in report.losses if loss.fate is Fate.ASIDE]
    counts_of: dict[str, Counter[str]] = {}
    for loss in aside:
        if loss.kept is not None:
            counts_of.setdefault(loss.kept, Counter())[loss.feature] += 1
    for kept, counts in counts_of.items():
        things = ", ".join(_counted(number, feature) for feature, number in counts.items())
        yield f"kept aside: {things} ({kept})"
    yield from (f"not kept: {loss.feature}, {loss.detail}: {loss.subject}" for loss in aside if not loss.kept)
    for fate, word in _WORDS.items():
        alike: dict[tuple[str, str], list[Loss]] = {}
        for loss in report.losses:
            if loss.fate is fate:
                alike.setdefault((loss.feature, loss.detail), []).append(loss)
        for (feature, detail), losses in islice(alike.items(), _MOST_LINES):
            subjects = _subjects(losses)
            yield f"{word}: {feature}, {detail}" + ("" if subjects == "debate" else f": {subjects}")
        if len(alike) > _MOST_LINES:
            yield f"{word}: {len(alike) - _MOST_LINES} more kinds of losses; --report json lists all"


def _subjects(losses: Iterable[Loss]) -> str:
    names = list(dict.fromkeys(loss.subject for loss in losses))
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _counted(number: int, feature: str) -> str:
    if feature in _NOUNS:
        return counted(number, *_NOUNS[feature])
    return counted(number, feature, feature if feature.endswith("s") else f"{feature}s")
