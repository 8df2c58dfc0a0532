"""Rules by which steps are called: whether a step has the form of its rule, and which form it has."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.logic import Formula, form_of, has_form, is_fallacy, known_form
from argmap.model import Inference
from argmap.named_tuples import NamedTuple

# Whether a step is a reductio is a matter of what it supposes, not of its form alone.
_NOT_OF_FORM = frozenset({"reductio ad absurdum"})
# Comparing a step with all forms takes the premises in any order.
_MOST_PREMISES = 4


class StepForm(NamedTuple):
    """The name of the form that a step has, if there is one, and whether its rule has that form.

    `is_met` is None if the step names no rule of a known form.
    """

    name: str | None = None
    is_met: bool | None = None


def named_rule(inference: Inference) -> str | None:
    """Return the rule of logic that an inference names, in its texts or as its scheme; None if it names none.

    >>> import argmap
    >>> text = "<A>\\n\\n(1) a\\n-- MP --\\n(2) b"
    >>> named_rule(argmap.parse(text).debate.arguments["A"].inferences[0])
    'modus ponens'
    """
    names = [*inference.rules, *([inference.scheme.name.replace("_", " ")] if inference.scheme else ())]
    return next((form for name in names if (form := known_form(name))), None)


def step_form(
    rule: str | None, premises: Sequence[Formula], conclusion: Formula, *, is_valid: bool
) -> StepForm:
    """Return the form of a step, and whether it is that of the rule by which it is called.

    A valid step is not called by a fallacy, and no step by a rule that it has only by chance.
    """
    if len(premises) > _MOST_PREMISES:
        return StepForm()
    form = form_of(premises, conclusion)
    if form is not None and is_fallacy(form) is is_valid:
        form = None
    if rule is None or rule in _NOT_OF_FORM:
        return StepForm(form)
    return StepForm(form, has_form(rule, premises, conclusion))
