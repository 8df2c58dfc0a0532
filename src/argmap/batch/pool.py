"""Work on many things in several processes, with the results in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeAlias, TypeVar

from attrs import frozen

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
# How many results per process may wait for one that takes longer.
_AHEAD = 8


@frozen
class Crash:
    """What is left of work that ended without a result: why, in words."""

    reason: str


# What is returned may be None, so it is told apart from no outcome.
_Outcome: TypeAlias = tuple[ResultT | Crash]


def cores() -> int:
    """Return how many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[ItemT], ResultT], items: Iterable[ItemT], *, jobs: int = 1
) -> Iterator[tuple[ItemT, ResultT | Crash]]:
    """Return an iterator over each item with what `work` returns for it, in the order of the items.

    With more than one of `jobs` the work is done in so many processes, which start anew: `work`, the items
    and the results must be picklable, and a program that calls this must be importable without running.
    Items are taken as they are needed, so that they may be many. If work fails or its process ends, only
    that item has a `Crash` for a result. Whoever stops to take results, as Ctrl-C does, ends all processes.

    >>> [*in_order(len, ["a", "bcd"])]
    [('a', 1), ('bcd', 3)]

    Raises:
        ValueError: `jobs` is less than 1.
    """
    if not isinstance(jobs, int) or isinstance(jobs, bool):
        raise TypeError(f"jobs must be a whole number, not {jobs!r}")
    if jobs < 1:
        raise ValueError(f"jobs must be 1 or more, not {jobs}")
    return _results(work, items, jobs)


def _results(
    work: Callable[[ItemT], ResultT], items: Iterable[ItemT], jobs: int
) -> Iterator[tuple[ItemT, ResultT | Crash]]:
    if jobs == 1:
        for item in items:
            yield item, _outcome(work, item)[0]
        return
    rest = iter(items)
    pending: deque[_Task[ItemT, ResultT]] = deque()
    while True:
        yield from _together(work, rest, jobs, pending)
        if not pending:
            return
        # A process ended, and took with it what the others worked on.
        while pending:
            task = pending.popleft()
            (result,) = task.outcome or _alone(work, task.item)
            yield task.item, result


@frozen
class _Task(Generic[ItemT, ResultT]):
    """An item with what will come of it; None if nobody works on it."""

    item: ItemT
    future: Future[_Outcome[ResultT]] | None

    @property
    def outcome(self) -> _Outcome[ResultT] | None:
        """What came of it, None if its process ended."""
        try:
            return self.future.result() if self.future else None
        except BrokenProcessPool:
            return None


def _together(
    work: Callable[[ItemT], ResultT],
    items: Iterator[ItemT],
    jobs: int,
    pending: deque[_Task[ItemT, ResultT]],
) -> Iterator[tuple[ItemT, ResultT | Crash]]:
    """Yield what comes out of several processes until one of them ends; what is pending then is left."""
    with _processes(jobs) as executor:
        while True:
            for item in islice(items, jobs * _AHEAD - len(pending)):
                pending.append(_Task(item, _submitted(executor, work, item)))
            if not pending:
                return
            outcome = pending[0].outcome
            if outcome is None:
                return
            yield pending.popleft().item, outcome[0]


def _submitted(
    executor: ProcessPoolExecutor, work: Callable[[ItemT], ResultT], item: ItemT
) -> Future[_Outcome[ResultT]] | None:
    try:
        with _deaf():
            return executor.submit(_outcome, work, item)
    except BrokenProcessPool:
        return None


def _alone(work: Callable[[ItemT], ResultT], item: ItemT) -> _Outcome[ResultT]:
    """Do work in a process of its own."""
    with _processes(1) as executor:
        task = _Task(item, _submitted(executor, work, item))
        return task.outcome or (Crash("the process that worked on it ended"),)


def _outcome(work: Callable[[ItemT], ResultT], item: ItemT) -> _Outcome[ResultT]:
    try:
        return (work(item),)
    except Exception as error:
        return (Crash(f"{type(error).__name__}: {error}"),)


@contextmanager
def _processes(number: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes on demand, and end them, whatever they do, when the block is left."""
    executor = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_start)
    try:
        yield executor
    finally:
        for process in [*(executor._processes or {}).values()]:
            process.terminate()
        try:
            executor.shutdown(wait=True, cancel_futures=True)
        except RuntimeError:
            # What nobody goes on with may be collected by the thread of the executor itself.
            executor.shutdown(wait=False)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that are started meanwhile not hear Ctrl-C until they are loaded, see `_start`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    # Whoever started this process ends it; at Ctrl-C nothing is to be written about that.
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
