"""Skeletons: DOT with the same layout but without what is only visible, which takes less time.

Most of the time that engines take for a box goes into its label, whose size is known beforehand. If edges end
inside a box, its label is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NODE = re.compile(r'\t("[\w.-]++"|\w++) \[label=')
_LABEL_END = "</TABLE>> "
_LABEL = "label=<<TABLE "
_LOOKS = re.compile(r' (?:URL|class|color|fillcolor|target|tooltip)=(?:"(?:[^"\\]|\\.)*+"|[^" \]]++)')


def node_statements(dot: str) -> Mapping[str, str]:
    """Return the statements for the nodes of a DOT text, by the names of nodes as they are written.

    >>> node_statements('digraph {\\n\\tn0 [label="" width=1]\\n\\tn0 -> n0 []\\n}')
    {'n0': '\\tn0 [label="" width=1]'}
    """
    named = ((_NODE.match(line), line) for line in dot.split("\n"))
    return {match[1]: line for match, line in named if match}


def has_cells(statement: str) -> bool:
    """Return whether edges can end inside the node of a statement."""
    return ' PORT="' in statement


def skeleton(statement: str) -> str:
    """Return the statement for a node without its looks, if no edge can end inside it.

    >>> skeleton('\\tn0 [label=<<TABLE X></TABLE>> class=claim id=n0 tooltip="A \\\\"B\\\\"" width=1]')
    '\\tn0 [label="" id=n0 width=1]'
    """
    if has_cells(statement):
        return statement
    start, label, rest = statement.partition(_LABEL)
    if label:
        rest = f'label="" {rest.partition(_LABEL_END)[2]}'
    return start + _LOOKS.sub("", rest)


def skeleton_of(dot: str) -> str:
    """Return a DOT text with the skeletons of all nodes."""
    return "\n".join([skeleton(line) if _NODE.match(line) else line for line in dot.split("\n")])
