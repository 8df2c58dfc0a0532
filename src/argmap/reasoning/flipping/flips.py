"""Small sets of things to reject or accept in order to give something another label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from attrs import field, frozen

from argmap.model import Debate, Named, Ref, resolve
from argmap.model.stating.calling import called
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.flipping.candidates import Candidate, candidates, flip_question
from argmap.reasoning.flipping.switch import FlipQuestion
from argmap.reasoning.flipping.trying import Chosen, tried_sets
from argmap.reasoning.flipping.unrolled import TooManyRoundsError, solved_sets
from argmap.reasoning.label import Label
from argmap.reasoning.sat import has_solver
from argmap.reasoning.theories.solution import Solution
from argmap.reasoning.theories.stages import TooLargeError
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.reasoning.verdicts.question_verdicts import with_questions
from argmap.text.counts import agreeing, counted, enumerated


@frozen
class FlipSet:
    """What has to be rejected and accepted together to give something a label.

    >>> from argmap.model import ClaimRef
    >>> str(FlipSet(reject=(ClaimRef("A"),))), len(FlipSet())
    ('reject [A]', 0)
    """

    reject: tuple[Ref, ...] = ()
    accept: tuple[Ref, ...] = ()

    def __iter__(self) -> Iterator[Ref]:
        """Yield what is rejected, then what is accepted."""
        yield from self.reject
        yield from self.accept

    def __len__(self) -> int:
        """Return how many things are rejected or accepted."""
        return len(self.reject) + len(self.accept)

    def __bool__(self) -> bool:
        """Return True: even the empty set is an answer."""
        return True

    def __str__(self) -> str:
        """Return it in words, with the names of what it holds."""
        return _verbs([*map(str, self.reject)], [*map(str, self.accept)]) or "nothing"


@frozen
class Flips:
    """The minimal sets that give something a label, smallest first and then in document order.

    An empty set says that it already has the label. `searched_to` is the size up to which all sets are known,
    and `is_exhaustive` says whether that is the size that was asked for: only then are there no others.
    """

    about: Ref
    to: Label
    sets: tuple[FlipSet, ...]
    is_exhaustive: bool
    searched_to: int
    most: int = field(default=3)
    debate: Debate = field(default=Debate(), eq=False, repr=False)

    @property
    def bottlenecks(self) -> tuple[Ref, ...]:
        """The things that give it the label on their own."""
        return tuple(ref for each in self.sets if len(each) == 1 for ref in each)

    def lines(self) -> tuple[str, ...]:
        r"""Return each set in words; a claim without a title is named by what it says.

        >>> import argmap
        >>> document = argmap.parse("[A]: a\n  + It rains.\n  + It snows.")
        >>> flips = argmap.flips(document, "[A]")
        >>> flips.lines()
        ('reject “It rains.” and “It snows.”',)
        """
        return tuple(_set_in_words(self.debate, each.reject, each.accept) for each in self.sets if len(each))

    @property
    def summary(self) -> str:
        r"""In words, how many sets there are, and up to which size they were looked for.

        >>> import argmap
        >>> argmap.flips(argmap.parse("[A]: a"), "[A]", to="in").summary
        '[A] is in already'
        """
        about = called(self.debate, self.about)
        if any(not len(each) for each in self.sets):
            return f"{about} is {self.to.value} already"
        number = len(self.sets)
        if self.is_exhaustive:
            some = counted(number, "set") if number else "no set"
            return (
                f"{some} of at most {self.most} {agreeing(number, 'makes', 'make')} {about} {self.to.value}"
            )
        extra = "" if has_solver() else ", or install argmap[sat]"
        goal = f"{about} {self.to.value}"
        if not number and not self.searched_to:
            return f"it is not known what makes {goal}: raise timeout{extra}"
        if not number:
            tried = f"no set of at most {self.searched_to} makes {goal}"
            return f"{tried}, and larger ones were not all tried: raise timeout{extra}"
        return (
            f"{counted(number, 'set makes', 'sets make')} {goal}; there may be others of "
            f"more than {self.searched_to}: raise limit or timeout{extra}"
        )

    def __str__(self) -> str:
        """Return the sets, one per line, and the summary."""
        return "\n".join((*self.lines(), self.summary))

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from html import escape

        items = "".join(f"<li>{escape(line)}</li>" for line in self.lines())
        return f"<p>{escape(self.summary)}</p>" + (f"<ul>{items}</ul>" if items else "")

    def as_dict(self) -> dict[str, object]:
        """Return it as data for JSON."""
        return {
            "version": 1,
            "about": str(self.about),
            "to": self.to.value,
            "sets": [
                {"reject": list(map(str, each.reject)), "accept": list(map(str, each.accept))}
                for each in self.sets
            ],
            "exhaustive": self.is_exhaustive,
            "searched_to": self.searched_to,
        }


def _set_in_words(debate: Debate, reject: Iterable[Ref], accept: Iterable[Ref]) -> str:
    """Return in words what is rejected and accepted, each as reports call it."""
    return _verbs([called(debate, ref) for ref in reject], [called(debate, ref) for ref in accept])


def _verbs(rejected: list[str], accepted: list[str]) -> str:
    words = (("reject", rejected), ("accept", accepted))
    return ", ".join(f"{verb} {enumerated(names)}" for verb, names in words if names)


def find_flips(
    debate: Debate,
    about: Named,
    options: EvaluationOptions,
    stipulated: Stipulations,
    *,
    to: Label,
    most: int,
    limit: int | None,
    deadline: Deadline,
    accepting: bool,
) -> Flips:
    """Return the minimal sets of leaves whose rejection gives something a label under grounded.

    A question is in if it is answered, out if none of its positions holds, and undecided if it is open.

    With the extra `argmap[sat]` a solver finds them; otherwise, and where circles are too large for that,
    all sets of each size are tried.

    Raises:
        LookupError: the debate has nothing of a name; the message names the nearest.
    """
    ref = resolve(debate, about)
    search = _Search(debate, ref, options, stipulated, to, accepting)
    found, sizes, is_cut = [], 0, False
    with suppress(NotDecidedError):
        for answers in search.answers(most, limit, deadline):
            sizes += 1
            found += answers
            if limit is not None and len(found) >= limit:
                is_cut = True
                break
    # If the last size was cut short, only the sizes below it are known completely.
    known = max(sizes - 1 - is_cut, 0)
    is_whole = sizes > 0 and not is_cut and (() in found or known >= min(most, len(search.candidates)))
    return Flips(
        about=ref,
        to=to,
        sets=tuple(search.flip_set(chosen) for chosen in found[:limit]),
        is_exhaustive=is_whole,
        searched_to=most if is_whole else known,
        most=most,
        debate=debate,
    )


class _Search:
    """Looks for sets with a solver if it can, and otherwise by trying."""

    def __init__(
        self,
        debate: Debate,
        about: Ref,
        options: EvaluationOptions,
        stipulated: Stipulations,
        to: Label,
        accepting: bool,
    ) -> None:
        self._debate, self._about, self._options = debate, about, options
        self._stipulated, self._to, self._accepting = stipulated, to, accepting
        self.candidates: Sequence[Candidate] = ()

    def answers(self, most: int, limit: int | None, deadline: Deadline) -> Iterator[list[Chosen]]:
        """Yield the sets of each size, as numbers of candidates."""
        deadline.check()
        solution = solved(self._debate, self._options, self._stipulated).solution
        deadline.check()
        question = self._question(solution, deadline)
        if question is not None and has_solver():
            with suppress(TooManyRoundsError):
                yield from solved_sets(question, most=most, limit=limit, deadline=deadline)
                return
        is_answer = self._is_answer if question is None else question.is_answered_by
        yield from tried_sets(len(self.candidates), is_answer, most=most, deadline=deadline)

    def _question(self, solution: Solution, deadline: Deadline) -> FlipQuestion | None:
        """Return the question to the framework, None if reasons are weighed or it would be too large."""
        self.candidates = list(candidates(solution, self._about, accepting=self._accepting))
        if solution.equations.duels:
            return None
        try:
            question, self.candidates = flip_question(
                self._debate,
                solution,
                self._about,
                self._to,
                accepting=self._accepting,
                deadline=deadline,
            )
        except TooLargeError:
            return None
        return question

    def flip_set(self, chosen: Chosen) -> FlipSet:
        """Return the set that numbers of candidates stand for."""
        picked = [self.candidates[number] for number in chosen]
        return FlipSet(
            reject=tuple(each.ref for each in picked if not each.is_accepted),
            accept=tuple(each.ref for each in picked if each.is_accepted),
        )

    def _is_answer(self, chosen: Chosen) -> bool:
        """Return whether a set gives the label, by evaluating the debate once more."""
        flips = self.flip_set(chosen)
        if {*flips.reject} & {*flips.accept}:
            return False
        stipulated = Stipulations(
            self._stipulated.accepted.union(flips.accept), self._stipulated.rejected.union(flips.reject)
        )
        verdicts = grounded_verdicts(self._debate, solved(self._debate, self._options, stipulated))
        return with_questions(self._debate, dict(verdicts))[self._about].label is self._to
