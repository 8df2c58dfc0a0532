"""A call that takes too long, or ends its process, is answered all the same, and so is the next."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.mcp.call_worker import CallWorker
from argmap.mcp.permissions import Permissions
from argmap.mcp.tool_calls import call_tool

CALL = ("why", {"text": "[A]: a\n  + <B>", "about": "[A]"})


@pytest.fixture
def worker() -> Iterator[CallWorker]:
    started = CallWorker(Permissions())
    yield started
    started.end()


def test_answers_are_those_of_the_tool(worker: CallWorker) -> None:
    assert worker.call(*CALL) == call_tool(*CALL)
    assert worker.call("nothing") == call_tool("nothing")


def test_what_has_no_time_is_refused_and_the_next_call_answered(worker: CallWorker) -> None:
    worker.seconds = 0
    assert (worker.call(*CALL).words or "").startswith("it took more than 0 s and was ended")
    worker.seconds = 60
    assert worker.call(*CALL) == call_tool(*CALL)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are ended otherwise there")
def test_a_process_that_ends_is_replaced(worker: CallWorker) -> None:
    worker.call(*CALL)
    assert worker._running is not None
    os.kill(worker._running[0].pid or 0, signal.SIGKILL)
    worker._running[0].join()
    assert worker.call(*CALL).words == (
        "the process that worked on it ended; ask about less, or a shorter text"
    )
    assert worker.call(*CALL) == call_tool(*CALL)


def test_what_writes_is_not_ended(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text("[A]:   a\n")
    worker = CallWorker(Permissions([tmp_path], may_write=True), seconds=0)
    answer = worker.call("edit", {"path": "debate.argdown", "action": "format", "write": True})
    assert answer.content is not None
    assert (tmp_path / "debate.argdown").read_text() == "[A]: a\n"
    assert worker._running is None
