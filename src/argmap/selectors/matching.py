"""What a selector selects in a debate.

Every test is a set of things, and every hop leads from a set to a set, so that the work is linear in the size
of the debate times that of the selector.
"""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from argmap.model import Debate, InferenceRef, TagRef
from argmap.model.lookup import is_known, reference_to
from argmap.selectors.arrows import WAYS, against, along
from argmap.selectors.expression import (
    Along,
    Anything,
    Arrow,
    Chain,
    Fields,
    Group,
    OfKind,
    RoleHop,
    Selector,
    State,
    Step,
    Subject,
    Test,
    Titled,
    Without,
    Words,
)
from argmap.selectors.fields import FieldReader, folded, holds
from argmap.selectors.roles import having_in_role, in_role
from argmap.selectors.selector_grammar import parse_selector
from argmap.selectors.states import STATES, STATES_WITH_VALUES, Refs, Setting
from argmap.selectors.surroundings import Surroundings
from argmap.selectors.things import ThingRef, Things
from argmap.selectors.vocabulary import ELEMENTS
from argmap.text.given_values import value_in_words


@frozen(slots=False, eq=False)
class Matcher:
    """Answers selectors about a debate; what several of them need is worked out once.

    A lenient one ignores titles and sections that are not there.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a\\n  + [B]: b\\n    - <C>: c").debate
    >>> Matcher(debate).select("claims(<- *)")
    (ClaimRef('B'),)
    """

    debate: Debate
    surroundings: Surroundings = Surroundings()
    is_lenient: bool = False

    def select(self, selector: str | Selector) -> tuple[ThingRef, ...]:
        """Return what a selector selects, in the order of the document.

        Raises:
            LookupError: a title or section is not there; the message names the nearest.
            SelectorError: the selector cannot be read.
        """
        if isinstance(selector, str):
            selector = parse_selector(selector)
        if not isinstance(selector, Selector):
            raise TypeError(f"a selector must be a text such as 'claims', not {value_in_words(selector)}")
        return self.things.ordered(self._selected(selector))

    @cached_property
    def things(self) -> Things:
        """All that can be selected."""
        return Things(self.debate)

    @cached_property
    def _setting(self) -> Setting:
        return Setting(self.things, self.surroundings)

    @cached_property
    def _everything(self) -> Refs:
        return frozenset(self.things.things)

    @cached_property
    def _sections(self) -> dict[str, str]:
        return {section.id: section.title for section in self.debate.sections}

    @cached_property
    def _texts(self) -> dict[ThingRef, str]:
        """Title and text of each thing, ready to be searched."""
        return {
            ref: folded("\n".join(filter(None, (ref.title, getattr(thing, "text", None)))))
            for ref, thing in self.things.things.items()
        }

    def _selected(self, selector: Selector) -> Refs:
        selected: set[ThingRef] = set()
        for chain in selector.chains:
            selected |= self._ends(chain)
        return selected

    def _ends(self, chain: Chain) -> Refs:
        """Return what the last link of a chain leads to."""
        first, *links = chain.links
        assert isinstance(first, Step), "a chain begins with a step"
        reached: Refs = self._passing(first)
        if first.subject is None:
            reached = {ref for ref in reached if ref.kind in ELEMENTS}
        for link in links:
            match link:
                case Step():
                    reached = reached & self._passing(link)
                case Arrow():
                    ends = along(self.things, reached, WAYS[link.sign])
                    # An undercut of an inference counts for its argument.
                    reached = {end for end in ends if not isinstance(end, InferenceRef)}
                case RoleHop():
                    reached = in_role(self.things, link.name, reached)
        return reached

    def _passing(self, step: Step) -> Refs:
        """Return what is named by a step and passes its tests."""
        passing = self._everything if step.subject is None else self._named(step.subject)
        for test in step.tests:
            if isinstance(test, Fields):
                # Fields are read one by one: only those of what is left.
                passing = self._with_fields(test, passing)
            else:
                passing = passing & self._holding(test)
        return passing

    def _named(self, subject: Subject) -> Refs:
        match subject:
            case Anything():
                return {ref for ref in self._everything if ref.kind in ELEMENTS}
            case OfKind(kind):
                return {ref for ref in self._everything if ref.kind == kind}
            case Titled(ref):
                if self.is_lenient and not is_known(self.debate, ref):
                    return frozenset()
                return {reference_to(self.debate, ref)}
            case Group(selector):
                return self._selected(selector)

    def _holding(self, test: Test) -> Refs:
        """Return what passes a test."""
        match test:
            case TagRef():
                return self._tagged(test.title)
            case State(name, ()):
                return STATES[name](self._setting)
            case State(name, values):
                try:
                    return STATES_WITH_VALUES[name](self._setting, values)
                except LookupError:
                    if self.is_lenient:
                        return frozenset()
                    raise
            case Words(text):
                words = folded(text)
                return {ref for ref, said in self._texts.items() if words in said}
            case Fields():
                return self._with_fields(test, self._everything)
            case Without(inner):
                return self._everything - self._holding(inner)
            case Along(arrow, chain):
                return against(self.things, self._beginning(chain), WAYS[arrow.sign])

    def _tagged(self, title: str) -> Refs:
        return {ref for ref, thing in self.things.things.items() if title in getattr(thing, "tags", ())}

    def _with_fields(self, fields: Fields, among: Refs) -> Refs:
        reader = FieldReader(self._sections, self.surroundings.line)
        return {
            ref
            for ref in among
            if all(
                holds(condition, reader.values(self.things.things[ref], condition.path))
                for condition in fields.conditions
            )
        }

    def _beginning(self, chain: Chain) -> Refs:
        """Return the things that pass the first step of a chain from which its links lead to something."""
        reached: Refs = self._everything
        for link in reversed(chain.links):
            match link:
                case Step():
                    reached = reached & self._passing(link)
                case Arrow():
                    reached = against(self.things, reached, WAYS[link.sign])
                case RoleHop():
                    reached = having_in_role(self.things, link.name, reached)
        return reached
