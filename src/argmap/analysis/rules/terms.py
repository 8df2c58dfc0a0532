"""Rules about the words of premises and conclusions.

They are the rabbit rule and the rule of holding hands of Rationale and its predecessors (T. van Gelder):
no rabbit comes out of a hat that was empty, and whoever dances holds hands with somebody. Both are rules
for inferences that are to be valid: what is only presumed goes beyond its premises. People vary their
words, so it takes half of the key terms of a statement to be told of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sized

from argmap.analysis.subject import START, Found, Subject
from argmap.model import Argument, Inference
from argmap.text import diagnose

# What is cut off behind so many letters is an ending, in most languages that have any.
_STEM = 4
_SHORTEST = 4
_MOST = 5
_WORD = re.compile(r"[^\W\d_]+")
# Scripts that put no blanks between words.
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
# What is said in general names kinds of things, of which other premises name some by their own words.
_GENERAL = re.compile(
    r"(?:if|when(?:ever)?|whoever|all|any|every|each|no|wenn|falls|wer|alle[rs]?|jede[rs]?|keine?)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(_COMMON_WORDS.split())


def rabbits(subject: Subject) -> Iterator[Found]:
    """Yield the conclusions with key terms that none of their premises has."""
    for argument, inference in _deductive(subject):
        said = {stem for ref in inference.premises for stem in _terms(subject.text_of(ref))}
        terms = _terms(subject.text_of(inference.conclusion))
        new = [word for stem, word in terms.items() if stem not in said]
        if said and _is_much(new, terms):
            place = argument.steps[inference.conclusion_index].span or START
            yield Found(inference.ref, diagnose("C317", place, _quoted(new)))


def alone(subject: Subject) -> Iterator[Found]:
    """Yield the premises with key terms that nothing else in their inference has, general ones left out."""
    for argument, inference in _deductive(subject):
        refs = tuple(dict.fromkeys((*inference.premises, inference.conclusion)))
        terms = [_terms(subject.text_of(ref)) for ref in refs]
        counts = Counter(stem for one in terms for stem in one)
        for ref, one in zip(refs, terms, strict=True) if len(refs) > 2 else ():
            lonely = [word for stem, word in one.items() if counts[stem] == 1]
            is_general = _GENERAL.match(subject.text_of(ref)) is not None
            if ref != inference.conclusion and not is_general and _is_much(lonely, one):
                place = argument.steps[argument.step_refs.index(ref)].span or START
                yield Found(inference.ref, diagnose("C318", place, _quoted(lonely)))


def _deductive(subject: Subject) -> Iterator[tuple[Argument, Inference]]:
    for argument, inference in subject.inferences():
        scheme = inference.scheme
        # A reductio ends with the opposite of what it began with, not with what its premises say.
        is_reductio = scheme is not None and scheme.name == "reductio"
        is_valid = scheme.is_deductive if scheme and scheme.is_known else subject.is_strict
        if is_valid and not is_reductio:
            refs = (*inference.premises, inference.conclusion)
            if not any(_UNDIVIDED.search(subject.text_of(ref)) for ref in refs):
                yield argument, inference


def _terms(text: str) -> dict[str, str]:
    """Return the words of a text that carry meaning, by their beginnings."""
    words = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST]
    terms: dict[str, str] = {}
    for word in words:
        if word.casefold() not in _COMMON:
            # Whoever writes `body` may write `bodies` as well.
            terms.setdefault(word.casefold()[:_STEM].replace("y", "i"), word)
    return terms


def _is_much(words: Sized, terms: Sized) -> bool:
    """Return whether words are enough of all key terms to be told of: real texts vary their words."""
    return len(words) > 0 and 2 * len(words) >= len(terms)


def _quoted(words: list[str]) -> str:
    shown = ", ".join(f"“{word}”" for word in words[:_MOST])
    return f"{shown} and {len(words) - _MOST} more" if len(words) > _MOST else shown
