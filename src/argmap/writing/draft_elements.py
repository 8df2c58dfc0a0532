"""Adding sections, elements and inferences to a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self, TypeAlias

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.data.values import check_count, check_share, check_title, given_value
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    ElementRef,
    Evidence,
    EvidenceKind,
    EvidenceRef,
    Inference,
    InferenceRef,
    Question,
    QuestionRef,
    Ref,
)
from argmap.model.lookup import tag_in
from argmap.settings.settings import merge
from argmap.settings.tables import STANDARDS
from argmap.syntax import Kind
from argmap.text.given_values import check_switches, check_words, several, several_words, value_in_words
from argmap.text.nearest import check_choice
from argmap.writing.checked_lines import checked_metadata, named
from argmap.writing.draft_store import Store
from argmap.writing.line import KINDS, Line

Named: TypeAlias = "str | Ref | Claim | Evidence | Question | Argument | Inference"

KIND_WORDS: Mapping[type, str] = {
    ClaimRef: "a claim",
    EvidenceRef: "evidence",
    QuestionRef: "a question",
    ArgumentRef: "an argument",
}


class DraftElements:
    """The elements of a draft, and what adds them: the base of `Draft`."""

    def __init__(self, *, strict: bool = False) -> None:
        check_switches(strict=strict)
        self._store = Store()
        self._metadata: Data = frozen_data({"model": {"mode": "strict"}}) if strict else NO_DATA

    def metadata(self, **values: object) -> Self:
        """Add to the frontmatter: title, author, sources, settings; mappings are merged."""
        self._metadata = checked_metadata(frozen_data(merge(self._metadata, frozen_data(values))))
        return self

    def section(self, title: str, *, level: int = 1, data: Mapping[str, object] | None = None) -> Self:
        """Begin a section; whatever is added from now on belongs to it."""
        check_title("a section", title)
        check_count("the level of a section", level, least=1)
        self._store.add(Line(Kind.HEADING, "#" * level, text=" ".join(title.split()), data=frozen_data(data)))
        return self

    def claim(
        self,
        title: str,
        text: str | None = None,
        *,
        tags: Iterable[str] = (),
        data: Mapping[str, object] | None = None,
    ) -> ClaimRef:
        """Add a claim and return its reference."""
        ref = ClaimRef(title)
        self._define(ref, text, tags, frozen_data(data))
        return ref

    def evidence(
        self,
        title: str,
        text: str | None = None,
        *,
        source: object = None,
        kind: str | EvidenceKind | None = None,
        quote: str | None = None,
        locator: str | None = None,
        reliability: float | None = None,
        tags: Iterable[str] = (),
        data: Mapping[str, object] | None = None,
    ) -> EvidenceRef:
        """Add a piece of evidence and return its reference.

        `source` is a key, a title, a URL, a mapping of CSL variables, or a list of those; `reliability`
        goes from 0 to 1.
        """
        check_share("reliability", reliability)
        kind = kind.value if isinstance(kind, EvidenceKind) else kind
        for name, words in {"kind": kind, "quote": quote, "locator": locator}.items():
            if words is not None:
                check_words(name, words)
        fields = {"source": given_value("source", source), "kind": kind, "quote": quote, "locator": locator}
        ref = EvidenceRef(title)
        given = {
            key: value for key, value in {**fields, "reliability": reliability}.items() if value is not None
        }
        self._define(ref, text, tags, frozen_data({**given, **frozen_data(data)}))
        return ref

    def question(
        self,
        title: str,
        text: str | None = None,
        *,
        several: bool = False,
        standard: str | None = None,
        tags: Iterable[str] = (),
        data: Mapping[str, object] | None = None,
    ) -> QuestionRef:
        """Add a question and return its reference; `answer` gives it positions.

        Positions are rivals unless it takes `several`; `standard` is its proof standard.
        """
        check_switches(several=several)
        if standard is not None:
            check_choice("standard", standard, STANDARDS)
        ref = QuestionRef(title)
        given = {key: value for key, value in {"several": several, "standard": standard}.items() if value}
        self._define(ref, text, tags, frozen_data({**given, **frozen_data(data)}))
        return ref

    def argument(
        self,
        title: str,
        text: str | None = None,
        *,
        tags: Iterable[str] = (),
        data: Mapping[str, object] | None = None,
    ) -> ArgumentRef:
        """Add an argument and return its reference; `infer` gives it its steps."""
        ref = ArgumentRef(title)
        self._define(ref, text, tags, frozen_data(data))
        return ref

    def infer(
        self,
        argument: Named,
        *,
        premises: Iterable[Named],
        conclusion: Named,
        rules: Iterable[str] = (),
        data: Mapping[str, object] | None = None,
    ) -> InferenceRef:
        """Add an inference to an argument and return its reference.

        Premises and conclusion are claims or evidence of this draft. Earlier steps of the argument are
        used where they are, all others become new steps.
        """
        wanted = [self._store.proposition(premise) for premise in several("premises", premises, "names")]
        concluded = self._store.proposition(conclusion)
        if not wanted:
            raise ValueError(f"an inference to {named(concluded)} needs a premise")
        return self._store.infer(
            self._store.head(argument),
            wanted,
            concluded,
            rules=several_words("rules", rules, "rules"),
            data=frozen_data(data),
        )

    def _define(self, ref: ElementRef, text: str | None, tags: Iterable[str], data: Data) -> None:
        check_title(KIND_WORDS[type(ref)], ref.title)
        if text is not None:
            check_words("text", text)
        self._store.free(ref)
        stated = None if text is None else " ".join(text.split()) or None
        self._store.add(
            Line(KINDS[type(ref)], title=ref.title, text=stated, tags=_tags(tags), data=data, ref=ref)
        )


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    names = tuple(tag_in(name) or name for name in several_words("tags", tags, "tags"))
    if not all(map(str.strip, names)):
        raise ValueError("a tag needs at least one character other than white space")
    return names


def frozen_data(data: Mapping[str, object] | None) -> Data:
    """Return data that a caller gives, in a form that does not change.

    Raises:
        TypeError: they are not a mapping.
    """
    if data is not None and not isinstance(data, Mapping):
        raise TypeError(f"data must be a mapping, not {value_in_words(data)}")
    frozen = given_value("data", {} if data is None else data)
    assert isinstance(frozen, FrozenDict), "a mapping stays one"
    return frozen
