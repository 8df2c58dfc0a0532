"""Work in several processes gives what work in one gives, and loses only what fails."""

import signal
import subprocess
import sys
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
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


# A program whose processes are interrupted while they are loaded.
INTERRUPTED = """
import os, signal
from argmap.batch.pool import in_order
if __name__ == "__main__":
    print(*(result for _, result in in_order(eval, ["6", "7"], jobs=2)), sep="; ")
else:
    os.kill(os.getpid(), signal.SIGINT)
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals of POSIX")
@pytest.mark.parametrize(("heard", "printed"), [(True, "; ".join([str(KILLED)] * 2)), (False, "6; 7")])
def test_a_process_that_is_interrupted_while_it_is_loaded_ends_without_a_word(
    tmp_path: Path, heard: bool, printed: str
) -> None:
    program = tmp_path / "program.py"
    program.write_text(INTERRUPTED)
    before = signal.signal(signal.SIGINT, signal.default_int_handler if heard else signal.SIG_IGN)
    try:
        done = subprocess.run(
            [sys.executable, program], capture_output=True, text=True, timeout=60, check=False
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert (done.stdout, done.stderr) == (f"{printed}\n", "")


def test_there_is_a_core() -> None:
    assert cores() >= 1
