"""The edit that answers a critical question in the data of its inference."""

from __future__ import annotations

from attrs import evolve

from argmap.data import Data, FrozenDict, Value
from argmap.data.blocks import block_source, data_locations
from argmap.data.yaml_writer import flow_yaml
from argmap.editing.names.name_index import NameIndex
from argmap.editing.rereading import by_title, debate_after, sayings
from argmap.editing.stated_lines import StatedLine, home_of
from argmap.editing.yaml_insertion import key_edit
from argmap.model import ArgumentRef, Debate, Inference, InferenceRef
from argmap.model.lookup import reference_to
from argmap.text import Edit, Span
from argmap.text.nearest import nearest

_ANSWERS = "answers"


def answer_question(names: NameIndex, inference: object, question: str, answer: str) -> tuple[Edit, ...]:
    """Return the edits that answer a critical question of an inference, in words or by a reference.

    Raises:
        LookupError: there is no such inference, or its scheme has no such question.
        ValueError: it is answered already, or the answer cannot be written.
    """
    step = _step(names.debate, inference)
    questions = [each.name for each in step.scheme.critical_questions] if step.scheme else []
    if question not in questions:
        near = nearest(question, questions)
        hint = f"; did you mean {near!r}?" if near else ""
        raise LookupError(f"there is no critical question {question!r} about {step.ref}{hint}")
    if not answer.strip():
        raise ValueError("an answer needs at least one character other than white space")
    said = step.data.get(_ANSWERS)
    answers = said if isinstance(said, FrozenDict) else FrozenDict()
    if question in answers:
        raise ValueError(f"{question!r} is answered already")
    edit = _edit(names, home_of(names, step.ref), question, answer, has_answers=bool(answers))
    data = FrozenDict({**step.data, _ANSWERS: FrozenDict({**answers, question: answer})})
    expected = _with_data(names.debate, step, data)
    later = debate_after(names, [edit])
    if sayings(expected, by_title(expected)) != sayings(later, by_title(later)):
        raise ValueError(f"the answer cannot be written into the data of {step.ref}")
    return names.outer([edit])


def _step(debate: Debate, inference: object) -> Inference:
    ref = reference_to(debate, inference)
    if isinstance(ref, ArgumentRef):
        steps = debate.arguments[ref.title].inferences
        if len(steps) != 1:
            raise LookupError(f"{ref} has {len(steps)} inferences; name one, such as {ref}#1")
        return steps[0]
    if not isinstance(ref, InferenceRef):
        raise LookupError(f"{ref} is not an inference")
    return debate.arguments[ref.argument].inferences[ref.place]


def _edit(names: NameIndex, line: StatedLine, question: str, answer: str, *, has_answers: bool) -> Edit:
    shift, path, text = line.block.block.start, line.block.page.path, line.text
    entry: Value = FrozenDict({question: answer})
    if line.line.data:
        start, end = (place + shift for place in line.line.data[-1])
        block_form = names.reading.settings.data.switch_to_block_format_if_multiline
        inside = data_locations(text[start:end], block_form=block_form)
        locations = {its_path: pair.shifted(start, path) for its_path, pair in inside.items()}
        around = Span(start, end, path)
        is_block = block_form and block_source(text[start:end]) is not None
        if has_answers and (_ANSWERS,) in locations:
            return key_edit(text, around, locations, (_ANSWERS,), question, answer)
        return key_edit(text, around, locations, (), _ANSWERS, entry, is_block=is_block)
    written = flow_yaml(FrozenDict({_ANSWERS: entry}))
    if line.line.rules:
        end = line.line.rules[-1][1] + shift
        return Edit(Span(end, end, path), f" {written}")
    return Edit(Span(line.start, line.end, path), f"-- {written} --")


def _with_data(debate: Debate, step: Inference, data: Data) -> Debate:
    argument = debate.arguments[step.argument]
    inferences = tuple(
        evolve(each, data=data) if each.index == step.index else each for each in argument.inferences
    )
    changed = {argument.title: evolve(argument, inferences=inferences)}
    return evolve(debate, arguments=FrozenDict({**debate.arguments, **changed}))
