"""Python's cyclic collector while much is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# How many objects may go unexamined before the collector has to look at all that there is.
_MOST_UNEXAMINED = 1_000_000


@contextmanager
def paused_collector() -> Iterator[None]:
    """Keep Python's cyclic collector from searching, again and again, what is still being built.

    A parse or a drawing makes no cycles, and many objects that stay: the searches cost a parse up to half of
    its time, and a drawing walk the whole debate besides.
    """
    was_enabled = gc.isenabled()
    if was_enabled:
        _promotion.examine()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _promotion.promote()
            gc.enable()


class _Promotion:
    """Makes what was built old at once, as it would be after the collector has examined it a few times.

    That examination takes time and finds nothing. What is in cycles of others by
    then waits for an examination of everything, so there is one before too much can have gathered: at the
    beginning of a pause, because what is built in one is no garbage when it ends.
    """

    def __init__(self) -> None:
        self.unexamined = 0

    def examine(self) -> None:
        if self.unexamined > _MOST_UNEXAMINED:
            self.unexamined = 0
            gc.collect()

    def promote(self) -> None:
        young = gc.get_count()[0]
        # What the program itself has frozen is to stay so; few objects take no time to examine.
        if gc.get_freeze_count() or young <= gc.get_threshold()[0]:
            return
        self.unexamined += young
        # To freeze and unfreeze only joins the lists of young and old objects.
        gc.freeze()
        gc.unfreeze()


_promotion = _Promotion()
