"""Documents in which much bears on much: circles, undercuts, contradictions, stipulations."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.api import Document, parse
from argmap.syntax.operators import OPERATORS

_QUESTIONS = (
    "",
    "",
    " {several: true}",
    " {standard: scintilla}",
    " {standard: preponderance}",
    " {standard: clear-and-convincing}",
    " {standard: beyond-reasonable-doubt}",
    " {standard: dialectical-validity}",
    " {several: true, standard: preponderance}",
)
# Most relations are supports and attacks.
_RELATIONS = ("+", "-", *OPERATORS)


def disputes(
    *,
    max_relations: int = 8,
    mode: str | None = None,
    max_questions: int = 0,
    weights: tuple[float, ...] = (),
) -> SearchStrategy[Document]:
    r"""Return documents of a few claims, evidence and arguments with at most so many relations between them.

    `mode` is `loose` or `strict`, by default either. Titles are short, and every text is a word: what
    counts are the relations. There are at most `max_questions` questions with positions, some with a
    proof standard of their own; `weights` are the weights that reasons may have, by default none is given.

    >>> from hypothesis import find
    >>> len(find(disputes(), lambda document: len(document.debate.relations) > 1).debate.relations)
    2
    """
    return _dispute_texts(max_relations, max_questions, weights).flatmap(
        lambda text: (st.just(mode) if mode else st.sampled_from(("loose", "strict"))).map(
            lambda chosen: parse(text, settings={"model": {"mode": chosen}})
        )
    )


@st.composite
def _dispute_texts(draw: DrawFn, max_relations: int, max_questions: int, weights: tuple[float, ...]) -> str:
    claims = [f"[C{number}]" for number in range(draw(st.integers(1, 5)))]
    evidence = [f"[^E{number}]" for number in range(draw(st.integers(0, 2)))]
    sketched = [f"<S{number}>" for number in range(draw(st.integers(0, 2)))]
    reconstructed = [f"<R{number}>" for number in range(draw(st.integers(0, 2)))]
    propositions = st.sampled_from(claims + evidence)
    blocks = [f"{title}: word{draw(_stipulations())}" for title in claims + evidence]
    blocks += [f"{title}: word{draw(_weight(weights))}" for title in sketched]
    for title in reconstructed:
        lines = [title, ""]
        number = 1
        for _ in range(draw(st.integers(1, 2))):
            for premise in draw(st.lists(propositions, min_size=number == 1, max_size=2)):
                lines.append(f"({number}) {premise}")
                number += 1
            data = draw(st.sampled_from(("", "", " {scheme: reductio}"))) or draw(_weight(weights))
            lines.append(f"-- rule{data} --")
            lines += [f"  <_ {source}" for source in draw(st.lists(propositions, max_size=1))]
            lines.append(f"({number}) {draw(st.sampled_from(claims))}")
            number += 1
        blocks.append("\n".join(lines))
    things = st.sampled_from(claims + evidence + sketched + reconstructed)
    for _ in range(draw(st.integers(0, max_relations))):
        weight = draw(_weight(weights, "relation: {{strength: {}}}"))
        blocks.append(f"{draw(things)}\n  {draw(st.sampled_from(_RELATIONS))} {draw(things)}{weight}")
    for number in range(draw(st.integers(0, max_questions))):
        lines = [f"[?Q{number}]: word{draw(st.sampled_from(_QUESTIONS))}"]
        lines += [f"  + {draw(things)}" for _ in range(draw(st.integers(0, 4)))]
        blocks.append("\n".join(lines))
    return "\n\n".join(draw(st.permutations(blocks)))


def _stipulations() -> SearchStrategy[str]:
    return st.sampled_from(("", "", "", "", "", " {accepted: true}", " {accepted: false}"))


def _weight(weights: tuple[float, ...], written: str = "strength: {}") -> SearchStrategy[str]:
    if not weights:
        return st.just("")
    return st.sampled_from(weights).map(lambda weight: f" {{{written.format(weight)}}}")
