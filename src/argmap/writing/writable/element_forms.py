"""Claims, evidence and arguments as they can be written, under the titles that they have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from attrs import define, evolve

from argmap.data import Data, FrozenDict, Value
from argmap.model import Argument, Claim, Evidence, Inference, MarkKind, Question, Scheme, Source, Statement
from argmap.model.schemes.scheme_names import known_scheme, scheme_called
from argmap.model.sources.source_values import source_of, text_of
from argmap.model.stating.spacing import is_tags
from argmap.writing.writable.word_forms import WordForms

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)
# Fields of a source by their CSL names.
_CSL = {
    "title": "title",
    "container-title": "container_title",
    "publisher": "publisher",
    "issued": "issued",
    "page": "page",
    "URL": "url",
    "DOI": "doi",
    "accessed": "accessed",
}


@define(eq=False)
class Elements:
    """Makes elements writable; `declared` are the sources that data name by their keys."""

    words: WordForms
    declared: Mapping[str, Source]
    sections: Collection[str]

    def element(self, element: ElementT) -> ElementT:
        """Return an element with texts, tags and data that can be written."""
        places: tuple[Statement, ...] = tuple(self._statement(place) for place in element.places)
        marked: list[str] = [
            mark.target for place in element.places for mark in place.marks if mark.kind is MarkKind.TAG
        ]
        tags = self.words.tags((*element.tags, *marked))
        data = element.data
        if element.sources and element.sources != self._sources_in(data):
            names = tuple(self.value_of(source) for source in element.sources)
            data = FrozenDict({**data, "source": names[0] if len(names) == 1 else names})
        if isinstance(element, Evidence):
            data = _with_fields(
                data, {"kind": element.kind, "quote": element.quote, "locator": element.locator}
            )
            data = _with_share(data, "reliability", element.reliability)
        if self.sections and not isinstance(data.get("isInGroup"), bool | None):
            # With neither true nor false any reference could decide about the section.
            data = FrozenDict({key: value for key, value in data.items() if key != "isInGroup"})
        data = self.words.data(data)
        section = element.section if element.section in self.sections else None
        sources = self._sources_in(data)
        if isinstance(element, Evidence):
            return evolve(
                element,
                statements=places,
                tags=tags,
                data=data,
                sources=sources,
                kind=_text_value(data.get("kind")),
                quote=_text_value(data.get("quote")),
                locator=_text_value(data.get("locator")),
                reliability=_share(data.get("reliability")),
                section=section,
            )
        if isinstance(element, Argument):
            return evolve(
                element, descriptions=places, tags=tags, data=data, sources=sources, section=section
            )
        return evolve(element, statements=places, tags=tags, data=data, sources=sources, section=section)

    def structure(self, argument: Argument) -> Argument:
        """Return an argument whose steps and inferences can be written."""
        steps = tuple(self._statement(step) for step in argument.steps)
        inferences = tuple(self._inference(inference) for inference in argument.inferences)
        if (steps, inferences) == (argument.steps, argument.inferences):
            return argument
        return evolve(argument, steps=steps, inferences=inferences)

    def _statement(self, statement: Statement) -> Statement:
        text, marks = self.words.text(statement.text, statement.marks)
        if text and statement.is_reference and is_tags(text, marks):
            # Tags behind a reference are no text.
            text, marks = None, ()
        if (text, marks) == (statement.text, statement.marks):
            return statement
        return evolve(statement, text=text, marks=marks)

    def _inference(self, inference: Inference) -> Inference:
        rules = self.words.rules(inference.rules)
        data = _with_fields(inference.data, {"warrant": inference.warrant, "qualifier": inference.qualifier})
        data = _with_share(data, "strength", inference.strength)
        if inference.scheme is not None and inference.scheme.own is None:
            known = _scheme(data, rules)
            if known is None or known.name != inference.scheme.name:
                data = FrozenDict({**data, "scheme": inference.scheme.name})
        data = self.words.data(data)
        return evolve(
            inference,
            rules=rules,
            data=data,
            scheme=inference.scheme
            if inference.scheme is not None and inference.scheme.own is not None
            else _scheme(data, rules),
            warrant=_text_value(data.get("warrant")),
            qualifier=_text_value(data.get("qualifier")),
            strength=_share(data.get("strength")),
        )

    def _sources_in(self, data: Data) -> tuple[Source, ...]:
        source = data.get("source")
        names = source if isinstance(source, tuple) else () if source is None else (source,)
        return tuple(self._source_in(name) for name in names)

    def _source_in(self, value: Value) -> Source:
        if isinstance(value, str) and value in self.declared:
            return self.declared[value]
        return source_of(value)

    def value_of(self, source: Source) -> Value:
        """Return what data say to name a source: its key, its title or address, or all that is known."""
        if source.key is not None and self.declared.get(source.key) == source:
            return source.key
        for word in (source.title, source.url):
            if word is not None and self._source_in(word) == source:
                return word
        return csl(source)


def csl(source: Source) -> Data:
    """Return a source as a mapping of CSL variables."""
    fields: dict[str, Value] = {
        name: getattr(source, attribute)
        for name, attribute in _CSL.items()
        if getattr(source, attribute) is not None
    }
    if source.authors:
        fields["author"] = source.authors if len(source.authors) > 1 else source.authors[0]
    return FrozenDict({**fields, **source.fields})


def _with_fields(data: Data, fields: Mapping[str, str | None]) -> Data:
    """Return data that say what fields say."""
    for key, value in fields.items():
        if value is not None and text_of(data.get(key)) != value:
            data = FrozenDict({**data, key: value})
    return data


def _text_value(value: Value) -> str | None:
    return None if value is None or isinstance(value, FrozenDict | tuple) else text_of(value)


def _share(value: Value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return float(value)


def _scheme(data: Data, rules: Iterable[str]) -> Scheme | None:
    name = data.get("scheme")
    if isinstance(name, str) and name.strip():
        return scheme_called(name)
    return next((scheme for scheme in map(known_scheme, rules) if scheme), None)


def _with_share(data: Data, key: str, value: float | None) -> Data:
    stated = data.get(key)
    if value is None or (not isinstance(stated, bool) and stated == value):
        return data
    return FrozenDict({**data, key: value})
