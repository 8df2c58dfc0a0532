"""What an author expects of verdicts: `expect` in the frontmatter and in the data of things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import NO_DATA, Data, Value
from argmap.model.contents import Contents
from argmap.model.lookup import NotInDebateError, is_in, reference_in, reference_to
from argmap.model.reference import ElementRef, InferenceRef, QuestionRef, Ref
from argmap.named_tuples import NamedTuple
from argmap.text.counts import enumerated

VERDICT_WORDS = ("in", "out", "undecided")
# What may be expected of a question, besides the positions that answer it; with the label that says so.
QUESTION_WORDS = {"open": "undecided", "none": "out"}


class Expectation(NamedTuple):
    """What is to have which verdict, as it is written.

    `ref` is None if the debate has nothing of the name, or several things, as `missing` says. `path` leads to
    it in the frontmatter; it is empty if the thing itself has the expectation in its data. `answers` are the
    positions that are to answer a question, all of them and no others; if something else is named as a
    position, `problem` says so.
    """

    name: str
    ref: Ref | None
    word: str
    path: tuple[str | int, ...] = ()
    problem: str = ""
    answers: tuple[ElementRef, ...] = ()
    missing: NotInDebateError | None = None

    @property
    def is_clear(self) -> bool:
        """Whether it names something and a verdict, so that it can be met or not."""
        return self.ref is not None and (bool(self.answers) or self.label in VERDICT_WORDS)

    @property
    def label(self) -> str:
        """The label that it comes to, or what is written in place of one."""
        if self.answers:
            return "in"
        return QUESTION_WORDS.get(self.word, self.word) if isinstance(self.ref, QuestionRef) else self.word

    @property
    def words(self) -> str:
        """What is expected, to go on after "is expected to be"."""
        if self.answers:
            return f"answered by {enumerated(map(str, self.answers))}"
        if not isinstance(self.ref, QuestionRef):
            return self.word
        return _OF_QUESTIONS.get(self.label, self.word)


_OF_QUESTIONS = {"in": "answered", "out": "without an answer", "undecided": "open"}


def expectations_of(debate: Contents, metadata: Data) -> Iterator[Expectation]:
    r"""Yield what is expected of a debate: first what its frontmatter lists, then what things say themselves.

    >>> import argmap
    >>> debate = argmap.parse("===\nexpect: {in: [[A], <B>]}\n===\n\n[A]: a {expect: out}\n  + <B>: b").debate
    >>> [(each.name, each.word) for each in expectations_of(debate, debate.metadata)]
    [('[A]', 'in'), ('<B>', 'in'), ('[A]', 'out')]
    >>> (question,) = expectations_of(argmap.parse("[?Q]: Which? {expect: A}\n  + [A]\n  + [B]").debate, {})
    >>> question.words
    'answered by [A]'
    """
    positions = _Positions(debate)
    if metadata:
        yield from _listed(debate, positions, metadata.get("expect"))
    # Most things have no data: to see that it is the empty one takes less than to ask for its length.
    for element in chain(debate.claims.values(), debate.evidence.values()):
        if element.data is not NO_DATA:
            yield from _own(element.ref, element.data)
    for asking in debate.questions.values():
        if (value := asking.data.get("expect")) is not None:
            yield _asked(debate, positions, asking.ref, value, ())
    for argument in debate.arguments.values():
        if argument.data is not NO_DATA:
            yield from _own(argument.ref, argument.data)
        for inference in argument.inferences:
            if inference.data is not NO_DATA:
                yield from _own(inference.ref, inference.data)


def _listed(debate: Contents, positions: _Positions, listed: Value) -> Iterator[Expectation]:
    """Yield the expectations in the frontmatter."""
    if isinstance(listed, FrozenDict):
        for word, names in listed.items():
            if isinstance(question := reference_in(str(word)), QuestionRef):
                yield _asked(debate, positions, question, names, ("expect", str(word)))
            elif isinstance(names, tuple):
                for place, name in enumerate(names):
                    yield _named(debate, _name(name), str(word), ("expect", str(word), place))
            elif names is not None:
                yield _named(debate, _name(names), str(word), ("expect", str(word)))
    elif listed is not None:
        yield Expectation("", None, _name(listed), ("expect",))


def _own(ref: Ref, data: Data) -> Iterator[Expectation]:
    if data.get("expect") is not None:
        yield Expectation(str(ref), ref, _name(data["expect"]))


class _Positions:
    """The positions on each question, looked up when something is expected of a question."""

    def __init__(self, debate: Contents) -> None:
        self._debate = debate
        self._by_question: dict[Ref, list[ElementRef]] | None = None

    def on(self, question: QuestionRef) -> Sequence[ElementRef]:
        """Return the positions on a question."""
        if self._by_question is None:
            self._by_question = {}
            for relation in self._debate.relations:
                source = relation.source
                if relation.is_answer and not isinstance(source, QuestionRef | InferenceRef):
                    self._by_question.setdefault(relation.target, []).append(source)
        return self._by_question.get(question, ())


def _asked(
    debate: Contents, positions: _Positions, question: QuestionRef, value: Value, path: tuple[str | int, ...]
) -> Expectation:
    """Return what is expected of a question: that positions answer it, that it is open, or has no answer."""
    name = str(question)
    if question.title not in debate.questions:
        # Whatever is expected of it, what is wrong is its name.
        return _named(debate, name, VERDICT_WORDS[0], path)
    words = [_name(each) for each in value] if isinstance(value, tuple) else [_name(value)]
    if len(words) == 1 and (words[0] in VERDICT_WORDS or words[0] in QUESTION_WORDS):
        return Expectation(name, question, words[0], path)
    answers: dict[ElementRef, None] = {}
    for word in words:
        answer = _matching(word, positions.on(question))
        if answer is None:
            problem = f"{word} is not a position on {name}" if is_in(debate, word) else ""
            return Expectation(name, question, word, path, problem)
        answers[answer] = None
    return Expectation(name, question, " and ".join(words), path, answers=tuple(answers))


def _matching(name: str, positions: Sequence[ElementRef]) -> ElementRef | None:
    """Return the position of a name: as it is written in the markup, or of a plain title."""
    for written in (name, f"[{name}]"):
        for position in positions:
            if str(position) == written:
                return position
    titled = [position for position in positions if position.title == name]
    return titled[0] if len({*titled}) == 1 else None


def _named(debate: Contents, name: str, word: str, path: tuple[str | int, ...]) -> Expectation:
    # So is `[^E]`.
    name = f"[{name}]" if name.startswith("^") and name not in debate.claims else name
    try:
        return Expectation(name, reference_to(debate, name), word, path)
    except NotInDebateError as error:
        return Expectation(name, None, word, path, error.problem, missing=error)


def _name(value: Value) -> str:
    """Return what is written for a name or a verdict, as YAML would have it in a line."""
    if isinstance(value, FrozenDict):
        return f"{{{', '.join(f'{key}: {_name(each)}' for key, each in value.items())}}}"
    if isinstance(value, tuple):
        # `[A]` without quotes is a list of one text in YAML.
        return f"[{', '.join(map(_name, value))}]"
    # Words such as `on` are truth values.
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
