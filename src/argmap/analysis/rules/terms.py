"""Rules about the words of premises and conclusions.

They are the rabbit rule and the holding-hands rule of Rationale and its predecessors (T. van Gelder): no
rabbit comes out of an empty hat, and nobody dances alone. Both are rules for steps that are meant to be
deductively valid: a step that is only presumed goes beyond its premises. People vary their words, so words
count as shared if one contains the beginning of the other, and a long statement is reported only if it
shares nothing at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.model import Argument, Inference, MarkKind, PropositionRef
from argmap.model.stated import canonical
from argmap.text import diagnose

# What follows so many letters of a word is an ending, in most languages that have any.
_STEM = 4
_SHORTEST = 4
# A statement of so few key terms has to share more than half of them.
_SHORT_STATEMENT = 2
_MOST = 5
_WORD = re.compile(r"[^\W_]+")
# Scripts that put no spaces between words.
_UNDIVIDED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_COMMON_WORDS = """
about above after again also although among another anything are because been before being below between
both cannot could does doing done down during each either else even every everything from have having
hence here however into itself just least less likely many more most must necessarily neither nobody
nothing only other others otherwise over possible possibly presumably probably rather same shall should
since some something such than that their them then there therefore these they thing things this those
though through thus true false case under unless until upon very were what whatever when whenever where
whether which while whoever whose will with within without would your ours have aber alle allem allen
aller alles also auch bevor beim dann dass damit dein denen denn deren dessen deshalb dies diese diesem
diesen dieser dieses doch eine einem einen einer eines etwas euch falls folglich ganz gibt haben hatte
hier ihre ihrem ihren ihrer immer jede jedem jeden jeder jedes kann kein keine keinem keinen können mehr
muss müssen nach nicht nichts noch oder ohne sein seine seinem seinen seiner sich sind sofern soll
sollen sollte sollten somit über unter viel vom wahr wann weil welche welcher wenn werden wird wurde
zwischen
"""
# Too short to be key terms, and too common to show that two statements share one.
_PARTICLES = """
a about ah all am an and any are as at be but by can did do for get had has he her him his how i if in is
it its let may me my no nor not of off on one or our out own per she so such than the they this to too two
up us via was way we were who why you yes yet aber als am an auf aus bei bin bis da das den der des die du
ein er es für hat ich ihr im in ist ja man mit nie nun nur ob oft per sie so tun um und uns vom von vor wer
wie wir wo zu zum zur le la les un une des du de et ou est sont pas ne se ce sa son que qui pour par sur
el los las una y o en con del al lo su es no
"""
_HEDGES = """
apparently arguably could likely may maybe might perhaps plausible plausibly possibly presumably probable
probably seemingly suggests unlikely eventuell könnte könnten möglicherweise vermutlich vielleicht
wahrscheinlich wohl
"""
# Data that say how strong a step is, here and in programs around Argdown.
_STRENGTHS = ("strength", "inference", "credence", "confidence", "probability")
# What is said in general names kinds of things, of which other premises name some by their own words.
_GENERAL = re.compile(
    r"(?:if|when(?:ever)?|whoever|all|any|every|each|no|wenn|falls|wer|alle[rs]?|jede[rs]?|keine?)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(_COMMON_WORDS.split())
_PARTICLE = frozenset(_PARTICLES.split())
_HEDGE = frozenset(_HEDGES.split())


@frozen
class _WordsOf:
    """The words of a proposition: its key terms by their beginnings, and all that others may share."""

    terms: dict[str, str]
    pieces: frozenset[str]


def rabbits(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the conclusions with key terms that none of their premises has."""
    for argument, inference in _deductive(context):
        pieces = {piece for ref in inference.premises for piece in _wording(context, ref).pieces}
        conclusion = _wording(context, inference.conclusion)
        new = [word for stem, word in conclusion.terms.items() if stem not in pieces]
        is_much = 2 * len(new) >= len(conclusion.terms) <= _SHORT_STATEMENT
        if pieces and new and (is_much or not conclusion.pieces & pieces):
            place = argument.steps[inference.conclusion_index].span or START
            yield CheckFinding(inference.ref, diagnose("C317", place, _quoted(new)))


