"""What files of other programs consist of, by names that readers keep, so that what is gone can be counted.

AIF: nodes by their ids, edges by their ends. arggraph: units of argument and relations by their ids, without
further premises of a relation, which have no name of their own in a debate. brat: texts, relations and
attributes by their ids.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeAlias

from argmap.data import Value
from argmap.interop import write
from argmap.model import Debate

Part: TypeAlias = "str | tuple[str, str]"

_ARGGRAPH = re.compile(
    r"""<(?:adu\s[^>]*?\bid="([^"]*)"|edge\s(?=[^>]*?\btype="(?:sup|exa|reb|und)")[^>]*?\bid="([^"]*)")"""
)
_BRAT = re.compile(r"^([TRA]\d+)\t", re.MULTILINE)


def parts_of_file(data: bytes, form: str) -> set[Part] | None:
    """Return the names of all parts of a file, None if nobody counts those of this format."""
    text = data.decode("utf-8-sig")
    match form:
        case "aif":
            file = json.loads(text)
            nodes: set[Part] = {str(node["nodeID"]) for node in file["nodes"]}
            return nodes | {(str(edge["fromID"]), str(edge["toID"])) for edge in file["edges"]}
        case "arggraph":
            return {unit or relation for unit, relation in _ARGGRAPH.findall(text)}
        case "brat":
            return set(_BRAT.findall(text))
    return None


def parts_of_debate(debate: Debate, form: str) -> set[Part]:
    """Return the parts that a debate has, by the names that they have in a file."""
    if form == "aif":
        return parts_of_file(write(debate, format=form).text.encode(), form) or set()
    names: set[Part] = {element.title for element in debate.elements if element.title}
    waiting: list[Value] = [each.data for each in (*debate.elements, *debate.relations)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            names.add(str(value.get("id")))
            waiting += value.values()
        elif isinstance(value, tuple):
            waiting += value
    return names


def differences(data: bytes, debate: Debate) -> int:
    """Return how many values of a file of AIF are otherwise when the debate is written; spaces do not count.

    Edges have numbers in a database, and other ones when they are written; they are known by their ends.
    """
    before, after = _values(json.loads(data)), _values(json.loads(write(debate, format="aif").text))
    return max(sum((before - after).values()), sum((after - before).values()))


def _values(file: Mapping[str, Any]) -> Counter[Part | tuple[str, ...]]:
    values: Counter[Part | tuple[str, ...]] = Counter()
    for place, rows in file.items():
        for row in rows:
            key = f"{row['fromID']} {row['toID']}" if place == "edges" else str(row["nodeID"])
            for name, value in row.items():
                if name != "edgeID" and value is not None:
                    values[place, key, name, " ".join(str(value).split())] += 1
    return values
