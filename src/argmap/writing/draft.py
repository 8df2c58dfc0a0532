"""Debates that are built or changed in code."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike, fspath

from argmap.data import Data
from argmap.data.values import check_title
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    Debate,
    ElementRef,
    EvidenceRef,
    HasDebate,
    InferenceRef,
    QuestionRef,
    RelationKind,
    debate_of,
)
from argmap.text.counts import counted
from argmap.text.given_text import given_path
from argmap.text.given_values import check_words
from argmap.writing.checked_lines import checked, named
from argmap.writing.draft_elements import KIND_WORDS, DraftElements, Named, frozen_data
from argmap.writing.line import KINDS, Line
from argmap.writing.printing import print_script
from argmap.writing.renaming import rename_mentions, renamed_metadata
from argmap.writing.whole_arguments import (
    takes_arguments_apart,
    taking_apart,
    whole_arguments,
    without_taking_apart,
)
from argmap.writing.writer import debate_in, script_that_says


class Draft(DraftElements):
    """Builds a debate, or changes one.

    Everything you add is returned as a reference. Later calls take that reference, an element of a debate,
    a title as in the markup, or a plain title if only one element has it. A call that cannot be carried out
    raises an error and changes nothing: LookupError for a name that nothing in the draft has. Arguments that
    were taken apart in a debate are whole in its draft.

    >>> draft = Draft()
    >>> rain = draft.claim("Rain", "It will rain.")
    >>> clouds = draft.evidence("Clouds", "The sky is grey.", source="https://example.org/sky")
    >>> sign = draft.argument("Sign", "Clouds bring rain.")
    >>> step = draft.infer(sign, premises=[clouds], conclusion=rain, rules=["argument from sign"])
    >>> forecast = draft.claim("Forecast", "Today stays dry.")
    >>> draft.attack(forecast, "Rain").undercut("Forecast", step)
    Draft(2 claims, 1 piece of evidence, 1 argument)
    >>> debate = draft.finish()
    >>> [attacker.title for attacker in debate.attackers(rain)]
    ['Forecast']
    """

    @classmethod
    def of(cls, debate: HasDebate | Debate) -> Draft:
        """Return a draft of a debate, or of that of a document; neither changes.

        Whatever no text can express is changed in the draft, as in `to_text`.
        """
        debate = debate_of(debate)
        draft = cls()
        takes_apart = takes_arguments_apart(debate.metadata)
        if takes_apart:
            debate, draft._store.parts = whole_arguments(debate)
        script = script_that_says(debate)
        draft._metadata = taking_apart(script.metadata) if takes_apart else script.metadata
        draft._store.roots = script.nodes
        draft._store.take_in(draft._store.roots)
        return draft

    def __repr__(self) -> str:
        counts = []
        words = {
            ClaimRef: ("claim",),
            EvidenceRef: ("piece of evidence", "pieces of evidence"),
            QuestionRef: ("question",),
            ArgumentRef: ("argument",),
        }
        for kind, word in words.items():
            count = sum(isinstance(ref, kind) for ref in self._store.nodes)
            if kind is QuestionRef and not count:
                continue
            counts.append(counted(count, *word))
        return f"Draft({', '.join(counts)})"

    # Relating

    def support(self, source: Named, target: Named, *, data: Mapping[str, object] | None = None) -> Draft:
        """Make something support something else; in a strict debate, a claim entails the claim it supports.

        `data` describe the relation, here as in the other methods: `strength` is its weight.
        """
        return self._relate(RelationKind.SUPPORT, source, target, data)

    def attack(self, source: Named, target: Named, *, data: Mapping[str, object] | None = None) -> Draft:
        """Make something attack something else; in a strict debate, claims that do so are contrary."""
        return self._relate(RelationKind.ATTACK, source, target, data)

    def undercut(self, source: Named, target: Named, *, data: Mapping[str, object] | None = None) -> Draft:
        """Make something attack an inference, or the last one of an argument."""
        return self._relate(RelationKind.UNDERCUT, source, target, data)

    def contradict(self, one: Named, other: Named, *, data: Mapping[str, object] | None = None) -> Draft:
        """Make one claim or piece of evidence contradict another."""
        for end in (one, other):
            self._store.proposition(end)
        return self._relate(RelationKind.CONTRADICTION, other, one, data)

    def answer(self, position: Named, question: Named, *, data: Mapping[str, object] | None = None) -> Draft:
        """Make a claim or an argument a position on a question."""
        if not isinstance(self._store.end(question), QuestionRef):
            raise ValueError(f"{named(self._store.end(question))} is not a question")
        return self._relate(RelationKind.SUPPORT, position, question, data)

    def detach(self, source: Named, target: Named) -> Draft:
        """Remove the relations from one element to another."""
        for node in self._store.related(self._store.end(source), self._store.end(target)):
            self._store.release(node)
        return self

    def reattach(self, source: Named, target: Named, *, to: Named) -> Draft:
        """Move the relations from one element to another, to a different target."""
        self._store.reattach(self._store.end(source), self._store.end(target), self._store.end(to))
        return self

    def _relate(
        self, kind: RelationKind, source: Named, target: Named, data: Mapping[str, object] | None
    ) -> Draft:
        origin, aim = self._store.end(source), self._store.end(target)
        if isinstance(origin, InferenceRef):
            raise ValueError(f"{named(origin)} supports or attacks nothing; its argument does")
        if isinstance(aim, InferenceRef) and kind is not RelationKind.UNDERCUT:
            raise ValueError(f"{named(aim)} can only be undercut")
        self._store.relate(kind, origin, aim, frozen_data(data))
        return self

    # Changing

    def rename(self, what: Named, title: str) -> ElementRef:
        """Change a title, wherever it is used or mentioned, and return the new reference."""
        ref = self._store.ref(what)
        if isinstance(ref, InferenceRef):
            raise ValueError(f"{named(ref)} has no title")
        check_title(KIND_WORDS[type(ref)], title)
        new = type(ref)(title)
        if new != ref:
            self._store.free(new)
            for is_reference in (False, True):
                checked(Line(KINDS[type(new)], title=title, is_reference=is_reference, ref=new))
            self._store.rename(ref, new)
            rename_mentions(self._store.all_nodes(), ref, new)
            self._metadata = renamed_metadata(self._metadata, ref, new)
        return new

    def say(self, what: Named, text: str) -> Draft:
        """Change a text: where the element has its text now, or else where it first occurs."""
        ref = self._store.ref(what)
        if isinstance(ref, InferenceRef):
            raise ValueError(f"{named(ref)} has no text; it has rules")
        check_words("text", text)
        self._store.say(ref, " ".join(text.split()))
        return self

    def remove(self, what: Named) -> Draft:
        """Remove an element and all its relations.

        The statements of an argument stay; its inferences are removed with it.

        Raises:
            ValueError: it is a premise or conclusion of an argument, which has to be removed first.
        """
        ref = self._store.ref(what)
        if isinstance(ref, InferenceRef):
            raise ValueError(f"{named(ref)} belongs to its argument; remove that instead")
        if any(node.is_step for node in self._store.nodes[ref]):
            raise ValueError(f"{named(ref)} is a step of an argument; remove that first")
        self._store.remove(ref)
        return self

    # Finishing

    def to_text(self) -> str:
        """Return the draft as a text in canonical layout."""
        return self._text(self._metadata)

    def _text(self, metadata: Data) -> str:
        return print_script(self._store.roots, metadata)

    def finish(self, path: str | PathLike[str] | None = None) -> Debate:
        """Return the debate, checked and frozen; its spans are those of `to_text`.

        A bibliography named in the metadata is looked for beside `path`.

        Raises:
            ValueError: something in the draft would be read as something else.
        """
        debate = debate_in(self.to_text(), None if path is None else fspath(given_path(path)))
        whole = debate
        if takes_arguments_apart(self._metadata):
            whole = debate_in(self._text(without_taking_apart(self._metadata)))
        missing = [ref for ref in self._store.nodes if ref not in whole]
        if missing:
            raise ValueError(f"{named(missing[0])} would be read as something else")
        return debate
