"""Writes debates as argument graphs of Carneades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, count

from argmap.data import Data, FrozenDict, Value
from argmap.data.yaml_writer import block_yaml
from argmap.interop.argument_graphs.carneades_reading import KEY, TOP_KEYS
from argmap.interop.conversion.own_data import own_data
from argmap.interop.plain_debates.free_names import names_of
from argmap.model import Argument, ArgumentRef, Debate, Inference, InferenceRef, Ref, Relation, RelationKind


def argument_graph(debate: Debate, extra: str | None) -> str:
    """Return a debate as an argument graph in YAML.

    Claims and evidence become statements, inferences and supports arguments, and contraries issues.
    """
    names = names_of(debate, KEY)
    own = own_data(debate.metadata, KEY)
    meta = own.get("meta")
    title = debate.metadata.get("title")
    head: dict[str, Value] = {"title": title} if isinstance(title, str) else {}
    head |= dict(meta) if isinstance(meta, FrozenDict) else {}
    statements: dict[str, Value] = {
        names[element.ref]: _statement(element.text, own_data(element.data, KEY))
        for element in debate
        if not isinstance(element, Argument)
    }
    assumptions = own.get("assumptions")
    whole: dict[str, Value] = {
        "meta": FrozenDict(head),
        "statements": FrozenDict(statements),
        "arguments": FrozenDict(_arguments(debate, names)),
        "issues": FrozenDict(_issues(debate, names, own)),
        "assumptions": assumptions if isinstance(assumptions, tuple) else (),
    }
    whole |= {name: own[name] for name in TOP_KEYS if name in own and name not in whole}
    written = {name: value for name, value in whole.items() if value or name == "statements"}
    if extra is not None:
        written["argmap"] = extra
    return f"{block_yaml(written)}\n"


def _statement(text: str | None, own: Data) -> Value:
    rest = {word: value for word, value in own.items() if word != "id"}
    if rest:
        return FrozenDict({**({"text": text} if text else {}), **rest})
    return text


def _arguments(debate: Debate, names: Mapping[Ref, str]) -> dict[str, Value]:
    """Return the arguments by name: inferences, sketched arguments, and support of claims by claims."""
    arguments: dict[str, dict[str, Value]] = {}
    for argument in debate.arguments.values():
        own = own_data(argument.data, KEY)
        if argument.inferences:
            for inference in argument.inferences:
                name = (
                    names[argument.ref] if inference.index == 0 else f"{argument.title} {inference.index + 1}"
                )
                arguments[name] = _inference(inference, own if inference.index == 0 else FrozenDict(), names)
        else:
            arguments[names[argument.ref]] = {word: value for word, value in own.items() if word != "id"}
    numbers = (f"support {number}" for number in count(1))
    for relation in debate.relations:
        if not relation.is_derived:
            _relate(arguments, relation, names, numbers)
    return {name: FrozenDict(said) for name, said in arguments.items()}


def _inference(inference: Inference, own: Data, names: Mapping[Ref, str]) -> dict[str, Value]:
    said: dict[str, Value] = {"scheme": inference.rules[0]} if inference.rules else {}
    roles = own.get("roles")
    premises = tuple(names[ref] for ref in inference.premises)
    is_as_named = isinstance(roles, FrozenDict) and tuple(map(str, roles.values())) == premises
    said["premises"] = roles if is_as_named else premises
    said["conclusion"] = names[inference.conclusion]
    if inference.strength is not None:
        said["weight"] = inference.strength
    said |= {word: value for word, value in own.items() if word not in ("id", "roles", *said)}
    return said


def _relate(
    arguments: dict[str, dict[str, Value]], relation: Relation, names: Mapping[Ref, str], free: Iterator[str]
) -> None:
    """Add what a relation says: to an existing argument, or as a new one."""
    source, target = relation.source, relation.target
    if isinstance(source, InferenceRef):
        return
    if relation.kind is RelationKind.UNDERCUT and isinstance(target, InferenceRef | ArgumentRef):
        ref = ArgumentRef(target.argument) if isinstance(target, InferenceRef) else target
        _append(arguments[names[ref]], "undercutter", names[source])
    elif not relation.kind.is_supporting or isinstance(target, InferenceRef):
        return
    elif isinstance(target, ArgumentRef) and not isinstance(source, ArgumentRef):
        if "conclusion" not in arguments[names[target]] or "scheme" not in arguments[names[target]]:
            _append(arguments[names[target]], "premises", names[source])
    elif isinstance(source, ArgumentRef) and not isinstance(target, ArgumentRef):
        arguments[names[source]].setdefault("conclusion", names[target])
    elif not isinstance(source, ArgumentRef):
        name = next(name for name in free if name not in arguments)
        arguments[name] = {"premises": (names[source],), "conclusion": names[target]}


def _append(said: dict[str, Value], word: str, name: str) -> None:
    before = said.get(word, ())
    if word == "undercutter" and word not in said:
        said[word] = name
    elif isinstance(before, tuple):
        said[word] = (*before, name)
    else:
        said[word] = (before, name)


def _issues(debate: Debate, names: Mapping[Ref, str], own: Data) -> dict[str, Value]:
    """Return the issues that were kept, and one for each other pair of contrary positions."""
    issues: dict[str, Value] = {}
    known: set[frozenset[str]] = set()
    kept = own.get("issues")
    for issue in kept if isinstance(kept, tuple) else ():
        if isinstance(issue, FrozenDict) and isinstance(issue.get("positions"), tuple):
            rest = {word: value for word, value in issue.items() if word != "id"}
            issues[str(issue.get("id"))] = FrozenDict(rest)
            positions = [str(name) for name in issue["positions"]]  # type: ignore[union-attr]  # a tuple, as was seen
            known.update(frozenset(pair) for pair in combinations(positions[:100], 2))
    numbers = (f"issue {number}" for number in count(1))
    for relation in debate.relations:
        pair = (names.get(relation.source, ""), names.get(relation.target, ""))
        if relation.kind is RelationKind.CONTRARIETY and all(pair) and frozenset(pair) not in known:
            issues[next(name for name in numbers if name not in issues)] = FrozenDict({"positions": pair})
    return issues