def alone(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the premises that share no word with anything else in their inference, general ones left out."""
    for argument, inference in _deductive(context):
        refs = tuple(dict.fromkeys((*inference.premises, inference.conclusion)))
        wordings = {ref: _wording(context, ref) for ref in refs} if len(refs) > 2 else {}
        counts = Counter(piece for wording in wordings.values() for piece in wording.pieces)
        for ref, wording in wordings.items():
            is_alone = all(counts[piece] == 1 for piece in wording.pieces)
            is_general = _GENERAL.match(_text(context, ref)) is not None
            if ref != inference.conclusion and wording.terms and is_alone and not is_general:
                place = argument.steps[argument.step_refs.index(ref)].span or START
                yield CheckFinding(
                    inference.ref, diagnose("C318", place, _quoted(list(wording.terms.values())))
                )


def _deductive(context: CheckContext) -> Iterator[tuple[Argument, Inference]]:
    """Yield the inferences that claim to be valid, with their arguments."""
    for argument, inference in context.inferences():
        refs = (*inference.premises, inference.conclusion)
        if (
            _names_validity(inference, is_strict=context.is_strict)
            and not _is_weakened(argument, inference)
            and not _is_hedged(_text(context, inference.conclusion))
            and not any(_UNDIVIDED.search(_text(context, ref)) for ref in refs)
        ):
            yield argument, inference


def _names_validity(inference: Inference, *, is_strict: bool) -> bool:
    """Return whether a step names a valid scheme or, where all steps are to be valid, no other reason."""
    scheme = inference.scheme
    if scheme is not None and scheme.is_known:
        # A reductio ends with the opposite of what it began with, not with what its premises say.
        return scheme.is_deductive and scheme.name != "reductio"
    return is_strict and scheme is None and not inference.rules


def _is_weakened(argument: Argument, inference: Inference) -> bool:
    """Return whether the author says that a step is weaker than valid."""
    conclusion = argument.steps[inference.conclusion_index]
    weights = (
        data[key] for data in (conclusion.data, inference.data) if data for key in _STRENGTHS if key in data
    )
    return inference.qualifier is not None or any(weight != 1 for weight in weights)


def _is_hedged(text: str) -> bool:
    return any(word in _HEDGE for word in _WORD.findall(text.casefold()))


def _text(context: CheckContext, ref: PropositionRef) -> str:
    """Return the words of a proposition, or its title; tags are no part of what it says."""
    element = context.debate[ref]
    statement = canonical(element.statements)
    if statement is None or not statement.text:
        return element.title
    text, words = statement.text, []
    end = 0
    for mark in statement.marks:
        if mark.kind is MarkKind.TAG:
            words.append(text[end : mark.start])
            end = max(end, mark.end)
    return "".join((*words, text[end:])).strip()


def _wording(context: CheckContext, ref: PropositionRef) -> _WordsOf:
    element = context.debate[ref]
    text = _text(context, ref)
    title = "" if element.is_untitled else element.title
    return _WordsOf(_terms(text), frozenset(_pieces(f"{title} {text}")))


def _terms(text: str) -> dict[str, str]:
    """Return the words of a text that carry meaning, by their beginnings."""
    terms: dict[str, str] = {}
    for word in _WORD.findall(text):
        folded = word.casefold()
        if len(word) >= _SHORTEST and folded not in _COMMON and not word.isdigit():
            terms.setdefault(_stem(folded), word)
    return terms


def _pieces(text: str) -> Iterator[str]:
    """Yield all that another text may share with this one: parts of its words, and whole short words.

    A part may be inside a word: what protects the climate is `Klimaschutz`.
    """
    for word in _WORD.findall(text.casefold()):
        if word in _COMMON or word in _PARTICLE:
            continue
        yield _stem(word)
        for start in range(len(word) - _STEM + 1):
            yield word[start : start + _STEM]


def _stem(word: str) -> str:
    # Whoever writes `body` may write `bodies` as well.
    return word[:_STEM].replace("y", "i")


def _quoted(words: list[str]) -> str:
    shown = ", ".join(f"“{word}”" for word in words[:_MOST])
    return f"{shown} and {len(words) - _MOST} more" if len(words) > _MOST else shown
