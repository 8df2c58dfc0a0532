"""Edits that add, fill in or remove elements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.edits.editable_names import editable_names
from argmap.text.edit import Edit
from argmap.text.given_values import several

if TYPE_CHECKING:
    from argmap.model import Named, SchemeEntry


def remove(document: Document, thing: Named) -> tuple[Edit, ...]:
    r"""Return the edits that remove an element and its relations; what is below it becomes a block.

    An argument is removed with its premise-conclusion structure: titled claims that are stated there also
    become blocks, and steps without a title are removed unless something supports or attacks them.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  - <Clouds>: It is grey.\n    - [Wind]: It blows.")
    >>> print(argmap.edits.apply(document.text, argmap.edits.remove(document, "<Clouds>")))
    [Sun]: It shines.
    <BLANKLINE>
    [Wind]: It blows.

    Raises:
        LookupError: the debate has no such element.
        ValueError: another structure uses it, it is named elsewhere, or it cannot be removed alone.
    """
    from argmap.editing.removal import remove as removed

    return removed(editable_names(document), thing)


def reconstruct(
    document: Document, argument: Named, premises: Iterable[str] = (), conclusion: str | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that write a premise-conclusion structure for an argument that is only sketched.

    Premises and the conclusion are texts, or titles in brackets of what is there. Without premises the
    argument's text is its premise; without a conclusion, the only titled claim that it supports.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Forecast>: They said so.")
    >>> print(argmap.edits.apply(document.text, argmap.edits.reconstruct(document, "<Forecast>")))
    [Sun]: It shines.
      + <Forecast>: They said so.
    <BLANKLINE>
    <Forecast>
    <BLANKLINE>
    (1) They said so.
    ----
    (2) [Sun]

    Raises:
        LookupError: the debate has no such argument.
        ValueError: it has a structure, or nothing says what it concludes or from what.
    """
    from argmap.editing.structure_edits import reconstruct as reconstructed

    return reconstructed(
        editable_names(document), argument, several("premises", premises, "premises"), conclusion
    )


def skeleton(scheme: str | SchemeEntry, title: str | None = None) -> str:
    r"""Return the text of an argument of a scheme, for you to fill in.

    `scheme` is a name of the catalogue, or an entry of your own (`argmap.model.read_schemes`).

    >>> import argmap
    >>> print(argmap.edits.skeleton("sign", "Barometer"))
    <Barometer>
    <BLANKLINE>
    (1) Something is observed.
    (2) Usually it is a sign of something else.
    -- {scheme: sign, roles: {finding: 1, link: 2}} --
    (3) That something else is the case.
    <BLANKLINE>

    Raises:
        LookupError: there is no such scheme; the message names the nearest.
        ValueError: the title cannot be written.
    """
    from argmap.editing.skeletons import skeleton as text_of

    return text_of(scheme, title)


def add_skeleton(document: Document, scheme: str | SchemeEntry, title: str | None = None) -> tuple[Edit, ...]:
    r"""Return the edits that add an argument of a scheme to the end of a text, for you to fill in.

    >>> import argmap
    >>> document = argmap.parse("[Rain]: It will rain.\n")
    >>> after = argmap.edits.apply(document.text, argmap.edits.add_skeleton(document, "sign"))
    >>> [argument.title for argument in argmap.parse(after).debate.arguments.values()]
    ['Argument from sign']

    Raises:
        LookupError: there is no such scheme; the message names the nearest.
        ValueError: the title is taken, or nothing can be written after this text.
    """
    from argmap.editing.skeletons import add_skeleton as added

    return added(editable_names(document), scheme, title)
