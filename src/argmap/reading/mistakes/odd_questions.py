"""What is odd about questions: what bears on them, what they bear on, and what their data say."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.data.locations import written_like
from argmap.model import MOST_RIVALS, Debate, Question, QuestionRef, Relation
from argmap.model.statement import STEP_ROLES
from argmap.reading.data_places import DataPlaces
from argmap.settings.tables import STANDARDS
from argmap.text import Diagnostic, Fix, Span, diagnose
from argmap.text.nearest import nearest, only_near


@frozen(eq=False, repr=False)
class OddQuestions:
    """Finds what is wrong with the questions of a debate."""

    debate: Debate
    places: DataPlaces

    def all(self) -> Iterator[Diagnostic]:
        """Yield relations of questions that are no answers, questions in inferences, and odd data."""
        if not self.debate.questions:
            return
        for relation in self.debate.relations:
            if not relation.is_derived:
                yield from _odd_relation(relation)
        for question in self.debate.questions.values():
            for statement in question.statements:
                if statement.role in STEP_ROLES:
                    yield diagnose("R249", statement.span or Span(0, 0), question.title)
            yield from self._odd_data(question)
            number = 0 if question.has_several_answers else len(self.debate.positions(question))
            if number > MOST_RIVALS:
                why = f"only the first {MOST_RIVALS} of its {number} positions exclude each other"
                yield diagnose("R296", question.span or Span(0, 0), str(question.ref), why)

    def _odd_data(self, question: Question) -> Iterator[Diagnostic]:
        standard = question.data.get("standard")
        if standard is not None and standard not in STANDARDS:
            place = self._place(question, "standard")
            word = str(standard)
            near = nearest(word, STANDARDS)
            hint = f"write `{near}`" if near else f"write one of {', '.join(STANDARDS)}"
            yield diagnose("R295", place, word, hint, fix=self._fix(place, word))

    def _place(self, question: Question, key: str) -> Span:
        for statement in reversed(question.statements):
            if (value := self.places.value(statement, key)) is not None:
                return value
        return question.span or Span(0, 0)

    def _fix(self, place: Span, word: str) -> Fix | None:
        written = self.places.written(place)
        near = only_near(word, STANDARDS)
        if near is None or written.strip("\"'") != word:
            return None
        new = written_like(written, near)
        return Fix(place, new, is_safe=False) if new else None


def _odd_relation(relation: Relation) -> Iterator[Diagnostic]:
    place = relation.spans[0] if relation.spans else Span(0, 0)
    source, target = relation.source, relation.target
    if isinstance(source, QuestionRef):
        yield diagnose("R248", place, str(source), relation.verb, str(target))
    elif isinstance(target, QuestionRef) and not relation.is_answer:
        yield diagnose("R247", place, str(target), relation.verb, str(source))
