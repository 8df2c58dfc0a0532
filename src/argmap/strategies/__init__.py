"""Hypothesis strategies for argument maps: for our own laws, and for tests of tools built on argmap.

Needs the extra `argmap[hypothesis]`. Texts that these strategies give are free of errors, and all of
them shrink towards few, short and plain parts.

>>> from hypothesis import find
>>> find(debates(), lambda debate: debate.relations).relations[0].kind.value
'support'
"""

try:
    import hypothesis as _  # noqa: F401  # without it no module below can be loaded
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        'strategies need hypothesis: type `pip install "argmap[hypothesis]"`', name="hypothesis"
    ) from missing

from argmap.strategies.configuration import frontmatters, settings, themes
from argmap.strategies.debates import (
    arguments,
    claims,
    debates,
    documents,
    drafts,
    evidence,
    questions,
    values,
)
from argmap.strategies.disputes import disputes
from argmap.strategies.formal_texts import formal_arguments
from argmap.strategies.layouts import untidy
from argmap.strategies.markup import (
    blocks,
    data,
    elements,
    headings,
    lists,
    markup,
    structures,
    texts,
    trees,
)
from argmap.strategies.random_formulas import formulas
from argmap.strategies.selector_texts import selectors
from argmap.strategies.words import titles, words

__all__ = [
    "arguments",
    "blocks",
    "claims",
    "data",
    "debates",
    "disputes",
    "documents",
    "drafts",
    "elements",
    "evidence",
    "formal_arguments",
    "formulas",
    "frontmatters",
    "headings",
    "lists",
    "markup",
    "questions",
    "selectors",
    "settings",
    "structures",
    "texts",
    "themes",
    "titles",
    "trees",
    "untidy",
    "values",
    "words",
]
