"""The words of a scheme node: the scheme that they name, if any, and what to keep to write them again."""

from __future__ import annotations

import re

from argmap.data import Value
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.scheme_graphs.scheme_graph import GraphNode, GraphNodeKind
from argmap.model.schemes.scheme_names import known_scheme

# Words that only repeat the kind of the node.
_DEFAULT = re.compile(
    r"(?:default\b.*|i|l|ra|ca|ma|pa|ta|ya|en|support|attack|conflict|inference|rephrase|preference"
    r"|(?:support|attack|rephrase|preference)_default)?",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?:SUPPORT|ATTACK)_")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def named_scheme(node: GraphNode) -> str | None:
    """Return the scheme that a node names; None if its words only repeat its kind.

    >>> named_scheme(GraphNode("1", GraphNodeKind.INFERENCE, "Expert Opinion", "ExpertOpinion"))
    'ExpertOpinion'
    >>> named_scheme(GraphNode("1", GraphNodeKind.INFERENCE, "Default Inference"))
    """
    for words in (node.scheme, node.text):
        name = collapsed(words or "")
        if not _DEFAULT.fullmatch(name):
            return name
    return None


def spelled(scheme: str | None, kind: GraphNodeKind) -> str:
    """Return the text that a scheme node has by default.

    >>> spelled("ExpertOpinion", GraphNodeKind.INFERENCE), spelled(None, GraphNodeKind.CONFLICT)
    ('Expert Opinion', 'CA')
    """
    return _HUMPS.sub(" ", scheme) if scheme else kind.value


def catalogue_words(scheme: str) -> str | None:
    """Return the words by which the catalogue knows a scheme whose own name does not lead there.

    >>> catalogue_words("SUPPORT_EXPERT_OPINION"), catalogue_words("CauseToEffect")
    ('expert opinion', 'cause to effect')
    """
    words = _HUMPS.sub(" ", _PREFIX.sub("", scheme)).replace("_", " ").casefold()
    return words if known_scheme(scheme) is None and known_scheme(words) is not None else None


def kept_words(node: GraphNode, scheme: str | None) -> dict[str, Value]:
    """Return what must be kept of the words of a node, given the scheme that it names."""
    kept: dict[str, Value] = {}
    if node.text != spelled(scheme, node.kind):
        kept["text"] = node.text
    if node.scheme != scheme:
        kept["named"] = node.scheme or ""
    return kept


def written_words(kind: GraphNodeKind, scheme: str | None, own: dict[str, Value]) -> tuple[str, str | None]:
    """Return the text and the scheme of a node; what was kept of them is taken out of `own`."""
    text, named = own.pop("text", None), own.pop("named", None)
    return (
        text if isinstance(text, str) else spelled(scheme, kind),
        (named or None) if isinstance(named, str) else scheme,
    )
