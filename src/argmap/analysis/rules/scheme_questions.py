"""Rules about schemes and their critical questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.analysis.critical_questions import (
    Asked,
    Status,
    as_name,
    checklist,
    is_position,
    is_stated,
    role_called,
    written_answers,
)
from argmap.data import FrozenDict
from argmap.model import ElementRef, Inference, InferenceRef
from argmap.model.schemes.scheme_names import nearest_scheme
from argmap.text import diagnose
from argmap.text.nearest import nearest

_MOST_NAMED = 8
# Looking for what is near takes time: in a text full of slips only so many are looked for.
_MOST_SEARCHES = 50
_LONGEST = 60
_SHORTEST_RULE = 8


def open_questions(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the inferences of which critical questions are neither answered nor raised.

    Valid schemes are left out: asking whether their premises are true needs no catalogue.
    """
    open_names: defaultdict[InferenceRef, list[str]] = defaultdict(list)
    for item in checklist(context.debate):
        scheme = item.inference.scheme
        if item.status is Status.OPEN and not (scheme and scheme.is_deductive):
            open_names[item.inference.ref].append(item.question.name)
    for ref, names in open_names.items():
        inference = context.debate[ref]
        title = inference.scheme.title if inference.scheme else ""
        words = (title[:1].lower() + title[1:], _listed(names), names[0])
        yield CheckFinding(ref, diagnose("C315", inference.span or START, *words))


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else shown


def unknown_questions(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield answers and objections to questions that the scheme does not have."""
    asked = Asked.of(context.debate)
    for _, inference in context.inferences():
        scheme = inference.scheme
        if scheme is None or not scheme.critical_questions:
            continue
        known = [question.name for question in scheme.critical_questions]
        answered = [
            (inference.ref, name) for name in dict.fromkeys(name for name, _ in written_answers(inference))
        ]
        raised = list(asked.about(context.debate, inference))
        for about, name in (*answered, *raised):
            if as_name(name) not in known:
                words = (name, scheme.title, _nearest(as_name(name), known, "its questions are "))
                yield CheckFinding(about, diagnose("C319", context.place(about), *words))


def _nearest(name: str, known: list[str], otherwise: str) -> str:
    near = nearest(name, known)
    return f"did you mean `{near}`?" if near else otherwise + ", ".join(f"`{one}`" for one in known)


def unknown_schemes(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the schemes that are close to a known one; others are an author's own."""
    searches = 0
    for _, inference in context.inferences():
        scheme = inference.scheme
        if scheme is None:
            said: Iterable[str] = (rule for rule in inference.rules if len(rule) >= _SHORTEST_RULE)
        else:
            said = () if scheme.is_known or scheme.own else (scheme.name,)
        for name in said:
            searches += 1
            if searches > _MOST_SEARCHES:
                return
            near = nearest_scheme(name, cutoff=0.8 if scheme else 0.85)
            if near:
                yield CheckFinding(inference.ref, diagnose("C320", inference.span or START, name, near))


def unknown_roles(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the roles that a scheme does not have, and positions without a premise."""
    for _, inference in context.inferences():
        roles = inference.data.get("roles")
        premises = inference.scheme.premises if inference.scheme else ()
        if roles is None or not premises:
            continue
        known = [premise.name for premise in premises]
        for message, hint in _slips_in_roles(inference, roles, known):
            yield CheckFinding(inference.ref, diagnose("C321", inference.span or START, message, hint))


def _slips_in_roles(inference: Inference, roles: object, known: list[str]) -> Iterator[tuple[str, str]]:
    if not isinstance(roles, FrozenDict):
        yield "`roles` must be a mapping", f"write `{{roles: {{{known[0]}: 1}}}}`"
        return
    title = inference.scheme.title if inference.scheme else ""
    for name, value in roles.items():
        if role_called(inference, name) not in known:
            hint = _nearest(as_name(name), known, "its premises are ")
            yield f"`{name}` is not a premise of {title}", hint
        for one in value if isinstance(value, tuple) else (value,):
            if not is_position(one, inference):
                yield (
                    f"`{name}` names statement {one}, but there is none above this conclusion",
                    "count the statements of this structure from 1",
                )


def undefined_answers(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the answers that refer to something that the debate does not have."""
    debate = context.debate
    searches = 0
    for _, inference in context.inferences():
        for name, answer in written_answers(inference):
            if answer.ref is not None and not is_stated(debate, answer.ref):
                searches += 1
                hint = (
                    _nearest_title(context, answer.ref)
                    if searches <= _MOST_SEARCHES
                    else "state it somewhere"
                )
                found = diagnose("C323", inference.span or START, name, answer.text, hint)
                yield CheckFinding(inference.ref, found)


def _nearest_title(context: CheckContext, ref: ElementRef) -> str:
    debate = context.debate
    titles: dict[str, Iterable[str]] = {
        "claim": debate.claims,
        "evidence": debate.evidence,
        "argument": debate.arguments,
    }
    near = nearest(ref.title, titles[ref.kind])
    return f"did you mean `{type(ref)(near)}`?" if near else "state it somewhere"
