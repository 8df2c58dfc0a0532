"""What is wrong with a setting, at its place in a text."""

from __future__ import annotations

from argmap.data.locations import Locations, Pair, nearest, written_like
from argmap.settings.settings import SettingProblem
from argmap.text import Diagnostic, Fix, Span, diagnose


def setting_diagnostic(
    problem: SettingProblem, locations: Locations, text: str, *, path: str | None = None
) -> Diagnostic:
    """Return the diagnostic of a setting that is written in a text, with a fix if one right word is near.

    `path` names the file if it is another than the document; there nothing is fixed.
    """
    about = problem.value if problem.code == "R240" and problem.value is not None else problem.message
    pair = nearest(locations, problem.path)
    span = Span(0, 0, path)
    if pair:
        start, end, _ = pair.key if problem.code == "R204" else pair.value
        span = Span(start, end, path)
    # A value that an alias or a merged mapping brings in is written elsewhere.
    fix = _fix(problem, pair, text) if pair and path is None and problem.path in locations else None
    return diagnose(problem.code, span, about, problem.hint or "", fix=fix)


def _fix(problem: SettingProblem, pair: Pair, text: str) -> Fix | None:
    place = pair.key if problem.value is None else pair.value
    word = written_like(text[place.start : place.end], problem.near) if problem.near else None
    return Fix(place, word, is_safe=False) if word else None
