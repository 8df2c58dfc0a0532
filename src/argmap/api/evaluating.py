"""What holds in a document or debate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.api.documents import Document, settings_of
from argmap.data.garbage import paused_collector
from argmap.model import Debate, Named, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.text.given_values import check_type

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation, Explanation
    from argmap.reasoning.verdicts.options import EvaluationOptions


@names_nearest
def evaluate(
    document: Document | Debate,
    semantics: str | None = None,
    *,
    presumption: str | None = None,
    rebuttal: str | None = None,
    reading: str | None = None,
    standard: str | None = None,
    base: float | None = None,
    steps: str | None = None,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    timeout: float | None = None,
) -> Evaluation:
    r"""Return what holds in a document or debate: a verdict on each element and inference.

    The semantics and other options are by default those of the document (`reasoning` in its frontmatter),
    and otherwise `grounded`: nothing is decided that need not be. What is in `accept` counts as accepted and
    what is in `reject` as rejected, whatever speaks against it; they are names such as `[A]`, or references.
    With the steps `logic`, inferences that are invalid by their formulas count as undercut, except for those
    by schemes that are not meant to be valid. After `timeout` seconds, semantics with several positions give
    up on what they have not decided.

    >>> import argmap
    >>> debate = argmap.parse("[Wet]: It rains.\n  + <Front>: A front is coming.\n  - [Dry]: It is dry.")
    >>> evaluate(debate)["[Wet]"], evaluate(debate, reject=["[Dry]"])["[Wet]"]
    (Verdict(undecided, contested), Verdict(in, supported))

    Raises:
        LookupError: nothing has that name; the message names the nearest.
        ValueError: an option has a wrong value, or something is both accepted and rejected.
    """
    from argmap.reasoning.verdicts.debate_evaluation import evaluate_debate

    options = options_of(
        document,
        semantics=semantics,
        presumption=presumption,
        rebuttal=rebuttal,
        reading=reading,
        standard=standard,
        base=base,
        steps=steps,
    )
    with paused_collector():
        return evaluate_debate(
            debate_of(document),
            options,
            accept=accept,
            reject=reject,
            timeout=time_allowed(document, timeout),
            text=text_of(document),
        )


@names_nearest
def why(
    document: Document | Debate,
    about: Named,
    semantics: str | None = None,
    *,
    presumption: str | None = None,
    rebuttal: str | None = None,
    reading: str | None = None,
    standard: str | None = None,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    timeout: float | None = None,
) -> Explanation:
    r"""Return why something has its verdict: what it rests on, and what was said against it.

    `about` is a name such as `[A]`, `<B>` or `<B>#1`, or a reference. The other options are those of
    `evaluate`. What semantics of positions decide, or at least allow, is explained by such a position: what
    it has to accept together, and what that answers.

    >>> import argmap
    >>> document = argmap.parse("[Wet]: It rains.\n  + <Front>: A front is coming.")
    >>> print(why(document, "[Wet]").text())
    [Wet] (line 1) is in: a reason for it holds.
      <Front> (line 2) supports it; nothing argues against that.

    Raises:
        LookupError: nothing has that name; the message names the nearest.
        ValueError: an option has a wrong value, or something is both accepted and rejected.
    """
    from argmap.reasoning.explaining.explainer import explain

    options = options_of(
        document,
        semantics=semantics,
        presumption=presumption,
        rebuttal=rebuttal,
        reading=reading,
        standard=standard,
    )
    with paused_collector():
        return explain(
            debate_of(document),
            about,
            options,
            accept=accept,
            reject=reject,
            timeout=time_allowed(document, timeout),
            text=text_of(document),
        )


def evaluation_about(debate: Debate, evaluation: Evaluation) -> Evaluation:
    """Return an evaluation that a caller gives, if it is that of a debate, or of a part or a whole of it.

    Raises:
        TypeError: it is no evaluation.
        ValueError: it is that of another debate.
    """
    from argmap.reasoning import Evaluation

    check_type("evaluation", evaluation, Evaluation)
    other = evaluation.debate
    if debate is not other and not _is_within(debate, other) and not _is_within(other, debate):
        raise ValueError("this is the evaluation of another debate; `argmap.evaluate` makes one of this")
    return evaluation


def _is_within(part: Debate, whole: Debate) -> bool:
    return all(element.ref in whole and whole[element.ref] == element for element in part)


def options_of(document: Document | Debate, **given: object) -> EvaluationOptions:
    """Return how a document is evaluated: as is given, and where that is None as its settings say."""
    from argmap.reasoning.verdicts.options import EvaluationOptions

    return EvaluationOptions.of(settings_of(document, None).reasoning, given)


def time_allowed(document: Document | Debate, timeout: float | None) -> float:
    """Return how many seconds an evaluation may take: as is given, and if that is None as settings say."""
    return settings_of(document, None).reasoning.timeout if timeout is None else timeout


def text_of(document: Document | Debate) -> str | None:
    """Return the text of a document; a debate has none."""
    return document.text if isinstance(document, Document) else None
