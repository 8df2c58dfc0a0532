"""What is proved in a document by the formulas of its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document, settings_of
from argmap.data.garbage import paused_collector
from argmap.model import Debate, Named, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.text.given_values import check_number

if TYPE_CHECKING:
    from argmap.proving.proofs import Proofs


@names_nearest
def prove(document: Document | Debate, title: Named | None = None, *, timeout: float | None = None) -> Proofs:
    r"""Return which steps of a document or debate are valid, by the formulas of premises and conclusions.

    A step is valid if its conclusion is true in every case in which its premises are; of an invalid one a
    case is shown that refutes it. With a `title` only the steps of an argument, an inference (`<A>#1`), or
    what leads to a claim are looked at. Documents that are read strictly have their relations checked. What
    is not decided in `timeout` seconds (those of the setting `reasoning.timeout` by default) is neither valid
    nor invalid, and says so. Neither document nor debate is changed.

    >>> import argmap
    >>> text = "<A>\n\n(1) It rains. {formula: r}\n----\n(2) It is cold. {formula: c}"
    >>> print(prove(argmap.parse(text)).text(), end="")
    <A>#1: invalid
      r  “It rains.”
      so c  “It is cold.”
      a case that refutes it: `r` is true; `c` is false

    Raises:
        LookupError: nothing has that title; the message names the nearest.
        ValueError: `timeout` is less than 0.
    """
    from argmap.proving.prover import prove_debate

    settings = settings_of(document, None)
    if timeout is not None:
        check_number("timeout", timeout, least=0)
    with paused_collector():
        return prove_debate(
            debate_of(document),
            about=title,
            timeout=settings.reasoning.timeout if timeout is None else timeout,
            is_strict=settings.model.mode == "strict",
        )
