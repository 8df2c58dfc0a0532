"""`evaluate`, `why` and `flips`: what holds, why, and what would change it."""

from __future__ import annotations

from argmap.mcp.answer_shapes import MEASURE, NUMBER, SWITCH, TEXT, TEXTS, answer_shape, list_of
from argmap.mcp.given_texts import FORMAT_PARAMETER, LONGEST, TEXT_PARAMETERS, given_text
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import brief, cut_text, fitting, without_nothing
from argmap.mcp.refused_call import RefusedCallError
from argmap.mcp.tool import AssistantTool, ToolAnswer
from argmap.settings.tables import PRESUMPTIONS, SEMANTICS, STANDARDS

_LABELS = ("in", "out", "undecided")
_MOST_OF_WHY = 20_000
_SEMANTICS = ToolParameter(
    "semantics", "text", "How attacks are settled; by default grounded, the most cautious.", choices=SEMANTICS
)
_SUPPOSED = (
    ToolParameter("presumption", "text", "What counts without a reason.", choices=PRESUMPTIONS),
    ToolParameter("standard", "text", "The proof standard of claims.", choices=STANDARDS),
    ToolParameter("accept", "texts", "What counts as accepted, as titles in brackets.", default=()),
    ToolParameter("reject", "texts", "What counts as rejected, as titles in brackets.", default=()),
)
_ABOUT = ToolParameter(
    "about", "text", "A title in brackets: `[claim]`, `[^evidence]`, `<argument>`, `<argument>#1` for a step."
)
_REQUIRED_ABOUT = ToolParameter("about", "text", _ABOUT.meaning, is_required=True)


def _options(words: Json) -> Json:
    names = ("semantics", "presumption", "standard", "accept", "reject")
    return {name: words[name] for name in names if words.get(name) not in (None, (), [])}


def _evaluate(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap import api

    given = given_text(words, permissions)
    try:
        evaluation = api.evaluate(given.document, timeout=LONGEST, **_options(words))
    except (LookupError, ValueError) as error:
        raise RefusedCallError(str(error)) from None
    listed = [
        (ref, entry)
        for ref, entry in zip(evaluation, evaluation.entries(), strict=True)
        if words["only"] is None or entry["label"] == words["only"]
    ]
    entries, cut = fitting(
        (
            without_nothing(
                {
                    "name": brief(str(ref)),
                    "kind": ref.kind,
                    "label": entry["label"],
                    "strength": entry["strength"],
                    "because": basis.words if (basis := evaluation.verdicts[ref].basis) else None,
                    "line": entry["line"],
                }
            )
            for ref, entry in listed
        ),
        most=words["limit"],
        noun="verdicts",
        hint="raise `limit`, or give `only`",
    )
    notes = [*given.notes, *evaluation.limits, *(finding.message for finding in evaluation.diagnostics)]
    if not evaluation.has_positions:
        notes.append(f"there is no {evaluation.semantics} position; try preferred")
    labels = [verdict.label.value for verdict in evaluation.verdicts.values() if verdict.label]
    answer: Json = {
        "semantics": evaluation.semantics,
        "complete": evaluation.is_complete,
        **{label: labels.count(label) for label in _LABELS},
        "verdicts": entries,
    }
    return ToolAnswer(answer | without_nothing({"notes": list(map(brief, notes)), "cut": cut}))


def _why(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap import api

    given = given_text(words, permissions)
    try:
        told = api.why(given.document, words["about"], timeout=LONGEST, **_options(words))
    except (LookupError, ValueError) as error:
        raise RefusedCallError(str(error)) from None
    text, cut = cut_text(told.text(words["depth"]), noun="the explanation", most=_MOST_OF_WHY)
    answer = without_nothing(
        {
            "about": brief(str(told.about)),
            "label": told.verdict.label and told.verdict.label.value,
            "strength": told.verdict.strength,
            "line": told.line_of(told.about),
        }
    )
    return ToolAnswer(
        answer | {"explanation": text} | without_nothing({"notes": given.notes, "cut": cut}), text
    )


def _flips(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap import api

    given = given_text(words, permissions)
    try:
        flips = api.flips(
            given.document,
            words["about"],
            words["to"],
            most=words["most"],
            limit=words["limit"],
            accepting=words["accepting"] or False,
            timeout=LONGEST,
            **_options(words),
        )
    except (LookupError, ValueError) as error:
        raise RefusedCallError(str(error)) from None
    entries, cut = fitting(
        (
            {"reject": list(map(str, each.reject)), "accept": list(map(str, each.accept))}
            for each in flips.sets
        ),
        most=words["limit"],
        noun="sets",
        hint="lower `most`",
    )
    answer: Json = {
        "about": brief(str(flips.about)),
        "to": words["to"],
        "summary": brief(flips.summary),
        "exhaustive": flips.is_exhaustive,
        "sets": entries,
    }
    return ToolAnswer(answer | without_nothing({"notes": given.notes, "cut": cut}))


EVALUATE = AssistantTool(
    "evaluate",
    "Say what holds",
    "Say what holds in a debate: a verdict on every claim, piece of evidence, argument and inference. `in` "
    "is accepted, `out` is not, `undecided` is neither; `accept` and `reject` suppose something.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        _SEMANTICS,
        *_SUPPOSED,
        ToolParameter("only", "text", "List only verdicts of this label.", choices=_LABELS),
        ToolParameter("limit", "number", "How many verdicts are listed at most.", 200, least=1, most=10_000),
    ),
    answer_shape(
        {
            "semantics": TEXT,
            "complete": SWITCH,
            **dict.fromkeys(_LABELS, NUMBER),
            "verdicts": list_of(
                {
                    "name": TEXT,
                    "kind": TEXT,
                    "?label": TEXT,
                    "?strength": MEASURE,
                    "?because": TEXT,
                    "?line": NUMBER,
                }
            ),
        }
    ),
    _evaluate,
)
WHY = AssistantTool(
    "why",
    "Explain a verdict",
    "Explain why something is in, out or undecided: what it rests on, and what was said against it, with "
    "the lines of the text.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        _REQUIRED_ABOUT,
        _SEMANTICS,
        *_SUPPOSED,
        ToolParameter("depth", "number", "How many levels of reasons for reasons to list.", 4, most=100),
    ),
    answer_shape({"about": TEXT, "?label": TEXT, "?strength": MEASURE, "?line": NUMBER, "explanation": TEXT}),
    _why,
)
FLIPS = AssistantTool(
    "flips",
    "Find what would change a verdict",
    "Find the smallest sets of things whose rejection would give something another label: what a verdict "
    "depends on, and where an attack on it would tell.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        _REQUIRED_ABOUT,
        ToolParameter("to", "text", "The label that it would get.", "out", choices=_LABELS),
        ToolParameter("most", "number", "How many things a set has at most.", 3, most=10),
        ToolParameter("limit", "number", "How many sets are listed at most.", 20, least=1, most=200),
        ToolParameter("accepting", "switch", "Whether claims and evidence may also be accepted."),
        *_SUPPOSED,
    ),
    answer_shape(
        {
            "about": TEXT,
            "to": TEXT,
            "summary": TEXT,
            "exhaustive": SWITCH,
            "sets": list_of({"reject": TEXTS, "accept": TEXTS}),
        }
    ),
    _flips,
)
