"""Debates that nobody means, asked all questions: `python -m tests.reasoning.odd_debates`.

It prints a table of how many seconds each question takes, in Python and on the command line. Whatever
raises ends it; a command that ends with another code than 0, 1 or 2 is listed with that code.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import argmap
from argmap import Document

SMALL: Mapping[str, str] = {
    "nothing": "",
    "spaces": "  \n\n \n",
    "a comment": "// nothing\n",
    "only metadata": "===\ntitle: T\n===\n",
    "metadata that cannot be read": "===\nexpect: [in\nreasoning: {a\n===\n\n[A]: a",
    "words for numbers": (
        "[A]: a {strength: high, p: likely}\n  + <B>: b {strength: 7}\n  - [^E]: e {reliability: often}\n\n"
        "<X>\n\n(1) [A]\n-- rule {strength: very} --\n(2) [C]: c {accepted: maybe}"
    ),
    "expectations of strangers": (
        '===\nexpect: {in: ["[Nobody]", "<Z>#4"], out: {a: b}, maybe: [x], undecided: 7}\n===\n\n'
        "[A]: a {expect: perhaps}\n  - <B>: b {expect: [in, out]}"
    ),
    "no expectations": "===\nexpect: in\n===\n\n[A]: a {expect: {in: out}}",
    "settings of strangers": (
        "===\nreasoning: {semantics: grund, presumption: 3, base: many, timeout: soon, standart: x}\n===\n\n"
        "[A]: a"
    ),
    "attacks on oneself": (
        "[A]: a\n  - [A]\n  + [A]\n  >< [A]\n  _> [A]\n\n<B>: b\n  - <B>\n  <_ <B>\n\n[^E]: e\n  - [^E]\n\n"
        "<R>\n\n(1) [P]: p\n----\n(2) [Q]: q\n\n<R>\n  - <R>\n  <_ <R>\n  <_ [Q]\n  >< [Q]"
    ),
    "an inference from itself": "<R>\n\n(1) [P]: p\n----\n(2) [P]\n----\n(3) [P]\n  - <R>",
    "a reductio of nothing": "<R>\n\n(1) [P]: p\n-- {scheme: reductio} --\n(2) [Q]: q\n  >< [Q]\n  >< [P]",
    "questions about questions": (
        "[?A]: a\n  + [?B]: b\n    + [?A]\n    - [?B]\n\n[C] {expect: open}\n  + [?C]: c"
    ),
    "broken text": "[A]: a\n  + \n  -> [\n\n<B>\n\n(1) x\n----\n\n----\n(2) y\n  <_ <B\n  >< [^",
}
LARGE: Mapping[str, Callable[[], str]] = {
    "5,000 levels": lambda: "\n".join(f"{'  ' * n}{'- ' * bool(n)}[C{n}]: c" for n in range(5000)),
    "5,000 levels of arguments": lambda: "\n".join(
        f"{'  ' * n}{'-+'[n % 2] + ' ' if n else ''}<C{n}>: c" for n in range(5000)
    ),
    "100,000 relations to a claim": lambda: (
        "[T]: t\n" + "\n".join(f"  {'+-'[n % 2]} [C{n}]: c" for n in range(100_000))
    ),
    "100,000 relations in circles": lambda: "\n\n".join(
        f"[A{n}]: a\n  - [A{(n + 1) % 50_000}]\n  + [A{n * 7 % 50_000}]" for n in range(50_000)
    ),
    "5,000 pairs that attack a claim": lambda: "\n\n".join(
        f"[A{n}]: a\n  - [B{n}]: b\n\n[B{n}]\n  - [A{n}]\n\n[T]: t\n  - [A{n}]\n  - [B{n}]"
        for n in range(5000)
    ),
    "a reductio of 2,000 steps": lambda: (
        "<R>\n\n(1) [P0]: p\n"
        + "".join(f"----\n({n + 1}) [P{n}]: p\n" for n in range(1, 2000))
        + "-- {scheme: reductio} --\n(2001) [Q]: q\n  >< [P0]"
    ),
}


def asked(document: Document, name: str | None) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield questions about a debate by their names; what is about something is about the thing of a name."""
    yield "evaluate", lambda: argmap.evaluate(document)
    yield "check", lambda: argmap.check(document)
    for semantics in ("preferred", "stable", "df-quad", "credence"):
        yield semantics, lambda semantics=semantics: argmap.evaluate(document, semantics, timeout=5)  # type: ignore[misc]  # mypy cannot see its type
    if name is not None:
        yield "why", lambda: argmap.why(document, name).text(4)
        # A question is not rejected; its positions are.
        if not name.startswith("[?"):
            yield "what_if", lambda: argmap.what_if(document, reject=[name])
        yield "flips", lambda: argmap.flips(document, name, to="out", timeout=5)


def subject_of(document: Document) -> str | None:
    """Return the name of the first thing that has a verdict."""
    return next(map(str, argmap.evaluate(document).verdicts), None)


def commands(name: str | None) -> Iterator[list[str]]:
    """Yield the commands that ask the same."""
    yield ["evaluate", "FILE"]
    yield ["test", "FILE"]
    title = name or "[Nothing]"
    yield ["why", "FILE", title]
    yield ["whatif", "FILE", "--reject", title]
    yield ["whatif", "FILE", "--about", title, "--timeout", "5"]


def main() -> None:
    """Print the table."""
    print("| debate | question | seconds | |\n| --- | --- | --- | --- |")
    texts = {**SMALL, **{name: make() for name, make in LARGE.items()}}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "debate.argdown"
        for title, text in texts.items():
            path.write_text(text, encoding="utf-8")
            document = argmap.parse(text)
            name = subject_of(document)
            for question, answer in asked(document, name):
                start = time.perf_counter()
                answer()
                print(f"| {title} | {question} | {time.perf_counter() - start:.2f} | |", flush=True)
            for command in commands(name):
                words = [str(path) if word == "FILE" else word for word in command]
                start = time.perf_counter()
                ran = subprocess.run(
                    [sys.executable, "-m", "argmap.cli", *words], capture_output=True, text=True, check=False
                )
                odd = ran.returncode if ran.returncode not in (0, 1, 2) or "Traceback" in ran.stderr else ""
                seconds = time.perf_counter() - start
                print(
                    f"| {title} | argmap {' '.join(command[:1] + command[2:3])} | {seconds:.2f} | {odd} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
