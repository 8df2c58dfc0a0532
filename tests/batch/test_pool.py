"""Work in several processes gives what work in one gives, and loses only what fails."""

from itertools import count, islice
from multiprocessing import active_children
from threading import Event

import pytest

from argmap.batch.pool import Crash, _processes, cores, in_order

KILLED = Crash("the process that worked on it ended")
# What a process can do: any expression, as `eval` is work that every process has.
RESULTS = {
    "2 * 3": 6,
    "1 / 0": Crash("ZeroDivisionError: division by zero"),
    "None": None,
    "__import__('os')._exit(3)": KILLED,
    "[7] * 2": [7, 7],
}
WORK = [*RESULTS, "__import__('os')._exit(3)", "1 / 0", "2 * 3"]
SAFE = [expression for expression in WORK if RESULTS[expression] != KILLED]


@pytest.mark.parametrize("jobs", [2, 3])
def test_each_item_has_its_result_in_order_and_a_crash_loses_nothing_else(jobs: int) -> None:
    assert [*in_order(eval, WORK, jobs=jobs)] == [(item, RESULTS[item]) for item in WORK]
    assert not active_children()


def test_one_process_gives_the_same() -> None:
    assert [*in_order(eval, SAFE)] == [(item, RESULTS[item]) for item in SAFE]


def test_items_are_taken_as_they_are_needed() -> None:
    taken: list[str] = []
    items = (taken.append(item) or item for item in map(str, count()))
    assert [result for _, result in islice(in_order(eval, items, jobs=2), 30)] == [*range(30)]
    assert len(taken) < 60


def test_who_stops_to_take_results_ends_the_processes() -> None:
    results = in_order(eval, ["0", *["__import__('time').sleep(1000)"] * 3], jobs=2)
    assert next(results) == ("0", 0)
    assert active_children()
    results.close()
    assert not active_children()


def test_processes_can_be_ended_by_the_thread_that_looks_after_them() -> None:
    processes, ended = _processes(1), Event()
    executor = processes.__enter__()

    def end(_: object) -> None:
        processes.__exit__(None, None, None)
        ended.set()

    executor.submit(eval, "0").add_done_callback(end)
    assert ended.wait(60)


def test_there_is_a_core() -> None:
    assert cores() >= 1
