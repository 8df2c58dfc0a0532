"""The kinds of things that selectors name."""

from __future__ import annotations

from collections.abc import Mapping

KINDS = ("claim", "evidence", "question", "argument", "inference", "section", "source")
PLURALS: Mapping[str, str] = {f"{kind}s": kind for kind in KINDS if kind != "evidence"}
# What `*` is: what takes part in relations.
ELEMENTS = frozenset({"claim", "evidence", "question", "argument"})
