"""Debates: all that is said, as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

from attrs import evolve, frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import NO_DATA, Data
from argmap.equality import equality, value_hash
from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence
from argmap.model.display import debate_bundle
from argmap.model.lazy_parts import LazyParts
from argmap.model.lookup import is_in, question_in, reference_to, untitled_places
from argmap.model.question import Proposition, Question
from argmap.model.reference import (
    ArgumentRef,
    ClaimRef,
    ElementRef,
    EvidenceRef,
    InferenceRef,
    PropositionRef,
    QuestionRef,
    Ref,
    TagRef,
)
from argmap.model.relation import Relation, RelationKind, relations_by_end
from argmap.model.section import Section
from argmap.model.sources.source import Source
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.model.rows import Cell, Table
    from argmap.model.selecting import SectionName

Element = Claim | Evidence | Question | Argument
Named = Element | Inference | Ref | str  # a text is a title as in the markup
ElementKind: TypeAlias = Literal["claim", "evidence", "question", "argument"]


@frozen(slots=False, repr=False)
class Debate(LazyParts):
    r"""Claims, evidence, questions and arguments with their relations; mappings by title, in document order.

    `tags` are all tags in order of first use, `metadata` what the frontmatter says.

    >>> import argmap
    >>> debate = argmap.parse("[Sun]: It shines.\n  + <Forecast>: They said so.").debate
    >>> debate, [str(relation) for relation in debate.relations]
    (Debate(1 claim, 0 pieces of evidence, 1 argument, 1 relation), ['<Forecast> supports [Sun]'])
    """

    __eq__ = equality
    __hash__ = value_hash

    claims: FrozenDict[str, Claim] = FrozenDict()
    evidence: FrozenDict[str, Evidence] = FrozenDict()
    arguments: FrozenDict[str, Argument] = FrozenDict()
    relations: tuple[Relation, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: FrozenDict[str, Source] = FrozenDict()
    tags: tuple[str, ...] = ()
    metadata: Data = NO_DATA
    questions: FrozenDict[str, Question] = FrozenDict()

    @property
    def elements(self) -> Iterator[Element]:
        """Claims, then evidence, then questions, then arguments."""
        return chain(
            self.claims.values(), self.evidence.values(), self.questions.values(), self.arguments.values()
        )

    def __iter__(self) -> Iterator[Element]:
        """Yield claims, then evidence, then questions, then arguments."""
        return iter(self.elements)

    def __len__(self) -> int:
        """Return how many claims, pieces of evidence, questions and arguments there are."""
        return len(self.claims) + len(self.evidence) + len(self.questions) + len(self.arguments)

    def __bool__(self) -> bool:
        """Return True: a debate without elements may still have sections, sources and metadata."""
        return True

    def __contains__(self, thing: object) -> bool:
        """Return whether it has an element, an inference or what a reference or title names."""
        return is_in(self, thing)

    @overload
    def __getitem__(self, thing: Claim | ClaimRef) -> Claim: ...

    @overload
    def __getitem__(self, thing: Evidence | EvidenceRef) -> Evidence: ...

    @overload
    def __getitem__(self, thing: Question | QuestionRef) -> Question: ...

    @overload
    def __getitem__(self, thing: PropositionRef) -> Proposition: ...

    @overload
    def __getitem__(self, thing: Argument | ArgumentRef) -> Argument: ...

    @overload
    def __getitem__(self, thing: Inference | InferenceRef) -> Inference: ...

    @overload
    def __getitem__(self, thing: ElementRef) -> Element: ...

    @overload
    def __getitem__(self, thing: str | Named) -> Element | Inference: ...

    def __getitem__(self, thing: Named) -> Element | Inference:
        r"""Return what a reference or a title names.

        >>> import argmap
        >>> debate = argmap.parse("[Sun]: It is sunny.\n  + <Forecast>").debate
        >>> debate["[Sun]"].text, debate[argmap.ArgumentRef("Forecast")].title
        ('It is sunny.', 'Forecast')

        Raises:
            LookupError: there is no such thing; the message names the nearest.
            TypeError: it is neither a reference nor a title.
        """
        ref = reference_to(self, thing)
        match ref:
            case ClaimRef():
                return self.claims[ref.title]
            case EvidenceRef():
                return self.evidence[ref.title]
            case QuestionRef():
                return self.questions[ref.title]
            case ArgumentRef():
                return self.arguments[ref.title]
            case InferenceRef():
                return self.arguments[ref.argument].inferences[ref.place]

    def incoming(self, thing: Named) -> tuple[Relation, ...]:
        """Return the relations that end at something; symmetric ones end at both ends.

        `thing` is an element, an inference, a reference, or a title as in the markup, here as in the other
        methods; LookupError is raised for what is not there.
        """
        return self._incoming.get(reference_to(self, thing), ())

    def outgoing(self, thing: Named) -> tuple[Relation, ...]:
        """Return the relations that begin at something; symmetric ones begin at both ends."""
        return self._outgoing.get(reference_to(self, thing), ())

    def supporters(self, thing: Named) -> tuple[ElementRef, ...]:
        r"""Return what supports or entails something, each once, in order of the relations.

        >>> import argmap
        >>> debate = argmap.parse("[A]: a\n  + [B]: b\n  - <C>: c").debate
        >>> debate.supporters("[A]"), debate.attackers("[A]")
        ((ClaimRef('B'),), (ArgumentRef('C'),))
        """
        return self._others(thing, lambda kind: kind.is_supporting)

    def attackers(self, thing: Named) -> tuple[ElementRef, ...]:
        """Return what attacks, undercuts, contradicts or is contrary to something, each once."""
        return self._others(thing, lambda kind: not kind.is_supporting)

    @property
    def speakers(self) -> FrozenDict[str, Data]:
        """Who puts something forward, in order, with what `speakers` in the frontmatter says of them."""
        from argmap.model.selecting import speakers_of

        return speakers_of(self.metadata, self.elements)

    def positions(self, question: Question | QuestionRef | str) -> tuple[ElementRef, ...]:
        r"""Return the positions on a question, each once: what is below it with `+`.

        >>> import argmap
        >>> debate = argmap.parse("[?Closing]: Close the old town?\n  + [Tolls]\n  + [As it is]").debate
        >>> debate.positions("[?Closing]")
        (ClaimRef('Tolls'), ClaimRef('As it is'))

        Raises:
            LookupError: there is no such question; the message names the nearest.
        """
        # A question below another is no answer to it.
        return tuple(
            ref for ref in self.supporters(question_in(self, question)) if not isinstance(ref, QuestionRef)
        )

    def rows(self, table: Table) -> list[dict[str, Cell]]:
        r"""Return the claims, evidence, questions, arguments, relations or sources as flat rows.

        Cells are texts, numbers, truth values or None, so that `pandas.DataFrame(debate.rows("claims"))` and
        `csv.DictWriter` take them as they are; several values are joined by a semicolon and a space.

        >>> import argmap
        >>> argmap.parse("[A]: a\n  + <B>: b").debate.rows("relations")[0]["source"]
        '<B>'

        Raises:
            ValueError: there is no table of that name.
        """
        # Pictures need neither tables nor parts of debates.
        from argmap.model.rows import rows_of

        return rows_of(self, table)

    def select(
        self,
        *,
        tags: str | TagRef | Iterable[str | TagRef] | None = None,
        sections: SectionName | Iterable[SectionName] | None = None,
        kind: ElementKind | Iterable[ElementKind] | None = None,
        speakers: str | Iterable[str] | None = None,
        is_implicit: bool | None = None,
    ) -> Debate:
        r"""Return the debate of the elements with one of some tags, in some sections, of some kinds.

        Each is one name or several. Tags and sections may be written as in the markup, too, `#crux` and
        `# Letters`; sections are named by title or id and contain those below them. Kinds are `claim`,
        `evidence`, `question` and `argument`. `speakers` are names of who puts elements forward;
        `is_implicit` selects what nobody stated, or all the rest. What is not given leaves nothing out.
        Premises and conclusions of selected arguments are kept, and relations of which both ends are.

        >>> import argmap
        >>> debate = argmap.parse("[A]: a #x\n  + [B]: b\n  - <C>: c #x").debate
        >>> [str(element.ref) for element in debate.select(tags=["x"])]
        ['[A]', '<C>']

        Raises:
            LookupError: there is no such tag, section or speaker; the message names the nearest.
            ValueError: there is no such kind.
        """
        from argmap.model.selecting import selected_refs

        kept = selected_refs(
            self, tags=tags, sections=sections, kinds=kind, speakers=speakers, is_implicit=is_implicit
        )
        return part_with(self, kept)

    def _others(self, thing: Named, wanted: Callable[[RelationKind], bool]) -> tuple[ElementRef, ...]:
        ref = reference_to(self, thing)
        others = (
            relation.source if relation.target == ref else relation.target
            # Places do not matter here.
            for relation in self.unmoved._incoming.get(ref, ())
            if wanted(relation.kind)
        )
        return tuple(dict.fromkeys(other for other in others if not isinstance(other, InferenceRef)))

    def _ipython_key_completions_(self) -> list[str]:
        # What notebooks offer behind an opening bracket.
        return [str(element.ref) for element in self.elements]

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        return debate_bundle(self, repr(self))

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def __repr__(self) -> str:
        counts = [
            counted(len(self.claims), "claim"),
            counted(len(self.evidence), "piece of evidence", "pieces of evidence"),
            *([counted(len(self.questions), "question")] if self.questions else []),
            counted(len(self.arguments), "argument"),
            counted(len(self.relations), "relation"),
        ]
        return f"Debate({', '.join(counts)})"

    @cached_property
    def untitled_by_place(self) -> Mapping[tuple[str | None, int | None], Ref]:
        """Elements without a title, and inferences, by the path and the offset at which they begin."""
        return untitled_places(self)

    @cached_property
    def _incoming(self) -> dict[Ref, tuple[Relation, ...]]:
        return relations_by_end((relation.target, relation.source, relation) for relation in self.relations)

    @cached_property
    def _outgoing(self) -> dict[Ref, tuple[Relation, ...]]:
        return relations_by_end((relation.source, relation.target, relation) for relation in self.relations)


def part_with(debate: Debate, kept: Set[ElementRef]) -> Debate:
    """Return the debate of some elements, with the relations between them."""
    from argmap.model.selecting import kept_elements, kept_relations

    part = evolve(
        debate,
        claims=kept_elements(debate.claims, kept),
        evidence=kept_elements(debate.evidence, kept),
        questions=kept_elements(debate.questions, kept),
        arguments=kept_elements(debate.arguments, kept),
        relations=kept_relations(debate, kept),
    )
    used = {tag for holder in (*part.elements, *part.sections) for tag in holder.tags}
    return evolve(part, tags=tuple(tag for tag in debate.tags if tag in used))
