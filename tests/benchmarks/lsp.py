"""How long an editor waits for the language server: `python -m tests.benchmarks.lsp [--rounds N] [--small]`.

The server is a process of its own, and what is measured is the time from a message to its answer, as a client
sees it. Each figure is the median and the 95th percentile of the rounds, in milliseconds.
"""

from __future__ import annotations

import argparse
import gc
import re
import time
from collections.abc import Callable, Iterator
from statistics import median

from tests.benchmarks.documents import MB, document
from tests.lsp.raw_client import RawClient

_URI = "untitled:benchmark"
_CLAIM = re.compile(r"\[[^\]^?]+\]: ")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--small", action="store_true", help="only a text of 9 KB")
    options = parser.parse_args()
    # An editor's own collections of garbage are no time that the server takes.
    gc.disable()
    rows = [("start to `initialize`", _starts(min(options.rounds, 10)))]
    for name, size in (("9 KB", 9000), ("1 MB", MB))[: 1 if options.small else 2]:
        rows += [(f"{name}: {what}", times) for what, times in _of_text(document(size), options.rounds)]
    print("| | median | 95 % |\n| --- | --- | --- |")
    for what, times in rows:
        print(f"| {what} | {median(times):.0f} ms | {_percentile(times):.0f} ms |")


def _starts(rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        with RawClient() as client:
            client.start()
            times.append(_since(began))
    return times


def _of_text(text: str, rounds: int) -> Iterator[tuple[str, list[float]]]:
    with RawClient() as client:
        client.start(general={"positionEncodings": ["utf-32"]})
        editor = _Editor(client, text)
        # The first time loads what is needed; it is not what an editor waits for again and again.
        editor.opened()
        few = max(3, rounds // 4)
        yield "open, until findings", editor.times(few, editor.opened)
        yield "a character, until findings", editor.times(rounds, editor.typed)
        yield "a new block, until findings", editor.times(few, editor.begun)
        yield "hover, first after a character", editor.times(rounds, editor.hovered, before=editor.typed)
        yield "completion, right after a character", editor.times(rounds, editor.completed)
        yield "rename", editor.times(few, editor.renamed)
        for what, number in (("definition", rounds), ("references", rounds), ("outline", few)):
            yield f"{what}, first after a character", editor.times(number, editor.asking(what), editor.typed)
        yield "colours of a screen", editor.times(rounds, editor.asking("colours of a screen"), editor.typed)
        yield "colours of all", editor.times(1, editor.coloured)
        yield "colours, what changed", editor.times(few, editor.coloured, editor.typed)
        yield "folds", editor.times(few, editor.asking("folds"), editor.typed)
        yield "layout of a block", editor.times(few, editor.asking("layout"), editor.typed)


class _Editor:
    """An editor with one text, and how long it waits."""

    def __init__(self, client: RawClient, text: str) -> None:
        self.client = client
        self.text = text
        self.version = 0
        self.colours: str | None = None
        lines = text.split("\n")
        middle = range(len(lines) // 2, len(lines))
        self.line = next(number for number in middle if _CLAIM.match(lines[number]))
        self.column = len(lines[self.line].rstrip())

    def times(
        self, rounds: int, work: Callable[[], None], before: Callable[[], None] | None = None
    ) -> list[float]:
        found = []
        for _ in range(rounds):
            if before is not None:
                before()
            began = time.perf_counter()
            work()
            found.append(_since(began))
            # Until the rules have run, too.
            self.client.ask("textDocument/diagnostic", {"textDocument": {"uri": _URI}})
            self.client.waiting.clear()
        return found

    def opened(self) -> None:
        if self.version:
            self.client.send("textDocument/didClose", {"textDocument": {"uri": _URI}})
            self.client.heard("textDocument/publishDiagnostics")
        self.version = 1
        self.client.open(_URI, self.text)
        self.findings()

    def findings(self) -> None:
        """Wait for the findings of the newest version."""
        while self.client.heard("textDocument/publishDiagnostics").get("version") != self.version:
            pass

    def _insert(self, line: int, column: int, text: str) -> None:
        self.version += 1
        place = {"line": line, "character": column}
        self.client.send(
            "textDocument/didChange",
            {
                "textDocument": {"uri": _URI, "version": self.version},
                "contentChanges": [{"range": {"start": place, "end": place}, "text": text}],
            },
        )

    def typed(self) -> None:
        self._insert(self.line, self.column, "a")
        self.findings()

    def begun(self) -> None:
        self._insert(self.line, 0, f"[Block {self.version}]: It is new.\n\n")
        self.line += 2
        self.findings()

    def hovered(self) -> None:
        assert self.client.ask("textDocument/hover", self.client.at(_URI, self.line, 2)) is not None

    def completed(self) -> None:
        self._insert(self.line, self.column, "a")
        self.client.ask("textDocument/completion", self.client.at(_URI, self.line, 3))

    def renamed(self) -> None:
        params = {**self.client.at(_URI, self.line, 2), "newName": "Another title"}
        self.client.answer_to(self.client.begin("textDocument/rename", params))

    def asking(self, what: str) -> Callable[[], None]:
        """Return what asks a question about the text, or a place in its middle, and waits for the answer."""
        place = self.client.at(_URI, self.line, 2)
        screen = {
            "start": {"line": self.line, "character": 0},
            "end": {"line": self.line + 60, "character": 0},
        }
        block = {"start": screen["start"], "end": screen["start"]}
        questions: dict[str, tuple[str, dict[str, object]]] = {
            "definition": ("definition", {}),
            "references": ("references", {"context": {"includeDeclaration": True}}),
            "outline": ("documentSymbol", {}),
            "colours of a screen": ("semanticTokens/range", {"range": screen}),
            "folds": ("foldingRange", {}),
            "layout": ("rangeFormatting", {"range": block, "options": {"tabSize": 2, "insertSpaces": True}}),
        }
        method, more = questions[what]

        def ask() -> None:
            self.client.ask(f"textDocument/{method}", {**place, **more})

        return ask

    def coloured(self) -> None:
        """Ask what has changed in the colours since they were last asked for."""
        document = {"textDocument": {"uri": _URI}}
        method = "textDocument/semanticTokens/full"
        if self.colours is None:
            answer = self.client.ask(method, document)
        else:
            answer = self.client.ask(f"{method}/delta", {**document, "previousResultId": self.colours})
        self.colours = str(answer["resultId"])


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _percentile(times: list[float]) -> float:
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]


if __name__ == "__main__":
    main()
