"""Writes debates as assurance cases."""

from __future__ import annotations

from argmap.data import Data, FrozenDict, Value
from argmap.data.yaml_writer import block_yaml
from argmap.interop.assurance_cases.gsn_types import HEADER, KEY, type_by_name
from argmap.interop.conversion.own_data import own_data
from argmap.interop.plain_debates.free_names import names_of
from argmap.model import Argument, ArgumentRef, Debate, Element, Evidence, InferenceRef, Ref

_LINKS = ("supportedBy", "challenges", "inContextOf")
_TAGS = ("undeveloped", "defeated")


def assurance_case(debate: Debate, extra: str | None) -> str:
    """Return a debate in YAML: claims become goals, evidence solutions, arguments strategies."""
    names = names_of(debate, KEY)
    written = {names[element.ref]: _element(element, names[element.ref]) for element in debate}
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            for premise in inference.premises:
                _link(written, names[argument.ref], "supportedBy", names[premise])
            _link(written, names[inference.conclusion], "supportedBy", names[argument.ref])
    for relation in debate.relations:
        if not relation.is_derived:
            source, target = (names[_element_ref(end)] for end in (relation.source, relation.target))
            if relation.kind.is_supporting:
                _link(written, target, "supportedBy", source)
            else:
                _link(written, source, "challenges", target)
    for element in debate:
        _contexts(written, names[element.ref], own_data(element.data, KEY))
    whole: dict[str, Value] = {
        word: own_data(debate.metadata, KEY)[word]
        for word in ("module", "template")
        if word in own_data(debate.metadata, KEY)
    }
    whole |= {name: _frozen(entries) for name, entries in written.items()}
    comment = "" if extra is None else f"# argmap: {extra}\n"
    return f"{HEADER}{comment}{block_yaml(whole)}\n" if whole else f"{HEADER}{comment}{{}}\n"


def _element_ref(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _element(element: Element, name: str) -> dict[str, Value]:
    own = own_data(element.data, KEY)
    entries: dict[str, Value] = {"text": element.text} if element.text else {}
    kind = (
        "argument"
        if isinstance(element, Argument)
        else "evidence"
        if isinstance(element, Evidence)
        else "claim"
    )
    words = {"argument": "Strategy", "evidence": "Solution", "claim": "Goal"}
    told = type_by_name(name)
    if "nodeType" not in own and (told is None or told.kind != kind):
        entries["nodeType"] = words[kind]
    rest = {word: value for word, value in own.items() if word != "id" and not word.endswith("Elsewhere")}
    entries |= {word: value for word, value in rest.items() if word not in _LINKS}
    entries |= {word: True for word in _TAGS if word in element.tags}
    return entries or {"text": None}


def _link(written: dict[str, dict[str, Value]], name: str, word: str, other: str) -> None:
    names = written[name].get(word, ())
    assert isinstance(names, tuple), "links are lists"
    if other not in names:
        written[name][word] = (*names, other)


def _contexts(written: dict[str, dict[str, Value]], name: str, own: Data) -> None:
    """Add links that are not relations: contexts, and links to other modules."""
    for word in _LINKS:
        for key in (word, f"{word}Elsewhere"):
            others = own.get(key)
            for other in others if isinstance(others, tuple) else ():
                is_context = key == "inContextOf" and other in written
                if isinstance(other, str) and (is_context or key != word):
                    _link(written, name, word, other)


def _frozen(entries: dict[str, Value]) -> Value:
    return FrozenDict(entries)
